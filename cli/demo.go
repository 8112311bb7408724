package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/export"
)

// demoSetting is where the store remembers the demo's draft, so that a second demo does not make a second draft.
const demoSetting = "demo.draft"

func (p *program) demoCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "demo", Short: "Make a partnership agreement with Bodø kommune and its two PDFs", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			started := time.Now()
			return p.withStore(c.Context(), func(s *data.Store) error {
				a, err := demoDraft(c.Context(), s)
				if err != nil {
					return err
				}
				written, err := export.PDFs(c.Context(), a, out, export.Options{}, agreement.Forms[:]...)
				if err != nil {
					return err
				}
				for _, w := range written {
					p.printf("%s\n", w.Path)
				}
				p.printf("%s\n", p.words.T("cli.demo_done", "ID", a.ID, "Milliseconds", time.Since(started).Milliseconds()))
				return nil
			})
		},
	}
	c.Flags().StringVar(&out, "out", "out", "folder to write to; made where it is missing")
	return c
}

// demoDraft gives the demo's draft: the one made before while it is there and ready to be signed, else a new one.
func demoDraft(ctx context.Context, s *data.Store) (agreement.Agreement, error) {
	id, err := s.Setting(ctx, demoSetting)
	if err != nil {
		return agreement.Agreement{}, err
	}
	if id != "" {
		if a, err := s.Load(ctx, id); err == nil {
			if findings, err := export.Findings(a, agreement.Forms[:]...); err == nil && len(findings) == 0 {
				return a, nil
			}
		}
	}
	a, err := draftFrom("partnership-county-municipality", []string{"county=18", "municipality=1804"}, nil)
	if err != nil {
		return a, err
	}
	if a, err = s.Save(ctx, a); err != nil {
		return a, err
	}
	return a, s.SetSetting(ctx, demoSetting, a.ID)
}
