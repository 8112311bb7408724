package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data"
)

// draftsScreen lists the drafts, or the deleted ones, newest first, with a search over every word in them.
type draftsScreen struct {
	*Window
	deletedOnes bool
	welcome     bool // the demo agreement was made at this start

	text    string // what is searched for
	found   []data.Summary
	loaded  bool // found is what the store answered, not the emptiness before
	undoing *data.Summary

	searching latest
	readiness *readiness

	search *field
	list   *rows
	body   *fyne.Container // the list, or what to say instead of it
	bar    *fyne.Container // what was just deleted, with the way back
	hint   *widget.Label   // what the demo agreement is for
	due    *dueLine        // what is to be followed up; nil where deleted ones are shown
	page   *fyne.Container
}

func newDraftsScreen(w *Window, deleted bool) *draftsScreen {
	s := &draftsScreen{Window: w, deletedOnes: deleted, searching: latest{run: w.run}}
	s.readiness = newReadiness(w.tools, func() {
		if s.list != nil {
			s.list.Refresh()
		}
	})
	return s
}

func (s *draftsScreen) content() fyne.CanvasObject {
	s.search = newField(s.T("list.search"))
	s.search.SetText(s.text)
	s.search.OnChanged = func(text string) {
		s.text = text
		s.reload()
	}
	s.search.onKey = s.searchKey
	s.list = newRows(func() int { return len(s.found) }, s.newRow, s.fillRow)
	s.list.HideSeparators = true
	s.list.onOpen = s.openAt
	s.list.onKey = s.listKey
	s.body = container.NewStack()
	s.bar = container.NewStack()
	s.page = downwards(s.top(), s.body, s.bar)
	s.fillBar()
	s.fillBody()
	return s.besideRail(s, measure(1120, s.page))
}

func (s *draftsScreen) top() fyne.CanvasObject {
	title := "list.title"
	if s.deletedOnes {
		title = "list.deletedTitle"
	}
	head := container.NewHBox(heading(s.T(title)), layout.NewSpacer())
	if !s.deletedOnes {
		create := newMainButton(s.T("list.new"), s.newDraft)
		create.Icon = theme.ContentAddIcon()
		head.Add(container.NewCenter(create))
	}
	s.search.Icon = theme.SearchIcon()
	s.hint = note(s.T("list.welcome"))
	if s.deletedOnes {
		return container.NewVBox(head, s.search, s.hint)
	}
	s.due = newDueLine(s.Window, func() { s.page.Refresh() })
	return container.NewVBox(head, s.due.content, s.search, s.hint)
}

func (s *draftsScreen) entered() {
	if !s.session.waiting {
		s.reload()
	}
	s.window.Canvas().Focus(s.search)
}

func (s *draftsScreen) leave(then func()) { then() }

// back empties the search, or goes to the list in use.
func (s *draftsScreen) back() {
	switch {
	case s.text != "":
		s.search.SetText("")
		s.window.Canvas().Focus(s.search)
	case s.deletedOnes:
		s.home()
	}
}

// reload asks the store anew, away from the UI thread.
func (s *draftsScreen) reload() {
	if s.due != nil && s.text == "" {
		s.due.reload()
	}
	query := data.Query{Search: s.text, Deleted: s.deletedOnes}
	s.searching.start(func() func() {
		found, err := s.store.List(context.Background(), query)
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.found, s.loaded = found, true
			if s.list.at >= len(found) {
				s.list.goTo(max(len(found)-1, 0))
			}
			s.fillBody()
		}
	})
}

// fillBody shows the drafts, or says what to do where there are none.
func (s *draftsScreen) fillBody() {
	if s.body == nil {
		return
	}
	if hidden := !s.welcome || len(s.found) != 1 || s.text != ""; hidden != s.hint.Hidden {
		s.hint.Hidden = hidden
		s.page.Refresh()
	}
	var show fyne.CanvasObject = s.list
	if len(s.found) == 0 {
		show = container.NewStack()
		if s.loaded {
			show = s.empty()
		}
	}
	if len(s.body.Objects) != 1 || s.body.Objects[0] != show {
		s.body.Objects = []fyne.CanvasObject{show}
		s.body.Refresh()
	}
	s.list.Refresh()
}

func (s *draftsScreen) empty() fyne.CanvasObject {
	title, about := "list.emptyTitle", "list.emptyAbout"
	switch {
	case s.text != "":
		title, about = "list.nothingTitle", "list.nothingAbout"
	case s.deletedOnes:
		title, about = "list.noDeletedTitle", "list.noDeletedAbout"
	}
	head := subheading(s.T(title))
	head.Alignment = fyne.TextAlignCenter
	body := note(s.T(about, "Text", s.text))
	body.Alignment = fyne.TextAlignCenter
	box := container.NewVBox(head, body)
	if s.text == "" && !s.deletedOnes {
		box.Add(container.NewCenter(newMainButton(s.T("list.newFirst"), s.newDraft)))
	}
	return container.NewBorder(container.NewGridWrap(fyne.NewSize(1, 48)), nil, nil, nil,
		container.NewVBox(container.New(&column{width: 460}, box)))
}

func (s *draftsScreen) newRow() fyne.CanvasObject { return newDraftRow() }

func (s *draftsScreen) fillRow(at int, o fyne.CanvasObject) {
	if at >= len(s.found) {
		return
	}
	d := s.found[at]
	action, text := func() { s.delete(d) }, s.T("list.delete")
	if s.deletedOnes {
		action, text = func() { s.restore(d) }, s.T("list.restore")
	}
	row := o.(*draftRow)
	row.title.SetText(d.Title.In(s.form()))
	row.about.SetText(s.T("list.about", "Counterpart", s.counterpart(d), "Kind", s.T("app.kind."+string(d.Kind)), "When", s.moment(d.Updated)))
	row.action.set(text, action)
	if s.deletedOnes {
		row.setReadiness(nil, s.tools)
		return
	}
	row.setReadiness(s.readiness.of(d), s.tools)
}

// counterpart names the party that tells drafts apart where a title is cut, and says how many there are besides it and
// the first one, whose draft it is.
func (s *draftsScreen) counterpart(d data.Summary) string {
	switch n := len(d.Parties); n {
	case 0:
		return ""
	case 1, 2:
		return d.Parties[n-1]
	default:
		return s.words.N("list.counterparts", n-2, "Party", d.Parties[1])
	}
}

func (s *draftsScreen) openAt(at int) {
	if at < 0 || at >= len(s.found) {
		return
	}
	if s.deletedOnes {
		s.restore(s.found[at])
		return
	}
	s.openDraft(s.found[at].ID)
}

// searchKey goes from the search field into the list.
func (s *draftsScreen) searchKey(e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyDown && len(s.found) > 0:
		s.list.goTo(0)
		s.window.Canvas().Focus(s.list)
	case isEnter(e) && len(s.found) > 0:
		s.openAt(0)
	default:
		return false
	}
	return true
}

func (s *draftsScreen) listKey(e *fyne.KeyEvent, at int) bool {
	switch {
	case e.Name == fyne.KeyUp && at == 0:
		s.window.Canvas().Focus(s.search)
	case e.Name == fyne.KeyDelete && !s.deletedOnes && at < len(s.found):
		s.delete(s.found[at])
	default:
		return false
	}
	return true
}

// selected gives the draft that the keyboard is on.
func (s *draftsScreen) selected() (data.Summary, bool) {
	if s.list == nil || s.list.at >= len(s.found) {
		return data.Summary{}, false
	}
	return s.found[s.list.at], true
}

// delete takes a draft out of the list and offers to bring it back.
func (s *draftsScreen) delete(d data.Summary) {
	s.do(func() error { return s.store.Delete(context.Background(), d.ID) }, func() {
		s.undoing = &d
		s.fillBar()
		s.reload()
	})
}

func (s *draftsScreen) restore(d data.Summary) {
	s.do(func() error { return s.store.Restore(context.Background(), d.ID) }, func() {
		s.undoing = nil
		s.fillBar()
		s.reload()
	})
}

// undoDelete brings back what was deleted last.
func (s *draftsScreen) undoDelete() {
	if s.undoing != nil {
		s.restore(*s.undoing)
	}
}

// fillBar says what was deleted last, with the way back, until something else is done.
func (s *draftsScreen) fillBar() {
	s.bar.Objects = nil
	if d := s.undoing; d != nil {
		said := s.T("list.deleted", "Title", d.Title.In(s.form()))
		s.bar.Objects = []fyne.CanvasObject{doneLine(said, newButton(s.T("list.undo"), s.undoDelete))}
	}
	s.page.Refresh() // the bar's height has changed
}

// duplicate makes a draft of its own with the same content and opens it.
func (s *draftsScreen) duplicate(d data.Summary) {
	var copied agreement.Agreement
	s.do(func() error {
		a, err := s.store.Load(context.Background(), d.ID)
		if err != nil {
			return err
		}
		copied, err = s.store.Save(context.Background(), a.Duplicate())
		return err
	}, func() { s.openDraft(copied.ID) })
}
