// Avtalebok is a desktop program with which officials draft agreements in bokmål and nynorsk, offline, and get PDFs
// that are ready to be signed. Without arguments it opens its window; with some it does the same jobs without one.
package main

import (
	"context"
	_ "embed"
	"os"
	"os/signal"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"avtalebok/cli"
	"avtalebok/ui"
)

const (
	id      = "no.avtalebok.app"
	version = "0.1.0"
)

//go:embed icon.svg
var icon []byte

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	if code, asked := ui.Prepare(args); asked {
		return code
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	detach := func() {}
	if len(args) > 0 {
		detach = attachConsole()
	}
	streams := cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	return cli.Run(ctx, args, version, streams, func(dataDir string) error {
		stop() // the window has its own way to end
		detach()
		return ui.Run(dataDir, version, fyne.NewStaticResource("icon.svg", icon), newApp)
	})
}

func newApp() fyne.App {
	app.SetMetadata(fyne.AppMetadata{
		ID: id, Name: "Avtalebok", Version: version, Migrations: map[string]bool{"fyneDo": true},
	})
	return app.NewWithID(id)
}
