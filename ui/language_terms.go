package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/text/collate"
	xlanguage "golang.org/x/text/language"

	"avtalebok/agreement"
	"avtalebok/translate/settings"
	"avtalebok/translate/terms"
)

// termsPart shows the list of terms: those of the program and the user's own, which lie over them.
type termsPart struct {
	listed
	onlyOwn bool
	found   []terms.Term
}

func newTermsPart(s *languageScreen) *termsPart {
	p := &termsPart{}
	p.listed = listed{
		languageScreen: s, part: p, count: func() int { return len(p.found) }, fill: p.fill, detail: p.whole, open: p.edit,
		remove: p.delete, search: func(string) { p.reload() }, empty: p.emptyWords,
	}
	return p
}

func (p *termsPart) name() string { return "terms" }

func (p *termsPart) content() fyne.CanvasObject {
	at := 0
	if p.onlyOwn {
		at = 1
	}
	which := newSegments([]string{p.T("lang.terms.all"), p.T("lang.terms.own")}, at, func(i int) {
		p.onlyOwn = i == 1
		p.reload()
	})
	add := newButton(p.T("lang.terms.add"), func() { p.editTerm(terms.Term{Class: terms.Noun}, false) })
	add.Icon = theme.ContentAddIcon()
	bring := newButton(p.T("lang.terms.import"), p.importFile)
	write := newButton(p.T("lang.terms.export"), p.exportFile)
	tools := container.New(layout.NewRowWrapLayout())
	for _, b := range append(which.buttons, add, bring, write) {
		tools.Add(b)
	}
	return p.compose(p.T("lang.terms.search"), tools)
}

func (p *termsPart) entered() {
	p.reload()
	p.find()
}

// reload finds the terms that are asked for. The list is in memory; only sorting it takes a moment.
func (p *termsPart) reload() {
	_, list := p.options.Language.decisions()
	p.found = p.found[:0]
	for _, t := range list.All() {
		if (!p.onlyOwn || list.Own(t)) && holdsTerm(t, p.text) {
			p.found = append(p.found, t)
		}
	}
	order := collate.New(xlanguage.Norwegian, collate.IgnoreCase)
	slices.SortStableFunc(p.found, func(a, b terms.Term) int { return order.CompareString(a.Bokmal.Lemma, b.Bokmal.Lemma) })
	p.show()
}

// holdsTerm reports whether a term has each word of a query in its words, or in its note.
func holdsTerm(t terms.Term, query string) bool {
	lemmas, _ := terms.JoinWords(t.Nynorsk)
	all := strings.ToLower(t.Bokmal.Lemma + " " + lemmas + " " + t.Note)
	return holdsAll(all, strings.Fields(strings.ToLower(query)))
}

func (p *termsPart) emptyWords() (title, about string) {
	if p.text != "" {
		return p.T("lang.nothingTitle"), p.T("lang.nothingAbout", "Text", p.text)
	}
	return p.T("lang.terms.emptyTitle"), p.T("lang.terms.emptyAbout")
}

func (p *termsPart) fill(at int, row *listedRow) {
	t := p.found[at]
	lemmas, _ := terms.JoinWords(t.Nynorsk)
	about := p.T("lang.class." + classKey(t.Class))
	if t.Note != "" {
		about += " · " + t.Note
	}
	row.set(t.Bokmal.Lemma+"  –  "+strings.ReplaceAll(lemmas, " | ", ", "), about, p.standing(t))
}

// classKey names a class in message keys.
func classKey(c terms.Class) string {
	return map[terms.Class]string{
		terms.Noun: "noun", terms.Verb: "verb", terms.Adjective: "adjective", terms.Phrase: "phrase",
	}[c]
}

// standing says whether a term is the user's own, and lies over one of the program's.
func (p *termsPart) standing(t terms.Term) string {
	_, list := p.options.Language.decisions()
	switch {
	case !list.Own(t):
		return ""
	case builtIn(t.Key()):
		return p.T("lang.terms.overrides")
	}
	return p.T("lang.terms.mine")
}

// builtIn reports whether the program has a term with a key.
func builtIn(key string) bool {
	return slices.ContainsFunc(terms.Default().All(), func(t terms.Term) bool { return t.Key() == key })
}

// whole shows a term with its inflection.
func (p *termsPart) whole(at int) fyne.CanvasObject {
	t := p.found[at]
	_, list := p.options.Language.decisions()
	parts := []fyne.CanvasObject{
		caption(capital(p.T("app.form.nb"))), prose(inflection(t, t.Bokmal, agreement.Bokmal)), caption(capital(p.T("app.form.nn"))),
	}
	for _, w := range t.Nynorsk {
		parts = append(parts, prose(inflection(t, w, agreement.Nynorsk)))
	}
	parts = append(parts, note(p.T("lang.class."+classKey(t.Class))))
	if t.Note != "" {
		parts = append(parts, note(t.Note))
	}
	if len(t.Nynorsk) > 1 {
		parts = append(parts, note(p.T("lang.terms.firstCounts")))
	}
	buttons := []fyne.CanvasObject{newButton(p.T("lang.terms.edit"), func() { p.editTerm(t, true) })}
	if list.Own(t) {
		label := "lang.delete"
		if builtIn(t.Key()) {
			label = "lang.terms.revert"
		}
		buttons = append(buttons, newButton(p.T(label), func() { p.delete(at) }))
	}
	return details(buttons, parts...)
}

// inflection writes a word in all its forms: "avtale, avtalen, avtaler, avtalene".
func inflection(t terms.Term, w terms.Word, form agreement.Form) string {
	forms := []string{w.Lemma}
	for slot := terms.Definite; slot <= terms.Many; slot++ {
		if text := t.Form(w, form, slot); text != "" && !slices.Contains(forms, text) {
			forms = append(forms, text)
		}
	}
	return strings.Join(forms, ", ")
}

func (p *termsPart) edit(at int) { p.editTerm(p.found[at], true) }

// delete forgets an own term, and offers to bring it back. A term of the program's stays.
func (p *termsPart) delete(at int) {
	t := p.found[at]
	_, list := p.options.Language.decisions()
	if !list.Own(t) {
		p.tell(p.T("lang.terms.builtIn"), nil)
		return
	}
	p.change(func(ctx context.Context, store settings.Store) error {
		return settings.ForgetTerms(ctx, store, t.Key())
	}, func() {
		p.tell(p.T("lang.terms.deleted", "Text", t.Bokmal.Lemma), func() { p.keep([]terms.Term{t}, nil, p.T("lang.restored")) })
		p.focus(p, p.list)
	})
}

// keep keeps own terms, forgets others by their keys, and says that it did, with a way back.
func (p *termsPart) keep(own []terms.Term, forget []string, said string) {
	decided, _ := p.options.Language.decisions()
	var before []terms.Term // what undo brings back
	var added []string      // what it forgets
	for _, t := range own {
		if i := slices.IndexFunc(decided.Own, func(o terms.Term) bool { return o.Key() == t.Key() }); i >= 0 {
			before = append(before, decided.Own[i])
		} else {
			added = append(added, t.Key())
		}
	}
	for _, t := range decided.Own {
		if slices.Contains(forget, t.Key()) {
			before = append(before, t)
		}
	}
	p.exchange(own, forget, func() {
		p.tell(said, func() {
			p.exchange(before, added, func() { p.tell(p.T("lang.undone"), nil) })
		})
		if p.count() > 0 {
			p.focus(p, p.list) // where Ctrl+Z takes it back
		}
	})
}

func (p *termsPart) exchange(own []terms.Term, forget []string, done func()) {
	p.change(func(ctx context.Context, store settings.Store) error {
		if err := settings.ForgetTerms(ctx, store, forget...); err != nil {
			return err
		}
		return settings.KeepTerms(ctx, store, own...)
	}, done)
}
