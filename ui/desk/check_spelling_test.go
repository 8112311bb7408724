package desk

import (
	"context"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate/check"
	"avtalebok/translate/hunspell"
)

// fakeSpeller knows every word but a few.
type fakeSpeller struct {
	unknown map[string][]string
	missing map[agreement.Form]bool
	fail    error
	asked   int
}

func (s *fakeSpeller) Check(_ context.Context, form agreement.Form, words []string) ([][]string, error) {
	s.asked++
	if s.missing[form] {
		return nil, hunspell.ErrMissing
	}
	if s.fail != nil {
		return nil, s.fail
	}
	out := make([][]string, len(words))
	for i, w := range words {
		out[i] = s.unknown[strings.ToLower(w)]
	}
	return out, nil
}

// spelling opens a desk with a duty in nynorsk and a speller, and lets the check run.
func spellingDesk(t *testing.T, s *fakeSpeller, nn string, change ...func(*Options)) (*bench, agreement.Place) {
	t.Helper()
	b := openDesk(t, sample(t), append(change, func(o *Options) {
		o.Checker = func(o check.Options) Checker { return check.New(o) }
		o.Speller = s
	})...)
	place := b.duty(1)
	b.goInto(place, agreement.Nynorsk)
	b.do(agreement.SetText(place, agreement.Nynorsk, nn))
	b.time.pass(checkDelay)
	return b, place
}

func rulesAt(b *bench, place agreement.Place) string {
	var out []string
	for _, f := range b.proof.at(place) {
		out = append(out, f.Rule+" "+f.Found)
	}
	return strings.Join(out, ", ")
}

func TestWhatTheDictionaryDoesNotKnowStandsAmongTheFindings(t *testing.T) {
	s := &fakeSpeller{unknown: map[string][]string{"kopmunen": {"kommunen"}}}
	b, place := spellingDesk(t, s, "Partane og kopmunen skal ikke betale.")
	if got := rulesAt(b, place); got != "spelling kopmunen, bokmal-word ikke" {
		t.Errorf("found %s", got)
	}
	b.goInto(place, agreement.Nynorsk).entry.SetCursor(12)
	b.Correct()
	if got := b.text(place, agreement.Nynorsk); got != "Partane og kommunen skal ikke betale." {
		t.Errorf("it became %q", got)
	}
}

func TestNamesInTheAgreementAreNoMisspellings(t *testing.T) {
	s := &fakeSpeller{unknown: map[string][]string{"nordland": {}, "bodø": {}}}
	b, place := spellingDesk(t, s, "Nordland betaler. Bodø hjelper.")
	if got := rulesAt(b, place); got != "" {
		t.Errorf("found %s", got)
	}
}

func TestAWordThatIsAddedIsNotFoundAgain(t *testing.T) {
	s := &fakeSpeller{unknown: map[string][]string{"frisklivet": {}}}
	added := ""
	b, place := spellingDesk(t, s, "Frisklivet er ope. Kom til frisklivet.", func(o *Options) {
		o.AddWord = func(_ context.Context, form agreement.Form, word string) error {
			added = string(form) + " " + word
			delete(s.unknown, strings.ToLower(word))
			return nil
		}
	})
	if len(b.proof.at(place)) != 2 {
		t.Fatalf("found %s", rulesAt(b, place))
	}
	b.addWord(b.proof.at(place)[1])
	b.time.finish()
	if added != "nn frisklivet" || len(b.proof.at(place)) != 0 {
		t.Errorf("added %q, found %s", added, rulesAt(b, place))
	}
	b.Recheck()
	b.time.pass(checkDelay)
	if got := rulesAt(b, place); got != "" {
		t.Errorf("found again: %s", got)
	}
}

func TestWhereThereIsNoDictionaryTheListSaysSo(t *testing.T) {
	s := &fakeSpeller{missing: map[agreement.Form]bool{agreement.Nynorsk: true}}
	b, _ := spellingDesk(t, s, "Partane skal betale.")
	b.CheckLanguage()
	b.time.finish()
	lines := b.findingLines()
	last := lines[len(lines)-1]
	if !strings.Contains(last.Title, "nynorsk") && !strings.Contains(last.Title, "Nynorsk") || strings.Contains(last.Title, "okmål") ||
		!strings.Contains(last.Note, "hunspell-no") {
		t.Errorf("it says %q, %q", last.Title, last.Note)
	}
	if !b.visitFinding(last.ID) {
		t.Error("choosing it does something else")
	}
}

func TestADictionaryThatDoesNotAnswerIsLeftInPeace(t *testing.T) {
	s := &fakeSpeller{fail: context.DeadlineExceeded}
	b, place := spellingDesk(t, s, "Partane skal ikke betale.")
	asked := s.asked
	b.time.pass(10 * checkDelay)
	if got := rulesAt(b, place); got != "bokmal-word ikke" || s.asked != asked {
		t.Errorf("found %s, asked %d times more", got, s.asked-asked)
	}
}

func TestWordsThatTheEngineDidNotKnowAreMarkedInTheTexts(t *testing.T) {
	b, places := lacking(t, 2, func(o *Options) { // the engine does not know the last three letters
		o.Engine = &fakeEngine{}
		o.Checker = func(o check.Options) Checker { return check.New(o) }
	})
	b.do(agreement.SetText(places[0], agreement.Bokmal, "Støtte sol"))
	b.TranslateMissing()
	b.time.finish()
	found := b.proof.at(places[0])
	if len(found) != 1 || found[0].Rule != "untranslated" || found[0].Found != "sol" {
		t.Fatalf("marked %+v", found)
	}
	if said := b.status.offer.Text(); !strings.Contains(said, "kjenner ikkje 2 av orda") {
		t.Errorf("it says %q", said)
	}
	b.do(agreement.SetText(places[0], agreement.Nynorsk, "Vi vil støtte sol"))
	if found := b.proof.at(places[0]); len(found) != 1 || found[0].Start != len("Vi vil støtte ") {
		t.Errorf("after writing before it: %+v", found)
	}
	b.do(agreement.SetText(places[0], agreement.Nynorsk, "Vi vil støtte dei"))
	if found := b.proof.at(places[0]); len(found) != 0 {
		t.Errorf("after writing another word: %+v", found)
	}
}

func TestAgreedWordingThatIsNotTranslatedIsNamed(t *testing.T) {
	b, places := lacking(t, 2, func(o *Options) { o.Engine = &fakeEngine{} })
	if got := b.skippedWords(places); !strings.Contains(got, "2 tekstar med avtalt ordlyd er ikkje rørte") || !strings.Contains(got, "«") {
		t.Errorf("it says %q", got)
	}
	if got := b.skippedWords(nil); got != "" {
		t.Errorf("it says %q", got)
	}
	b.translate(nil, places)
	if said := b.status.offer.Text(); !strings.Contains(said, "ikkje rørte") {
		t.Errorf("it says %q", said)
	}
}

func TestAMemoryThatDoesNotAnswerIsToldOfOnce(t *testing.T) {
	m := &fakeMemory{fail: agreement.NewError(agreement.Storage, "error.storage.full", nil, "Path", "/data")}
	b, _ := translating(t, "Bidra med penger", "", m, &fakeEngine{})
	if said := b.status.offer.Text(); !strings.Contains(said, "Omsetjingsminnet svarte ikkje: ") {
		t.Errorf("it says %q", said)
	}
	if len(b.suggester.offered()) != 1 {
		t.Error("the engine is not asked")
	}
	b.Say("")
	b.goInto(b.duty(2), agreement.Nynorsk)
	b.time.pass(suggestDelay)
	if said := b.status.offer.Text(); said != "" {
		t.Errorf("it says again %q", said)
	}
}
