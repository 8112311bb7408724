package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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

// partyRow is a body with what it is found by.
type partyRow struct {
	data.ListedParty
	words string
}

// rowKey tells rows apart.
func (r partyRow) rowKey() string {
	if key := r.Key(); key != "" {
		return key
	}
	return parties.Normal(r.Name) + " " + r.OrgNumber
}

// partySort is a sort of bodies to be shown.
type partySort string

// The sorts, in the order in which they are offered.
const (
	ownParties     partySort = "own" // those that are kept or in agreements; a search looks further
	everyParty     partySort = "all"
	organisations  partySort = "organisations"
	municipalities partySort = "municipalities"
	counties       partySort = "counties"
	unkeptParties  partySort = "unkept"
)

var partySorts = []partySort{ownParties, everyParty, organisations, municipalities, counties, unkeptParties}

func (r partyRow) in(sort partySort, searching bool) bool {
	switch sort {
	case ownParties:
		return searching || r.Kept || r.Agreements > 0
	case organisations:
		return !r.BuiltIn()
	case municipalities:
		return r.Kind == agreement.MunicipalityParty
	case counties:
		return r.Kind == agreement.CountyParty
	case unkeptParties:
		return !r.BuiltIn() && !r.Kept
	}
	return true
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
			all[i] = partyRow{p, p.Words()}
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

// fill shows the rows that are asked for, with the chosen one still chosen where it is among them.
func (s *partiesScreen) fill() {
	words := strings.Fields(strings.ToLower(s.text))
	var members []string
	if i := slices.IndexFunc(s.groups, func(g parties.Group) bool { return g.ID == s.group }); i >= 0 {
		members = s.groups[i].Members
	}
	s.found = s.found[:0]
	at := -1
	for i, r := range s.all {
		if !r.in(s.sort, len(words) > 0 || s.group > 0) || s.group > 0 && !slices.Contains(members, r.rowKey()) || !r.holds(words) {
			continue
		}
		if r.rowKey() == s.chosen {
			at = len(s.found)
		}
		s.found = append(s.found, i)
	}
	if at < 0 {
		at = 0
	}
	s.list.at = at
	s.show()
	if at < len(s.found) && at > 0 {
		s.list.ScrollTo(at)
	} else {
		s.list.ScrollToTop()
	}
}

// holds reports whether a row has each of some words. A number is found with and without its blanks.
func (r partyRow) holds(words []string) bool {
	for _, w := range words {
		if !strings.Contains(r.words, w) && !strings.Contains(r.OrgNumber, strings.Join(words, "")) {
			return false
		}
	}
	return true
}

func (s *partiesScreen) show() {
	if s.body == nil {
		return
	}
	var show fyne.CanvasObject = s.list
	if len(s.found) == 0 {
		show = container.NewStack()
		if s.loaded {
			show = s.empty()
		}
	}
	s.body.Objects = []fyne.CanvasObject{show}
	s.body.Refresh()
	s.moved()
}

// empty says what to do where no party is shown.
func (s *partiesScreen) empty() fyne.CanvasObject {
	title, about := "parties.empty.title", "parties.empty.about"
	switch {
	case s.text != "":
		title, about = "parties.nothing.title", "parties.nothing.about"
	case s.group > 0:
		title, about = "parties.empty_group.title", "parties.empty_group.about"
	case s.sort == unkeptParties:
		title, about = "parties.all_kept.title", "parties.all_kept.about"
	}
	head := subheading(s.T(title))
	head.Wrapping = fyne.TextWrapWord
	return container.NewVBox(head, note(s.T(about, "Text", s.text)))
}

// row gives the chosen row.
func (s *partiesScreen) row() (partyRow, bool) {
	if s.list == nil || s.list.at < 0 || s.list.at >= len(s.found) {
		return partyRow{}, false
	}
	return s.all[s.found[s.list.at]], true
}

func (s *partiesScreen) goToRow(at int) {
	s.list.at = at
	s.list.goTo(at)
	s.moved()
}

// moved shows what the keyboard is on.
func (s *partiesScreen) moved() {
	s.list.Refresh()
	s.beside.Objects = nil
	if r, ok := s.row(); ok {
		s.chosen = r.rowKey()
		s.lookUp(r)
		s.beside.Objects = []fyne.CanvasObject{s.detail(r)}
	}
	s.beside.Refresh()
}

// lookUp finds the agreements of a row, once.
func (s *partiesScreen) lookUp(r partyRow) {
	if s.withKey == r.rowKey() || r.Agreements == 0 {
		return
	}
	s.with = nil
	s.looking.start(func() func() {
		with, err := s.store.AgreementsWith(context.Background(), r.Entry)
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			if now, ok := s.row(); ok && now.rowKey() == r.rowKey() {
				s.with, s.withKey = with, r.rowKey()
				s.moved()
			}
		}
	})
}

func (s *partiesScreen) fillRow(at int, o fyne.CanvasObject) {
	row := o.(*listedRow)
	row.mark(at == s.list.at)
	if at >= len(s.found) {
		return
	}
	r := s.all[s.found[at]]
	tag := ""
	if r.Agreements > 0 {
		tag = s.words.N("parties.agreements", r.Agreements)
	}
	row.set(r.Name, strings.Join(s.facts(r), "  ·  "), tag)
}

// facts says in a few words what is known of a row.
func (s *partiesScreen) facts(r partyRow) []string {
	var facts []string
	if b, ok := parties.BodyOf(r.Number); ok {
		facts = append(facts, b.Number)
		if b.Kind == agreement.MunicipalityParty {
			facts = append(facts, b.County)
		}
	}
	if r.OrgNumber != "" {
		facts = append(facts, spacedNumber(r.OrgNumber))
	}
	if n := len(r.Contacts) + len(r.Signatories); n > 0 {
		facts = append(facts, s.words.N("parties.people", n))
	}
	if !r.BuiltIn() && !r.Kept {
		facts = append(facts, s.T("parties.unkept"))
	}
	if len(facts) == 0 {
		facts = append(facts, s.T("desk.template.kind."+string(r.Kind)))
	}
	return facts
}

// spacedNumber writes an organisation number as people read it: 974 760 673.
func spacedNumber(n string) string {
	if len(n) != 9 {
		return n
	}
	return n[:3] + "\u00a0" + n[3:6] + "\u00a0" + n[6:]
}

func (s *partiesScreen) listKey(e *fyne.KeyEvent, at int) bool {
	r, ok := s.row()
	switch {
	case e.Name == fyne.KeyUp && at == 0:
		s.window.Canvas().Focus(s.search)
	case e.Name == fyne.KeyDelete && ok && r.Kept:
		s.delete(r)
	default:
		return false
	}
	return true
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
		said := widget.NewLabel(s.done)
		said.Truncation = fyne.TextTruncateEllipsis
		var undo fyne.CanvasObject = layout.NewSpacer()
		if s.revert != nil {
			undo = newButton(s.T("parties.undo"), s.undoDelete)
		}
		s.bar.Objects = []fyne.CanvasObject{container.NewBorder(widget.NewSeparator(), nil, nil, undo, said)}
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
