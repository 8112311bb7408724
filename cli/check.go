package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/export"
)

func (p *program) checkCommand() *cobra.Command {
	var lang string
	c := &cobra.Command{
		Use: "check ID|FILE", Short: "List what is missing before a draft can be signed", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			a, forms, err := p.findIn(c.Context(), args[0], lang)
			if err != nil {
				return err
			}
			findings, err := export.Findings(a, forms...)
			if err != nil {
				return err
			}
			p.printFindings(p.streams.Out, a, findings)
			if len(findings) > 0 {
				return errFindings
			}
			return nil
		},
	}
	c.Flags().StringVar(&lang, "lang", "both", "written form: nb, nn or both")
	return c
}

// printFindings prints one finding a line: "nn: Rolla til kommunen 3: …".
func (p *program) printFindings(w io.Writer, a agreement.Agreement, findings []agreement.Finding) {
	for _, f := range findings {
		fmt.Fprintf(w, "%s: %s: %s\n", f.Form, a.Where(f.Place, p.form()), p.words.Finding(f))
	}
}

func (p *program) pdfCommand() *cobra.Command {
	var lang, out string
	var draft bool
	c := &cobra.Command{
		Use: "pdf ID|FILE…", Short: "Make signature-ready PDFs", Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			forms, err := formsOf(lang)
			if err != nil {
				return err
			}
			return p.withStore(c.Context(), func(s *data.Store) error {
				looks, err := export.LoadLooks(c.Context(), s)
				if err != nil {
					return err
				}
				options := export.Options{Draft: draft, Looks: looks}
				for _, arg := range args {
					if err := p.writePDFs(c.Context(), s, arg, out, options, forms); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	c.Flags().StringVar(&lang, "lang", "both", "written form: nb, nn or both")
	c.Flags().StringVar(&out, "out", ".", "folder to write to; made where it is missing")
	c.Flags().BoolVar(&draft, "draft", false, "make PDFs of a draft that is not ready, marked UTKAST")
	return c
}

// writePDFs makes one draft's PDFs and prints where each one lies.
func (p *program) writePDFs(
	ctx context.Context, s *data.Store, idOrFile, out string, options export.Options, forms []agreement.Form,
) error {
	a, err := load(ctx, s, idOrFile)
	if err != nil {
		return err
	}
	written, err := export.PDFs(ctx, a, out, options, forms...)
	for _, w := range written {
		p.printf("%s\n", w.Path)
	}
	return err
}
