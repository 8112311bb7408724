//go:build unix

package ui

import (
	"os"
	"os/exec"
	"syscall"
)

// behindAllOthers does nothing before the start here.
func behindAllOthers(*exec.Cmd) {}

// yield lets all other programs go before a process that has just been started.
func yield(p *os.Process) {
	const niceness = 5                                             // more would leave it nothing on a busy machine
	_ = syscall.Setpriority(syscall.PRIO_PROCESS, p.Pid, niceness) // a courtesy
}
