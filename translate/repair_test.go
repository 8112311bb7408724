package translate

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"avtalebok/agreement"
)

// parrot is an engine that gives the answers it was taught, and everything else back as it is.
type parrot struct {
	answers map[string]Translation
	asked   []string
	err     error
}

func (p *parrot) Translate(_ context.Context, _ Direction, segments []Segment) ([]Translation, error) {
	var out []Translation
	for _, s := range segments {
		p.asked = append(p.asked, s.Text)
		answer, ok := p.answers[s.Text]
		if !ok {
			answer = Translation{Text: s.Text}
		}
		out = append(out, answer)
	}
	return out, p.err
}

func (p *parrot) Close() error { return nil }

// repaired gives what becomes of an engine's answer to a source.
func repaired(t *testing.T, d Direction, style Style, source, answer string) string {
	t.Helper()
	e := &parrot{answers: map[string]Translation{source: {Text: answer}}}
	got, err := Repair(e, style).Translate(context.Background(), d, []Segment{{Text: source}})
	if err != nil {
		t.Fatal(err)
	}
	return got[0].Text
}

type repairCase struct{ source, answer, want string }

func testRepairs(t *testing.T, d Direction, cases []repairCase) {
	t.Helper()
	for _, c := range cases {
		if got := repaired(t, d, Style{}, c.source, c.answer); got != c.want {
			t.Errorf("%s\n  %s became\n  %s, want\n  %s", c.source, c.answer, got, c.want)
		}
	}
}

func TestNynorskIsRepaired(t *testing.T) {
	testRepairs(t, ToNynorsk, []repairCase{
		{"Fylkeskommunens rolle", "Rolla frå fylkeskommunen", "Rolla til fylkeskommunen"},
		{"Kommunens oppgaver", "Oppgåvene i kommunen", "Oppgåvene til kommunen"},
		{"for å nå felles mål", "for å no fellast mål", "for å nå felles mål"},
		{"Hvis partene vil", "Viss partane vil", "Dersom partane vil"},
		{"Begge parter skriver under.", "Begge partar skriv under.", "Begge partane skriv under."},
		{"Kommunens og fylkets felles plan", "Kommunens Og Fylkets felles plan", "Kommunens og fylkets felles plan"},
		{"Tiltakene ble finansiert av staten.", "Tiltaka blei finansiert av staten.", "Tiltaka blei finansierte av staten."},
		{"Kommunene i fylket er allerede invitert.", "Kommunane i fylket er allereie invitert.", "Kommunane i fylket er allereie inviterte."},
		{"Utgifter som ikke er ført, blir ikke dekket.", "Utgifter som ikkje er førte, blir ikkje dekt.", "Utgifter som ikkje er førte, blir ikkje dekte."},
		{"Leder og nestleder er valgt.", "Leiar og nestleiar er vald.", "Leiar og nestleiar er valde."},
		{"Vi sørger for at alle lag er invitert.", "Vi sørgjer for at alle lag er invitert.", "Vi sørgjer for at alle lag er inviterte."},
		{"Et møte der kommunene er representert.", "Eit møte der kommunane er representert.", "Eit møte der kommunane er representerte."},
		{"Kultur- og idrettsutvalget er representert.", "Kultur- og idrettsutvalet er representerte.", "Kultur- og idrettsutvalet er representert."},
		{"KOMMUNENS ROLLE", "ROLLA frå KOMMUNEN", "ROLLA TIL KOMMUNEN"},
		{"Være pådriver", "Være pådrivar", "Vere pådrivar"},
		{"Skolen skal fremme helse.", "Skulen skal framme helse.", "Skulen skal fremje helse."},
		{"gode møteplasser", "gode stader å møtast", "gode møteplassar"},
	})
}

func TestRightNynorskIsLeftAlone(t *testing.T) {
	testRepairs(t, ToNynorsk, []repairCase{
		{"Tilskuddet fra fylkeskommunen", "Tilskotet frå fylkeskommunen", "Tilskotet frå fylkeskommunen"},
		{"Kommunens bidrag er viktig.", "Bidraget frå kommunen er viktig.", "Bidraget frå kommunen er viktig."},
		{"Oppgavene i kommunen", "Oppgåvene i kommunen", "Oppgåvene i kommunen"},
		{"Avtalen ble signert av partene.", "Avtalen blei signert av partane.", "Avtalen blei signert av partane."},
		{"Kommunene sier at planen er finansiert.", "Kommunane seier at planen er finansiert.", "Kommunane seier at planen er finansiert."},
		{"Et visst ansvar", "Eit visst ansvar", "Eit visst ansvar"},
		{"Rolla til Ola Nordmann i KS", "Rolla til Ola Nordmann i KS", "Rolla til Ola Nordmann i KS"},
		{"Partene når målene nå.", "Partane når måla no.", "Partane når måla no."},
		{"Leder er valgt.", "Leiar er vald.", "Leiar er vald."},
	})
}

func TestBokmalIsRepaired(t *testing.T) {
	testRepairs(t, ToBokmal, []repairCase{
		{"Fleire unge får hjelp.", "Gjentatte unge får hjelp.", "Flere unge får hjelp."},
		{"Det kan føre til brot.", "Det kan bevirke brudd.", "Det kan føre til brudd."},
		{"Søknaden må innehalde budsjett.", "Søknaden må inneholdt budsjett.", "Søknaden må inneholde budsjett."},
		{"Då skal dei drøfte saka.", "Da skal de drøftet saken.", "Da skal de drøfte saken."},
		{"Endringar underteikna av leiaren", "Endringer undertegne av lederen", "Endringer undertegnet av lederen"},
		{"tilskotsordning for frivilligheitskoordinatorar", "tilskuddordning for frivillighetkoordinatorer", "tilskuddsordning for frivillighetskoordinatorer"},
		{"Partnarskapsavtale", "Partnerskapavtale", "Partnerskapsavtale"},
		{"plan, klima og folkehelse", "plan, klimaer og folkehelse", "plan, klima og folkehelse"},
		{"Avtalen gjeld når begge har signert han.", "Avtalen gjelder når begge har signert ham.", "Avtalen gjelder når begge har signert den."},
		{"Avtalen er skriven på nynorsk.", "Avtalen er skreven på nynorsk.", "Avtalen er skrevet på nynorsk."},
		{"Partane skal halde kvarandre orienterte.", "Partene skal holde hverandre orienterte.", "Partene skal holde hverandre orientert."},
		{"Det gjeld gode nærmiljø.", "Det gjelder gode nærmiljø.", "Det gjelder gode nærmiljøer."},
		{"heile folketalet", "hele folketalet", "hele folketallet"},
		{"Saksnummer", "Saksnumre", "Saksnummer"},
		{"godt nettverksarbeid", "godt nettverksarbeider", "godt nettverksarbeid"},
		{"tilskotssøknadar", "tilskuddsøknader", "tilskuddssøknader"},
		{"Ein av dei seier nei.", "En av de sier nei.", "En av dem sier nei."},
		{"bra for dei sjølve, og", "bra for de selve, og", "bra for dem selv, og"},
		{"ta del og sjølve bidra", "ta del og selve bidra", "ta del og selv bidra"},
	})
}

func TestRightBokmalIsLeftAlone(t *testing.T) {
	testRepairs(t, ToBokmal, []repairCase{
		{"gjentekne brot", "gjentatte brudd", "gjentatte brudd"},
		{"Leiaren kjenner avtalen som han har signert.", "Lederen kjenner avtalen som han har signert.", "Lederen kjenner avtalen som han har signert."},
		{"Han er skriven.", "Han er kommet.", "Han er kommet."},
		{"Kommunen er i det gode selskapet.", "Kommunen er i det gode selskapet.", "Kommunen er i det gode selskapet."},
		{"Partane har drøfta saka.", "Partene har drøftet saken.", "Partene har drøftet saken."},
		{"dette miljøet", "dette miljøet", "dette miljøet"},
		{"sjølve avtalen", "selve avtalen", "selve avtalen"},
		{"ein av dei største", "en av de største", "en av de største"},
		{"Arbeidar kan bety to ting.", "Arbeider kan bety to ting.", "Arbeider kan bety to ting."},
		{"tilskotet og frivilligheita", "tilskuddet og frivilligheten", "tilskuddet og frivilligheten"},
	})
}

// Every wording in the set of sentences was written by a person: there is nothing to repair in it.
func TestWhatPeopleHaveWrittenIsLeftAlone(t *testing.T) {
	content, err := os.ReadFile("testdata/wer-nb-nn.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 4 {
			continue
		}
		// Of the second wordings some choose what the rules replace: begge partar, viss.
		if got := repaired(t, ToNynorsk, Style{}, cells[0], cells[1]); got != cells[1] {
			t.Errorf("%s\n  became\n  %s", cells[1], got)
		}
		if got := repaired(t, ToBokmal, Style{}, cells[1], cells[0]); got != cells[0] {
			t.Errorf("%s\n  became\n  %s", cells[0], got)
		}
	}
}

func TestAnInfinitiveThatBecameAnImperativeIsTranslatedInAWholeSentence(t *testing.T) {
	e := &parrot{answers: map[string]Translation{
		"lage ei oversikt":            {Text: "lag en oversikt"},
		"Dei skal lage ei oversikt":   {Text: "De skal lage en oversikt"},
		"rette seg etter":             {Text: "rett seg etter"},
		"Dei skal rette seg etter":    {Text: "Noe annet"},
		"samle ein blafs no":          {Text: "saml en blafs nå", Unknown: []Span{{8, 13}}},
		"Dei skal samle ein blafs no": {Text: "De skal samle en blafs nå", Unknown: []Span{{17, 22}}},
		"Lage ei oversikt":            {Text: "Lag en oversikt"},
	}}
	got, err := Repair(e, Style{}).Translate(context.Background(), ToBokmal, []Segment{
		{"lage ei oversikt"}, {"rette seg etter"}, {"samle ein blafs no"}, {"alle kommunane"}, {"Lage ei oversikt"}, {"kommune og fylke"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"lage en oversikt", "rett seg etter", "samle en blafs nå", "alle kommunane", "Lag en oversikt", "kommune og fylke"} {
		if got[i].Text != want {
			t.Errorf("%q, want %q", got[i].Text, want)
		}
	}
	if s := got[2].Unknown; len(s) != 1 || got[2].Text[s[0].Start:s[0].End] != "blafs" {
		t.Errorf("unknown %v", s)
	}
	if len(e.asked) != 9 {
		t.Errorf("the engine was asked %q", e.asked)
	}
}

func TestFixedPartsAndLineBreaksSurviveRepair(t *testing.T) {
	source := "Fylkeskommunens rolle i {municipality}, se frem@frem.no.\n\nHvis b=frem, så {x}s plan.  To blanke \uE000 her"
	answer := "Rolla frå fylkeskommunen i {municipality}, sjå frem@frem.no.\n\nViss b=frem, så {x}s plan.  To blanke \uE000 her"
	want := "Rolla til fylkeskommunen i {municipality}, sjå frem@frem.no.\n\nDersom b=frem, så {x}s plan.  To blanke \uE000 her"
	if got := repaired(t, ToNynorsk, Style{}, source, answer); got != want {
		t.Errorf("%q", got)
	}
}

func TestUnknownWordsAreFoundAgainAfterRepair(t *testing.T) {
	e := &parrot{answers: map[string]Translation{"Hvis blafs": {Text: "Viss blafs", Unknown: []Span{{5, 10}}}}}
	got, _ := Repair(e, Style{}).Translate(context.Background(), ToNynorsk, []Segment{{"Hvis blafs"}})
	if s := got[0].Unknown; got[0].Text != "Dersom blafs" || len(s) != 1 || got[0].Text[s[0].Start:s[0].End] != "blafs" {
		t.Errorf("%v in %q", s, got[0].Text)
	}
}

func TestUnknownWordsGetTheSpellingOfTheOtherForm(t *testing.T) {
	for _, c := range []struct {
		d                Direction
		word, want, mark string
	}{
		{ToBokmal, "stadutvikling", "stedsutvikling", "stedsutvikling"},
		{ToBokmal, "rådgjevande", "rådgivende", "rådgivende"},
		{ToBokmal, "webinarar", "webinarer", "webinarer"},
		{ToBokmal, "Fjordane", "Fjordane", "Fjordane"},
		{ToNynorsk, "klimavennlighet", "klimavennligheit", "klimavennligheit"},
		{ToNynorsk, "blafs", "blafs", "blafs"},
	} {
		e := &parrot{answers: map[string]Translation{"Eit " + c.word: {Text: "Et " + c.word, Unknown: []Span{{3, 3 + len(c.word)}}}}}
		got, err := Repair(e, Style{}).Translate(context.Background(), c.d, []Segment{{"Eit " + c.word}})
		if err != nil {
			t.Fatal(err)
		}
		if s := got[0].Unknown; got[0].Text != "Et "+c.want || len(s) != 1 || got[0].Text[s[0].Start:s[0].End] != c.mark {
			t.Errorf("%s became %q, unknown %v", c.word, got[0].Text, s)
		}
	}
}

func TestHouseStyleReachesWhereNoEngineHasAPreference(t *testing.T) {
	for form, want := range map[string]string{
		"fyrst":    "Fyrst blir det gitt døme hos dei som blei bedne.",
		"hjå":      "Først blir det gitt døme hjå dei som blei bedne.",
		"gje":      "Først blir det gjeve døme hos dei som blei bedne.",
		"verte":    "Først vert det gitt døme hos dei som vart bedne.",
		"eksempel": "Først blir det gitt eksempel hos dei som blei bedne.",
	} {
		style, err := Style{}.With(form)
		if err != nil {
			t.Fatal(err)
		}
		text := "Først blir det gitt døme hos dei som blei bedne."
		if got := repaired(t, ToNynorsk, style, "Først", text); got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
		if got := repaired(t, ToBokmal, style, "Først", text); got != text {
			t.Errorf("%s: a style of nynorsk changed bokmål: %q", form, got)
		}
	}
}

func TestAnEnginesErrorIsPassedOn(t *testing.T) {
	sorry := errors.New("sorry")
	if _, err := Repair(&parrot{err: sorry}, Style{}).Translate(context.Background(), ToNynorsk, []Segment{{"a"}}); !errors.Is(err, sorry) {
		t.Errorf("got %v", err)
	}
	failed := agreement.NewError(agreement.Refused, "error.translate.text", nil)
	e := &parrot{answers: map[string]Translation{"Hvis": {Text: "Hvis", Err: failed}}}
	got, err := Repair(e, Style{}).Translate(context.Background(), ToNynorsk, []Segment{{"Hvis"}})
	if err != nil || got[0].Text != "Hvis" || got[0].Err == nil {
		t.Errorf("%v, %v", got, err)
	}
}

func FuzzRepairKeepsFixedParts(f *testing.F) {
	f.Add("Kommunens rolle i {x}", "Rolla frå kommunen i {x}", true)
	f.Add("fleire \xff a. B", "gjentatte \xff a. B", false)
	f.Fuzz(func(t *testing.T, source, answer string, nynorsk bool) {
		d := ToBokmal
		if nynorsk {
			d = ToNynorsk
		}
		out := repairer{}.repair(d, source, Translation{Text: answer}).Text
		rest := out
		for _, p := range Parts(answer) {
			if !p.Fixed {
				continue
			}
			_, behind, ok := strings.Cut(rest, p.Text)
			if !ok {
				t.Fatalf("%q became %q: %q is gone", answer, out, p.Text)
			}
			rest = behind
		}
	})
}
