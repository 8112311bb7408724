package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/export"
)

func (p *program) exportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "export ID FILE.avtale", Short: "Write a draft to a file that can be sent and imported", Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				a, err := s.Load(c.Context(), args[0])
				if err != nil {
					return err
				}
				return export.Agreement(a, args[1])
			})
		},
	}
}

func (p *program) importCommand() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE.avtale", Short: "Import a draft from a file and print its id", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			a, err := export.ReadAgreement(args[0])
			if err != nil {
				return err
			}
			return p.withStore(c.Context(), func(s *data.Store) error {
				if a, err = export.TakeIn(c.Context(), s, a); err != nil {
					return err
				}
				p.printf("%s\n", a.ID)
				return nil
			})
		},
	}
}

// find gives the agreement that an ID or a file's name stands for.
func (p *program) find(ctx context.Context, idOrFile string) (agreement.Agreement, error) {
	if isFile(idOrFile) {
		return export.ReadAgreement(idOrFile)
	}
	var a agreement.Agreement
	err := p.withStore(ctx, func(s *data.Store) (err error) {
		a, err = s.Load(ctx, idOrFile)
		return err
	})
	return a, err
}

// findIn does the same and reads the value of --lang, which is wrong before the draft is.
func (p *program) findIn(ctx context.Context, idOrFile, lang string) (agreement.Agreement, []agreement.Form, error) {
	forms, err := formsOf(lang)
	if err != nil {
		return agreement.Agreement{}, nil, err
	}
	a, err := p.find(ctx, idOrFile)
	return a, forms, err
}

// load is find with a store that is open.
func load(ctx context.Context, s *data.Store, idOrFile string) (agreement.Agreement, error) {
	if isFile(idOrFile) {
		return export.ReadAgreement(idOrFile)
	}
	return s.Load(ctx, idOrFile)
}

func isFile(s string) bool {
	if strings.EqualFold(filepath.Ext(s), ".avtale") || strings.ContainsAny(s, `/\`) {
		return true
	}
	info, err := os.Stat(s)
	return err == nil && info.Mode().IsRegular()
}

func (p *program) showCommand() *cobra.Command {
	var asJSON bool
	var lang string
	c := &cobra.Command{
		Use: "show ID", Short: "Show a draft as plain text", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if lang == "" { // --language has been read by now
				lang = string(p.form())
			}
			a, forms, err := p.findIn(c.Context(), args[0], lang)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(a)
			}
			var all error
			for _, form := range forms {
				all = errors.Join(all, p.printAgreement(a, form))
			}
			return all
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, all of the draft in both written forms")
	c.Flags().StringVar(&lang, "lang", "", "written form: nb, nn or both (default: that of the messages)")
	return c
}

// formsOf reads the value of --lang.
func formsOf(lang string) ([]agreement.Form, error) {
	if lang == "both" {
		return agreement.Forms[:], nil
	}
	if f := agreement.Form(lang); f.Valid() {
		return []agreement.Form{f}, nil
	}
	return nil, usagef("--lang takes nb, nn or both, not %q", lang)
}
