package memory_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"avtalebok/translate"
)

// shouter is an engine that answers in capitals.
type shouter struct {
	asked []string
	err   error
}

func (s *shouter) Translate(_ context.Context, _ translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	var out []translate.Translation
	for _, segment := range segments {
		s.asked = append(s.asked, segment.Text)
		out = append(out, translate.Translation{Text: strings.ToUpper(segment.Text), Unknown: []translate.Span{{Start: 0, End: 1}}})
	}
	return out, s.err
}

func (s *shouter) Close() error { return nil }

func TestTheMemoryAnswersForTheEngineWhereItHasTheVeryWording(t *testing.T) {
	d := newDesk(t)
	d.approve("Partene møtes årlig.", "Partane møtest kvart år.")
	d.approve("Én linje", "To\nlinjer")
	e := &shouter{}
	texts := []string{"ny", "  Partene møtes årlig.\r\n", "Partene møtes ofte.", "Én linje", "", "\n", "Partene møtes årlig"}
	want := []string{"NY", "  Partane møtest kvart år.\r\n", "PARTENE MØTES OFTE.", "ÉN LINJE", "", "\n", "PARTENE MØTES ÅRLIG"}
	var segments []translate.Segment
	for _, text := range texts {
		segments = append(segments, translate.Segment{Text: text})
	}
	got, err := d.Recall(e).Translate(t.Context(), translate.ToNynorsk, segments)
	if err != nil || len(got) != len(want) {
		t.Fatalf("%v, %v", got, err)
	}
	for i, w := range want {
		if got[i].Text != w || (len(got[i].Unknown) == 0) != (i == 1) {
			t.Errorf("%q became %q, unknown %v", texts[i], got[i].Text, got[i].Unknown)
		}
	}
	if slices.Contains(e.asked, texts[1]) || len(e.asked) != len(texts)-1 {
		t.Errorf("the engine was asked for %q", e.asked)
	}
}

func TestTheEngineIsNotAskedWhereTheMemoryKnowsAll(t *testing.T) {
	d := newDesk(t)
	d.approve("Ja.", "Jau.")
	sorry := errors.New("sorry")
	broken := d.Recall(&shouter{err: sorry})
	if got, err := broken.Translate(t.Context(), translate.ToNynorsk, []translate.Segment{{Text: "Ja."}}); err != nil || got[0].Text != "Jau." {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := broken.Translate(t.Context(), translate.ToNynorsk, []translate.Segment{{Text: "Ja."}, {Text: "Nei."}}); !errors.Is(err, sorry) {
		t.Errorf("got %v", err)
	}
}
