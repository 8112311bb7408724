package cli

import (
	"context"
	"errors"
	"slices"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/facts"
	"avtalebok/translate/check"
	"avtalebok/translate/hunspell"
	"avtalebok/translate/settings"
	"avtalebok/translate/terms"
)

// decided gives what the user has decided about the language, in the window. Where there is no store, it makes none.
func (p *program) decided(ctx context.Context) (settings.Settings, error) {
	dir, err := p.folder()
	if err != nil || !data.Exists(dir) {
		return settings.Settings{}, err
	}
	var decided settings.Settings
	err = p.withStore(ctx, func(s *data.Store) error {
		decided, _ = settings.Read(ctx, s) // what can't be read has its default, as in the window
		return nil
	})
	return decided, err
}

// lintDraft checks the language of a draft as the window does: with the house style, terms, rules and words that are
// kept there, and without what is ignored. It prints one finding a line: "nn: where: rule: message".
func (p *program) lintDraft(ctx context.Context, flags lintFlags) error {
	forms := agreement.Forms[:]
	if flags.form != "" {
		form := agreement.Form(flags.form)
		if !form.Valid() {
			return usagef("--form takes nb or nn, not %q", flags.form)
		}
		forms = []agreement.Form{form}
	}
	a, err := p.find(ctx, flags.draft)
	if err != nil {
		return err
	}
	decided, err := p.decided(ctx)
	if err != nil {
		return err
	}
	options, err := flags.options(decided.Options(decided.Terms()))
	if err != nil {
		return err
	}
	options.Names = check.NamesOf(a)
	if options.Ignored, err = p.ignored(ctx, a.ID, decided); err != nil {
		return err
	}
	checker := check.New(options)
	speller := hunspell.New("")
	defer speller.Close()
	speller.SetNames(facts.PlaceNames())
	grave := false
	for _, form := range forms {
		speller.SetOwn(form, decided.Words[form])
		passages := check.PassagesOf(a)
		found := checker.Document(passages, form)
		if flags.spelling {
			if err := spellPassages(ctx, checker, found, passages, form, speller); err != nil {
				return err
			}
		}
		for i, findings := range found {
			for _, f := range findings {
				p.printFinding(string(form)+": "+a.Where(passages[i].Place, p.form()), f)
				grave = grave || f.Level == check.Error
			}
		}
	}
	if grave {
		return errFindings
	}
	return nil
}

// ignored gives the findings that the user does not want to see in a draft.
func (p *program) ignored(ctx context.Context, draft string, decided settings.Settings) ([]check.Ignore, error) {
	dir, err := p.folder()
	if err != nil || !data.Exists(dir) {
		return nil, err
	}
	list := decided.Ignored
	err = p.withStore(ctx, func(s *data.Store) error {
		here, _ := settings.Ignored(ctx, s, draft) // at worst a finding is shown once more
		list = slices.Concat(list, here)
		return nil
	})
	return list, err
}

// spellPassages puts what the dictionary doesn't know among the findings about each passage.
func spellPassages(
	ctx context.Context, checker *check.Checker, found [][]check.Finding, passages []check.Passage, form agreement.Form, speller check.Speller,
) error {
	for i, passage := range passages {
		misspelt, err := checker.Spelling(ctx, passage.In(form), form, speller)
		if errors.Is(err, hunspell.ErrMissing) {
			return agreement.NewError(agreement.Refused, "error.lint.spelling", err)
		}
		if err != nil {
			return err
		}
		found[i] = check.Merge(found[i], misspelt)
	}
	return nil
}

// withOwn overlays a list of terms with those of a file.
func withOwn(list *terms.List, own []terms.Term) *terms.List {
	if list == nil {
		list = terms.Default()
	}
	return list.With(own...)
}
