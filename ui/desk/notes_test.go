package desk

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
)

var noteKey = &desktop.CustomShortcut{KeyName: fyne.KeyM, Modifier: fyne.KeyModifierControl}

func TestANoteIsWrittenUnderItsPassageAndListed(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.duty(2)
	b.goInto(p, agreement.Nynorsk)
	b.press(noteKey)
	b.typed("Spør Bodø om talet.")
	if got := b.Agreement().NotesAt(p); len(got) != 1 || got[0].Text != "Spør Bodø om talet." {
		t.Fatalf("notes: %v", got)
	}
	row := b.at(p, agreement.Nynorsk).row
	if row.Footer() == nil || len(row.Marks()) != 1 {
		t.Errorf("beneath the passage: %v, marks: %v", row.Footer(), row.Marks())
	}
	if b.UndoName() != "notat" {
		t.Errorf("to be undone: %q", b.UndoName())
	}
	b.time.pass(reviewDelay)
	if !strings.Contains(openTitles(b), "Notat (1)") {
		t.Errorf("the list says %q", openTitles(b))
	}
	b.goTo(agreement.Place{Part: agreement.PartTitle}, agreement.Nynorsk)
	b.panel.open.Choose(noteLine + p.Key())
	b.typed(" ")
	if got := b.Agreement().NotesAt(p); len(got) != 1 || !strings.Contains(got[0].Text, "talet") {
		t.Errorf("the line does not lead into the note: %v", got)
	}
}

func TestANoteIsTakenBackAndBroughtBack(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.duty(2)
	b.goInto(p, agreement.Nynorsk)
	b.press(noteKey)
	b.typed("hugs")
	b.press(undo)
	if got := b.Agreement().NotesAt(p); len(got) != 0 {
		t.Fatalf("notes: %v", got)
	}
	b.Redo()
	if got := b.Agreement().NotesAt(p); len(got) != 1 {
		t.Fatalf("notes after redo: %v", got)
	}
	b.typed("!")
	if got := b.Agreement().NotesAt(p)[0].Text; got != "hugs!" {
		t.Errorf("redo leaves the cursor outside of the note: %q", got)
	}
}

func TestANoteWithoutWordsGoesAway(t *testing.T) {
	b := openDesk(t, sample(t))
	p := b.duty(2)
	s := b.goInto(p, agreement.Nynorsk)
	b.press(noteKey)
	if s.row.Footer() == nil {
		t.Fatal("no note to write in")
	}
	b.window.Canvas().Focus(s.entry)
	if s.row.Footer() != nil || b.UndoName() != "" {
		t.Errorf("left: %v, to be undone: %q", s.row.Footer(), b.UndoName())
	}
}

func TestANoteIsNeverPrinted(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Nynorsk)
	b.press(noteKey)
	b.typed("Løyndom")
	document, err := b.Agreement().Resolve(agreement.Nynorsk)
	if err != nil {
		t.Fatal(err)
	}
	if printed := fmt.Sprintf("%+v", document); !strings.Contains(printed, b.text(b.duty(1), agreement.Nynorsk)[:20]) ||
		strings.Contains(printed, "Løyndom") {
		t.Error("the note is part of the document, or the document is empty")
	}
}

func TestALongNoteMakesRoomForItself(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Nynorsk)
	b.press(noteKey)
	below := b.at(b.duty(3), agreement.Nynorsk).row
	row := b.at(b.duty(2), agreement.Nynorsk).row
	b.typed(strings.Repeat("enda fleire ord i notatet ", 12))
	if row.Position().Y+row.Size().Height > below.Position().Y+1 {
		t.Errorf("the row ends at %v, the next one begins at %v", row.Position().Y+row.Size().Height, below.Position().Y)
	}
	if footer := row.Footer(); footer.Position().Y+footer.Size().Height > row.Size().Height+1 {
		t.Errorf("the note ends at %v in a row of %v", footer.Position().Y+footer.Size().Height, row.Size().Height)
	}
}
