package cli

import (
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/check"
)

// maxLintText bounds a text that lint reads, in bytes.
const maxLintText = 16 << 20

func (p *program) lintCommand() *cobra.Command {
	var form, styleFile string
	var off []string
	c := &cobra.Command{
		Use: "lint --form nb|nn [FILE]", Short: "Check the language of a text, a line a paragraph", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			f := agreement.Form(form)
			if !f.Valid() {
				return usagef("--form takes nb or nn, not %q", form)
			}
			for _, id := range off {
				if _, ok := check.RuleOf(id); !ok {
					return usagef("--off: there is no rule %q", id)
				}
			}
			options := check.Options{Off: off}
			if styleFile != "" {
				style, err := translate.ReadStyle(styleFile)
				if err != nil {
					return err
				}
				options.Style = &style
			}
			raw, err := p.lintText(args)
			if err != nil {
				return err
			}
			if p.printLint(check.New(options).Document(check.Lines(raw, f), f), raw) {
				return errFindings
			}
			return nil
		},
	}
	c.Flags().StringVar(&form, "form", "", "written form of the text: nb or nn")
	c.Flags().StringVar(&styleFile, "style", "", "file with the house style")
	c.Flags().StringSliceVar(&off, "off", nil, "rules that are not applied")
	return c
}

// lintText reads the text to be checked from a file or the standard input.
func (p *program) lintText(args []string) (string, error) {
	in, name := p.streams.In, "-"
	if len(args) > 0 && args[0] != "-" {
		name = args[0]
		f, err := os.Open(name)
		if os.IsNotExist(err) {
			return "", agreement.NewError(agreement.Invalid, "error.file.missing", err, "Path", name)
		} else if err != nil {
			return "", agreement.NewError(agreement.Invalid, "error.file.read", err, "Path", name)
		}
		defer f.Close()
		in = f
	}
	raw, err := io.ReadAll(io.LimitReader(in, maxLintText+1))
	switch {
	case err != nil:
		return "", agreement.NewError(agreement.Invalid, "error.file.read", err, "Path", name)
	case len(raw) > maxLintText:
		return "", agreement.NewError(agreement.Invalid, "error.lint.size", nil, "Limit", maxLintText>>20)
	case !utf8.Valid(raw):
		return "", agreement.NewError(agreement.Invalid, "error.lint.encoding", nil, "Path", name)
	}
	return strings.TrimPrefix(string(raw), "\uFEFF"), nil
}

// printLint prints one finding a line, "line:column: rule: message", and reports whether one of them is an error.
func (p *program) printLint(found [][]check.Finding, raw string) (errors bool) {
	lines := strings.Split(raw, "\n")
	for i, findings := range found {
		for _, f := range findings {
			_, column := check.Position(lines[i], f.Start)
			message := p.words.T(f.MessageKey(), "Found", f.Found, "Other", f.Other)
			p.printf("%d:%d: %s: %s", i+1, column, f.Rule, oneLine(message))
			if len(f.Replacements) > 0 {
				p.printf(" → %s", strings.Join(f.Replacements, " | "))
			}
			p.printf("\n")
			errors = errors || f.Level == check.Error
		}
	}
	return errors
}
