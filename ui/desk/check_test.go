package desk

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
	"avtalebok/translate/check"
)

// keptSettings are settings in memory.
type keptSettings map[string]string

func (s keptSettings) Setting(_ context.Context, key string) (string, error) { return s[key], nil }

func (s keptSettings) SetSetting(_ context.Context, key, value string) error {
	s[key] = value
	return nil
}

func checking(t *testing.T, settings keptSettings, nn string) (*bench, agreement.Place) {
	t.Helper()
	b := openDesk(t, sample(t), func(o *Options) {
		o.Settings = settings
		o.Checker = func(o check.Options) Checker { return check.New(o) }
	})
	place := b.duty(1)
	b.goInto(place, agreement.Nynorsk)
	b.do(agreement.SetText(place, agreement.Nynorsk, nn))
	b.goInto(place, agreement.Nynorsk).entry.SetCursor(0)
	b.time.pass(checkDelay)
	return b, place
}

func TestFindingsStandBesideThePassage(t *testing.T) {
	b, place := checking(t, keptSettings{}, "Partane skal ikke betale.")
	if len(b.proof.at(place)) != 1 {
		t.Fatalf("found %v", b.proof.at(place))
	}
	marks := b.besideOf(place).row.Marks()
	if len(marks) != 1 || !strings.Contains(marks[0].Hint, "Feil: «ikke» er bokmål") {
		t.Errorf("the margin has %v", marks)
	}
	if !b.strip.content.Visible() {
		t.Error("what can be done is not shown")
	}
	if len(b.findingLines()) != 0 {
		t.Error("they are listed before the draft is looked through")
	}
}

func TestAKeyPutsInWhatTheCheckerProposes(t *testing.T) {
	b, place := checking(t, keptSettings{}, "Partane skal ikke betale.")
	b.press(control(fyne.KeyR))
	if got := b.text(place, agreement.Nynorsk); got != "Partane skal ikkje betale." {
		t.Errorf("it became %q", got)
	}
	if b.strip.content.Visible() || len(b.besideOf(place).row.Marks()) != 0 {
		t.Error("the finding is still shown")
	}
	b.Undo()
	if got := b.text(place, agreement.Nynorsk); got != "Partane skal ikke betale." {
		t.Errorf("undo gave %q", got)
	}
}

func TestAFindingIsIgnoredHereOrAlways(t *testing.T) {
	settings := keptSettings{}
	b, place := checking(t, settings, "Partane skal ikke betale.")
	b.press(&desktop.CustomShortcut{KeyName: fyne.KeyR, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	b.time.pass(checkDelay)
	if len(b.proof.at(place)) != 0 {
		t.Error("it is still found")
	}
	if !strings.Contains(settings["language.ignored."+b.Agreement().ID], "ikke") || settings["language.ignored"] != "" {
		t.Errorf("kept %v", settings)
	}
	second := b.duty(2)
	b.do(agreement.SetText(second, agreement.Nynorsk, "Kommunen skal ikke betale."))
	b.time.pass(checkDelay)
	if len(b.proof.at(second)) != 1 {
		t.Fatal("elsewhere it is not found")
	}
	b.ignore(b.proof.at(second)[0], true)
	b.time.pass(checkDelay)
	other, place := checking(t, settings, "Partane skal ikke betale.")
	if len(other.proof.at(place)) != 0 {
		t.Error("another desk finds it again")
	}
}

func TestLookingThroughTheDraftListsTheFindingsAndGoesThere(t *testing.T) {
	b, place := checking(t, keptSettings{}, "Partane skal ikke betale.")
	b.open(frontPage)
	b.CheckLanguage()
	b.time.finish()
	lines := b.findingLines()
	if len(lines) < 2 || !lines[0].Heading {
		t.Fatalf("listed %v", lines)
	}
	s := b.focused()
	if s == nil || s.place != place || s.entry.SelectedText() != "ikke" {
		t.Errorf("the cursor is in %+v", s)
	}
	b.open(frontPage)
	if !b.visitFinding(lines[1].ID) || b.focused() == nil || b.focused().place != place {
		t.Error("the list does not lead there")
	}
}

func TestTheKeysAreForTheFindingNearestToTheCursor(t *testing.T) {
	b, place := checking(t, keptSettings{}, "Partane skal ikke betale noe.")
	s := b.goInto(place, agreement.Nynorsk)
	b.press(control(fyne.KeyR))
	if got := b.text(place, agreement.Nynorsk); got != "Partane skal ikke betale noko." {
		t.Errorf("it became %q", got)
	}
	s.entry.SetCursor(0)
	b.press(control(fyne.KeyR))
	if got := b.text(place, agreement.Nynorsk); got != "Partane skal ikkje betale noko." {
		t.Errorf("it became %q", got)
	}
}

func TestLookingThroughTheDraftIsNotCutShortByTyping(t *testing.T) {
	b, place := checking(t, keptSettings{}, "Partane skal ikke betale.")
	b.typed("No ")
	b.CheckLanguage()
	b.proof.check(false, nil) // the section's turn has come
	b.time.pass(2 * checkDelay)
	if s := b.focused(); s == nil || s.place != place || s.entry.SelectedText() != "ikke" {
		t.Errorf("the cursor is in %+v", s)
	}
}
