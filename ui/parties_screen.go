package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/data/parties"
)

// partiesScreen shows every body that can be a party: municipalities and counties, which the program knows, and the
// user's organisations, with people, groups, and the agreements that they are in.
type partiesScreen struct {
	*Window
	all    []partyRow
	found  []int // places in all
	groups []parties.Group
	loaded bool
	chosen string // the row's key

	text    string
	sort    partySort
	group   int64 // only its members; 0 is no group
	with    []*register.Entry
	withKey string // whose agreements these are

	loading latest
	looking latest

	search  *field
	sorts   *selection
	choices *selection // of groups
	list    *rows
	body    *fyne.Container
	beside  *fyne.Container
	bar     *fyne.Container
	page    *fyne.Container
	done    string
	revert  func()
}

func newPartiesScreen(w *Window) *partiesScreen {
	return &partiesScreen{Window: w, sort: ownParties, loading: latest{run: w.run}, looking: latest{run: w.run}}
}

func (w *Window) openParties() {
	if _, already := w.shown.(*partiesScreen); !already {
		w.goTo(newPartiesScreen(w))
	}
}

func (s *partiesScreen) content() fyne.CanvasObject {
	s.body, s.beside, s.bar = container.NewStack(), container.NewStack(), container.NewStack()
	at := 0
	if s.list != nil {
		at = s.list.at
	}
	s.list = newRows(func() int { return len(s.found) }, newListedRow, s.fillRow)
	s.list.at = at
	s.list.HideSeparators = true
	s.list.onMoved = s.moved
	s.list.onOpen = func(at int) {
		tapped := s.window.Canvas().Focused() != fyne.Focusable(s.list)
		s.moved()
		if r, ok := s.row(); ok && !tapped {
			s.edit(r)
		}
	}
	s.list.onKey = s.listKey
	split := container.NewHSplit(s.body, container.NewPadded(s.beside))
	split.SetOffset(0.48)
	s.page = downwards(container.NewVBox(s.head(), s.finder()), split, s.bar)
	s.fill()
	s.fillBar()
	return s.besideRail(s, measure(1300, s.page))
}

func (s *partiesScreen) head() fyne.CanvasObject {
	bring := newButton(s.T("parties.import.button"), s.importFile)
	create := newMainButton(s.T("parties.create"), func() {
		s.editEntry(parties.Entry{Party: agreement.Party{Kind: agreement.OrganisationParty, Name: s.freshName()}})
	})
	create.Icon = theme.ContentAddIcon()
	return container.NewHBox(heading(s.T("app.parties")), layout.NewSpacer(), container.NewCenter(bring), container.NewCenter(create))
}

// freshName is the name of a new organisation: what was searched for in vain.
func (s *partiesScreen) freshName() string {
	if len(s.found) == 0 {
		return strings.TrimSpace(s.text)
	}
	return ""
}

// finder is the search, and beneath it what else says which parties are shown.
func (s *partiesScreen) finder() fyne.CanvasObject {
	s.search = newField(s.T("parties.search"))
	s.search.Icon = theme.SearchIcon()
	s.search.SetText(s.text)
	s.search.OnChanged = func(text string) {
		s.text = text
		s.fill()
	}
	s.search.onKey = func(e *fyne.KeyEvent) bool {
		if (e.Name == fyne.KeyDown || isEnter(e)) && len(s.found) > 0 {
			s.goToRow(min(max(s.list.at, 0), len(s.found)-1))
			s.window.Canvas().Focus(s.list)
			return true
		}
		return isEnter(e)
	}
	var names []string
	for _, sort := range partySorts {
		names = append(names, s.T("parties.sort."+string(sort)))
	}
	s.sorts = newSelection(names, nil)
	s.sorts.SetSelectedIndex(slices.Index(partySorts, s.sort))
	s.sorts.OnChanged = func(string) {
		s.sort = partySorts[s.sorts.SelectedIndex()]
		s.fill()
	}
	s.choices = newSelection(nil, nil)
	s.fillGroups()
	tools := container.New(layout.NewRowWrapLayout(), s.sorts, s.choices, newButton(s.T("parties.group.manage"), s.showGroups))
	return container.NewVBox(s.search, tools)
}

func (s *partiesScreen) fillGroups() {
	names := []string{s.T("parties.group.all")}
	at := 0
	for i, g := range s.groups {
		names = append(names, s.T("parties.group.named", "Name", g.Name))
		if g.ID == s.group {
			at = i + 1
		}
	}
	if at == 0 {
		s.group = 0
	}
	s.choices.OnChanged = nil
	s.choices.SetOptions(names)
	s.choices.SetSelectedIndex(at)
	s.choices.OnChanged = func(string) {
		s.group = 0
		if i := s.choices.SelectedIndex(); i > 0 {
			s.group = s.groups[i-1].ID
		}
		s.fill()
	}
	s.choices.Hidden = len(s.groups) == 0
}

func (s *partiesScreen) entered() {
	s.reload("")
	s.window.Canvas().Focus(s.search)
}

func (s *partiesScreen) leave(then func()) { then() }

// back empties the search, and then leaves the screen.
func (s *partiesScreen) back() {
	if s.text != "" {
		s.search.SetText("")
		s.window.Canvas().Focus(s.search)
		return
	}
	s.home()
}

// reload asks the store anew, away from the UI thread, and goes to a row where one is named.
func (s *partiesScreen) reload(key string) {
	s.loading.start(func() func() {
		ctx := context.Background()
		listed, err := s.store.ListedParties(ctx)
		var groups []parties.Group
		if err == nil {
			groups, err = s.store.PartyGroups(ctx)
		}
		all := make([]partyRow, len(listed))
		for i, p := range listed {
			all[i] = partyRow{p, p.Identity(), p.Words()}
		}
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.all, s.groups, s.loaded, s.withKey = all, groups, true, ""
			if key != "" {
				s.chosen = key
			}
			s.fillGroups()
			s.fill()
		}
	})
}

// tellDone says beneath the list what was done, with a way back where there is one.
func (s *partiesScreen) tellDone(done string, revert func()) {
	s.done, s.revert = done, revert
	s.fillBar()
}

func (s *partiesScreen) fillBar() {
	if s.bar == nil {
		return
	}
	s.bar.Objects = nil
	if s.done != "" {
		var undo fyne.CanvasObject
		if s.revert != nil {
			undo = newButton(s.T("parties.undo"), s.undoDelete)
		}
		s.bar.Objects = []fyne.CanvasObject{doneLine(s.done, undo)}
	}
	s.page.Refresh()
}

// undoDelete takes back what was done last.
func (s *partiesScreen) undoDelete() {
	if revert := s.revert; revert != nil {
		s.tellDone("", nil)
		revert()
	}
}

// change changes the register away from the UI thread, says that it did, with a way back, and goes to a row.
func (s *partiesScreen) change(said, key string, back data.PartyChange, work func(context.Context) error) {
	s.do(func() error { return work(context.Background()) }, func() {
		s.changed(said, key, back)
	})
}

// changed shows the register as it is now.
func (s *partiesScreen) changed(said, key string, back data.PartyChange) {
	s.tellDone(said, func() {
		s.do(func() error { return s.store.ChangeParties(context.Background(), back) }, func() {
			s.tellDone(s.T("parties.undone"), nil)
			s.reload(key)
		})
	})
	s.reload(key)
	if !s.busy() {
		s.window.Canvas().Focus(s.list) // where Ctrl+Z takes it back
	}
}

// delete takes a row out of the register. Agreements with it stay as they are.
func (s *partiesScreen) delete(r partyRow) {
	said := "parties.deleted"
	if r.BuiltIn() {
		said = "parties.cleared"
	}
	s.change(s.T(said, "Name", r.Name), "", data.PartyChange{Restore: []int64{r.ID}}, func(ctx context.Context) error {
		return s.store.DeleteParty(ctx, r.ID)
	})
}
