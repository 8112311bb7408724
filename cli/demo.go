package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/demo"
	"avtalebok/export"
)

func (p *program) demoCommand() *cobra.Command {
	var out string
	var sample bool
	c := &cobra.Command{
		Use: "demo", Short: "Make a partnership agreement with Bodø kommune and its two PDFs, or a register of 25 agreements", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if sample {
				return p.demoRegister(c.Context())
			}
			started := time.Now()
			return p.withStore(c.Context(), func(s *data.Store) error {
				a, err := demo.Draft(c.Context(), s)
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
	c.Flags().BoolVar(&sample, "register", false, "fill the register with 25 agreements with 24 organisations instead")
	c.Flags().StringVar(&out, "out", "out", "folder to write to; made where it is missing")
	return c
}

// demoRegister fills the register and prints its totals.
func (p *program) demoRegister(ctx context.Context) error {
	return p.withStore(ctx, func(s *data.Store) error {
		if err := demo.FillRegister(ctx, s); err != nil {
			return err
		}
		entries, err := s.Register(ctx, register.Query{})
		if err == nil {
			p.printf("%s\n", register.Total(entries, s.Today()).Sentence(p.form()))
		}
		return err
	})
}
