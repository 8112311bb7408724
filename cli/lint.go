package cli

import (
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/check"
	"avtalebok/translate/hunspell"
	"avtalebok/translate/terms"
)

// maxLintText bounds a text that lint reads, in bytes.
const maxLintText = 16 << 20

// lintFlags say how a text is checked.
type lintFlags struct {
	form, style, terms string
	draft              string // check this one instead of a text
	off                []string
	spelling           bool
}

func (p *program) lintCommand() *cobra.Command {
	var flags lintFlags
	c := &cobra.Command{
		Use: "lint --form nb|nn [FILE]", Short: "Check the language of a text, a line a paragraph, or of a draft", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if flags.draft != "" {
				if len(args) > 0 {
					return usagef("lint takes a file or --draft, not both")
				}
				return p.lintDraft(c.Context(), flags)
			}
			checker, err := flags.checker()
			if err != nil {
				return err
			}
			raw, err := p.lintText(args)
			if err != nil {
				return err
			}
			form := agreement.Form(flags.form)
			lines := check.Lines(raw, form)
			found := checker.Document(lines, form)
			if flags.spelling {
				speller := hunspell.New("")
				defer speller.Close()
				if err := spellPassages(c.Context(), checker, found, lines, form, speller); err != nil {
					return err
				}
			}
			if p.printLint(found, raw) {
				return errFindings
			}
			return nil
		},
	}
	c.Flags().StringVar(&flags.form, "form", "", "written form of the text: nb or nn")
	c.Flags().StringVar(&flags.draft, "draft", "", "check a draft, by its ID or file, as the window does, with what was decided there")
	c.Flags().StringVar(&flags.style, "style", "", "file with the house style")
	c.Flags().StringVar(&flags.terms, "terms", "", "CSV file with terms of your own")
	c.Flags().StringSliceVar(&flags.off, "off", nil, "rules that are not applied")
	c.Flags().BoolVar(&flags.spelling, "spelling", false, "check the spelling too (needs hunspell)")
	return c
}

func (f lintFlags) checker() (*check.Checker, error) {
	if !agreement.Form(f.form).Valid() {
		return nil, usagef("--form takes nb or nn, not %q", f.form)
	}
	options, err := f.options(check.Options{})
	if err != nil {
		return nil, err
	}
	return check.New(options), nil
}

// options puts what the flags say over other options.
func (f lintFlags) options(options check.Options) (check.Options, error) {
	for _, id := range f.off {
		if _, ok := check.RuleOf(id); !ok {
			return options, usagef("--off: there is no rule %q", id)
		}
	}
	options.Off = slices.Concat(options.Off, f.off)
	if f.style != "" {
		style, err := translate.ReadStyle(f.style)
		if err != nil {
			return options, err
		}
		options.Style = &style
	}
	if f.terms != "" {
		content, err := readWhole(f.terms, terms.MaxFile)
		if err != nil {
			return options, err
		}
		own, err := terms.ReadTerms(content)
		if err != nil {
			return options, err
		}
		options.Terms = withOwn(options.Terms, own)
	}
	return options, nil
}

// lintText reads the text to be checked from a file or the standard input.
func (p *program) lintText(args []string) (string, error) {
	name := "-"
	if len(args) > 0 {
		name = args[0]
	}
	var raw []byte
	var err error
	if name == "-" {
		raw, err = limited(p.streams.In, maxLintText, name)
	} else {
		raw, err = readWhole(name, maxLintText)
	}
	if err != nil {
		return "", err
	}
	if len(raw) > maxLintText {
		return "", agreement.NewError(agreement.Invalid, "error.lint.size", nil, "Limit", maxLintText>>20)
	}
	if !utf8.Valid(raw) {
		return "", agreement.NewError(agreement.Invalid, "error.lint.encoding", nil, "Path", name)
	}
	return strings.TrimPrefix(string(raw), "\uFEFF"), nil
}

// readWhole reads a file, or one byte more of it than the limit.
func readWhole(name string, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, agreement.NewError(agreement.Invalid, "error.file.missing", err, "Path", name)
	}
	if err != nil {
		return nil, agreement.NewError(agreement.Invalid, "error.file.read", err, "Path", name)
	}
	defer f.Close()
	return limited(f, limit, name)
}

func limited(in io.Reader, limit int64, name string) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, agreement.NewError(agreement.Invalid, "error.file.read", err, "Path", name)
	}
	return raw, nil
}

// printLint prints one finding a line, "line:column: rule: message", and reports whether one of them is an error.
func (p *program) printLint(found [][]check.Finding, raw string) (grave bool) {
	lines := strings.Split(raw, "\n")
	for i, findings := range found {
		column, counted := 1, 0 // the column of the byte up to which the line has been counted
		for _, f := range findings {
			column += utf8.RuneCountInString(lines[i][counted:f.Start])
			counted = f.Start
			p.printFinding(strconv.Itoa(i+1)+":"+strconv.Itoa(column), f)
			grave = grave || f.Level == check.Error
		}
	}
	return grave
}

// printFinding prints a finding about the language: where it is, the rule, what is wrong, and what could stand there.
func (p *program) printFinding(where string, f check.Finding) {
	message := p.words.T(f.MessageKey(), "Found", f.Found, "Other", f.Other)
	p.printf("%s: %s: %s", where, f.Rule, oneLine(message))
	if len(f.Replacements) > 0 {
		p.printf(" → %s", strings.Join(f.Replacements, " | "))
	}
	p.printf("\n")
}
