package desk

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
)

func alt(name fyne.KeyName, more fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierAlt | more}
}

// lacking opens a desk where the first duties have no nynorsk.
func lacking(t *testing.T, count int, change ...func(*Options)) (*bench, []agreement.Place) {
	t.Helper()
	b := openDesk(t, sample(t), change...)
	var places []agreement.Place
	for n := 1; n <= count; n++ {
		places = append(places, b.duty(n))
		b.do(agreement.SetText(b.duty(n), agreement.Nynorsk, ""))
	}
	b.time.finish()
	return b, places
}

func TestApprovingTeachesTheMemory(t *testing.T) {
	m := &fakeMemory{}
	b, place := translating(t, "Bidra med penger", "Bidra med pengar", m, nil)
	b.press(alt(fyne.KeyReturn, 0))
	b.time.finish()
	if got := b.state(place); got != agreement.Approved {
		t.Errorf("it is %s", got)
	}
	if len(m.remembered) != 1 || m.remembered[0].NN != "Bidra med pengar" || m.remembered[0].Place != place {
		t.Errorf("remembered %v", m.remembered)
	}
}

func TestApproveAndNextGoesToTheNextOpenPassage(t *testing.T) {
	b, place := translating(t, "Bidra med penger", "Bidra med pengar", &fakeMemory{}, nil)
	b.do(agreement.SetText(b.duty(4), agreement.Nynorsk, ""))
	b.goInto(place, agreement.Nynorsk)
	b.press(alt(fyne.KeyReturn, fyne.KeyModifierShift))
	if s := b.focused(); s == nil || s.place != b.duty(4) || s.form != agreement.Nynorsk {
		t.Errorf("the cursor is in %+v", s)
	}
	if b.state(place) != agreement.Approved {
		t.Error("it is not approved")
	}
}

func TestAPassageThatLacksAFormIsNotApproved(t *testing.T) {
	b, places := lacking(t, 1)
	b.goInto(places[0], agreement.Bokmal)
	b.press(alt(fyne.KeyReturn, 0))
	if text, _ := b.Agreement().Text(places[0]); text.Pair == text.Approved {
		t.Error("it is approved")
	}
	if !strings.Contains(b.status.offer.Text(), "Nynorsken manglar") {
		t.Errorf("it says %q", b.status.offer.Text())
	}
}

func TestNextOpenGoesRoundAndSaysWhenNothingIsLeft(t *testing.T) {
	b, places := lacking(t, 2)
	b.goInto(places[0], agreement.Bokmal)
	visited := make(map[agreement.Place]int)
	for range 40 {
		b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
		s := b.focused()
		if s == nil {
			t.Fatal("the cursor is nowhere")
		}
		visited[s.place]++
		text, _ := b.Agreement().Text(s.place)
		if _, open := wantedForm(text, s.form); !open {
			t.Fatalf("%v is not open", s.place)
		}
	}
	if visited[places[0]] < 2 || visited[places[1]] < 2 {
		t.Errorf("it went to %v", visited)
	}
	for place := range b.Agreement().Passages() {
		text, _ := b.Agreement().Text(place)
		for _, form := range agreement.Forms {
			if text.State(form) == agreement.Missing {
				b.do(agreement.SetText(place, form, text.In(form.Other())))
			}
		}
		b.do(agreement.ApproveText(place))
	}
	b.NextOpen()
	if !strings.Contains(b.status.offer.Text(), "Alle tekstane") {
		t.Errorf("it says %q", b.status.offer.Text())
	}
}

func TestAllThatIsMissingIsTranslatedAsOneStep(t *testing.T) {
	e, m := &fakeEngine{}, &fakeMemory{}
	b, places := lacking(t, 3, func(o *Options) { o.Engine, o.Memory = e, m })
	m.pairs = []agreement.Translation{pair(1, b.text(places[0], agreement.Bokmal), "Frå minnet")}
	b.TranslateMissing()
	if len(b.boxes) != 1 {
		t.Fatal("no progress is shown")
	}
	b.time.finish()
	if len(b.boxes) != 0 {
		t.Error("the progress stays")
	}
	if got := b.text(places[0], agreement.Nynorsk); got != "Frå minnet" {
		t.Errorf("the memory's wording is %q", got)
	}
	for _, p := range places[1:] {
		if got := b.text(p, agreement.Nynorsk); got != "Omsett: "+b.text(p, agreement.Bokmal) || b.state(p) != agreement.Unreviewed {
			t.Errorf("%q is %s", got, b.state(p))
		}
	}
	b.Undo()
	for _, p := range places {
		if b.text(p, agreement.Nynorsk) != "" {
			t.Error("one undo does not take it all back")
		}
	}
}

func TestTranslatingCanBeStoppedAndChangesNothingThen(t *testing.T) {
	b, places := lacking(t, 3, func(o *Options) { o.Engine = &fakeEngine{} })
	b.TranslateMissing()
	b.Escape()
	b.time.finish()
	for _, p := range places {
		if b.text(p, agreement.Nynorsk) != "" {
			t.Errorf("%q was put in", b.text(p, agreement.Nynorsk))
		}
	}
	if !strings.Contains(b.status.offer.Text(), "Avbrote") {
		t.Errorf("it says %q", b.status.offer.Text())
	}
}

func TestWithoutAnEngineTheMemoryTranslatesAndTheRestIsSaid(t *testing.T) {
	m := &fakeMemory{}
	missing := agreement.NewError(agreement.Refused, "error.translate.missing", nil)
	b, places := lacking(t, 2, func(o *Options) { o.Memory, o.Engine = m, &fakeEngine{fail: missing} })
	m.pairs = []agreement.Translation{pair(1, b.text(places[0], agreement.Bokmal), "Frå minnet")}
	b.TranslateMissing()
	b.time.finish()
	if b.text(places[0], agreement.Nynorsk) != "Frå minnet" || b.text(places[1], agreement.Nynorsk) != "" {
		t.Errorf("%q, %q", b.text(places[0], agreement.Nynorsk), b.text(places[1], agreement.Nynorsk))
	}
	if len(b.errors) != 1 || b.errors[0] != missing {
		t.Errorf("told of %v", b.errors)
	}
}

func TestOnePassageIsTranslatedInItsPlace(t *testing.T) {
	b, places := lacking(t, 2, func(o *Options) { o.Engine = &fakeEngine{} })
	b.goInto(places[0], agreement.Bokmal)
	b.press(control(fyne.KeyT))
	b.time.finish()
	if b.text(places[0], agreement.Nynorsk) == "" || b.text(places[1], agreement.Nynorsk) != "" {
		t.Error("it is not that passage alone")
	}
}

func TestTheOutlineCountsWhatIsToBeApproved(t *testing.T) {
	b, place := translating(t, "Bidra med penger", "Bidra med pengar", nil, nil)
	b.time.pass(reviewDelay)
	if note := b.outlineLine(pageOf(place)).Note; !strings.Contains(note, "Éin tekst å godkjenne") {
		t.Errorf("the outline says %q", note)
	}
}
