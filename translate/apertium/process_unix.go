//go:build unix

package apertium

import (
	"os/exec"
	"syscall"
)

// prepare puts a stage into the process group of the chain's first stage (0 for that one itself), so that a Ctrl+C
// meant for this program does not reach the chain.
func prepare(cmd *exec.Cmd, group int) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pgid: group}
}
