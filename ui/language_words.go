package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/translate/settings"
)

// wordsPart shows the spelling: whether there are dictionaries, and the words that the user has added to them.
type wordsPart struct {
	listed
	form   agreement.Form
	found  []string
	ready  map[agreement.Form]bool // whether there is a dictionary; no entry before that is known
	adding *field
	state  *widget.Label
}

func newWordsPart(s *languageScreen) *wordsPart {
	p := &wordsPart{form: s.form(), ready: make(map[agreement.Form]bool)}
	p.listed = listed{
		languageScreen: s, part: p, count: func() int { return len(p.found) }, fill: p.fill, detail: p.whole, remove: p.delete,
		search: func(string) { p.reload() }, empty: p.emptyWords,
	}
	return p
}

func (p *wordsPart) name() string { return "words" }

func (p *wordsPart) content() fyne.CanvasObject {
	var names []string
	for _, f := range agreement.Forms {
		names = append(names, capital(p.T("app.form."+string(f))))
	}
	forms := newSegments(names, slices.Index(agreement.Forms[:], p.form), func(i int) {
		p.form = agreement.Forms[i]
		p.reload()
	})
	p.state = note("")
	p.adding = newField(p.T("lang.words.new"))
	p.adding.OnSubmitted = func(string) { p.add() }
	add := newButton(p.T("lang.words.add"), p.add)
	return p.compose(p.T("lang.words.search"),
		forms.object, container.New(layout.NewBorderLayout(nil, nil, nil, add), p.adding, add), p.state)
}

func (p *wordsPart) entered() {
	p.reload()
	p.find()
	p.askReady()
}

// askReady finds out whether there are dictionaries; starting one takes a moment.
func (p *wordsPart) askReady() {
	speller := p.options.Language.speller
	p.run(func() func() {
		ready := make(map[agreement.Form]bool)
		for _, f := range agreement.Forms {
			ready[f] = speller.Available(context.Background(), f)
		}
		return func() {
			p.ready = ready
			p.showState()
		}
	})
}

func (p *wordsPart) showState() {
	if p.state == nil {
		return
	}
	ready, known := p.ready[p.form]
	words := ""
	switch {
	case known && ready:
		words = p.T("lang.words.ready")
	case known:
		words = p.T("desk.check.speller.missing")
	}
	p.state.SetText(words)
	p.page.Refresh()
}

func (p *wordsPart) reload() {
	decided, _ := p.options.Language.decisions()
	p.found = nil
	for _, w := range decided.Words[p.form] {
		if strings.Contains(strings.ToLower(w), strings.ToLower(strings.TrimSpace(p.text))) {
			p.found = append(p.found, w)
		}
	}
	p.show()
	p.showState()
}

func (p *wordsPart) emptyWords() (title, about string) {
	if p.text != "" {
		return p.T("lang.nothingTitle"), p.T("lang.nothingAbout", "Text", p.text)
	}
	return p.T("lang.words.emptyTitle"), p.T("lang.words.emptyAbout")
}

func (p *wordsPart) fill(at int, row *listedRow) {
	row.set(p.found[at], p.T("lang.words.own"), "")
}

func (p *wordsPart) whole(at int) fyne.CanvasObject {
	remove := newButton(p.T("lang.delete"), func() { p.delete(at) })
	return details([]fyne.CanvasObject{remove}, subheading(p.found[at]), note(p.T("lang.words.about", "Form", p.T("app.form."+string(p.form)))))
}

// add adds the word that is written in the field.
func (p *wordsPart) add() {
	word, form := strings.TrimSpace(p.adding.Text), p.form
	if word == "" {
		p.focus(p, p.adding)
		return
	}
	p.change(func(ctx context.Context, store settings.Store) error {
		return settings.AddWord(ctx, store, form, word)
	}, func() {
		p.adding.SetText("")
		p.tell(p.T("lang.words.added", "Text", word), func() { p.forget(form, word, p.T("lang.undone"), nil) })
		p.focus(p, p.adding)
	})
}

func (p *wordsPart) delete(at int) {
	word, form := p.found[at], p.form
	p.forget(form, word, p.T("lang.words.deleted", "Text", word), func() {
		p.change(func(ctx context.Context, store settings.Store) error {
			return settings.AddWord(ctx, store, form, word)
		}, func() { p.tell(p.T("lang.restored"), nil) })
	})
	p.focus(p, p.list)
}

func (p *wordsPart) forget(form agreement.Form, word, said string, revert func()) {
	p.change(func(ctx context.Context, store settings.Store) error {
		return settings.ForgetWord(ctx, store, form, word)
	}, func() { p.tell(said, revert) })
}
