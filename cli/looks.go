package cli

import (
	"os"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/export"
)

func (p *program) looksCommand() *cobra.Command {
	var accent, logo, textNB, textNN string
	var reset bool
	c := &cobra.Command{
		Use: "looks", Short: "Show or set the organisation's accent colour and logo in PDFs", Args: cobra.NoArgs,
		Example: "  avtalebok looks --accent '#1f4e5f' --logo logo.png --logo-text-nb 'Nordland fylkeskommune' --logo-text-nn 'Nordland fylkeskommune'\n" +
			"  avtalebok looks --reset",
		RunE: func(c *cobra.Command, _ []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				looks, err := export.LoadLooks(c.Context(), s)
				if err != nil {
					return err
				}
				if reset {
					return export.SaveLooks(c.Context(), s, export.Looks{})
				}
				if accent == "" && logo == "" && textNB == "" && textNN == "" {
					p.printf("accent: %s\nlogo: %d bytes\nlogo text nb: %s\nlogo text nn: %s\n",
						looks.Accent, len(looks.Logo), looks.LogoText.NB, looks.LogoText.NN)
					return nil
				}
				if logo != "" {
					if looks.Logo, err = os.ReadFile(logo); err != nil {
						return agreement.NewError(agreement.NotFound, "error.file.missing", err, "Path", logo)
					}
				}
				given := func(value string, into *string) {
					if value != "" {
						*into = value
					}
				}
				given(accent, &looks.Accent)
				given(textNB, &looks.LogoText.NB)
				given(textNN, &looks.LogoText.NN)
				return export.SaveLooks(c.Context(), s, looks)
			})
		},
	}
	c.Flags().StringVar(&accent, "accent", "", "colour of headings and rules, as #1f4e5f")
	c.Flags().StringVar(&logo, "logo", "", "a PNG or JPEG file, shown at the top of the first page")
	c.Flags().StringVar(&textNB, "logo-text-nb", "", "what the logo shows, in bokmål, for screen readers")
	c.Flags().StringVar(&textNN, "logo-text-nn", "", "what the logo shows, in nynorsk")
	c.Flags().BoolVar(&reset, "reset", false, "back to the program's own looks")
	return c
}
