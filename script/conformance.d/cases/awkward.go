package cases

import (
	"fmt"
	"strings"

	"avtalebok/agreement"
)

// awkwardCase is a template, parties for it, and what is done to the draft to make it awkward.
type awkwardCase struct {
	name     string
	template agreement.Template
	set      partySet
	draft    bool
	pages    int
	change   func(*desk)
}

// The sections of the first template that the cases change.
const (
	countyDuties       = "county-duties"
	municipalityDuties = "municipality-duties"
	background         = "background"
)

func awkward(first, everything agreement.Template) []awkwardCase {
	plain, sami := partySets()[0], partySets()[4]
	return []awkwardCase{
		{name: "every-kind", template: everything, set: plain, change: func(*desk) {}},
		{name: "every-kind-named", template: everything, set: sami, change: func(*desk) {}},
		{name: "sixty-duties", template: first, set: plain, pages: 4, change: sixtyDuties},
		{name: "forty-pages", template: first, set: plain, pages: 40, change: fortyPages},
		{name: "item-of-three-pages", template: first, set: plain, pages: 6, change: longItem},
		{name: "long-words", template: first, set: plain, change: longWords},
		{name: "empty-sections", template: first, set: plain, change: emptySections},
		{name: "by-hand", template: everything, set: plain, change: byHandFields},
		{name: "nothing-filled-in", template: everything, set: partySet{}, draft: true, change: nothingFilledIn},
		{name: "half-translated", template: first, set: plain, draft: true, change: halfTranslated},
		{name: "no-theme", template: first, set: plain, change: func(d *desk) {
			d.write(agreement.Place{Part: agreement.PartTheme}, agreement.Pair{})
		}},
		{name: "many-signatories", template: everything, set: sami, change: manySignatories},
		{name: "odd-case-number", template: everything, set: plain, change: func(d *desk) {
			d.do(agreement.SetAnswer("case_number", agreement.Answer{Value: `26/01234-7 (§ 13) «A&B» <x> č "q" 100 % \ ]]> '`}))
		}},
		{name: "long-names", template: first, set: plain, change: longNames},
		{name: "one-duty", template: first, set: plain, change: oneDuty},
		{name: "sami-letters", template: first, set: sami, change: samiLetters},
		{name: "punctuation", template: first, set: plain, change: punctuation},
		{name: "many-contacts", template: first, set: sami, change: manyContacts},
		{name: "long-theme", template: first, set: plain, change: func(d *desk) {
			d.write(agreement.Place{Part: agreement.PartTheme}, same(strings.TrimSpace(strings.Repeat("Levende lokalsamfunn der alle hører til ", 12))))
		}},
		{name: "only-signatures", template: first, set: plain, draft: true, change: onlySignatures},
	}
}

func sixtyDuties(d *desk) {
	d.empty(countyDuties)
	for i := range 60 {
		d.put(countyDuties, same(fmt.Sprintf("oppgave nummer %d: %s", i+1, words(4+i%11))))
	}
}

func fortyPages(d *desk) {
	for i := range 150 {
		d.put(background, same(fmt.Sprintf("%d ledd. %s.\n\n%s.", i+1, words(90+i%40), words(60))))
	}
}

func longItem(d *desk) {
	d.put(municipalityDuties, same(words(1500)))
	d.put(municipalityDuties, same("kort"))
}

func longWords(d *desk) {
	word := strings.Repeat("menneskerettighetsorganisasjonssamarbeid", 5)
	address := "https://www.example.no/kommunar/nordland/2026/02/08/saker?nummer=26%2F01234&vedlegg=" + strings.Repeat("a1", 60)
	d.put(background, same("Ordet "+word+" står midt i en setning."))
	d.put(background, same("Adressen er "+address+" og den er lang."))
	d.put(countyDuties, same(word))
	d.put(countyDuties, same("lese "+address))
	d.put(countyDuties, same("samarbeide om miljø-, klima- og beredskapsplaner/strategier for Vest-Finnmark–Nord-Troms-regionen"))
	d.write(agreement.Place{Section: background, Part: agreement.PartHeading}, same("Bakgrunn for "+word))
}

// emptySections leaves out what may be left out.
func emptySections(d *desk) {
	for _, s := range []string{background, "focus", "contacts"} {
		d.empty(s)
		d.write(lead(s), agreement.Pair{})
	}
	d.edit(func(p *agreement.Party) { p.Contacts = nil })
}

// byHandFields leaves every field open for the pen.
func byHandFields(d *desk) {
	for _, f := range d.agreement().Fields {
		if f.ID != agreement.CaseNumberField {
			d.do(agreement.SetAnswer(f.ID, agreement.Answer{ByHand: true}))
		}
	}
}

func nothingFilledIn(d *desk) {
	for _, f := range d.agreement().Fields {
		d.do(agreement.SetAnswer(f.ID, agreement.Answer{}))
	}
	for _, r := range d.agreement().Roles {
		d.do(agreement.ClearParty(r.ID))
	}
	d.put("purpose", same("Malen nevner {dette} som ikke finnes, og en { for mye."))
}

// halfTranslated lacks one wording in each form, and has an item without words.
func halfTranslated(d *desk) {
	d.put(background, agreement.Pair{NB: "Dette står bare på bokmål."})
	d.put(background, agreement.Pair{NN: "Dette står berre på nynorsk."})
	d.put(countyDuties, agreement.Pair{})
	d.do(agreement.SetText(agreement.Place{Section: "focus", Part: agreement.PartHeading}, agreement.Nynorsk, ""))
	d.do(agreement.SetText(agreement.Place{Section: "focus", Part: agreement.PartHeading}, agreement.Bokmal, ""))
	d.do(agreement.SetAnswer(agreement.CaseNumberField, agreement.Answer{Value: "26/1"}))
}

func manySignatories(d *desk) {
	d.edit(func(p *agreement.Party) {
		for i := range 3 {
			p.Signatories = append(p.Signatories, agreement.Person{
				ID: fmt.Sprint("more-", i), Name: []string{"", "Åse Ærlig", ""}[i],
				Title: agreement.Both(fmt.Sprintf("Medlem %d av styret", i+1), fmt.Sprintf("Medlem %d av styret", i+1)),
			})
		}
	})
}

func longNames(d *desk) {
	d.edit(func(p *agreement.Party) {
		p.Name = "Interkommunalt politisk råd for samfunnsutvikling, folkehelse, idrett og friluftsliv på Helgeland og i Salten, " + p.Name
		for i := range p.Signatories {
			p.Signatories[i].Name = "Anna-Katharina Magdalena Elisabeth von Strandenæs-Øvergård Fitjar Nordbø-Kristoffersen"
			p.Signatories[i].Title = alike(words(18))
		}
		for i := range p.Contacts {
			p.Contacts[i].Name = "Bartholomeus Ærø-Åsgårdstrand"
			p.Contacts[i].Email = "bartholomeus.aeroe-aasgaardstrand.folkehelse@postmottak.lokalsamfunn.example.no"
			p.Contacts[i].Phone = "+47 75 65 00 00 / 75 65 00 01"
			p.Contacts[i].Title = alike(words(9))
		}
	})
}

func alike(s string) agreement.Text { return agreement.Both(s, s) }

func oneDuty(d *desk) {
	for _, s := range []string{countyDuties, municipalityDuties, "goals"} {
		d.empty(s)
		d.put(s, same("gjøre én ting"))
	}
}

func samiLetters(d *desk) {
	text := "Čáppa đuođđu, ŋuŋŋi ja šaddi ŧuŧŧo žuvla: Á á Č č Đ đ Ŋ ŋ Š š Ŧ ŧ Ž ž; lulesamisk: ń Ń, sørsamisk: ï Ï ö Ö ä Ä."
	for _, s := range []string{background, countyDuties} {
		d.put(s, same(text))
		d.write(agreement.Place{Section: s, Part: agreement.PartHeading}, same("Ŋuŋŋi čáđa šáŋgirat – ŽŠŦĐŊČÁ"))
	}
	d.write(agreement.Place{Part: agreement.PartTitle}, same("Ovttasbargošiehtadus"))
	d.write(agreement.Place{Part: agreement.PartTheme}, same("Ealli báikegottit gos buohkat gullet searvái"))
}

func punctuation(d *desk) {
	for _, text := range []string{
		"«Sitat», ‘enkelt’, “dobbelt”, tankestrek – og lang — strek, § 4, §§ 4–7, € 100, 100 %, 5 °C, 1½, ±, ×, · og … til slutt.",
		`Parenteser ( ) [ ] < > \ / | # & @ % $ ^ ~ * + = ' " ; : ! ? _ ` + "`" + ` og ikke mer.`,
		"8. februar 2026 kl. 10.30, 500 000 kroner, 2006–2010, tlf. 75 65 00 00, Vestfold‑Telemark, kr 1 250 000,-.",
		"Første linje\nandre linje\n\nNy del etter en tom linje.",
		"1. Dette ser ut som en liste\n2) Dette også\n- og dette",
	} {
		d.put(background, same(text))
		d.put(municipalityDuties, same(text))
	}
}

func manyContacts(d *desk) {
	d.edit(func(p *agreement.Party) {
		for i := range 14 {
			p.Contacts = append(p.Contacts, agreement.Person{
				ID: fmt.Sprint("more-", i), Name: "Eli Eng", Email: "eli.eng@example.no", Phone: "900 00 000",
				Title: alike(fmt.Sprintf("Kontakt for område %d", i+1)),
			})
		}
	})
}

// onlySignatures takes away even what the template requires, so that the signatures stand on the first page.
func onlySignatures(d *desk) {
	for _, s := range d.agreement().Sections {
		if s.Kind != agreement.Signatures {
			d.empty(s.ID)
			d.write(lead(s.ID), agreement.Pair{})
		}
	}
	d.edit(func(p *agreement.Party) { p.Contacts = nil })
}

// words gives n words of running text that ends within a sentence.
func words(n int) string {
	list := strings.Fields("alle skal kjenne at de hører til og derfor legger partene til rette for gode møteplasser der folk " +
		"i alle aldre kan være aktive sammen både ute og inne gjennom hele året slik at ingen faller utenfor fellesskapet")
	out := make([]string, n)
	for i := range out {
		out[i] = list[(i*7+n)%len(list)]
	}
	return strings.Join(out, " ")
}
