package ui

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"avtalebok/data/facts"
	"avtalebok/locales"
)

// settingsScreen holds what the user can decide about the window. Every choice takes effect, and is kept, at once.
type settingsScreen struct {
	*Window
	language *segments
	county   string // the number of the county that is proposed for new drafts
	looks    *looksForm
}

func newSettingsScreen(w *Window) *settingsScreen {
	return &settingsScreen{Window: w, looks: &looksForm{Window: w}}
}

// languageNames are the languages' own names, which are the same in every language.
var languageNames = map[string]string{"nn": "Nynorsk", "nb": "Bokmål", "en": "English"}

func (s *settingsScreen) content() fyne.CanvasObject {
	var languages []string
	for _, code := range locales.Languages {
		languages = append(languages, languageNames[code])
	}
	s.language = newSegments(languages, slices.Index(locales.Languages[:], s.words.Language), func(i int) {
		s.speak(locales.Languages[i])
	})
	page := container.NewVBox(heading(s.T("settings.title")))
	part := func(title, about string, o fyne.CanvasObject) {
		page.Add(widget.NewLabelWithStyle(s.T(title), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		page.Add(o)
		if about != "" {
			page.Add(note(about))
		}
	}
	part("settings.language", s.T("settings.languageAbout"), s.language.object)
	part("settings.appearance", "", s.appearances())
	part("settings.textSize", s.T("settings.textSizeAbout"), s.textSizes())
	part("settings.county", s.T("settings.countyAbout"), s.counties())
	part("settings.looks", s.T("settings.looksAbout"), s.looks.content())
	if s.options.Language != nil {
		part("settings.translating", s.T("settings.translatingAbout"), s.translation())
	}
	part("settings.data", s.T("settings.dataAbout"), s.folder())
	part("settings.about", "", prose(s.T("settings.version", "Version", s.options.Version, "AsOf", s.asOf())))
	return s.besideRail(s, container.NewVScroll(measure(640, page)))
}

func (s *settingsScreen) appearances() fyne.CanvasObject {
	var names []string
	for _, a := range appearances {
		names = append(names, s.T("settings.appearances."+string(a)))
	}
	return newSegments(names, slices.Index(appearances, s.preferences.appearance), func(i int) {
		s.look(appearances[i], s.preferences.textSize)
		s.remember(appearanceSetting, string(appearances[i]))
	}).object
}

func (s *settingsScreen) textSizes() fyne.CanvasObject {
	var names []string
	for _, percent := range TextSizes {
		names = append(names, strconv.Itoa(percent)+" %")
	}
	return newSegments(names, slices.Index(TextSizes[:], s.preferences.textSize), func(i int) { s.resizeText(TextSizes[i]) }).object
}

// counties lets the user say which county he writes for.
func (s *settingsScreen) counties() fyne.CanvasObject {
	var names []string
	for _, b := range facts.Counties() {
		names = append(names, b.FullName())
	}
	choice := newSelection(names, nil)
	choice.PlaceHolder = s.T("settings.countyNone")
	if b, ok := facts.County(s.county); ok {
		choice.Selected = b.FullName()
	}
	choice.OnChanged = func(name string) {
		for _, b := range facts.Counties() {
			if b.FullName() == name {
				s.county = b.Number
				s.remember(countySetting, b.Number)
			}
		}
	}
	return measure(320, choice)
}

func (s *settingsScreen) folder() fyne.CanvasObject {
	path := widget.NewLabel(s.options.DataDir)
	path.Selectable = true
	path.Wrapping = fyne.TextWrapBreak
	show := newButton(s.T("settings.showData"), func() {
		s.do(func() error { return s.options.Reveal(s.options.DataDir) }, nil)
	})
	return container.NewVBox(path, container.NewHBox(show, layout.NewSpacer()))
}

// entered looks up which county is proposed, and puts the focus on the first choice.
func (s *settingsScreen) entered() {
	s.window.Canvas().Focus(s.language.buttons[s.language.selected])
	s.looks.load()
	if s.county != "" {
		return
	}
	s.run(func() func() {
		county, err := s.store.Setting(context.Background(), countySetting)
		if err != nil || county == "" {
			return nil
		}
		return func() {
			s.county = county
			if s.shown == screen(s) {
				s.refill()
				s.entered()
			}
		}
	})
}

// leave leaves what lies behind the settings, too.
func (s *settingsScreen) leave(then func()) { s.previous.leave(then) }

func (s *settingsScreen) back() { s.goTo(s.previous) }

// resizeText switches the size of the text everywhere, and keeps the choice.
func (w *Window) resizeText(percent int) {
	w.look(w.preferences.appearance, percent)
	w.remember(textSizeSetting, strconv.Itoa(percent))
	if _, ok := w.shown.(*settingsScreen); ok {
		w.refill()
		w.shown.entered()
	}
	if s, ok := w.shown.(*registerScreen); ok { // it folds its filters together where letters are large
		w.refill()
		s.entered()
	}
}

// normalSize goes back to the normal text size, or fits the preview's pages to its width where it has the keyboard.
func (w *Window) normalSize() {
	if s, ok := w.shown.(*deskScreen); ok && s.desk.ZoomPreview(0) {
		return
	}
	w.resizeText(TextSizes[0])
}

// enlarge goes a number of steps through the text sizes, or through those of the preview where it has the keyboard.
func (w *Window) enlarge(steps int) {
	if s, ok := w.shown.(*deskScreen); ok && s.desk.ZoomPreview(steps) {
		return
	}
	i := slices.Index(TextSizes[:], w.preferences.textSize) + steps
	if i >= 0 && i < len(TextSizes) {
		w.resizeText(TextSizes[i])
	}
}
