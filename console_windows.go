package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// attachConsole lets what a command prints be seen in the console that it was typed into: Windows gives a program with a
// window none by itself. What comes from or goes to a file or another program stays as it is, and without a console
// there is nothing to do. The window, which outlives what was typed, is to call detach: Ctrl+C in the console, or closing
// it, ends all that are attached to it.
func attachConsole() (detach func()) {
	missing := func(id uint32) bool {
		handle, err := windows.GetStdHandle(id)
		return err != nil || handle == 0 || handle == windows.InvalidHandle
	}
	in, out, errs := missing(windows.STD_INPUT_HANDLE), missing(windows.STD_OUTPUT_HANDLE), missing(windows.STD_ERROR_HANDLE)
	if !in && !out && !errs {
		return func() {}
	}
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	kernel := windows.NewLazySystemDLL("kernel32.dll")
	if attached, _, _ := kernel.NewProc("AttachConsole").Call(parent); attached == 0 {
		return func() {}
	}
	open := func(f **os.File, wanted bool, name string) {
		if !wanted {
			return
		}
		if console, err := os.OpenFile(name, os.O_RDWR, 0); err == nil {
			*f = console
		}
	}
	open(&os.Stdin, in, "CONIN$")
	open(&os.Stdout, out, "CONOUT$")
	open(&os.Stderr, errs, "CONOUT$")
	return func() { _, _, _ = kernel.NewProc("FreeConsole").Call() } // there is one, so it succeeds
}
