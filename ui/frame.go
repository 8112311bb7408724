package ui

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/ui/desk"
)

// Options are what the window is given.
type Options struct {
	Store     Store
	Templates []agreement.Template
	DataDir   string // shown in Settings
	Version   string
	Run       Runner             // nil: InBackground
	Now       func() time.Time   // nil: time.Now
	Open      func(string) error // opens a file in the program that the system has for it; nil: the system's
	Reveal    func(string) error // shows a file in its folder; nil: the system's
	Log       *slog.Logger       // nil: slog.Default()
	Timing    desk.Timing        // the desk's clocks; nil: the real ones
	Pages     desk.Pages         // renders the preview's pages; nil: no preview
	Language  *Language          // carries texts between the written forms and checks them; nil: no such help
	Resume    bool               // take up where the last session ended; at the very first start, make the demo
}

// screen is what the window can be filled with. Its content is made anew when the language is switched; what the
// user has done on it must survive that.
type screen interface {
	content() fyne.CanvasObject
	// entered is called when the content is on the window: to put the focus where it belongs.
	entered()
	// leave makes sure that nothing is lost and then goes on. It may not go on, if the user wants to stay.
	leave(then func())
	// back leaves the screen as Escape and Ctrl+W do.
	back()
}

// Window is the program's one window.
type Window struct {
	*tools
	app         fyne.App
	options     Options
	preferences preferences
	shown       screen
	previous    screen // what was shown before a screen that is looked at aside
	drafts      *draftsScreen
	deleted     *draftsScreen
	register    *registerScreen
	undo, redo  *fyne.MenuItem
	edit        *fyne.Menu // that they stand in
	menuKeys    *menuKeys
	closing     bool
	session     session
	leftovers   leftovers
	unfinished  *wizardScreen // the steps to a new draft that were left before their end
	thumbnails  thumbnails
	batch       *batchScreen // from which a draft was opened, with that draft's ID
	batchDraft  string
}

// New makes the window with the list of drafts in it. It reads the settings from the store, and that alone, before
// it returns.
func New(app fyne.App, options Options) (*Window, error) {
	if options.Run == nil {
		options.Run = InBackground
	}
	if options.Timing == nil {
		options.Timing = desk.LiveTiming{}
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Open == nil {
		options.Open = openFile
	}
	if options.Reveal == nil {
		options.Reveal = revealFile
	}
	if options.Log == nil {
		options.Log = slog.Default()
	}
	p, err := readPreferences(context.Background(), options.Store)
	if err != nil {
		return nil, err
	}
	w := &Window{app: app, options: options, preferences: p}
	w.tools = &tools{
		store: options.Store, run: options.Run, timing: options.Timing, now: options.Now, log: options.Log, words: locales.New(p.language),
	}
	if err := speakFyne(p.language); err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	app.Settings().SetTheme(NewTheme(p.appearance, p.textSize))
	w.window = app.NewWindow("Avtalebok")
	w.window.SetMaster()
	w.window.Resize(p.size)
	w.window.SetCloseIntercept(w.Quit)
	w.window.Canvas().SetOnTypedKey(w.key)
	w.alsoKeys()
	w.drafts = newDraftsScreen(w, false)
	w.deleted = newDraftsScreen(w, true)
	w.register = newRegisterScreen(w)
	w.session = session{on: options.Resume, waiting: options.Resume, writing: latest{run: w.run}}
	w.present(w.drafts)
	if options.Resume {
		w.resume()
	}
	return w, nil
}

// Show shows the window and returns.
func (w *Window) Show() { w.window.Show() }

// aside reports whether a screen is looked at aside: what was shown before stays as it is and is come back to.
func aside(s screen) bool {
	switch s.(type) {
	case *settingsScreen, *languageScreen:
		return true
	}
	return false
}

// goTo leaves what is shown and shows another screen. What was shown before one that is looked at aside stays as it
// is.
func (w *Window) goTo(s screen) {
	if w.shown == s {
		return
	}
	if aside(s) || aside(w.shown) && s == w.previous {
		w.present(s)
		return
	}
	w.shown.leave(func() { w.present(s) })
}

func (w *Window) present(s screen) {
	if !aside(w.shown) {
		w.previous = w.shown
	}
	w.shown = s
	w.refill()
	s.entered()
	w.noteOpen()
}

// refill puts the shown screen's content into the window, with menus to go with it.
func (w *Window) refill() {
	w.window.SetMainMenu(w.menu())
	w.window.SetContent(w.shown.content())
	w.retitle("")
}

// retitle names what is open in the window's title.
func (w *Window) retitle(what string) {
	title := "Avtalebok"
	if what != "" {
		title = what + " – Avtalebok"
	}
	w.window.SetTitle(title)
}

// home shows the list of drafts, or the batch from which the draft on the desk was opened.
func (w *Window) home() {
	if b := w.batchOf(); b != nil {
		w.goTo(b)
		return
	}
	w.goTo(w.drafts)
}

// key takes the keys that mean the same everywhere.
func (w *Window) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF1:
		if shiftHeld() {
			w.showHelp()
		} else {
			w.showShortcuts()
		}
	case fyne.KeyEscape:
		w.escape()
	default:
		if s, ok := w.shown.(*deskScreen); ok && !w.busy() {
			s.desk.Key(e)
		}
	}
}

func (w *Window) escape() {
	if n := len(w.open); n > 0 {
		w.open[n-1].Dismiss()
		return
	}
	if s, ok := w.shown.(*deskScreen); ok && s.desk.Escape() {
		return
	}
	if w.window.Canvas().Overlays().Top() == nil { // a menu closes by itself
		w.shown.back()
	}
}

// busy reports that a dialog is up: then the menus' shortcuts wait.
func (w *Window) busy() bool { return w.window.Canvas().Overlays().Top() != nil }

// Quit closes the window when everything is saved.
func (w *Window) Quit() {
	if w.closing {
		return
	}
	w.shown.leave(func() {
		w.closing = true
		size := w.window.Canvas().Size()
		w.run(func() func() {
			if err := rememberSize(context.Background(), w.store, size); err != nil {
				w.log.Warn("the window's size was not kept", "error", err)
			}
			w.endSession()
			return w.window.Close
		})
	})
}

// speak switches the language of everything that is on the window, and keeps the choice.
func (w *Window) speak(language string) {
	w.preferences.language = language
	w.words = locales.New(language)
	if err := speakFyne(language); err != nil {
		w.log.Warn("the toolkit's words were not switched", "error", err)
	}
	w.remember(languageSetting, language)
	w.refill()
	w.shown.entered()
}

// look switches the appearance and the text size, and keeps the choice.
func (w *Window) look(appearance Appearance, textSize int) {
	w.preferences.appearance, w.preferences.textSize = appearance, textSize
	w.app.Settings().SetTheme(NewTheme(appearance, textSize))
}

// remember keeps a setting. A setting that can't be kept is worth telling of, but stops nothing.
func (w *Window) remember(key, value string) {
	w.do(func() error { return w.store.SetSetting(context.Background(), key, value) }, nil)
}

// besideRail puts a screen's content beside the window's navigation.
func (w *Window) besideRail(current screen, content fyne.CanvasObject) fyne.CanvasObject {
	entry := func(key string, icon fyne.Resource, target func() screen, here bool) *button {
		b := newQuietButton(w.T(key), icon, func() { w.goTo(target()) })
		if here {
			b.Importance = widget.MediumImportance
		}
		return b
	}
	_, inSettings := current.(*settingsScreen)
	_, inBank := current.(*bankScreen)
	_, inTemplates := current.(*templatesScreen)
	_, inLanguage := current.(*languageScreen)
	_, inParties := current.(*partiesScreen)
	_, inRegister := current.(*registerScreen)
	if _, inEntry := current.(*entryScreen); inEntry {
		inRegister = true
	}
	language := entry("app.language", languageIcon, func() screen { return newLanguageScreen(w) }, inLanguage)
	if w.options.Language == nil {
		language.Hide()
	}
	rail := container.NewVBox(
		entry("app.agreements", theme.DocumentIcon(), func() screen { return w.drafts }, current == screen(w.drafts)),
		entry("app.register", theme.GridIcon(), func() screen { return w.register }, inRegister),
		entry("app.templates", theme.DocumentCreateIcon(), func() screen { return newTemplatesScreen(w) }, inTemplates),
		entry("app.parties", theme.AccountIcon(), func() screen { return newPartiesScreen(w) }, inParties),
		entry("app.bank", theme.ListIcon(), func() screen { return newBankScreen(w) }, inBank),
		language,
		entry("app.deleted", theme.DeleteIcon(), func() screen { return w.deleted }, current == screen(w.deleted)),
		entry("app.settings", theme.SettingsIcon(), func() screen { return newSettingsScreen(w) }, inSettings),
	)
	// A rail that is higher than the window would make the window higher than the screen.
	side := container.NewHBox(container.NewVScroll(container.NewPadded(container.NewPadded(rail))), widget.NewSeparator())
	return container.NewBorder(nil, nil, side, nil, container.NewPadded(container.NewPadded(content)))
}
