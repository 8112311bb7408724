package agreement_test

import (
	"fmt"
	"strings"
	"testing"

	"avtalebok/agreement"
)

// outline writes a document as lines, a word for each block's kind before its text.
func outline(doc agreement.Document) string {
	var b strings.Builder
	line := func(kind, text string) { fmt.Fprintf(&b, "%s %s\n", kind, text) }
	for _, s := range doc.Sections {
		line("#", s.Heading.String())
		for _, block := range s.Blocks {
			switch v := block.(type) {
			case agreement.Subheading:
				line("##", v.String())
			case agreement.Paragraph:
				line("p", v.String())
			case agreement.List:
				for _, it := range v.Items {
					text := strings.TrimSpace(it.Title.String() + " " + it.Paragraphs[0].String())
					for i, p := range it.Facts {
						text += []string{" ", ". "}[min(i, 1)] + p.String()
					}
					line(fmt.Sprintf("%d.", it.Number), text)
				}
			case agreement.Table:
				tableOutline(v, line)
			case agreement.ContactTable:
				for _, r := range v.Rows {
					line("contact", r.Party+", "+r.Function.String())
				}
			case agreement.SignatureBlock:
				for _, s := range v.Signers {
					line("sign", s.Field+" "+s.Party+", "+s.Title.String())
				}
			}
		}
	}
	return b.String()
}

func tableOutline(t agreement.Table, line func(kind, text string)) {
	row := func(cells []agreement.Passage) {
		var texts []string
		for _, p := range cells {
			texts = append(texts, p.String())
		}
		line("|", strings.Join(texts, " / "))
	}
	if t.Headed() {
		var heads []agreement.Passage
		for _, c := range t.Columns {
			heads = append(heads, c.Heading)
		}
		row(heads)
	}
	for _, cells := range t.Rows {
		row(cells)
	}
	if t.Total != nil {
		row(t.Total)
	}
}

func resolve(t *testing.T, a agreement.Agreement, f agreement.Form) agreement.Document {
	t.Helper()
	doc, err := a.Resolve(f)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestResolveGivesEveryWordOfOneForm(t *testing.T) {
	doc := resolve(t, sample(), agreement.Nynorsk)
	want := `# Varigheit
p Avtalen kan seiast opp med tre månaders varsel.
p Avtalen er laga i to eksemplar.
p Han er Bodøs.
# Mål
## Hovudmål
p Eit godt liv i Nordland.
## Delmål
1. Alle er med.
# Oppgåvene til kommunen
1. lage ei oversikt
2. bidra
3. dele
# Innsatsområde
1. Møteplassar Folk møtest.
# Kontakt
contact Bodø kommune, Kontaktperson
# Underskrifter
sign county-1 Nordland fylkeskommune, Fylkesordførar
sign municipality-1 Bodø kommune, Ordførar
`
	if got := outline(doc); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if got := doc.Between.String(); got != "mellom Nordland fylkeskommune og Bodø kommune" {
		t.Errorf("between: %q", got)
	}
	if doc.Draft || doc.Title.String() != "Partnarskapsavtale" || doc.Labels.PlaceDate != "Stad og dato" {
		t.Errorf("draft %v, title %q, label %q", doc.Draft, doc.Title, doc.Labels.PlaceDate)
	}
}

func TestNamesInTheGenitive(t *testing.T) {
	for short, want := range map[string]string{"Bodø": "Den er Bodøs.", "Alstahaug": "Den er Alstahaugs.", "Røros": "Den er Røros’."} {
		a := agreement.New(sampleTemplate(), nordland(), municipality(short))
		if got := outline(resolve(t, a, agreement.Bokmal)); !strings.Contains(got, want) {
			t.Errorf("%s: %q not in\n%s", short, want, got)
		}
	}
}

func TestWhatIsMissingStandsInBracketsInADraft(t *testing.T) {
	e := agreement.NewEditor(agreement.New(sampleTemplate(), nordland()))
	do(t, e, agreement.SetText(textAt("duties", "a"), agreement.Nynorsk, ""))
	do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Nynorsk, "hjelpe {ingen} og {start}"))
	doc := resolve(t, e.Agreement(), agreement.Nynorsk)
	got := doc.Between.String() + "\n" + outline(doc)
	for _, want := range []string{
		"mellom Nordland fylkeskommune og [kommunen]", "Han er [kommunen].", "1. [tekst manglar på nynorsk]", "2. hjelpe [ingen] og [Oppstart]",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q not in\n%s", want, got)
		}
	}
	if !doc.Draft {
		t.Error("a document with holes is not marked as a draft")
	}
	if strings.ContainsAny(got, "{}") {
		t.Errorf("braces are left:\n%s", got)
	}
}

func TestWhatIsLeftToThePenIsALineAndNotAFinding(t *testing.T) {
	e := agreement.NewEditor(sample())
	do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Bokmal, "begynne {start}"))
	do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Nynorsk, "byrje {start}"))
	do(t, e, agreement.SetAnswer("start", agreement.Answer{ByHand: true}))
	doc := resolve(t, e.Agreement(), agreement.Nynorsk)
	if doc.Draft {
		t.Errorf("it counts as unfinished: %v", e.Agreement().Check(agreement.Nynorsk))
	}
	list := doc.Sections[2].Blocks[0].(agreement.List)
	spans := list.Items[1].Paragraphs[0].Spans
	if len(spans) != 2 || spans[1].Kind != agreement.Blank {
		t.Errorf("spans are %+v", spans)
	}
}

func TestSignatoriesAreInCapitalsAndABlankNameIsALine(t *testing.T) {
	a := sample()
	p, _ := a.Party("county")
	p.Signatories[0].Name = "Åse Ærlig Łukasz"
	e := agreement.NewEditor(a)
	do(t, e, agreement.SetParty(p))
	doc := resolve(t, e.Agreement(), agreement.Bokmal)
	signers := doc.Sections[len(doc.Sections)-1].Blocks[0].(agreement.SignatureBlock).Signers
	if got := signers[0].Name.String(); got != "ÅSE ÆRLIG ŁUKASZ" {
		t.Errorf("name is %q", got)
	}
	if s := signers[1].Name.Spans; len(s) != 1 || s[0].Kind != agreement.Blank {
		t.Errorf("a blank name gives %+v", s)
	}
}

func TestSectionsWithNothingToPrintAreLeftOut(t *testing.T) {
	a := sample()
	e := agreement.NewEditor(a)
	do(t, e, agreement.RemoveItem("focus", "places"))
	if got := outline(resolve(t, e.Agreement(), agreement.Bokmal)); strings.Contains(got, "Innsatsområder") {
		t.Errorf("an empty section is printed:\n%s", got)
	}
}

func TestFullTitle(t *testing.T) {
	if got := agreement.FullTitle(sample(), agreement.Bokmal); got != "Partnerskapsavtale mellom Nordland fylkeskommune og Bodø kommune" {
		t.Errorf("got %q", got)
	}
}

func TestResolveRefusesWhatIsNoWrittenForm(t *testing.T) {
	if _, err := sample().Resolve("en"); agreement.CodeOf(err) != agreement.Invalid {
		t.Errorf("got %v", err)
	}
}

// Whatever the texts hold, resolving never panics, and a document that is no draft has no braces left.
func FuzzResolve(f *testing.F) {
	f.Add("{county}s {x} {{", "{notice}\n\n{municipality.name}s")
	f.Fuzz(func(t *testing.T, nb, nn string) {
		e := agreement.NewEditor(sample())
		do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Bokmal, nb))
		do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Nynorsk, nn))
		for _, form := range agreement.Forms {
			doc := resolve(t, e.Agreement(), form)
			if !doc.Draft && strings.ContainsAny(outline(doc), "{}") {
				t.Errorf("braces in a finished document: %q", outline(doc))
			}
		}
	})
}
