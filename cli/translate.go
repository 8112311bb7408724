package cli

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	"avtalebok/translate/settings"
)

// translation is what the flags of translate say.
type translation struct {
	from, to string
	style    string // a file
	folder   string // of Apertium
	outdated bool
}

func (p *program) translateCommand() *cobra.Command {
	var t translation
	c := &cobra.Command{
		Use:   "translate [ID]",
		Short: "Translate between bokmål and nynorsk: standard input line by line, or a draft's missing passages",
		Example: "  avtalebok translate --from nb --to nn < letter.txt\n" +
			"  avtalebok translate 0198c7 --to nn",
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			d, err := t.direction(len(args) > 0)
			if err != nil {
				return err
			}
			decided, err := p.decided(c.Context())
			if err != nil {
				return err
			}
			engine, err := t.engine(decided)
			if err != nil {
				return err
			}
			defer engine.Close()
			if len(args) == 0 {
				err = p.translateLines(c.Context(), engine, d)
			} else {
				err = p.translateDraft(c.Context(), engine, args[0], d.To, t.outdated)
			}
			if errors.Is(err, context.Canceled) {
				return agreement.NewError(agreement.Refused, "error.translate.cancelled", err)
			}
			return err
		},
	}
	c.Flags().StringVar(&t.from, "from", "", "written form to translate from: nb or nn (default: the other one)")
	c.Flags().StringVar(&t.to, "to", "", "written form to translate to: nb or nn")
	c.Flags().StringVar(&t.style, "style", "", "file with the house style: name = \"…\", forms = [\"me\", \"vart\"] (default: the one chosen in the window)")
	c.Flags().StringVar(&t.folder, "apertium", "", "folder of an Apertium installation (default: the one chosen in the window, else the system's)")
	c.Flags().BoolVar(&t.outdated, "outdated", false, "with ID: translate passages anew too whose other form was changed after approval")
	return c
}

func (t translation) direction(draft bool) (translate.Direction, error) {
	to, from := agreement.Form(t.to), agreement.Form(t.from)
	switch {
	case !to.Valid():
		return translate.Direction{}, usagef("--to is nb or nn, not %q", t.to)
	case from != "" && from != to.Other():
		return translate.Direction{}, usagef("--from is %s when --to is %s, not %q", to.Other(), to, t.from)
	case t.outdated && !draft:
		return translate.Direction{}, usagef("--outdated goes with the ID of a draft")
	}
	return translate.To(to), nil
}

// engine gives the engine, with the terms, house style and installation that are kept unless the flags say otherwise.
// The caller closes it.
func (t translation) engine(decided settings.Settings) (translate.Engine, error) {
	style, folder, list := decided.Style, decided.Apertium, decided.Terms()
	if t.style != "" {
		var err error
		if style, err = translate.ReadStyle(t.style); err != nil {
			return nil, err
		}
	}
	if t.folder != "" {
		folder = t.folder
	}
	installation, err := apertium.Find(folder)
	if err != nil {
		return nil, err
	}
	engine := translate.WithTerms(apertium.New(installation, style, apertium.Limits{}), list)
	return translate.WithOwnTerms(translate.Repair(engine, style), list), nil
}

// translateDraft fills in what a draft lacks in a form and saves it as a new revision.
func (p *program) translateDraft(ctx context.Context, engine translate.Engine, id string, form agreement.Form, outdated bool) error {
	return p.withStore(ctx, func(s *data.Store) error {
		a, err := s.Load(ctx, id)
		if err != nil {
			return err
		}
		editor := agreement.NewEditor(a)
		filled, failed := 0, error(nil)
		places := translate.Open(a, form, outdated)
		err = translate.Suggest(ctx, engine, a, form, places, func(suggestion translate.Suggestion) {
			if suggestion.Err != nil {
				failed = suggestion.Err
				return
			}
			if err := editor.Do(agreement.SetText(suggestion.Place, form, suggestion.Text)); err != nil {
				failed = err
				return
			}
			filled++
		})
		if err != nil {
			return err
		}
		if filled > 0 {
			if _, err := s.Save(ctx, editor.Agreement()); err != nil {
				return err
			}
		}
		p.printf("%s\n", p.words.N("translate.filled", filled, "Form", p.words.T("form."+string(form))))
		return failed
	})
}

// translateLines translates what comes in, writing one line for each line, as soon as the input pauses.
func (p *program) translateLines(ctx context.Context, engine translate.Engine, d translate.Direction) error {
	in := newLineReader(p.streams.In)
	lost := 0
	for {
		lines, readErr := in.next(ctx)
		segments := make([]translate.Segment, len(lines))
		for i, line := range lines {
			segments[i].Text = line
		}
		translations, err := engine.Translate(ctx, d, segments)
		if err != nil {
			return err
		}
		for _, t := range translations {
			if t.Err != nil {
				lost++
			}
			if _, err := io.WriteString(p.streams.Out, t.Text); err != nil {
				return agreement.NewError(agreement.Storage, "error.translate.write", err)
			}
		}
		if errors.Is(readErr, io.EOF) {
			break
		}
		if readErr != nil {
			return readErr
		}
	}
	if lost > 0 {
		return agreement.NewError(agreement.Refused, "error.translate.lines", nil, "Count", lost)
	}
	return nil
}
