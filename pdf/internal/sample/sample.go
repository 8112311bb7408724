// Package sample makes Documents for the tests of package pdf: an agreement of the usual make-up in both written
// forms, and awkward ones. Nothing but tests imports it.
package sample

import (
	"fmt"
	"strings"
	"time"

	"avtalebok/agreement"
)

// Updated is when every sample was last saved.
var Updated = time.Date(2026, time.March, 2, 9, 30, 0, 0, time.UTC)

// Text gives a passage of plain text.
func Text(s string) agreement.Passage {
	return agreement.Passage{Spans: []agreement.Span{{Text: s}}}
}

// At gives a passage with a place.
func At(section, item string, part agreement.Part, s string) agreement.Passage {
	p := Text(s)
	p.Place = agreement.Place{Section: section, Item: item, Part: part}
	return p
}

// Blank is a passage to be filled in by hand.
func Blank() agreement.Passage {
	return agreement.Passage{Spans: []agreement.Span{{Kind: agreement.Blank}}}
}

// Labels gives the words that a writer adds.
func Labels(form agreement.Form) agreement.Labels {
	if form == agreement.Nynorsk {
		return agreement.Labels{
			DraftMark: "UTKAST", Page: "Side", Of: "av", CaseNumber: "Saksnummer", PlaceDate: "Stad og dato",
			Signature: "Underskrift", Name: "Namn", Email: "E-post", Phone: "Telefon", SignHere: "Skriv under for",
		}
	}
	return agreement.Labels{
		DraftMark: "UTKAST", Page: "Side", Of: "av", CaseNumber: "Saksnummer", PlaceDate: "Sted og dato",
		Signature: "Underskrift", Name: "Navn", Email: "E-post", Phone: "Telefon", SignHere: "Skriv under for",
	}
}

// Empty gives a Document with everything but sections.
func Empty(form agreement.Form) agreement.Document {
	return agreement.Document{
		Form: form, ID: "0198c2f0-sample", Template: agreement.TemplateRef{ID: "sample", Version: 1},
		Kind: agreement.Partnership, Revision: 7, Updated: Updated, CaseNumber: "2026/1234",
		Title: At("", "", agreement.PartTitle, "Partnerskapsavtale"), Between: Text("mellom Fjorden fylkeskommune og Bodø kommune"),
		Parties: []string{"Fjorden fylkeskommune", "Bodø kommune"}, Labels: Labels(form),
	}
}

// Section gives a section of a Document.
func Section(id string, kind agreement.SectionKind, heading string, blocks ...agreement.Block) agreement.DocumentSection {
	return agreement.DocumentSection{
		ID: id, Kind: kind, Heading: At(id, "", agreement.PartHeading, heading), Blocks: blocks,
	}
}

// Paragraphs gives a paragraph for each text.
func Paragraphs(section string, texts ...string) []agreement.Block {
	var blocks []agreement.Block
	for i, t := range texts {
		blocks = append(blocks, agreement.Paragraph{Passage: At(section, fmt.Sprint("p", i+1), agreement.PartText, t)})
	}
	return blocks
}

// Numbered gives a list of items of one paragraph each.
func Numbered(section string, texts ...string) agreement.List {
	var l agreement.List
	for i, t := range texts {
		l.Items = append(l.Items, agreement.ListItem{
			Number: i + 1, Paragraphs: []agreement.Passage{At(section, fmt.Sprint("i", i+1), agreement.PartText, t)},
		})
	}
	return l
}

// Signers gives a signature block of so many parties.
func Signers(n int) agreement.SignatureBlock {
	var b agreement.SignatureBlock
	for i := range n {
		s := agreement.Signer{
			Field: fmt.Sprintf("party-%d", i+1), Party: fmt.Sprintf("Kommune nummer %d", i+1),
			Title: Text("ordfører"), Name: Text(fmt.Sprintf("KARI NORDMANN %d", i+1)),
		}
		if i%2 == 1 {
			s.Name = Blank()
		}
		b.Signers = append(b.Signers, s)
	}
	return b
}

// Words gives running text of so many words, with words of all lengths.
func Words(n int) string {
	stock := strings.Fields("avtalen gjelder for begge parter i hele perioden og følges opp av fylkeskommunen gjennom " +
		"samfunnsutviklingsarbeidet slik at folkehelseperspektivet blir ivaretatt på alle nivåer i kommunene som deltar")
	out := make([]string, n)
	for i := range out {
		out[i] = stock[(i*7+i/5)%len(stock)]
	}
	return strings.Join(out, " ")
}
