package desk

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// agreedPlace is the first passage with agreed wording that is not a heading.
func (b *bench) agreedPlace() agreement.Place {
	b.t.Helper()
	for p, t := range b.Agreement().Passages() {
		if t.Locked() && p.Part == agreement.PartText {
			return p
		}
	}
	b.t.Fatal("the template has no agreed wording")
	return agreement.Place{}
}

// answer presses the button of the dialog with these words.
func (b *bench) answer(words string) {
	b.t.Helper()
	top := b.window.Canvas().Overlays().Top()
	if top == nil {
		b.t.Fatalf("no dialog to answer %q", words)
	}
	for _, o := range test.LaidOutObjects(top) {
		if button, ok := o.(*widgets.Button); ok && button.Text == words {
			test.Tap(button)
			return
		}
	}
	b.t.Fatalf("no button %q", words)
}

func TestAgreedWordingIsAskedForOnceAndThenChanged(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.agreedPlace()
	before := b.text(p, agreement.Nynorsk)
	b.goInto(p, agreement.Nynorsk)
	b.typed("!")
	if got := b.text(p, agreement.Nynorsk); got != before {
		t.Fatalf("changed without being asked for: %q", got)
	}
	b.answer("La stå")
	if got := b.at(p, agreement.Nynorsk).entry.Text; got != before {
		t.Errorf("the entry shows %q after the answer no", got)
	}
	if f := b.focused(); f == nil || f.place != p {
		t.Errorf("the cursor is in %v", f)
	}
	b.typed("!")
	b.answer("Endre likevel")
	b.typed(" Ja.")
	if got := b.text(p, agreement.Nynorsk); got != before+"! Ja." {
		t.Errorf("%q, want what was typed before and after the question", got)
	}
	if b.window.Canvas().Overlays().Top() != nil {
		t.Error("asked a second time")
	}
	b.goTo(p, agreement.Bokmal)
	b.typed("x")
	if b.window.Canvas().Overlays().Top() != nil {
		t.Error("asked for the other form of the same passage")
	}
}

func TestEscapeLeavesAgreedWordingAsItIs(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.agreedPlace()
	before := b.text(p, agreement.Bokmal)
	b.goInto(p, agreement.Bokmal)
	b.strike(fyne.KeyBackspace)
	if !b.Escape() || b.window.Canvas().Overlays().Top() != nil {
		t.Fatal("Escape does not close the question")
	}
	if got := b.text(p, agreement.Bokmal); got != before {
		t.Errorf("%q", got)
	}
}

func TestADeviationIsMarkedListedAndSetBack(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.agreedPlace()
	before := b.text(p, agreement.Nynorsk)
	open := len(b.review.open)
	b.goInto(p, agreement.Nynorsk)
	b.typed("n")
	b.answer("Endre likevel")
	b.typed("emnleg")
	b.goTo(agreement.Place{Part: agreement.PartTitle}, agreement.Nynorsk)
	b.time.pass(reviewDelay)

	var line widgets.Choice
	for _, c := range b.panel.outline.Choices() {
		if c.ID == p.Section {
			line = c
		}
	}
	if !strings.Contains(line.Note, "Eitt avvik frå malen") {
		t.Errorf("the outline says %q", line.Note)
	}
	titles := openTitles(b)
	if !strings.Contains(titles, "Avvik frå malen (1)") {
		t.Fatalf("the list says %q", titles)
	}
	for _, f := range b.review.open[min(open, len(b.review.open)):] {
		if f.Code != agreement.TextOutdated {
			t.Errorf("a deviation keeps from signing: %v", f)
		}
	}
	b.panel.open.Choose(deviationLine + p.Key())
	if f := b.focused(); f == nil || f.place != p {
		t.Fatalf("the line leads to %v", f)
	}
	b.window.Canvas().Unfocus()
	changes, ok := b.at(p, agreement.Nynorsk).row.Detail(columnOf[agreement.Nynorsk]).(*widgets.Changes)
	if !ok || !strings.Contains(changes.Text(), "{+") || changes.Title() != "Endra frå malen:" {
		t.Fatalf("no difference from the template is shown: %v", changes)
	}
	changes.Link().OnTapped()
	if got := b.text(p, agreement.Nynorsk); got != before {
		t.Errorf("set back: %q", got)
	}
	if b.UndoName() != "sette tilbake avtalt ordlyd" {
		t.Errorf("to be undone: %q", b.UndoName())
	}
	b.time.pass(reviewDelay)
	if strings.Contains(openTitles(b), "Avvik") {
		t.Errorf("still listed: %q", openTitles(b))
	}
}

func TestReplacingAllAsksOnceForAllAgreedWording(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.agreedPlace()
	word := strings.Fields(b.text(p, agreement.Nynorsk))[0]
	b.put(b.duty(1), agreement.Nynorsk, word)
	agreed := b.text(p, agreement.Nynorsk)
	b.FindAndReplace()
	b.finder.bar.words.SetText(word)
	b.finder.query.MatchCase = true
	b.finder.bar.with.SetText("Qx")
	b.finder.bar.all.OnTapped()
	b.answer("La stå")
	if got := b.text(p, agreement.Nynorsk); got != agreed {
		t.Errorf("agreed wording was changed: %q", got)
	}
	if got := b.text(b.duty(1), agreement.Nynorsk); got != "Qx" {
		t.Errorf("the other passage was left: %q", got)
	}
	b.finder.bar.all.OnTapped()
	b.answer("Endre likevel")
	if got := b.text(p, agreement.Nynorsk); !strings.HasPrefix(got, "Qx") {
		t.Errorf("not replaced: %q", got)
	}
}

func TestWhatChangedInTheOtherFormIsShown(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.duty(1)
	b.goInto(p, agreement.Bokmal)
	b.typed(" kvartalsvis")
	nynorsk := b.at(p, agreement.Nynorsk)
	if nynorsk.row.Detail(columnOf[agreement.Nynorsk]) != nil {
		t.Error("the page jumps while one types")
	}
	b.window.Canvas().Focus(nynorsk.entry)
	changes, ok := nynorsk.row.Detail(columnOf[agreement.Nynorsk]).(*widgets.Changes)
	if !ok || !strings.HasSuffix(changes.Text(), "{+ kvartalsvis+}") {
		t.Fatalf("shown: %v", changes)
	}
	b.typed(" kvart kvartal")
	if nynorsk.row.Detail(columnOf[agreement.Nynorsk]) == nil {
		t.Error("what is to be taken over went away while it was being written")
	}
	b.ApproveText()
	if nynorsk.row.Detail(columnOf[agreement.Nynorsk]) != nil {
		t.Error("still shown after both were accepted")
	}
}

func TestTakingOutAgreedWordingIsAskedForToo(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.agreedPlace()
	b.goInto(p, agreement.Nynorsk)
	b.RemoveItem()
	b.answer("La stå")
	if b.text(p, agreement.Nynorsk) == "" {
		t.Fatal("it was taken out")
	}
	b.RemoveItem()
	b.answer("Ta ut likevel")
	if _, ok := b.Agreement().Text(p); ok {
		t.Error("it is still there")
	}
}

func TestAgreedWordingThatWasTakenOutIsListedAndPutBack(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.agreedPlace()
	words, order := b.text(p, agreement.Nynorsk), b.Agreement()
	b.goInto(p, agreement.Nynorsk)
	b.RemoveItem()
	b.answer("Ta ut likevel")
	b.goTo(agreement.Place{Part: agreement.PartTitle}, agreement.Nynorsk)
	b.time.pass(reviewDelay)
	var note string
	for _, c := range b.panel.open.Choices() {
		if c.ID == deviationLine+p.Key() {
			note = c.Note
		}
	}
	if !strings.Contains(note, words) {
		t.Fatalf("the list says %q of it:\n%s", note, openTitles(b))
	}
	b.panel.open.Choose(deviationLine + p.Key())
	link, ok := b.window.Canvas().Focused().(*widgets.Link)
	if !ok || link.Text != "Set tilbake" {
		t.Fatalf("the line leads to %v", b.window.Canvas().Focused())
	}
	link.OnTapped()
	if len(agreement.Compare(order, b.Agreement())) != 0 {
		t.Errorf("not as it was: %v", agreement.Compare(order, b.Agreement()))
	}
	if f := b.focused(); f == nil || f.place != p {
		t.Errorf("the cursor is in %v", f)
	}
	b.time.pass(reviewDelay)
	if strings.Contains(openTitles(b), "Avvik") {
		t.Errorf("still listed: %q", openTitles(b))
	}
	b.Undo()
	b.time.pass(reviewDelay)
	if !strings.Contains(openTitles(b), "Avvik frå malen (1)") {
		t.Errorf("undone, but the list says %q", openTitles(b))
	}
	b.Undo()
	if got := b.text(p, agreement.Nynorsk); got != words {
		t.Errorf("undone twice: %q", got)
	}
}
