package ui

import (
	"context"
	"io"
	"os"
	"os/exec"

	"avtalebok/raster"
)

// preparing is the first argument of a process that only prepares the preview; the second is the folder.
const preparing = "--prepare-preview"

// Prepare does the work of a process that the window has started to have the preview prepared, where the arguments say
// that this is one, and gives its exit code. It opens neither the store nor a window. It ends with the window, whose
// end closes its standard input.
func Prepare(args []string) (code int, asked bool) {
	if len(args) != 2 || args[0] != preparing {
		return 0, false
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(1)
	}()
	if err := raster.Prepare(args[1]); err != nil {
		return 1, true
	}
	return 0, true
}

// prepareElsewhere has PDFium compiled by another process of this program, which goes behind all others: compiling
// takes 250 MB and some seconds, once on a machine, and the window would keep a part of the memory.
func prepareElsewhere(ctx context.Context, cache string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	command := exec.CommandContext(ctx, program, preparing, cache)
	alive, err := command.StdinPipe() // nothing is written; its end is ours
	if err != nil {
		return err
	}
	defer alive.Close()
	behindAllOthers(command)
	if err := command.Start(); err != nil {
		return err
	}
	yield(command.Process)
	return command.Wait()
}
