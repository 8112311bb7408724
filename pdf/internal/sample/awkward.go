package sample

import (
	"fmt"

	"avtalebok/agreement"
)

// Named is a Document with the name of a file.
type Named struct {
	Name     string
	Document agreement.Document
}

// Awkward gives Documents that are hard to set well.
func Awkward() []Named {
	var list []Named
	add := func(name string, change func(*agreement.Document)) {
		d := Empty(agreement.Bokmal)
		change(&d)
		list = append(list, Named{name, d})
	}
	add("draft", draft)
	add("sixty-duties", func(d *agreement.Document) {
		var duties []string
		for i := range 60 {
			duties = append(duties, fmt.Sprintf("Oppgave nummer %d: %s.", i+1, Words(5+i%9)))
		}
		d.Sections = append(d.Sections, Section("roles", agreement.Roles, "Oppgaver", Numbered("roles", duties...)))
		sign(d, 2)
	})
	add("forty-pages", func(d *agreement.Document) {
		for i := range 40 {
			id := fmt.Sprint("s", i)
			d.Sections = append(d.Sections, Section(id, agreement.Prose, fmt.Sprintf("Del %d", i+1),
				Paragraphs(id, Words(170), Words(90), Words(140))...))
		}
		sign(d, 2)
	})
	add("item-of-three-pages", func(d *agreement.Document) {
		d.Sections = append(d.Sections, Section("roles", agreement.Roles, "Oppgaver",
			Numbered("roles", "Kort.", Words(1500), "Kort.", "Kort.", "Kort.", "Kort.", "Kort.")))
		sign(d, 2)
	})
	add("long-words", longWords)
	add("many-signers", func(d *agreement.Document) {
		d.Sections = append(d.Sections, Section("text", agreement.Prose, "Formål", Paragraphs("text", Words(80))...))
		sign(d, 46)
	})
	add("three-signers", func(d *agreement.Document) {
		d.Sections = append(d.Sections, Section("text", agreement.Prose, "Formål", Paragraphs("text", Words(420), Words(20))...))
		sign(d, 3)
	})
	add("bare", func(*agreement.Document) {})
	return list
}

func sign(d *agreement.Document, parties int) {
	d.Sections = append(d.Sections, Section("signatures", agreement.Signatures, "Underskrifter",
		append(Paragraphs("signatures", fmt.Sprintf("Avtalen er skrevet ut i %d eksemplarer. Hver part beholder ett.", parties)),
			Signers(parties))...))
}

// draft is not ready: places to be filled in, and places left to the pen.
func draft(d *agreement.Document) {
	d.Draft = true
	missing := func(s string) agreement.Span { return agreement.Span{Text: "[" + s + "]", Kind: agreement.Unfilled} }
	mixed := agreement.Passage{Spans: []agreement.Span{
		{Text: "Avtalen gjelder mellom fylkeskommunen og "},
		missing("kommune"),
		{Text: ", og løper fra "},
		{Kind: agreement.Blank},
		{Text: " til "},
		missing("sluttdato, som ikke er satt av noen av partene ennå"),
		{Text: ". Tilskuddet er på "},
		missing("beløp"),
		{Text: " kroner i året, og blir utbetalt innen "},
		{Kind: agreement.Blank},
		{Text: "."},
	}}
	d.Between = agreement.Passage{Spans: []agreement.Span{{Text: "mellom Fjorden fylkeskommune og "}, missing("kommune")}}
	d.Sections = append(d.Sections,
		Section("text", agreement.Prose, "Varighet", agreement.Paragraph{Passage: mixed}),
		Section("goals", agreement.Goals, "Mål", agreement.Paragraph{Passage: mixed, Strong: true},
			agreement.List{Items: []agreement.ListItem{{Number: 1, Paragraphs: []agreement.Passage{mixed}}}}),
		Section("contacts", agreement.Contacts, "Kontaktpersoner", agreement.ContactTable{Rows: []agreement.ContactRow{
			{Party: "Fjorden fylkeskommune", Function: Text("rådgiver"), Name: Blank(), Email: Blank(), Phone: Blank()},
			{
				Party: "Kommunen med det svært lange navnet ved fjorden", Function: Text("koordinator for folkehelse og livsmestring"),
				Name: Text("Kristine-Marie Bjørnstad-Svenningsen"), Email: Text("kristine-marie.bjornstad-svenningsen@kommunen.example"),
				Phone: Text("+47 900 00 000"),
			},
		}}),
	)
	sign(d, 2)
}

func longWords(d *agreement.Document) {
	long := "Menneskerettighetsorganisasjonssamarbeidsavtaleutvalgsmøtereferatskriverkursdeltakeravgiftsrefusjonsordningen"
	address := "https://www.eksempel.example/en/svært/lang/sti/som-ikke-vil-ta-slutt?med=parametere&og=flere&enda=mer#avsnitt-4"
	var duties []string
	for range 3 {
		duties = append(duties, "Følge opp "+long+" hvert år.", "Se "+address+" for mer.")
	}
	d.Title = At("", "", agreement.PartTitle, "Samarbeidsavtale om folkehelsekoordinatorstillingsfinansieringsordningen")
	d.Theme = Text("Særskilt om " + long)
	d.Parties = []string{"Kommunen med det svært lange navnet ved fjorden", "Fylkeskommunen med et enda lengre navn enn kommunen", "Tredje part"}
	d.Sections = append(d.Sections,
		Section("text", agreement.Prose, "Om "+long, Paragraphs("text", long+" "+address+" "+Words(60))...),
		Section("roles", agreement.Roles, "Oppgaver", Numbered("roles", duties...)))
	sign(d, 2)
}
