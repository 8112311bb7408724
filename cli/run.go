package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/export"
	"avtalebok/locales"
)

// The exit codes.
const (
	exitDone    = 0
	exitRefused = 1 // findings, or a job that can't be done with this input
	exitUsage   = 2 // the command line itself is wrong
	exitStorage = 3 // disk, database or permissions
)

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Window opens the program's window on a data folder and returns when it is closed.
type Window func(dataDir string) error

// Run carries out a command line (without the program's name) and gives the exit code. Without a command it calls
// window.
func Run(ctx context.Context, args []string, version string, streams Streams, window Window) int {
	p := &program{streams: streams, window: window, words: locales.New(locales.System())}
	root := p.root(version)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	return p.fail(err)
}

// program is one run of the command line.
type program struct {
	streams  Streams
	window   Window
	words    *locales.Localizer
	dataDir  string
	language string
}

func (p *program) root(version string) *cobra.Command {
	root := &cobra.Command{
		Use:           "avtalebok",
		Short:         "Draft agreements in bokmål and nynorsk, offline, and get PDFs ready to be signed",
		Long:          "Avtalebok drafts partnership, cooperation and grant agreements in bokmål and nynorsk, offline.\nWithout a command it opens its window.",
		Version:       version,
		SilenceErrors: true, SilenceUsage: true,
		Args: p.noCommand,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			if p.language != "" {
				p.words = locales.New(p.language)
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			dir, err := p.folder()
			if err != nil {
				return err
			}
			return p.window(dir)
		},
	}
	root.SetOut(p.streams.Out)
	root.SetErr(p.streams.Err)
	root.SetIn(p.streams.In)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.CompletionOptions.HiddenDefaultCmd = true
	flags := root.PersistentFlags()
	flags.StringVar(&p.dataDir, "data", "", "folder for drafts (default: $AVTALEBOK_DATA, else the system's place for data)")
	flags.StringVar(&p.language, "language", "", "language of messages: nn, nb or en (default: the system's, else nn)")
	root.AddCommand(
		p.templatesCommand(), p.newCommand(), p.listCommand(), p.showCommand(), p.deleteCommand(), p.restoreCommand(),
		p.exportCommand(), p.importCommand(), p.checkCommand(), p.pdfCommand(), p.demoCommand(), p.looksCommand(),
		p.registerCommand(), p.partiesCommand(), p.batchCommand(), p.translateCommand(), p.memoryCommand(), p.lintCommand(),
	)
	refuseAsUsage(root)
	return root
}

// refuseAsUsage makes arguments that the commands of a command can't use a wrong command line.
func refuseAsUsage(of *cobra.Command) {
	for _, c := range of.Commands() {
		args := c.Args
		c.Args = func(c *cobra.Command, given []string) error { return asUsage(args(c, given)) }
		refuseAsUsage(c)
	}
}

// noCommand refuses a word that is no command; cobra would open the window.
func (p *program) noCommand(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("unknown command %q; see avtalebok --help", args[0])}
	}
	return nil
}

// usageError is a command line that makes no sense.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func asUsage(err error) error {
	if err == nil {
		return nil
	}
	return usageError{err}
}

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// findingsFound is the outcome of a check that found something; the findings have been printed.
var errFindings = errors.New("findings")

// fail tells the user on one line what went wrong and gives the exit code.
func (p *program) fail(err error) int {
	var usage usageError
	var notReady *export.NotReady
	switch {
	case errors.Is(err, errFindings):
		return exitRefused
	case errors.As(err, &usage):
		fmt.Fprintf(p.streams.Err, "avtalebok: %s\n", oneLine(err.Error()))
		return exitUsage
	case errors.As(err, &notReady):
		p.printFindings(p.streams.Err, notReady.Agreement, notReady.Findings)
	}
	fmt.Fprintf(p.streams.Err, "avtalebok: %s\n", oneLine(p.words.Error(err)))
	if agreement.CodeOf(err) == agreement.Storage {
		return exitStorage
	}
	return exitRefused
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// folder gives the data folder: --data, AVTALEBOK_DATA, or the system's place.
func (p *program) folder() (string, error) {
	if p.dataDir != "" {
		return p.dataDir, nil
	}
	if dir := os.Getenv("AVTALEBOK_DATA"); dir != "" {
		return dir, nil
	}
	return data.DefaultDir()
}

// withStore opens the store, does something with it, and closes it.
func (p *program) withStore(ctx context.Context, do func(*data.Store) error) (err error) {
	dir, err := p.folder()
	if err != nil {
		return err
	}
	store, err := data.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return do(store)
}

// withStoreIfAny is withStore for what does not need one: it makes none where none is, and gives nil.
func (p *program) withStoreIfAny(ctx context.Context, do func(*data.Store) error) error {
	dir, err := p.folder()
	if err != nil {
		return err
	}
	if !data.Exists(dir) {
		return do(nil)
	}
	return p.withStore(ctx, do)
}

func (p *program) printf(format string, args ...any) {
	fmt.Fprintf(p.streams.Out, format, args...)
}
