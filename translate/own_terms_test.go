package translate_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"avtalebok/translate"
	"avtalebok/translate/terms"
)

// wordByWord is an engine that knows some words, and leaves and marks the others.
type wordByWord struct {
	knows map[string]string
	fail  error
	asked []string
}

func (e *wordByWord) Translate(_ context.Context, _ translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	out := make([]translate.Translation, len(segments))
	for i, s := range segments {
		e.asked = append(e.asked, s.Text)
		var b strings.Builder
		for n, w := range strings.Fields(s.Text) {
			if n > 0 {
				b.WriteByte(' ')
			}
			bare := strings.TrimRight(w, ".,")
			known, ok := e.knows[strings.ToLower(bare)]
			if !ok {
				out[i].Unknown = append(out[i].Unknown, translate.Span{Start: b.Len(), End: b.Len() + len(bare)})
				known = bare
			}
			b.WriteString(terms.LikeCapitals(bare, known) + w[len(bare):])
		}
		out[i].Text = b.String()
	}
	return out, e.fail
}

func (e *wordByWord) Close() error { return nil }

func ownList() *terms.List {
	return terms.Default().With(
		terms.Term{
			Bokmal: terms.Word{Lemma: "oppgave", Inflection: "f"}, Nynorsk: []terms.Word{{Lemma: "gjeremål", Inflection: "n"}}, Class: terms.Noun,
		},
		terms.Term{Bokmal: terms.Word{Lemma: "kraftlag"}, Nynorsk: []terms.Word{{Lemma: "kraftsamvirke"}}, Class: terms.Phrase})
}

func TestOwnTermsTakeThePlaceOfWhatTheEngineSays(t *testing.T) {
	e := &wordByWord{knows: map[string]string{
		"oppgaven": "oppgåva", "oppgavene": "oppgåvene", "er": "er", "ny": "ny", "og": "og", "våre": "våre",
	}}
	engine := translate.WithOwnTerms(e, ownList())
	segments := []translate.Segment{{Text: "Oppgaven er ny."}, {Text: "Rart oppgavene og kraftlag våre sære."}, {Text: "Ny."}}
	got, err := engine.Translate(t.Context(), translate.ToNynorsk, segments)
	if err != nil || len(got) != 3 {
		t.Fatal(got, err)
	}
	for i, want := range []string{"Gjeremålet er ny.", "Rart gjeremåla og kraftsamvirke våre sære.", "Ny."} {
		if got[i].Text != want {
			t.Errorf("%q, want %q", got[i].Text, want)
		}
	}
	var marked []string
	for _, u := range got[1].Unknown {
		marked = append(marked, got[1].Text[u.Start:u.End])
	}
	if !slices.Equal(marked, []string{"Rart", "sære"}) {
		t.Errorf("marked %q", marked)
	}
}

func TestWithoutOwnTermsInATextNothingMoreIsAsked(t *testing.T) {
	e := &wordByWord{knows: map[string]string{"ny": "ny"}}
	if _, err := translate.WithOwnTerms(e, ownList()).Translate(t.Context(), translate.ToNynorsk, []translate.Segment{{Text: "Ny."}}); err != nil {
		t.Fatal(err)
	}
	if len(e.asked) != 1 {
		t.Errorf("asked %q", e.asked)
	}
	e.fail = errors.New("gone")
	_, err := translate.WithOwnTerms(e, ownList()).Translate(t.Context(), translate.ToNynorsk, []translate.Segment{{Text: "oppgaven"}})
	if !errors.Is(err, e.fail) {
		t.Errorf("got %v", err)
	}
}

func TestTheOwnTermIsUsedTheOtherWayToo(t *testing.T) {
	e := &wordByWord{knows: map[string]string{"gjeremålet": "gjøremålet"}}
	got, err := translate.WithOwnTerms(e, ownList()).Translate(t.Context(), translate.ToBokmal, []translate.Segment{{Text: "Gjeremålet"}})
	if err != nil || got[0].Text != "Oppgaven" {
		t.Errorf("%v, %v", got, err)
	}
}
