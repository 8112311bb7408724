package desk

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// fakeRevisions keeps states of a draft by number from 1.
type fakeRevisions struct {
	states []agreement.Agreement
	saved  []time.Time
	fail   error
}

func (f *fakeRevisions) add(a agreement.Agreement, saved time.Time) {
	f.states, f.saved = append(f.states, a), append(f.saved, saved)
}

func (f *fakeRevisions) Revisions(context.Context, string) ([]Revision, error) {
	var out []Revision
	for i := len(f.states) - 1; i >= 0; i-- {
		out = append(out, Revision{Number: i + 1, Saved: f.saved[i]})
	}
	return out, f.fail
}

func (f *fakeRevisions) LoadRevision(_ context.Context, _ string, number int) (agreement.Agreement, error) {
	return f.states[number-1], f.fail
}

// history opens a desk on a draft that has been saved three times, an hour between.
func openHistory(t *testing.T) (*bench, *fakeRevisions) {
	t.Helper()
	store := &fakeRevisions{}
	b := openDesk(t, sample(t), func(o *Options) { o.Revisions = store })
	start := b.time.Now()
	store.add(b.Agreement(), start.Add(-3*time.Hour))
	b.put(b.duty(1), agreement.Nynorsk, "registrere sjøørret")
	store.add(b.Agreement(), start.Add(-2*time.Hour))
	b.put(b.duty(1), agreement.Nynorsk, "registrere laks")
	store.add(b.Agreement(), start.Add(-time.Hour))
	return b, store
}

// shownChanges reads what the dialog over the revisions shows.
func (b *bench) dialogText() string {
	b.t.Helper()
	var out []string
	for _, o := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
		switch o := o.(type) {
		case *widgets.Changes:
			out = append(out, o.Title()+" "+o.Text())
		case *widgets.Words:
			out = append(out, o.Text())
		}
	}
	return strings.Join(out, "\n")
}

func TestARevisionIsComparedWithTheTextAsItIs(t *testing.T) {
	b, _ := openHistory(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	b.press(&desktop.CustomShortcut{KeyName: fyne.KeyH, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	b.time.finish()
	got := b.dialogText()
	for _, want := range []string{"I dag kl. 12.32", "Versjon 2", "registrere [-sjøørret-]{+laks+}", "Endra på éin stad"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if !b.Escape() || b.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close it")
	}
}

func TestAnyTwoRevisionsAreCompared(t *testing.T) {
	b, store := openHistory(t)
	r := newRevisionsBox(b.Desk, stretches(mustList(t, store)))
	b.time.finish()
	r.list.Choose("1")
	r.against.SetSelectedIndex(2) // revision 2; the text as it is now comes first
	b.time.finish()
	if len(r.shown.places) != 1 || r.shown.places[0].place != b.duty(1) {
		t.Fatalf("shown: %+v", r.shown.places)
	}
	if got := b.dialogText(); !strings.Contains(got, "{+registrere sjøørret+}") || strings.Contains(got, "laks") {
		t.Errorf("from 1 to 2:\n%s", got)
	}
	r.list.Choose("3") // later than the other one: the earlier state still comes first
	b.time.finish()
	if got := b.dialogText(); !strings.Contains(got, "registrere [-sjøørret-]{+laks+}") {
		t.Errorf("from 2 to 3:\n%s", got)
	}
}

func mustList(t *testing.T, store *fakeRevisions) []Revision {
	t.Helper()
	list, err := store.Revisions(context.Background(), "")
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestARevisionIsBroughtBackAndThatIsUndone(t *testing.T) {
	b, store := openHistory(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	now := b.Agreement()
	r := newRevisionsBox(b.Desk, stretches(mustList(t, store)))
	b.time.finish()
	r.list.Choose("1")
	b.time.finish()
	test.Tap(r.restore)
	if differences := agreement.Compare(store.states[0], b.Agreement()); len(differences) > 0 {
		t.Fatalf("not brought back: %v", differences)
	}
	if got := b.at(b.duty(1), agreement.Nynorsk).entry.Text; got != b.text(b.duty(1), agreement.Nynorsk) {
		t.Errorf("the page shows %q", got)
	}
	b.time.pass(time.Second)
	if len(b.store.saved) == 0 {
		t.Error("it was not saved")
	}
	b.Undo()
	if differences := agreement.Compare(now, b.Agreement()); len(differences) > 0 {
		t.Errorf("undone: %v", differences)
	}
	if f := b.focused(); f == nil || f.place != b.duty(1) || f.entry.Text != "registrere laks" {
		t.Errorf("undo leads to %v", f)
	}
}

func TestAMovedItemIsToldOfInWords(t *testing.T) {
	b, store := openHistory(t)
	if err := b.editor.Do(agreement.MoveItem(b.duties().ID, b.duties().Items[0].ID, 2)); err != nil {
		t.Fatal(err)
	}
	newRevisionsBox(b.Desk, stretches(mustList(t, store))[:2])
	b.time.finish()
	if got := b.dialogText(); !strings.Contains(got, "Flytta: står no som nummer 3.") {
		t.Errorf("\n%s", got)
	}
}

func TestARevisionThatCannotBeReadIsToldOf(t *testing.T) {
	b, store := openHistory(t)
	store.fail = errors.New("disk")
	b.ShowRevisions()
	b.time.finish()
	if len(b.errors) != 1 || b.window.Canvas().Overlays().Top() != nil {
		t.Errorf("told: %v", b.errors)
	}
}

func TestOfOneStretchOfWritingTheLastRevisionIsListed(t *testing.T) {
	at := time.Date(2027, 2, 8, 14, 0, 0, 0, time.UTC)
	var all []Revision
	for i, seconds := range []int{600, 599, 597, 300, 299, 1, 0} {
		all = append(all, Revision{Number: 7 - i, Saved: at.Add(time.Duration(seconds) * time.Second)})
	}
	var got []string
	for _, r := range stretches(all) {
		got = append(got, strconv.Itoa(r.Number))
	}
	if strings.Join(got, " ") != "7 4 2 1" {
		t.Errorf("listed: %v, want the last of each stretch and the very first", got)
	}
}
