package ui

import (
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// behindAllOthers lets all other programs go before one that is to be started.
func behindAllOthers(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{
		HideWindow: true, CreationFlags: windows.CREATE_NO_WINDOW | windows.BELOW_NORMAL_PRIORITY_CLASS,
	}
}

// yield does nothing after the start here.
func yield(*os.Process) {}
