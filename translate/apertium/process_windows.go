package apertium

import (
	"os/exec"
	"syscall"
)

const createNoWindow = 0x08000000

// prepare keeps a console window from flashing up.
func prepare(cmd *exec.Cmd, _ int) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: createNoWindow, HideWindow: true}
}
