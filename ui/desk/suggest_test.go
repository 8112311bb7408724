package desk

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/diff"
	"avtalebok/translate/memory"
)

// fakeMemory knows the pairs that it is given, by the bokmål; a wording that begins alike is a match of 80.
type fakeMemory struct {
	pairs      []agreement.Translation
	remembered []memory.Passage
	used       []int64
	fail       error
}

func (m *fakeMemory) Lookup(_ context.Context, q memory.Query) ([]memory.Match, error) {
	if m.fail != nil {
		return nil, m.fail
	}
	var out []memory.Match
	for _, p := range m.pairs {
		score := 0
		switch known := p.In(q.From); {
		case known == q.Text:
			score = 100
		case strings.HasPrefix(q.Text, strings.Fields(known)[0]):
			score = 80
		}
		if score > 0 {
			out = append(out, memory.Match{
				Translation: p, Score: score, Suggestion: p.In(q.From.Other()), Changes: diff.Words(p.In(q.From), q.Text),
			})
		}
	}
	return out, nil
}

func (m *fakeMemory) Remember(_ context.Context, _ string, passages ...memory.Passage) error {
	m.remembered = append(m.remembered, passages...)
	return nil
}

func (m *fakeMemory) Used(_ context.Context, id int64) error {
	m.used = append(m.used, id)
	return nil
}

// fakeEngine puts a mark before what it is given, and does not know the last word.
type fakeEngine struct {
	fail  error
	asked []string
}

func (e *fakeEngine) Translate(ctx context.Context, _ translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	out := make([]translate.Translation, len(segments))
	for i, s := range segments {
		e.asked = append(e.asked, s.Text)
		text := "Omsett: " + s.Text
		out[i] = translate.Translation{Text: text, Unknown: []translate.Span{{Start: len(text) - 3, End: len(text)}}}
	}
	if e.fail != nil {
		return nil, e.fail
	}
	return out, ctx.Err()
}

func pair(id int64, nb, nn string) agreement.Translation {
	return agreement.Translation{ID: id, Pair: agreement.Pair{NB: nb, NN: nn}, Origin: agreement.FromApproval, Source: "Tidlegare avtale"}
}

// translating opens a desk whose first duty has these wordings, which nobody has accepted.
func translating(t *testing.T, nb, nn string, m *fakeMemory, e *fakeEngine) (*bench, agreement.Place) {
	t.Helper()
	b := openDesk(t, sample(t), func(o *Options) {
		if m != nil {
			o.Memory = m
		}
		if e != nil {
			o.Engine = e
		}
	})
	place := b.duty(1)
	b.do(agreement.Together("text", place,
		agreement.SetText(place, agreement.Bokmal, nb), agreement.SetText(place, agreement.Nynorsk, nn)))
	b.goInto(place, agreement.Bokmal)
	b.time.pass(suggestDelay)
	return b, place
}

func control(name fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl}
}

func suggested(b *bench) []string {
	var out []string
	for _, s := range b.suggester.offered() {
		out = append(out, s.text)
	}
	return out
}

func (b *bench) state(p agreement.Place) agreement.State {
	text, _ := b.Agreement().Text(p)
	return text.State(agreement.Nynorsk)
}

func TestMemoryAndEngineSuggestWhatIsMissingInTheOtherForm(t *testing.T) {
	m := &fakeMemory{pairs: []agreement.Translation{pair(7, "Bidra med penger", "Bidra med pengar")}}
	b, place := translating(t, "Bidra med kunnskap", "", m, &fakeEngine{})
	got := strings.Join(suggested(b), "|")
	if got != "Bidra med pengar|Omsett: Bidra med kunnskap" {
		t.Errorf("suggested %s", got)
	}
	if !b.strip.content.Visible() {
		t.Error("they are not shown")
	}
	if b.text(place, agreement.Nynorsk) != "" {
		t.Error("a suggestion was put in by itself")
	}
	words := b.strip.origin(b.suggester.found[0]) + b.strip.origin(b.suggester.found[1])
	for _, want := range []string{"80 %", "Tidlegare avtale", "Apertium", "eitt ukjent ord"} {
		if !strings.Contains(words, want) {
			t.Errorf("it does not say %q: %s", want, words)
		}
	}
}

func TestAKeyInsertsASuggestionWithoutApprovingIt(t *testing.T) {
	m := &fakeMemory{pairs: []agreement.Translation{pair(7, "Bidra med penger", "Bidra med pengar")}}
	b, place := translating(t, "Bidra med penger", "", m, &fakeEngine{})
	b.press(control(fyne.Key1))
	b.time.finish()
	if got := b.text(place, agreement.Nynorsk); got != "Bidra med pengar" {
		t.Errorf("inserted %q", got)
	}
	if got := b.state(place); got != agreement.Unreviewed {
		t.Errorf("it is %s", got)
	}
	if len(m.used) != 1 || m.used[0] != 7 {
		t.Errorf("counted %v", m.used)
	}
	if s := b.focused(); s == nil || s.form != agreement.Nynorsk {
		t.Error("the cursor is not in what was inserted")
	}
	b.Undo()
	if got := b.text(place, agreement.Nynorsk); got != "" {
		t.Errorf("undo left %q", got)
	}
}

func TestASuggestionForAnOlderWordingIsNotInserted(t *testing.T) {
	b, place := translating(t, "Bidra med penger", "", &fakeMemory{}, &fakeEngine{})
	b.typed(" og mer")
	b.press(control(fyne.Key1))
	if got := b.text(place, agreement.Nynorsk); got != "" {
		t.Errorf("inserted %q for a wording that is no longer there", got)
	}
	b.time.pass(suggestDelay)
	b.press(control(fyne.Key1))
	if got := b.text(place, agreement.Nynorsk); got != "Omsett: Bidra med penger og mer" {
		t.Errorf("inserted %q", got)
	}
}

func TestTypingAsksOnceWhenItPauses(t *testing.T) {
	e := &fakeEngine{}
	b, _ := translating(t, "Bidra", "", nil, e)
	e.asked = nil
	for _, c := range " med" {
		b.typed(string(c))
		b.time.pass(suggestDelay / 2)
	}
	b.time.pass(suggestDelay)
	if len(e.asked) != 1 || e.asked[0] != "Bidra med" {
		t.Errorf("asked for %q", e.asked)
	}
}

func TestAnApprovedPassageGetsNoSuggestions(t *testing.T) {
	e := &fakeEngine{}
	b := openDesk(t, sample(t), func(o *Options) { o.Engine = e })
	b.goInto(b.duty(2), agreement.Nynorsk)
	b.time.pass(suggestDelay)
	if len(e.asked) != 0 || b.strip.content.Visible() {
		t.Errorf("asked for %q", e.asked)
	}
}
