package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/export"
	"avtalebok/translate/memory"
)

func (p *program) memoryCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "tm", Short: "Search, import and export the translation memory",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usagef("tm takes a command: import, export, search or delete; see avtalebok tm --help")
		},
	}
	c.AddCommand(p.memoryImportCommand(), p.memoryExportCommand(), p.memorySearchCommand(), p.memoryDeleteCommand())
	return c
}

// withMemory opens the store and its translation memory, does something with them, and closes them.
func (p *program) withMemory(ctx context.Context, do func(*memory.Memory) error) error {
	return p.withStore(ctx, func(s *data.Store) error {
		m := memory.Open(s, templates.All())
		defer m.Close()
		return do(m)
	})
}

func (p *program) memoryImportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE.tmx", Short: "Import the pairs of a TMX file that are in bokmål and nynorsk",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			file, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			return p.withMemory(c.Context(), func(m *memory.Memory) error {
				report, err := m.Import(c.Context(), file, filepath.Base(args[0]))
				if err != nil {
					return err
				}
				p.printImport(report)
				return nil
			})
		},
	}
}

// openFile opens a file for reading; the error says what to do.
func openFile(path string) (*os.File, error) {
	file, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, agreement.NewError(agreement.NotFound, "error.file.missing", err, "Path", path)
	case err != nil:
		return nil, agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
	}
	return file, nil
}

func (p *program) printImport(r memory.Report) {
	p.printf("%s\n", p.words.T("tm.imported", "Added", r.Added, "Known", r.Known))
	if skipped := r.OtherLanguage + r.Empty + r.TooLong; skipped > 0 {
		p.printf("%s\n", p.words.T("tm.skipped", "Skipped", skipped,
			"OtherLanguage", r.OtherLanguage, "Empty", r.Empty, "TooLong", r.TooLong))
	}
}

func (p *program) memoryExportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "export FILE.tmx", Short: "Write all pairs to a TMX file, those of the templates included",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withMemory(c.Context(), func(m *memory.Memory) error {
				var count int
				err := export.WriteStream(args[0], func(file io.Writer) (err error) {
					count, err = m.Export(c.Context(), file, c.Root().Version)
					return err
				})
				if err != nil {
					return err
				}
				p.printf("%s\n", p.words.T("tm.exported", "Pairs", count, "Path", args[0]))
				return nil
			})
		},
	}
}

func (p *program) memorySearchCommand() *cobra.Command {
	var limit int
	c := &cobra.Command{
		Use: "search TEXT", Short: "Show pairs that have words beginning like these, the last confirmed first",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if limit < 1 {
				return usagef("--limit takes a number from 1 up, not %d", limit)
			}
			return p.withMemory(c.Context(), func(m *memory.Memory) error {
				found, err := m.Search(c.Context(), strings.Join(args, " "), limit)
				if err != nil {
					return err
				}
				p.printPairs(found)
				return nil
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", 20, "show at most so many")
	return c
}

// printPairs shows each pair on three lines: where it comes from, and its wordings. A template's has no number, since
// it can't be deleted.
func (p *program) printPairs(found []agreement.Translation) {
	if len(found) == 0 {
		p.printf("%s\n", p.words.T("tm.nothing_found"))
		return
	}
	for _, t := range found {
		words := []string{p.words.T("tm.provenance." + string(t.Origin)), t.Source}
		if t.ID > 0 {
			words = append([]string{strconv.FormatInt(t.ID, 10), t.Confirmed.Local().Format("2006-01-02")}, words...)
		}
		p.printf("%s\n    nb  %s\n    nn  %s\n", strings.Join(words, "  "), oneLine(t.NB), oneLine(t.NN))
	}
}

func (p *program) memoryDeleteCommand() *cobra.Command {
	var source string
	c := &cobra.Command{
		Use: "delete ID | --source FILE.tmx", Short: "Forget a pair by the number that search shows, or all that came with a file",
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if (source != "") == (len(args) == 1) {
				return usagef("delete takes a pair's number, or --source and a file's name")
			}
			return p.withMemory(c.Context(), func(m *memory.Memory) error {
				if source == "" {
					return deletePair(c.Context(), m, args[0])
				}
				deleted, err := m.DeleteImports(c.Context(), source)
				if err == nil {
					p.printf("%s\n", p.words.T("tm.deleted", "Pairs", deleted))
				}
				return err
			})
		},
	}
	c.Flags().StringVar(&source, "source", "", "the name of a file that was imported")
	return c
}

func deletePair(ctx context.Context, m *memory.Memory, number string) error {
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return usagef("delete takes a pair's number, not %q", number)
	}
	return m.Delete(ctx, id)
}
