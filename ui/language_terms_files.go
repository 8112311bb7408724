package ui

import (
	"fmt"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/export"
	"avtalebok/translate/terms"
)

// importFile asks for a file with terms, and shows what is in it before anything is taken in.
func (p *termsPart) importFile() {
	p.askFile(p.T("lang.terms.importTitle"), lists, p.preview)
}

func (p *termsPart) preview(path string) {
	var rows []terms.Row
	p.do(func() error {
		content, err := readAtMost(path, terms.MaxFile+1)
		if err == nil {
			rows, err = terms.Inspect(content)
		}
		return err
	}, func() { p.showPreview(filepath.Base(path), rows) })
}

// incoming says what taking in a row would do: "new", "own" (takes the place of an own term), "builtIn" (lies over the
// program's), "same" (nothing), or "wrong".
func (p *termsPart) incoming(r terms.Row) string {
	if r.Err != nil {
		return "wrong"
	}
	_, list := p.options.Language.decisions()
	i := slices.IndexFunc(list.All(), func(t terms.Term) bool { return t.Key() == r.Term.Key() })
	switch {
	case i < 0:
		return "new"
	case list.All()[i].Equal(r.Term):
		return "same"
	case list.Own(r.Term):
		return "own"
	}
	return "builtIn"
}

// showPreview shows the rows of a file: those that are wrong first, with the reason.
func (p *termsPart) showPreview(name string, rows []terms.Row) {
	states := make(map[int]string, len(rows)) // by line
	var take []terms.Term
	wrong := 0
	for _, r := range rows {
		states[r.Line] = p.incoming(r)
		switch states[r.Line] {
		case "wrong":
			wrong++
		case "same":
		default:
			take = append(take, r.Term)
		}
	}
	shown := slices.Clone(rows)
	slices.SortStableFunc(shown, func(a, b terms.Row) int {
		order := map[bool]int{true: 0, false: 1}
		return order[a.Err != nil] - order[b.Err != nil]
	})
	list := newRows(func() int { return len(shown) }, newListedRow, func(at int, o fyne.CanvasObject) {
		if at >= len(shown) {
			return
		}
		r := shown[at]
		row := o.(*listedRow)
		state := p.T("lang.terms.incoming." + states[r.Line])
		if r.Err != nil {
			row.set(p.words.Error(r.Err), r.Text, state)
			return
		}
		lemmas, _ := terms.JoinWords(r.Term.Nynorsk)
		row.set(r.Term.Bokmal.Lemma+"  –  "+lemmas, p.T("lang.terms.line", "Line", r.Line), state)
	})
	list.HideSeparators = true
	said := p.words.N("lang.terms.toTake", len(take), "All", len(rows))
	if wrong > 0 {
		said += " " + p.words.N("lang.terms.wrong", wrong)
	}
	var s *sheet
	leave := newButton(p.T("dialog.cancel"), func() { s.Hide() })
	use := newMainButton(p.T("lang.terms.take"), func() {
		s.Hide()
		p.keep(take, nil, p.words.N("lang.terms.taken", len(take)))
	})
	var first fyne.Focusable = use
	if len(take) == 0 {
		use.Disable()
		first = leave
	}
	summary := prose(said)
	if wrong > 0 {
		summary.Importance = widget.WarningImportance
	}
	height := min(420*textScale(), p.window.Canvas().Size().Height-240)
	room := container.New(&least{height: height}, list)
	s = p.newSheet(p.T("lang.terms.previewTitle", "File", name), container.NewBorder(summary, nil, nil, nil, room), leave, use)
	s.present(first, fyne.NewSize(760, 0))
}

// exportFile asks where, and writes the own terms or the whole list.
func (p *termsPart) exportFile() {
	own := true
	decided, list := p.options.Language.decisions()
	labels := []string{
		fmt.Sprintf("%s (%d)", p.T("lang.terms.own"), len(decided.Own)), fmt.Sprintf("%s (%d)", p.T("lang.terms.all"), len(list.All())),
	}
	at := 0
	if len(decided.Own) == 0 {
		own, at = false, 1
	}
	which := newSegments(labels, at, func(i int) { own = i == 0 })
	f := &fileForm{
		Window: p.Window, ending: ".csv", title: p.T("lang.terms.exportTitle"), about: p.T("lang.terms.exportAbout"), extra: which.object,
		done: func(path string) {
			all := list.All()
			if own {
				all = decided.Own
			}
			p.do(func() error { return export.WriteFile(path, terms.Write(all)) }, func() {
				p.languageScreen.tell(p.T("exchange.exported"), p.T("lang.terms.exported", "Terms", len(all), "Path", path))
			})
		},
	}
	f.ask("termliste")
}
