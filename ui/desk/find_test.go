package desk

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
)

var (
	find    = &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierControl}
	replace = &desktop.CustomShortcut{KeyName: fyne.KeyH, Modifier: fyne.KeyModifierControl}
)

// key presses a key where the focus is.
func (b *bench) strike(keys ...fyne.KeyName) {
	b.t.Helper()
	for _, k := range keys {
		f := b.window.Canvas().Focused()
		if f == nil {
			b.t.Fatal("nothing has the focus")
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// put sets a wording as if it had been typed.
func (b *bench) put(p agreement.Place, form agreement.Form, words string) {
	b.t.Helper()
	if err := b.editor.Do(agreement.SetText(p, form, words)); err != nil {
		b.t.Fatal(err)
	}
	b.editor.Seal()
}

func TestTheDraftIsSearchedAsOneTypesFromTheCursorOn(t *testing.T) {
	b := openDesk(t, sample(t))
	b.put(b.duty(2), agreement.Nynorsk, "Sjøørreten skal få fred")
	b.put(b.duty(5), agreement.Bokmal, "SJØØRRET skal registreres")
	b.goInto(b.duty(3), agreement.Nynorsk)
	b.press(find)
	b.typed("sjøørret")
	if got := b.finder.bar.count.Text(); got != "2 av 2" {
		t.Fatalf("%q, want the hit after the cursor of two", got)
	}
	b.strike(fyne.KeyReturn)
	if got := b.finder.bar.count.Text(); got != "1 av 2" {
		t.Errorf("%q after Enter, want the first again", got)
	}
	s := b.at(b.duty(2), agreement.Nynorsk)
	if m := s.entry.Marked(); len(m) != 1 || m[0].Start != 0 || m[0].End != 8 || !m[0].Current {
		t.Errorf("marked: %v", m)
	}
	if b.window.Canvas().Focused() != fyne.Focusable(b.finder.bar.words) {
		t.Error("the search lost the keyboard")
	}
	b.strike(fyne.KeyDown)
	if f := b.focused(); f != s || s.entry.SelectedText() != "Sjøørret" {
		t.Errorf("the arrow down led to %v with %q selected", f, s.entry.SelectedText())
	}
	b.strike(fyne.KeyF3)
	if f := b.focused(); f == nil || f.place != b.duty(5) || f.entry.SelectedText() != "SJØØRRET" {
		t.Errorf("F3 in the text led to %v", f)
	}
	b.PreviousHit()
	if f := b.focused(); f == nil || f.place != b.duty(2) {
		t.Errorf("the hit before is %v", f)
	}
}

func TestASearchMayHoldCaseWholeWordsAndTheForm(t *testing.T) {
	b := openDesk(t, sample(t))
	b.put(b.duty(1), agreement.Bokmal, "Ørret og sjøørret")
	b.put(b.duty(1), agreement.Nynorsk, "ørret")
	b.Find()
	b.typed("ørret")
	f := b.finder
	for _, c := range []struct {
		query agreement.Query
		want  int
	}{
		{agreement.Query{}, 3},
		{agreement.Query{MatchCase: true}, 2},
		{agreement.Query{WholeWord: true}, 2},
		{agreement.Query{Forms: []agreement.Form{agreement.Nynorsk}}, 1},
	} {
		c.query.Text = "ørret"
		f.query = c.query
		f.search()
		if len(f.hits) != c.want {
			t.Errorf("%+v: %d hits, want %d", c.query, len(f.hits), c.want)
		}
	}
	b.typed("x")
	if got := f.bar.count.Text(); got != "Ingen treff" {
		t.Errorf("%q", got)
	}
}

func TestEscapeLeadsBackToWhereOneWas(t *testing.T) {
	b := openDesk(t, sample(t))
	b.put(b.duty(4), agreement.Nynorsk, "sjøørret")
	b.goTo(agreement.Place{Part: agreement.PartTitle}, agreement.Nynorsk)
	was := b.focused()
	b.Find()
	b.typed("sjøørret")
	if b.pageID == frontPage {
		t.Fatal("the hit is not shown")
	}
	b.strike(fyne.KeyEscape)
	if f := b.focused(); b.pageID != frontPage || f == nil || f.id() != was.id() {
		t.Errorf("back on %s in %v", b.pageID, f)
	}
	if b.finder.bar.content.Visible() {
		t.Error("the search is still there")
	}
	b.Find()
	b.strike(fyne.KeyDown, fyne.KeyEscape)
	if f := b.focused(); f == nil || f.place != b.duty(4) {
		t.Errorf("who has gone into the text was led away from it, to %v", f)
	}
	if m := b.at(b.duty(4), agreement.Nynorsk).entry.Marked(); len(m) != 0 {
		t.Errorf("still marked: %v", m)
	}
}

func TestOneHitIsReplacedAndTheNextOneShown(t *testing.T) {
	b := openDesk(t, sample(t))
	b.put(b.duty(1), agreement.Bokmal, "ørret, ørret")
	b.put(b.duty(2), agreement.Bokmal, "ørret")
	b.goInto(b.duty(1), agreement.Bokmal).entry.SetCursor(0)
	b.press(replace)
	b.finder.bar.words.SetText("")
	b.typed("ørret")
	b.window.Canvas().Focus(b.finder.bar.with)
	b.typed("sjøørret")
	b.strike(fyne.KeyReturn)
	if got := b.text(b.duty(1), agreement.Bokmal); got != "sjøørret, ørret" {
		t.Fatalf("replaced: %q", got)
	}
	b.strike(fyne.KeyReturn, fyne.KeyReturn)
	if got := b.text(b.duty(1), agreement.Bokmal) + "; " + b.text(b.duty(2), agreement.Bokmal); got != "sjøørret, sjøørret; sjøørret" {
		t.Errorf("replaced: %q", got)
	}
	b.Undo()
	if got := b.text(b.duty(2), agreement.Bokmal); got != "ørret" {
		t.Errorf("undone: %q", got)
	}
	if b.UndoName() != "bytte ut ord" {
		t.Errorf("to be undone: %q", b.UndoName())
	}
}

func TestAllHitsAreReplacedInOneStepOverAllPages(t *testing.T) {
	b := openDesk(t, sample(t))
	places := []agreement.Place{b.duty(1), b.duty(3), {Part: agreement.PartTitle}}
	for _, p := range places {
		for _, form := range agreement.Forms {
			b.put(p, form, "ørret og ørret")
		}
	}
	before := b.Agreement()
	b.goInto(b.duty(1), agreement.Bokmal)
	b.press(replace)
	b.finder.bar.words.SetText("ørret")
	b.finder.bar.with.SetText("laks")
	b.finder.bar.all.OnTapped()
	if got := b.status.offer.Text(); got != "12 treff er bytte ut." {
		t.Errorf("said %q", got)
	}
	for _, p := range places {
		if got := b.text(p, agreement.Nynorsk); got != "laks og laks" {
			t.Errorf("%v: %q", p, got)
		}
	}
	if got := b.at(b.duty(1), agreement.Bokmal).entry.Text; got != "laks og laks" {
		t.Errorf("the page shows %q", got)
	}
	b.Undo()
	if differences := agreement.Compare(before, b.Agreement()); len(differences) > 0 {
		t.Errorf("one step back differs: %v", differences)
	}
	if !strings.Contains(b.page.slots()[0].entry.Text, "ørret") {
		t.Errorf("undo shows %q, not the first place that it changed", b.page.slots()[0].entry.Text)
	}
}

func TestHitsFollowWhatIsTyped(t *testing.T) {
	b := openDesk(t, sample(t))
	b.put(b.duty(1), agreement.Bokmal, "ørret")
	b.Find()
	b.typed("ørret")
	s := b.goInto(b.duty(1), agreement.Bokmal)
	b.typed(" og ørret")
	b.time.pass(findDelay)
	if got := len(b.finder.hits); got != 2 || len(s.entry.Marked()) != 2 {
		t.Errorf("%d hits, %v marked", got, s.entry.Marked())
	}
}
