package cli

import (
	"context"
	"errors"
	"io"
	"log/slog"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/translate"
	"avtalebok/translate/engines"
	"avtalebok/translate/memory"
	"avtalebok/translate/settings"
)

// translation is what the flags of translate say.
type translation struct {
	from, to string
	style    string // a file
	folder   string // of Apertium
	outdated bool
	noMemory bool
	kind     string // of engine
	raw      bool
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
			if len(args) == 0 {
				err = p.withStoreIfAny(c.Context(), func(s *data.Store) error { return p.translateLines(c.Context(), s, t, d) })
			} else {
				err = p.withStore(c.Context(), func(s *data.Store) error { return p.translateDraft(c.Context(), s, t, args[0], d.To) })
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
	c.Flags().BoolVar(&t.noMemory, "no-memory", false, "ask the engine also where the translation memory has the very same wording")
	c.Flags().StringVar(&t.kind, "engine", "", "engine: internal, or apertium for Apertium's own programs (default: the one chosen in the window, else internal where its data lie)")
	c.Flags().BoolVar(&t.raw, "raw", false, "the engine's own words: no translation memory, no term list, nothing mended")
	return c
}

func (t translation) direction(draft bool) (translate.Direction, error) {
	to, from := agreement.Form(t.to), agreement.Form(t.from)
	switch {
	case !to.Valid():
		return translate.Direction{}, usagef("--to is nb or nn, not %q", t.to)
	case from != "" && from != to.Other():
		return translate.Direction{}, usagef("--from is %s when --to is %s, not %q", to.Other(), to, t.from)
	case t.raw && draft:
		return translate.Direction{}, usagef("--raw goes with lines, not with the ID of a draft")
	case t.outdated && !draft:
		return translate.Direction{}, usagef("--outdated goes with the ID of a draft")
	}
	return translate.To(to), nil
}

// withEngine makes the engine, does something with it, and closes it. House style, terms, installation and translation
// memory are those of the store, which may be nil, unless the flags say otherwise.
func (t translation) withEngine(ctx context.Context, s *data.Store, do func(translate.Engine) error) (err error) {
	var decided settings.Settings
	if s != nil {
		decided, _ = settings.Read(ctx, s) // what can't be read has its default, as in the window
	}
	engine, err := t.engine(decided)
	if err != nil {
		return err
	}
	if s != nil && !t.noMemory && !t.raw {
		m := memory.Open(s, templates.All())
		defer m.Close()
		engine = m.Recall(engine)
	}
	defer func() { err = errors.Join(err, engine.Close()) }()
	return do(engine)
}

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
	kind := decided.Engine
	if t.kind != "" {
		var err error
		if kind, err = engines.ParseKind(t.kind); err != nil {
			return nil, err
		}
	}
	found, err := engines.Find(kind, folder)
	if err != nil {
		return nil, err
	}
	plain := found.Open(style, slog.New(slog.DiscardHandler))
	if t.raw {
		return plain, nil
	}
	engine := translate.WithTerms(plain, list)
	return translate.WithOwnTerms(translate.Repair(engine, style), list), nil
}

// translateDraft fills in what a draft lacks in a form and saves it as a new revision.
func (p *program) translateDraft(ctx context.Context, s *data.Store, t translation, id string, form agreement.Form) error {
	return t.withEngine(ctx, s, func(engine translate.Engine) error {
		a, err := s.Load(ctx, id)
		if err != nil {
			return err
		}
		editor := agreement.NewEditor(a)
		filled, failed := 0, error(nil)
		places := translate.Open(a, form, t.outdated)
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
func (p *program) translateLines(ctx context.Context, s *data.Store, t translation, d translate.Direction) error {
	return t.withEngine(ctx, s, func(engine translate.Engine) error { return p.passLines(ctx, engine, d) })
}

func (p *program) passLines(ctx context.Context, engine translate.Engine, d translate.Direction) error {
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
