package ui_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
	"avtalebok/ui"
	"avtalebok/ui/widgets"
)

// user drives the window as a person does: by what can be read on it, by keys and by clicks. It has no access to
// what is behind the screens.
type user struct {
	*testing.T
	window fyne.Window
	store  ui.Store
	clock  *clock
	opened []string // files that the user asked the system to open or show

	language *ui.Language // nil: the window goes without
	main     *ui.Window
}

// clock is a time that stands still, with timers that go off when a test says so.
type clock struct {
	now    time.Time
	timers map[int]func()
	next   int
}

func (c *clock) Now() time.Time { return c.now }

func (c *clock) After(_ time.Duration, f func()) func() {
	id := c.next
	c.next++
	c.timers[id] = f
	return func() { delete(c.timers, id) }
}

func (c *clock) Background(work, done func()) {
	work()
	done()
}

// pass lets all timers go off, and those that they start.
func (c *clock) pass() {
	for range 50 {
		for id, f := range c.timers {
			delete(c.timers, id)
			f()
		}
	}
}

func (c *clock) run(work func() func()) {
	if done := work(); done != nil {
		done()
	}
}

// startDay is the moment at which the tests' clocks stand.
var startDay = time.Date(2026, time.November, 23, 14, 2, 0, 0, time.UTC)

// openWindow opens the program's window in nynorsk on a store in a folder of the test's own.
func openWindow(t *testing.T) *user {
	t.Helper()
	u, store := newUser(t)
	u.start(store)
	return u
}

// newUser makes a user of nynorsk with a store in a folder of the test's own, which prepare fills. The window is yet to be
// opened.
func newUser(t *testing.T, prepare ...func(*data.Store)) (*user, *data.Store) {
	t.Helper()
	t.Setenv("LANGUAGE", "nn")
	u := &user{T: t, clock: &clock{now: startDay, timers: make(map[int]func())}}
	store, err := data.Open(context.Background(), t.TempDir(), data.WithClock(u.clock.Now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	for _, f := range prepare {
		f(store)
	}
	u.store = store
	return u, store
}

// exportsTo gives the folder to which files are exported from now on.
func (u *user) exportsTo() string {
	u.Helper()
	folder := u.TempDir()
	if err := u.store.SetSetting(context.Background(), "export.folder", folder); err != nil {
		u.Fatal(err)
	}
	return folder
}

// start opens the window on a store, as starting the program anew does.
func (u *user) start(store ui.Store) {
	u.Helper()
	u.startWith(store, templates.All()...)
}

// startWith is start with other templates than the program's.
func (u *user) startWith(store ui.Store, from ...agreement.Template) {
	u.Helper()
	app := test.NewTempApp(u.T)
	remember := func(path string) error {
		u.opened = append(u.opened, path)
		return nil
	}
	w, err := ui.New(app, ui.Options{
		Store: store, Templates: from, DataDir: "/data", Version: "test",
		Run: u.clock.run, Now: u.clock.Now, Timing: u.clock, Open: remember, Reveal: remember,
		Language: u.language,
	})
	if err != nil {
		u.Fatal(err)
	}
	u.main = w
	windows := app.Driver().AllWindows()
	u.window = windows[len(windows)-1]
	u.window.Resize(fyne.NewSize(1280, 2400))
	w.Show()
}

// objects gives everything that is shown on the window, dialogs last.
func (u *user) objects() []fyne.CanvasObject {
	all := walk(nil, u.window.Content())
	for _, o := range u.window.Canvas().Overlays().List() {
		all = walk(all, o)
	}
	return all
}

func walk(all []fyne.CanvasObject, o fyne.CanvasObject) []fyne.CanvasObject {
	if !o.Visible() {
		return all
	}
	all = append(all, o)
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, child := range within {
		all = walk(all, child)
	}
	return all
}

// words gives every text that is shown, in order, without those in entries' placeholders.
func (u *user) words() []string {
	var words []string
	for _, o := range u.objects() {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			words = append(words, text.Text)
		}
	}
	return words
}

func (u *user) sees(text string) bool {
	return strings.Contains(strings.Join(u.words(), " "), text)
}

func (u *user) mustSee(text string) {
	u.Helper()
	if !u.sees(text) {
		u.Fatalf("no %q on the window: %q", text, u.words())
	}
}

// click clicks on a text.
func (u *user) click(text string) {
	u.Helper()
	objects := u.objects()
	for _, o := range slices.Backward(objects) {
		if t, ok := o.(*canvas.Text); ok && t.Text == text {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			test.TapCanvas(u.window.Canvas(), at.AddXY(3, o.Size().Height/2))
			return
		}
	}
	u.Fatalf("no %q to click on: %q", text, u.words())
}

// key presses a key without modifiers.
func (u *user) key(names ...fyne.KeyName) {
	u.Helper()
	for _, name := range names {
		event := &fyne.KeyEvent{Name: name}
		if f := u.window.Canvas().Focused(); f != nil {
			f.TypedKey(event)
			continue
		}
		u.window.Canvas().OnTypedKey()(event)
	}
}

// press presses a key with modifiers, in the order in which Fyne's driver looks for who takes it: the menu bar, what
// has the focus, the window.
func (u *user) press(modifier fyne.KeyModifier, name fyne.KeyName) {
	u.Helper()
	var shortcut fyne.Shortcut = &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
	if modifier == control && name == fyne.KeyZ {
		shortcut = &fyne.ShortcutUndo{}
	}
	for _, m := range u.window.MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut != nil && i.Shortcut.ShortcutName() == shortcut.ShortcutName() {
				i.Action()
				return
			}
		}
	}
	if f, ok := u.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(shortcut)
		return
	}
	u.window.Canvas().(fyne.Shortcutable).TypedShortcut(shortcut)
}

const (
	control = fyne.KeyModifierControl
	alt     = fyne.KeyModifierAlt
	shift   = fyne.KeyModifierShift
)

// write types into what has the focus.
func (u *user) write(text string) {
	u.Helper()
	f := u.window.Canvas().Focused()
	if f == nil {
		u.Fatal("nothing has the focus")
	}
	for _, r := range text {
		f.TypedRune(r)
	}
}

// entry finds the passage with a text on the desk.
func (u *user) entry(text string) *widgets.Entry {
	u.Helper()
	for _, o := range u.objects() {
		if e, ok := o.(*widgets.Entry); ok && e.Text == text {
			return e
		}
	}
	u.Fatalf("no entry with %q: %q", text, u.entries())
	return nil
}

func (u *user) entries() []string {
	var texts []string
	for _, o := range u.objects() {
		if e, ok := o.(*widgets.Entry); ok {
			texts = append(texts, e.Text)
		}
	}
	return texts
}

// goInto puts the cursor at the end of the passage with a text.
func (u *user) goInto(text string) {
	u.Helper()
	e := u.entry(text)
	u.window.Canvas().Focus(e)
	e.SetCursor(len([]rune(text)))
}

// clickContaining clicks on the text that holds a text.
func (u *user) clickContaining(part string) {
	u.Helper()
	for _, word := range u.words() {
		if strings.Contains(word, part) {
			u.click(word)
			return
		}
	}
	u.Fatalf("nothing with %q to click on: %q", part, u.words())
}

// newDraft makes an agreement from the first template between Nordland and a municipality.
func newDraft(t *testing.T, municipality string) agreement.Agreement {
	t.Helper()
	template := templates.All()[0]
	var parties []agreement.Party
	for i, number := range []string{"18", municipality} {
		b, err := facts.Lookup(template.Roles[i].Kind, number)
		if err != nil {
			t.Fatal(err)
		}
		p := b.Party()
		p.Role = template.Roles[i].ID
		parties = append(parties, p)
	}
	return agreement.New(template, parties...)
}
