package cli

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data/templates"
)

// templateListed is one template as templates --json prints it.
type templateListed struct {
	ID      string         `json:"id"`
	Version int            `json:"version"`
	Kind    string         `json:"kind"`
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
		Use: "templates", Short: "List the templates with their roles and fields", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return p.printJSON(listedTemplates())
			}
			p.printTemplates()
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func listedTemplates() []templateListed {
	out := []templateListed{}
	for _, t := range templates.All() {
		l := templateListed{
			ID: t.ID, Version: t.Version, Kind: string(t.Kind), Name: t.Name, About: t.About,
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

func (p *program) printTemplates() {
	form := p.form()
	for _, t := range templates.All() {
		p.printf("%s\n    %s\n", t.ID, t.Name.In(form))
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
