package printing

import (
	"context"

	"golang.org/x/sys/windows"
)

// Choosable reports whether a printer and a number of copies can be chosen before printing: the program that Windows
// prints PDFs with asks for them.
const Choosable = false

func printers(context.Context) ([]Printer, error) { return nil, nil }

// hand uses the shell's print verb, which opens the program that prints PDF files on this machine.
func hand(_ context.Context, path, _ string, copies int) (Job, error) {
	verb, err := windows.UTF16PtrFromString("print")
	if err != nil {
		return Job{}, failed(err, err.Error())
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return Job{}, failed(err, err.Error())
	}
	for range copies {
		if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_HIDE); err != nil {
			return Job{}, failed(err, err.Error())
		}
	}
	return Job{}, nil
}
