package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/data"
	"avtalebok/data/parties"
)

// importFile asks for a file with parties, and shows what is in it before anything is taken in.
func (s *partiesScreen) importFile() {
	s.askFile(s.T("parties.import.title"), lists, s.readList)
}

func (s *partiesScreen) readList(path string) {
	var list parties.List
	var plan []parties.Planned
	s.do(func() error {
		content, err := readAtMost(path, parties.MaxFile+1)
		if err != nil {
			return err
		}
		if list, err = parties.Read(content); err != nil {
			return err
		}
		known, err := s.store.Parties(context.Background())
		plan = parties.Plan(list.Rows, known)
		return err
	}, func() { newPartyPreview(s, filepath.Base(path), list, plan).show() })
}

// partyPreview shows the rows of a list with what would be done with each, and lets the user choose otherwise.
type partyPreview struct {
	*partiesScreen
	name      string
	list      parties.List
	plan      []parties.Planned
	order     []int // of the rows as shown: those that are wrong first
	overwrite bool

	sheet   *sheet
	rows    *rows
	said    *widget.Label
	choice  *fyne.Container
	summary *widget.Label
	take    *button
}

func newPartyPreview(s *partiesScreen, name string, list parties.List, plan []parties.Planned) *partyPreview {
	p := &partyPreview{partiesScreen: s, name: name, list: list, plan: plan}
	for i := range plan {
		p.order = append(p.order, i)
	}
	rank := map[parties.Standing]int{parties.Wrong: 0, parties.Known: 1, parties.Repeated: 1, parties.New: 2, parties.Same: 3}
	slices.SortStableFunc(p.order, func(a, b int) int { return rank[plan[a].Standing] - rank[plan[b].Standing] })
	return p
}

func (p *partyPreview) show() {
	p.rows = newRows(func() int { return len(p.order) }, newListedRow, p.fillRow)
	p.rows.HideSeparators = true
	p.rows.onMoved = p.moved
	p.rows.onOpen = func(int) { p.moved() }
	p.rows.onKey = func(e *fyne.KeyEvent, _ int) bool {
		if e.Name == fyne.KeySpace {
			p.turn()
			return true
		}
		return false
	}
	p.said, p.summary = prose(""), prose("")
	p.choice = container.NewStack()
	about := []string{p.T("parties.import.reads", "Sign", parties.SignKey(p.list.Separator), "Latin", p.list.Latin)}
	if len(p.list.Ignored) > 0 {
		about = append(about, p.T("parties.import.ignored", "Columns", strings.Join(p.list.Ignored, ", ")))
	}
	top := container.NewVBox(note(strings.Join(about, " ")))
	if slices.ContainsFunc(p.plan, func(r parties.Planned) bool { return r.Standing == parties.Known }) {
		top.Add(newCheck(p.T("parties.import.overwrite"), false, func(on bool) {
			p.overwrite = on
			p.moved()
		}))
		top.Add(newCheck(p.T("parties.import.skip_known"), false, p.skipKnown))
	}
	leave := newButton(p.T("dialog.cancel"), func() { p.sheet.Hide() })
	p.take = newMainButton(p.T("parties.import.take"), p.takeIn)
	height := max(120, min(300*textScale(), p.window.Canvas().Size().Height-470))
	content := container.NewVBox(top, container.New(&least{height: height}, p.rows),
		container.New(&least{height: 108 * textScale()}, container.NewVBox(p.said, p.choice)), widget.NewSeparator(), p.summary)
	p.sheet = p.newSheet(p.T("parties.import.preview", "File", p.name), content, leave, p.take)
	p.count()
	p.describe()
	p.sheet.present(p.rows, fyne.NewSize(860, 0))
}

func (p *partyPreview) fillRow(at int, o fyne.CanvasObject) {
	if at >= len(p.order) {
		return
	}
	row, r := o.(*listedRow), p.plan[p.order[at]]
	row.mark(at == p.rows.at)
	name, tag := r.Entry.Name, p.T("parties.standing."+string(r.Standing))
	if r.Standing == parties.Wrong {
		name = r.Text
	} else if r.Standing != parties.Same {
		tag += ": " + p.T("parties.choice."+string(r.Choice))
	}
	about := p.T("parties.import.line", "Line", r.Line)
	if said := r.Says(p.words, p.overwrite); len(said) > 0 {
		about += ": " + said[0]
	}
	row.set(name, about, tag)
}

// moved shows all that is to be said of the row that the keyboard is on.
func (p *partyPreview) moved() {
	p.rows.Refresh()
	p.describe()
	p.count()
	p.sheet.fit()
}

func (p *partyPreview) describe() {
	p.choice.Objects = nil
	p.said.SetText("")
	if p.rows.at < 0 || p.rows.at >= len(p.order) {
		return
	}
	at := p.order[p.rows.at]
	r := p.plan[at]
	said := r.Says(p.words, p.overwrite)
	if len(said) == 0 {
		said = []string{p.T("parties.import.as_new", "Name", r.Entry.Name)}
	}
	p.said.SetText(p.T("parties.import.line", "Line", r.Line) + ": " + strings.Join(said, " "))
	p.said.Importance = widget.MediumImportance
	if r.Standing == parties.Wrong || len(r.Notes) > 0 {
		p.said.Importance = widget.WarningImportance
	}
	p.said.Refresh()
	if choices := r.Choices(); len(choices) > 1 {
		var names []string
		for _, c := range choices {
			names = append(names, p.T("parties.choice."+string(c)))
		}
		p.choice.Objects = []fyne.CanvasObject{newSegments(names, slices.Index(choices, r.Choice), func(i int) {
			p.plan[at].Choice = choices[i]
			p.moved()
		}).object}
	}
	p.choice.Refresh()
}

// turn takes the next choice for the row that the keyboard is on.
func (p *partyPreview) turn() {
	if p.rows.at < 0 || p.rows.at >= len(p.order) {
		return
	}
	r := &p.plan[p.order[p.rows.at]]
	choices := r.Choices()
	r.Choice = choices[(slices.Index(choices, r.Choice)+1)%len(choices)]
	p.moved()
}

// skipKnown leaves out those that are in the register already, or takes them in as was proposed.
func (p *partyPreview) skipKnown(on bool) {
	for i := range p.plan {
		if r := &p.plan[i]; r.Standing == parties.Known {
			r.Choice = parties.MergeInto
			if on {
				r.Choice = parties.Skip
			}
		}
	}
	p.moved()
}

// count says how many rows will be taken in.
func (p *partyPreview) count() {
	count := map[parties.Choice]int{}
	wrong := 0
	for _, r := range p.plan {
		if r.Standing == parties.Wrong {
			wrong++
			continue
		}
		count[r.Choice]++
	}
	p.summary.SetText(p.T("parties.import.plan", "Add", count[parties.Add], "Merge", count[parties.MergeInto],
		"Skip", count[parties.Skip], "Wrong", wrong))
	if count[parties.Add]+count[parties.MergeInto] == 0 {
		p.take.Disable()
	} else {
		p.take.Enable()
	}
}

func (p *partyPreview) takeIn() {
	p.sheet.Hide()
	var done data.PartiesImported
	p.do(func() (err error) {
		done, err = p.store.ImportParties(context.Background(), p.plan, p.overwrite)
		return err
	}, func() {
		p.changed(p.T("parties.import.done", "Added", done.Added, "Merged", done.Merged, "Skipped", done.Skipped), "", done.Back)
	})
}
