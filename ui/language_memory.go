package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
)

// shownPairs is how many pairs are shown at once; whoever looks for another one types more of it.
const shownPairs = 200

// memoryPart shows the translation memory: a search over both forms, the pairs with where they come from, and files to
// and from other programs.
type memoryPart struct {
	listed
	found     []agreement.Translation
	more      bool // there are others besides
	loaded    bool
	searching latest
	limit     *widget.Label // says that there are more
}

func newMemoryPart(s *languageScreen) *memoryPart {
	p := &memoryPart{searching: latest{run: s.run}}
	p.listed = listed{
		languageScreen: s, part: p, count: func() int { return len(p.found) }, fill: p.fill, detail: p.whole, remove: p.delete,
		search: func(string) { p.reload() }, empty: p.emptyWords,
	}
	return p
}

func (p *memoryPart) name() string { return "memory" }

func (p *memoryPart) content() fyne.CanvasObject {
	bring := newButton(p.T("lang.memory.import"), p.importFile)
	write := newButton(p.T("lang.memory.export"), p.exportFile)
	p.limit = note("")
	p.limit.Hide()
	return p.compose(p.T("lang.memory.search"), container.NewHBox(bring, write, layout.NewSpacer()), p.limit)
}

func (p *memoryPart) entered() {
	p.reload()
	p.find()
}

// reload asks the memory anew, away from the UI thread.
func (p *memoryPart) reload() {
	text, memory := p.text, p.options.Language.memory
	p.searching.start(func() func() {
		found, err := memory.Search(context.Background(), text, shownPairs+1)
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.loaded, p.more = true, len(found) > shownPairs
			p.found = found[:min(len(found), shownPairs)]
			p.show()
			p.limit.SetText(p.T("lang.memory.more", "Shown", shownPairs))
			p.limit.Hidden = !p.more
			p.page.Refresh()
		}
	})
}

func (p *memoryPart) emptyWords() (title, about string) {
	switch {
	case !p.loaded:
		return "", ""
	case p.text != "":
		return p.T("lang.nothingTitle"), p.T("lang.nothingAbout", "Text", p.text)
	}
	return p.T("lang.memory.emptyTitle"), p.T("lang.memory.emptyAbout")
}

func (p *memoryPart) fill(at int, row *listedRow) {
	t := p.found[at]
	row.set(tidy(t.NB), tidy(t.NN), p.T("tm.provenance."+string(t.Origin)))
}

// whole shows a pair whole.
func (p *memoryPart) whole(at int) fyne.CanvasObject {
	t := p.found[at]
	remove := newButton(p.T("lang.delete"), func() { p.delete(at) })
	if t.Origin == agreement.FromTemplate {
		remove.Disable()
	}
	parts := []fyne.CanvasObject{
		caption(capital(p.T("app.form.nb"))), prose(t.NB), caption(capital(p.T("app.form.nn"))), prose(t.NN),
		note(p.origin(t)),
	}
	return details([]fyne.CanvasObject{remove}, parts...)
}

// origin says who vouches for a pair, where it comes from and when it was accepted last.
func (p *memoryPart) origin(t agreement.Translation) string {
	said := []string{p.T("lang.memory.origin."+string(t.Origin), "Source", t.Source)}
	if !t.Confirmed.IsZero() {
		said = append(said, p.moment(t.Confirmed))
	}
	if t.Uses > 0 {
		said = append(said, p.words.N("lang.memory.used", t.Uses))
	}
	return strings.Join(said, " · ")
}

// delete forgets a pair, and offers to bring it back.
func (p *memoryPart) delete(at int) {
	t, memory := p.found[at], p.options.Language.memory
	if t.Origin == agreement.FromTemplate {
		p.tell(p.origin(t), nil)
		return
	}
	p.do(func() error { return memory.Delete(context.Background(), t.ID) }, func() {
		p.tell(p.T("lang.memory.deleted", "Text", tidy(t.NN)), func() { p.restore(t) })
		p.reload()
		p.focus(p, p.list)
	})
}

func (p *memoryPart) restore(t agreement.Translation) {
	memory := p.options.Language.memory
	p.do(func() error {
		_, err := memory.Restore(context.Background(), t)
		return err
	}, func() {
		p.tell(p.T("lang.restored"), nil)
		p.reload()
	})
}
