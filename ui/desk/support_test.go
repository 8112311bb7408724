package desk

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/locales"
)

// fakeTiming is a clock that goes when it is told to. Background work waits until it is let run.
type fakeTiming struct {
	now    time.Time
	timers []*fakeTimer
	work   []func()
}

type fakeTimer struct {
	at        time.Time
	f         func()
	cancelled bool
}

func (t *fakeTiming) Now() time.Time { return t.now }

func (t *fakeTiming) After(d time.Duration, f func()) func() {
	timer := &fakeTimer{at: t.now.Add(d), f: f}
	t.timers = append(t.timers, timer)
	return func() { timer.cancelled = true }
}

func (t *fakeTiming) Background(work, done func()) {
	t.work = append(t.work, func() { work(); done() })
}

// pass lets time go by: timers fire in order, and what they start in the background is done at once.
func (t *fakeTiming) pass(d time.Duration) {
	t.finish()
	end := t.now.Add(d)
	for {
		slices.SortStableFunc(t.timers, func(a, b *fakeTimer) int { return a.at.Compare(b.at) })
		if len(t.timers) == 0 || t.timers[0].at.After(end) {
			break
		}
		timer := t.timers[0]
		t.timers = t.timers[1:]
		t.now = timer.at
		if !timer.cancelled {
			timer.f()
		}
		t.finish()
	}
	t.now = end
}

// finish does the background work that is waiting.
func (t *fakeTiming) finish() {
	for len(t.work) > 0 {
		work := t.work[0]
		t.work = t.work[1:]
		work()
	}
}

// fakeStore keeps what it is given, unless it is told to fail.
type fakeStore struct {
	fail  error
	saved []agreement.Agreement
	tries int
}

func (s *fakeStore) Save(_ context.Context, a agreement.Agreement) (agreement.Agreement, error) {
	s.tries++
	if s.fail != nil {
		return agreement.Agreement{}, s.fail
	}
	a.Revision++
	a.Updated = time.Date(2027, 2, 8, 13, 0, 0, 0, time.UTC)
	s.saved = append(s.saved, a)
	return a, nil
}

func (s *fakeStore) last() agreement.Agreement { return s.saved[len(s.saved)-1] }

// bench is a desk in a window, with what it works against.
type bench struct {
	*Desk
	t      *testing.T
	window fyne.Window
	time   *fakeTiming
	store  *fakeStore
	errors []error
}

// sample is the county–municipality partnership between Nordland and Bodø.
func sample(t testing.TB) agreement.Agreement {
	t.Helper()
	template, err := templates.Get("partnership-county-municipality")
	if err != nil {
		t.Fatal(err)
	}
	return agreement.New(template,
		agreement.Party{Role: "county", Kind: agreement.CountyParty, Name: "Nordland fylkeskommune", Short: "Nordland"},
		agreement.Party{Role: "municipality", Kind: agreement.MunicipalityParty, Name: "Bodø kommune", Short: "Bodø"})
}

func openDesk(t *testing.T, a agreement.Agreement, change ...func(*Options)) *bench {
	t.Helper()
	test.NewTempApp(t)
	b := &bench{
		t: t, window: test.NewTempWindow(t, nil), store: &fakeStore{},
		time: &fakeTiming{now: time.Date(2027, 2, 8, 14, 32, 5, 0, time.Local)},
	}
	o := Options{
		Store: b.store, Localizer: locales.New("nn"), Window: b.window, Timing: b.time, Now: b.time.Now,
		OnError: func(err error) { b.errors = append(b.errors, err) },
	}
	for _, f := range change {
		f(&o)
	}
	b.Desk = New(a, o)
	b.window.SetContent(b.Content())
	b.window.Resize(fyne.NewSize(1280, 800))
	t.Cleanup(b.Close)
	return b
}

// duties is the section with the county's duties.
func (b *bench) duties() agreement.Section {
	for _, s := range b.Agreement().Sections {
		if s.Kind == agreement.Roles {
			return s
		}
	}
	b.t.Fatal("no section with duties")
	return agreement.Section{}
}

// duty is the place of the county's duty with a number from 1.
func (b *bench) duty(n int) agreement.Place {
	s := b.duties()
	return agreement.Place{Section: s.ID, Item: s.Items[n-1].ID, Part: agreement.PartText}
}

// at gives the slot for a place on the page that is shown.
func (b *bench) at(p agreement.Place, form agreement.Form) *slot {
	b.t.Helper()
	for _, s := range b.page.slots() {
		if s.place == p && s.form == form {
			return s
		}
	}
	b.t.Fatalf("no entry for %v in %q on this page", p, form)
	return nil
}

// goInto puts the cursor at the end of a text.
func (b *bench) goInto(p agreement.Place, form agreement.Form) *slot {
	b.t.Helper()
	b.goTo(p, form)
	s := b.at(p, form)
	b.window.Canvas().Focus(s.entry)
	s.entry.SetCursor(len([]rune(s.entry.Text)))
	return s
}

// typed types into what has the focus.
func (b *bench) typed(words string) {
	b.t.Helper()
	f := b.window.Canvas().Focused()
	if f == nil {
		b.t.Fatal("nothing has the focus")
	}
	test.Type(f, words)
}

// press gives a shortcut to what has the focus.
func (b *bench) press(s fyne.Shortcut) {
	b.t.Helper()
	if f, ok := b.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	b.window.Canvas().(fyne.Shortcutable).TypedShortcut(s)
}

func (b *bench) text(p agreement.Place, form agreement.Form) string {
	t, _ := b.Agreement().Text(p)
	return t.In(form)
}

func (b *bench) focused() *slot {
	for _, s := range b.page.slots() {
		if b.window.Canvas().Focused() == fyne.Focusable(s.entry) {
			return s
		}
	}
	return nil
}

func openTitles(b *bench) string {
	var out []string
	for _, c := range b.panel.open.Choices() {
		out = append(out, c.Title)
	}
	return strings.Join(out, "\n")
}
