package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/export"
)

// templateListed is one template as templates --json prints it.
type templateListed struct {
	ID      string         `json:"id"`
	Version int            `json:"version"`
	Kind    string         `json:"kind"`
	Own     bool           `json:"own"`
	Name    agreement.Pair `json:"name"`
	About   agreement.Pair `json:"about"`
	Roles   []roleListed   `json:"roles"`
	Fields  []fieldListed  `json:"fields"`
}

type roleListed struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
}

type fieldListed struct {
	ID       string         `json:"id"`
	Type     string         `json:"type"`
	Required bool           `json:"required"`
	Label    agreement.Pair `json:"label"`
}

func (p *program) templatesCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "templates", Short: "List the templates with their roles and fields; import and export your own", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				all, err := everyTemplate(c.Context(), s)
				switch {
				case err != nil:
					return err
				case asJSON:
					return p.printJSON(listedTemplates(all))
				}
				p.printTemplates(all)
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.AddCommand(p.templateImportCommand(), p.templateExportCommand())
	return c
}

func (p *program) templateImportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE.toml", Short: "Import a template from a file and print its id; one that is there gets a new version",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			t, err := templates.ReadFile(args[0])
			var problems templates.Problems
			if errors.As(err, &problems) {
				for _, problem := range problems {
					fmt.Fprintf(p.streams.Err, "%s\n", oneLine(p.words.Error(problem)))
				}
				return errFindings
			}
			if err != nil {
				return err
			}
			return p.withStore(c.Context(), func(s *data.Store) error {
				kept, err := s.AddTemplate(c.Context(), t)
				if err != nil {
					return err
				}
				p.printf("%s\n", kept.ID)
				return nil
			})
		},
	}
}

func (p *program) templateExportCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "export ID", Short: "Print a template as a file that can be changed and imported", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				t, err := s.FindTemplate(c.Context(), args[0])
				if err != nil {
					return err
				}
				src, err := templates.Write(templates.FileName(t, p.form()), t)
				switch {
				case err != nil:
					return err
				case out != "":
					return export.WriteFile(out, src)
				}
				p.printf("%s", src)
				return nil
			})
		},
	}
	c.Flags().StringVar(&out, "out", "", "write to this file instead")
	return c
}

// knownTemplate is a template that drafts can be made from, and whose it is.
type knownTemplate struct {
	agreement.Template
	own bool
}

// everyTemplate gives the program's templates and then the user's own.
func everyTemplate(ctx context.Context, s *data.Store) ([]knownTemplate, error) {
	own, err := s.OwnTemplates(ctx, false)
	if err != nil {
		return nil, err
	}
	var all []knownTemplate
	for _, t := range templates.All() {
		all = append(all, knownTemplate{Template: t})
	}
	for _, t := range own {
		if t.Version > 0 {
			all = append(all, knownTemplate{Template: t.Template, own: true})
		}
	}
	return all, nil
}

func listedTemplates(all []knownTemplate) []templateListed {
	out := []templateListed{}
	for _, t := range all {
		l := templateListed{
			ID: t.ID, Version: t.Version, Kind: string(t.Kind), Own: t.own, Name: t.Name, About: t.About,
			Roles: []roleListed{}, Fields: []fieldListed{},
		}
		for _, r := range t.Roles {
			l.Roles = append(l.Roles, roleListed{ID: r.ID, Kind: string(r.Kind)})
		}
		for _, f := range t.Fields {
			l.Fields = append(l.Fields, fieldListed{ID: f.ID, Type: string(f.Type), Required: f.Required, Label: f.Label})
		}
		out = append(out, l)
	}
	return out
}

func (p *program) printTemplates(all []knownTemplate) {
	form := p.form()
	for _, t := range all {
		name := t.Name.In(form)
		if strings.TrimSpace(name) == "" {
			name = t.Name.In(form.Other())
		}
		p.printf("%s\n    %s\n", t.ID, name)
		for _, r := range t.Roles {
			p.printf("    --party %s=…   %s\n", r.ID, r.Label.In(form))
		}
		for _, f := range t.Fields {
			p.printf("    --set %s=…   %s\n", f.ID, f.Label.In(form))
		}
	}
}

func (p *program) printJSON(v any) error {
	enc := json.NewEncoder(p.streams.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
