package reading_test

import (
	"slices"
	"testing"

	"avtalebok/agreement"
	"avtalebok/script/conformance.d/reading"
)

func passage(text string) agreement.Passage {
	return agreement.Passage{Spans: []agreement.Span{{Text: text}}}
}

func TestPassagesAreAllThatIsReadInOrder(t *testing.T) {
	blank := agreement.Passage{Spans: []agreement.Span{{Kind: agreement.Blank}}}
	doc := agreement.Document{
		CaseNumber: "26/1", Title: passage("Avtale"), Between: passage("mellom A og B"), Parties: []string{"A", "B"},
		Labels: agreement.Labels{
			CaseNumber: "Saksnummer", Name: "Navn", Email: "E-post", Phone: "Telefon", PlaceDate: "Sted og dato",
			Signature: "Underskrift", Page: "Side", Of: "av",
		},
		Sections: []agreement.DocumentSection{{Heading: passage("Alt"), Blocks: []agreement.Block{
			agreement.Subheading{Passage: passage("Delmål")},
			agreement.List{Items: []agreement.ListItem{
				{Number: 1, Paragraphs: []agreement.Passage{passage("en"), passage("to")}},
				{Number: 2, Title: passage("Tittel"), Paragraphs: []agreement.Passage{passage("tre")}},
			}},
			agreement.ContactTable{Rows: []agreement.ContactRow{{Party: "A", Function: passage("leder"), Name: passage("Kari"), Phone: blank}}},
			agreement.SignatureBlock{Signers: []agreement.Signer{
				{Party: "A", Name: blank, Title: passage("Ordfører")},
				{Party: "B", Name: passage("OLA")},
			}},
		}}},
	}
	want := []string{
		"Saksnummer 26/1", "Avtale", "mellom A og B", "Alt", "Delmål", "1", "en", "to", "2 Tittel", "tre",
		"Navn", "E-post", "Telefon", "A", "leder", "Kari",
		"A", "Sted og dato", "Underskrift", "Navn", "Ordfører", "B", "Sted og dato", "Underskrift", "OLA",
	}
	if got := reading.Passages(doc); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := reading.Footer(doc); got != "Avtale · A · B" {
		t.Errorf("the footer is %q", got)
	}
	if got := reading.PageNumber(doc, 2, 4); got != "Side 2 av 4" {
		t.Errorf("the page number is %q", got)
	}
}

func TestTextFromPages(t *testing.T) {
	passages := []string{"1", "miljø-, klima- og naturmangfold", "den 8.\u00a0februar", "fra \x00 av"}
	for _, c := range []struct {
		name, extracted string
		same            bool
	}{
		{"is the same on one line", "1 miljø-, klima- og naturmangfold den 8. februar fra av", true},
		{"may end lines between words", "1\nmiljø-, klima-\nog naturmangfold\n\nden 8. februar fra\nav\n\f", true},
		{"may end lines within words", "1 miljø-, klima- og natur\nmangfold den 8. februar fra av", true},
		{"has words that run together", "1 miljø-, klima-og naturmangfold den 8. februar fra av", false},
		{"has a space within a word", "1 miljø-, klima- og natur mangfold den 8. februar fra av", false},
		{"lacks a hyphen", "1 miljø, klima- og naturmangfold den 8. februar fra av", false},
		{"has another order", "miljø-, klima- og naturmangfold 1 den 8. februar fra av", false},
		{"lacks the end", "1 miljø-, klima- og naturmangfold den 8. februar fra", false},
		{"has more at the end", "1 miljø-, klima- og naturmangfold den 8. februar fra av av", false},
		{"has more at the start", "0 1 miljø-, klima- og naturmangfold den 8. februar fra av", false},
	} {
		if got := reading.CompareFlow([]reading.Group{{passages}}, c.extracted); (got == "") != c.same {
			t.Errorf("text that %s: %q", c.name, got)
		}
	}
}

func TestSignersSideBySide(t *testing.T) {
	groups := []reading.Group{{{"to eksemplarer"}}, {
		{"Bodø", "Sted og dato", "Underskrift", "KARI", "Ordfører"},
		{"Røros", "Sted og dato", "Underskrift", "Navn"},
		{"Evje", "Sted og dato", "Underskrift", "Navn"},
	}, {{"Vedlegg"}}}
	for _, c := range []struct {
		name, extracted string
		same            bool
	}{
		{"goes signer by signer", "to eksemplarer Bodø Sted og dato Underskrift KARI Ordfører Røros Sted og dato Underskrift Navn Evje Sted og dato Underskrift Navn Vedlegg", true},
		{"goes line by line", "to eksemplarer Bodø Røros Sted og dato Sted og dato Underskrift Underskrift KARI Navn Ordfører Evje Sted og dato Underskrift Navn Vedlegg", true},
		{"begins with the second signer", "to eksemplarer Røros Bodø Sted og dato Sted og dato Underskrift Underskrift KARI Navn Ordfører Evje Sted og dato Underskrift Navn Vedlegg", false},
		{"lacks a label", "to eksemplarer Bodø Røros Sted og dato Underskrift Underskrift KARI Navn Ordfører Evje Sted og dato Underskrift Navn Vedlegg", false},
		{"swaps a signer's lines", "to eksemplarer Bodø Røros Underskrift Underskrift Sted og dato Sted og dato KARI Navn Ordfører Evje Sted og dato Underskrift Navn Vedlegg", false},
		{"goes on before the signers are done", "to eksemplarer Bodø Sted og dato Underskrift KARI Ordfører Røros Sted og dato Underskrift Navn Vedlegg Evje Sted og dato Underskrift Navn", false},
	} {
		if got := reading.CompareFlow(groups, c.extracted); (got == "") != c.same {
			t.Errorf("text that %s: %q", c.name, got)
		}
	}
}

func TestWordsInAnyOrder(t *testing.T) {
	groups := []reading.Group{{{"fra \x00 til «\x00».", "to eksemplarer"}}}
	for extracted, same := range map[string]bool{
		"to eksemplarer fra til « ».":     true,
		"fra\ntil\n« ». to eksemplarer":   true,
		"fra til « ». to to eksemplarer":  false,
		"fra til « ». to":                 false,
		"fra til « ». to eksemplareriett": false,
	} {
		if got := reading.CompareWords(groups, extracted, nil, 0); (got == "") != same {
			t.Errorf("%q: %q", extracted, got)
		}
	}
}

func TestTextsOfElements(t *testing.T) {
	passages := []string{"1", "den 8.\u00a0februar", "fra \x00 av"}
	for _, c := range []struct {
		name     string
		elements []string
		same     bool
	}{
		{"are the same", []string{"1 ", "den 8.\u00a0februar", "fra  av"}, true},
		{"lack a hard space", []string{"1", "den 8. februar", "fra av"}, false},
		{"are fewer", []string{"1", "den 8.\u00a0februar"}, false},
		{"are more", []string{"1", "den 8.\u00a0februar", "fra av", "x"}, false},
		{"stand in another order", []string{"den 8.\u00a0februar", "1", "fra av"}, false},
		{"are joined", []string{"1 den 8.\u00a0februar", "fra av"}, false},
	} {
		if got := reading.CompareTagged(passages, c.elements); (got == "") != c.same {
			t.Errorf("elements that %s: %q", c.name, got)
		}
	}
}

func TestAHeadMayStandAgainOnEachPageThatATableGoesOnTo(t *testing.T) {
	table := agreement.Table{
		Columns: []agreement.Column{{Heading: passage("Utbetaling")}, {Heading: passage("Beløp"), Numeric: true}},
		Rows:    [][]agreement.Passage{{passage("2027"), passage("kr 100")}, {passage("2028"), passage("kr 200")}},
		Total:   []agreement.Passage{passage("Sum"), passage("kr 300")},
	}
	doc := agreement.Document{Sections: []agreement.DocumentSection{{Heading: passage("Tilskot"), Blocks: []agreement.Block{table}}}}
	if !reading.HasTables(doc) || len(reading.Heads(doc)) != 1 {
		t.Fatalf("the table is not seen: %v", reading.Heads(doc))
	}
	for extracted, same := range map[string]bool{
		"Tilskot Utbetaling Beløp 2027 kr 100 2028 kr 200 Sum kr 300":                              true,
		"Tilskot Utbetaling 2027 2028 Sum Beløp kr 100 kr 200 kr 300":                              true,
		"Tilskot Utbetaling Beløp 2027 kr 100 Utbetaling Beløp 2028 kr 200 Sum kr 300":             true,
		"Tilskot Beløp 2027 kr 100 2028 kr 200 Sum kr 300":                                         false,
		"Tilskot Utbetaling Beløp 2027 kr 100 2027 kr 200 Sum kr 300":                              false,
		"Tilskot Utbetaling Beløp Beløp Beløp Utbetaling 2027 kr 100 2028 kr 200 Sum kr 300 Beløp": false,
	} {
		got := reading.CompareWords(reading.Groups(doc), extracted, reading.Heads(doc), 1)
		if (got == "") != same {
			t.Errorf("%q: %q", extracted, got)
		}
	}
}
