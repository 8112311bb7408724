//go:build !windows

package hunspell

import "os/exec"

// hide keeps a console window from opening, where systems have them.
func hide(*exec.Cmd) {}
