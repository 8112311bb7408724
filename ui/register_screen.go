package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement/register"
)

// registerScreen shows the register of agreements: a table of them, figures about them, and what there is to follow up.
// What is searched for and filtered holds for all three. It stays as it was left.
type registerScreen struct {
	*Window
	view  register.View // what is shown; its name is that of the saved view that it is
	shown registerShown
	today register.Date

	loading latest
	loaded  bool
	parts   []registerPart
	at      int

	search   *field
	group    *selection
	title    fyne.CanvasObject
	top      *fyne.Container // the title and what stands beside it
	line     *fyne.Container // of the search and the grouping
	facets   *fyne.Container
	totals   *widget.Label
	room     *fyne.Container
	viewName *button
}

// registerShown is what the store found, made ready away from the UI thread.
type registerShown struct {
	entries  []*register.Entry
	lines    []registerLine
	total    register.Totals
	sentence string
	party    string // the name of the one party that is filtered by
}

// registerPart is one of the ways to look at what was found.
type registerPart interface {
	name() string // the end of a message key
	content() fyne.CanvasObject
	fill()  // what was found has changed
	focus() // put the keyboard where it belongs
}

func newRegisterScreen(w *Window) *registerScreen {
	s := &registerScreen{Window: w, loading: latest{run: w.run}}
	s.parts = []registerPart{&registerTable{registerScreen: s}, &registerFigures{registerScreen: s}, newFollowUp(s)}
	return s
}

func (s *registerScreen) content() fyne.CanvasObject {
	s.room = container.NewStack(s.parts[s.at].content())
	s.totals = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	s.totals.Wrapping = fyne.TextWrapWord
	top := container.NewVBox(s.head(), s.searchLine())
	if !compact() {
		top.Add(s.facets)
	}
	top.Add(s.totals)
	page := downwards(top, s.room, layout.NewSpacer())
	s.fill()
	return s.besideRail(s, measure(1600, page))
}

// head has the title, the parts, and what can be done with all that is shown.
func (s *registerScreen) head() fyne.CanvasObject {
	var names []string
	for _, p := range s.parts {
		names = append(names, s.T("register.part."+p.name()))
	}
	s.viewName = newButton("", s.showViews)
	out := newButton(s.T("register.out.button"), s.askOut)
	out.Icon = theme.DocumentSaveIcon()
	title := heading(s.T("app.register"))
	line := container.New(layout.NewRowWrapLayout(), title)
	s.title, s.top = title, line
	parts := newSegments(names, s.at, s.turn).object.Objects
	for _, o := range append(slices.Clone(parts), s.viewName, out) {
		line.Add(container.New(&amid{title}, o))
	}
	s.facets = container.New(layout.NewRowWrapLayout())
	if compact() { // the filters are folded together into one button, which stands here
		line.Add(s.facets)
	}
	return line
}

// amid sets an object in the middle of a line as high as the title beside it.
type amid struct{ title fyne.CanvasObject }

func (a *amid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(size.Width, max(size.Height, a.title.MinSize().Height))
}

func (a *amid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, (size.Height-height)/2))
	objects[0].Resize(fyne.NewSize(size.Width, height))
}

// searchLine has the search and the grouping beside it, and makes the filters beneath them.
func (s *registerScreen) searchLine() fyne.CanvasObject {
	s.search = newField(s.T("register.search"))
	s.search.Icon = theme.SearchIcon()
	s.search.SetText(s.view.Search)
	s.search.OnChanged = func(text string) {
		s.view.Search = text
		s.changed()
	}
	s.search.onKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyDown || isEnter(e) {
			s.parts[s.at].focus()
			return true
		}
		return false
	}
	s.group = s.newGrouping()
	s.line = container.NewBorder(nil, nil, nil, s.group, s.search)
	return s.line
}

// newGrouping chooses what the table is grouped by.
func (s *registerScreen) newGrouping() *selection {
	var names []string
	at := 0
	for i, g := range groupings {
		names = append(names, s.T("register.group."+groupKey(g)))
		if g == s.view.Group {
			at = i
		}
	}
	choice := newSelection(names, nil)
	for _, name := range names { // which makes room for the longest
		if len(name) > len(choice.PlaceHolder) {
			choice.PlaceHolder = name
		}
	}
	choice.SetSelectedIndex(at)
	choice.OnChanged = func(string) {
		s.view.Group = groupings[choice.SelectedIndex()]
		s.changed()
	}
	return choice
}

// groupings are those that the table offers.
var groupings = []register.Grouping{
	register.Ungrouped, register.GroupKind, register.GroupParty, register.GroupSubject, register.GroupStatus, register.GroupYear,
	register.GroupForm,
}

// groupKey is the end of a grouping's message key.
func groupKey(g register.Grouping) string {
	if g == register.Ungrouped {
		return "none"
	}
	return string(g)
}

func (s *registerScreen) turn(at int) {
	s.at = at
	s.room.Objects = []fyne.CanvasObject{s.parts[at].content()}
	s.room.Refresh()
	s.fill()
	s.parts[at].focus()
}

func (s *registerScreen) entered() {
	s.reload()
	if s.at == 0 {
		s.window.Canvas().Focus(s.search)
		return
	}
	s.parts[s.at].focus()
}

func (s *registerScreen) leave(then func()) { then() }

// back takes away first what is searched for, and then the filters.
func (s *registerScreen) back() {
	switch {
	case s.view.Search != "":
		s.search.SetText("")
		s.window.Canvas().Focus(s.search)
	case s.filtered():
		s.clearFilter()
	default:
		s.home()
	}
}

// changed follows a change of what is asked for.
func (s *registerScreen) changed() {
	s.view.Name = ""
	s.reload()
}

// reload asks the store anew and makes what it finds ready to be shown, away from the UI thread.
func (s *registerScreen) reload() {
	view := s.view
	view.Order.Form = s.form()
	s.loading.start(func() func() {
		shown, today, err := s.read(context.Background(), view)
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.shown, s.today, s.loaded = shown, today, true
			s.fill()
		}
	})
}

func (s *registerScreen) read(ctx context.Context, v register.View) (registerShown, register.Date, error) {
	today := s.store.Today()
	entries, err := s.store.Register(ctx, register.Query{Search: v.Search, Filter: v.Filter, Order: v.Order})
	if err != nil {
		return registerShown{}, today, err
	}
	total := register.Total(entries, today)
	shown := registerShown{entries: entries, total: total, sentence: s.sentence(total)}
	shown.lines = registerLines(entries, v.Group, v.Order.Form, today)
	if len(v.Filter.Parties) == 1 && len(entries) > 0 {
		for _, g := range register.GroupBy(entries[:1], register.GroupParty, v.Order.Form, today) {
			if g.Key == v.Filter.Parties[0] {
				shown.party = g.Name
			}
		}
	}
	return shown, today, nil
}

// fill shows what was found.
func (s *registerScreen) fill() {
	if s.room == nil {
		return
	}
	s.totals.SetText(s.shown.sentence)
	s.totals.Hidden = len(s.shown.entries) == 0 || s.parts[s.at].name() == "follow"
	s.fillFacets()
	s.nameView()
	if hidden := s.at != 0 || compact(); hidden != s.group.Hidden {
		s.group.Hidden = hidden
		s.line.Refresh()
	}
	s.parts[s.at].fill()
	s.room.Refresh()
}

// sentence says the totals in the language of the window: "25 avtalar med 24 organisasjonar, 13 partnarskapsavtalar, 12
// samarbeidsavtalar".
func (t *tools) sentence(total register.Totals) string {
	if t.words.Language != "en" {
		return total.Sentence(t.form())
	}
	return t.englishSentence(total)
}

// empty says what to do where there is nothing to show.
func (s *registerScreen) empty() fyne.CanvasObject {
	if !s.loaded {
		return container.NewStack()
	}
	title, about := "register.emptyTitle", "register.emptyAbout"
	label, action := s.T("list.newFirst"), s.newDraft
	if s.filtered() || s.view.Search != "" {
		title, about = "register.nothingTitle", "register.nothingAbout"
		label, action = s.T("register.clear"), s.clearAll
	}
	head, body := subheading(s.T(title)), note(s.T(about))
	return measure(520, container.NewVBox(head, body, container.NewHBox(newMainButton(label, action))))
}

// clearAll shows the whole register.
func (s *registerScreen) clearAll() {
	s.view.Search, s.view.Filter, s.view.Name = "", register.Filter{}, ""
	s.search.SetText("") // asks anew, where there was something
	s.reload()
	s.window.Canvas().Focus(s.search)
}

// showRegister shows the register.
func (w *Window) showRegister() { w.goTo(w.register) }

// showFollowUp shows what there is to follow up.
func (w *Window) showFollowUp() {
	if w.shown == screen(w.register) {
		return
	}
	w.register.at = len(w.register.parts) - 1
	w.goTo(w.register)
}
