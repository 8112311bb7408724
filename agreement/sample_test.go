package agreement_test

import "avtalebok/agreement"

func pair(nb, nn string) agreement.Pair { return agreement.Pair{NB: nb, NN: nn} }

func number(n int64) *int64 { return &n }

// sampleTemplate is a small agreement between a county and a municipality with every kind of section and field.
func sampleTemplate() agreement.Template {
	item := func(id, nb, nn string) agreement.Item {
		return agreement.Item{ID: id, Text: agreement.Both(nb, nn)}
	}
	return agreement.Template{
		ID: "sample", Version: 3, Kind: agreement.Partnership,
		Title: pair("Partnerskapsavtale", "Partnarskapsavtale"),
		Roles: []agreement.Role{
			{
				ID: "county", Kind: agreement.CountyParty, Label: pair("fylkeskommunen", "fylkeskommunen"),
				Signatories: []agreement.Pair{pair("Fylkesordfører", "Fylkesordførar")},
			},
			{
				ID: "municipality", Kind: agreement.MunicipalityParty, Label: pair("kommunen", "kommunen"),
				Signatories: []agreement.Pair{pair("Ordfører", "Ordførar")}, Contacts: []agreement.Pair{pair("Kontaktperson", "Kontaktperson")},
			},
		},
		Fields: []agreement.Field{
			{
				ID: "notice", Type: agreement.MonthsField, Label: pair("Varsel", "Varsel"), Required: true,
				Min: number(1), Max: number(24), Answer: agreement.Answer{Value: "3"},
			},
			{ID: "unit", Type: agreement.TextField, Label: pair("Enhet", "Eining"), Answer: agreement.Answer{Text: agreement.Both("seksjon for helse", "seksjon for helse")}},
			{ID: "start", Type: agreement.DateField, Label: pair("Oppstart", "Oppstart")},
		},
		Sections: []agreement.Section{
			{ID: "duration", Kind: agreement.Prose, Heading: agreement.Both("Varighet", "Varigheit"), Items: []agreement.Item{
				item("notice", "Avtalen kan sies opp med {notice}s varsel.", "Avtalen kan seiast opp med {notice}s varsel."),
				item("copies", "Avtalen er laget i {copies} eksemplarer.\n\nDen er {municipality}s.", "Avtalen er laga i {copies} eksemplar.\n\nHan er {municipality}s."),
			}},
			{
				ID: "goals", Kind: agreement.Goals, Required: true, Heading: agreement.Both("Mål", "Mål"),
				Lead:  agreement.Both("Et godt liv i {county}.", "Eit godt liv i {county}."),
				Items: []agreement.Item{item("one", "Alle er med.", "Alle er med.")},
			},
			{
				ID: "duties", Kind: agreement.Roles, Party: "municipality", Required: true, Heading: agreement.Both("Kommunens oppgaver", "Oppgåvene til kommunen"),
				Items: []agreement.Item{item("a", "lage en oversikt", "lage ei oversikt"), item("b", "bidra", "bidra"), item("c", "dele", "dele")},
			},
			{ID: "focus", Kind: agreement.Focus, Heading: agreement.Both("Innsatsområder", "Innsatsområde"), Items: []agreement.Item{
				{ID: "places", Title: agreement.Both("Møteplasser", "Møteplassar"), Text: agreement.Both("Folk møtes.", "Folk møtest.")},
			}},
			{ID: "contacts", Kind: agreement.Contacts, Heading: agreement.Both("Kontakt", "Kontakt")},
			{ID: "signatures", Kind: agreement.Signatures, Heading: agreement.Both("Underskrifter", "Underskrifter")},
		},
	}
}

func nordland() agreement.Party {
	return agreement.Party{Role: "county", Kind: agreement.CountyParty, Number: "18", Name: "Nordland fylkeskommune", Short: "Nordland"}
}

func municipality(short string) agreement.Party {
	return agreement.Party{Role: "municipality", Kind: agreement.MunicipalityParty, Name: short + " kommune", Short: short}
}

func sample() agreement.Agreement {
	a := agreement.New(sampleTemplate(), nordland(), municipality("Bodø"))
	a.ID = "sample0001"
	return a
}

func textAt(section, item string) agreement.Place {
	return agreement.Place{Section: section, Item: item, Part: agreement.PartText}
}
