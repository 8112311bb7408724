package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// languageScreen is where the user looks after the language: the translation memory, terms, the checker's rules, the
// spelling, and the balance between the written forms. Like the settings it is looked at aside: a draft on the desk
// stays there.
type languageScreen struct {
	*Window
	parts []languagePart
	at    int
	tabs  *segments
	room  *fyne.Container
}

// languageIcon is the sign of translation; Fyne has none.
var languageIcon = theme.NewThemedResource(fyne.NewStaticResource("language.svg", []byte(
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#000000" d="M12.9 15.1l-2.6-2.5c1.8-2 3-4.2 3.8-6.6H17V4h-7V2H8v2H1v2h11.2`+
		`c-.7 1.9-1.7 3.7-3.2 5.3-.9-1-1.6-2.1-2.2-3.3h-2c.7 1.6 1.7 3.2 2.9 4.6L2.600 17.6 4 19l5-5 3.100 3.100zM18.500 10h-2L12 22h2l1.100-3h4.800l1.100 3h2zm-2.600 7l1.600-4.300 1.600 4.300z"/></svg>`)))

// languagePart is a part of the screen.
type languagePart interface {
	name() string // the end of a message key
	content() fyne.CanvasObject
	entered()   // the part is shown: what it shows is read anew, and the focus put
	find()      // go to the search
	back() bool // go one step back; false where there is none
	undo()      // take back what was done last
}

func newLanguageScreen(w *Window) *languageScreen {
	s := &languageScreen{Window: w}
	s.parts = []languagePart{
		newMemoryPart(s), newTermsPart(s), newRulesPart(s), newWordsPart(s), newBalancePart(s),
	}
	return s
}

func (s *languageScreen) content() fyne.CanvasObject {
	var names []string
	for _, p := range s.parts {
		names = append(names, s.T("lang.part."+p.name()))
	}
	s.tabs = newSegments(names, s.at, s.turn)
	s.room = container.NewStack(s.parts[s.at].content())
	return s.besideRail(s, measure(1200, downwards(
		container.NewVBox(heading(s.T("lang.title")), s.tabs.object), s.room, layout.NewSpacer())))
}

// turn shows another part.
func (s *languageScreen) turn(at int) {
	s.at = at
	s.room.Objects = []fyne.CanvasObject{s.parts[at].content()}
	s.room.Refresh()
	s.parts[at].entered()
}

func (s *languageScreen) part() languagePart { return s.parts[s.at] }

func (s *languageScreen) entered() { s.part().entered() }

// leave leaves what lies behind the screen, too.
func (s *languageScreen) leave(then func()) { s.previous.leave(then) }

func (s *languageScreen) back() {
	if !s.part().back() {
		s.goTo(s.previous)
	}
}

// undoDelete takes back what was done last in the part that is shown.
func (s *languageScreen) undoDelete() { s.part().undo() }

// showsPart reports whether a part is what is on the window: answers that come later are not for the user any more.
func (s *languageScreen) showsPart(p languagePart) bool {
	return s.shown == screen(s) && s.part() == p
}

// focus gives the keyboard to something of a part, unless a dialog has it.
func (s *languageScreen) focus(p languagePart, o fyne.Focusable) {
	if s.showsPart(p) && !s.busy() {
		s.window.Canvas().Focus(o)
	}
}
