package cli

import (
	"time"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/demo"
	"avtalebok/export"
)

func (p *program) demoCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "demo", Short: "Make a partnership agreement with Bodø kommune and its two PDFs", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
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
	c.Flags().StringVar(&out, "out", "out", "folder to write to; made where it is missing")
	return c
}
