package agreement

// BlankTemplate is what a template of the user's own begins with: the roles of a county and a municipality, the notice
// that is asked for, and the sections that every agreement has. It has neither a name nor texts of its own.
func BlankTemplate() Template {
	both := func(s string) Pair { return Pair{NB: s, NN: s} }
	contact := []Pair{both("Kontaktperson")}
	least, most := int64(1), int64(24)
	return Template{
		Version: 0, Kind: Cooperation, Title: both("Samarbeidsavtale"),
		Roles: []Role{
			{
				ID: "county", Kind: CountyParty, Label: both("fylkeskommunen"),
				Signatories: []Pair{{NB: "Fylkesordfører", NN: "Fylkesordførar"}}, Contacts: contact,
			},
			{
				ID: "municipality", Kind: MunicipalityParty, Label: both("kommunen"),
				Signatories: []Pair{{NB: "Ordfører", NN: "Ordførar"}}, Contacts: contact,
			},
		},
		Fields: []Field{{
			ID: "notice", Type: MonthsField, Required: true, Min: &least, Max: &most, Answer: Answer{Value: "3"},
			Label: Pair{NB: "Oppsigelsestid", NN: "Oppseiingstid"},
		}},
		Sections: []Section{
			{ID: "purpose", Kind: Prose, Heading: Both("Formål", "Formål"), Items: []Item{{ID: "purpose"}}},
			{ID: "goals", Kind: Goals, Heading: Both("Mål", "Mål")},
			{ID: "county-duties", Kind: Roles, Party: "county", Heading: Both("Fylkeskommunens oppgaver", "Oppgåvene til fylkeskommunen"), Lead: Both("{county.name} skal", "{county.name} skal")},
			{ID: "municipality-duties", Kind: Roles, Party: "municipality", Heading: Both("Kommunens oppgaver", "Oppgåvene til kommunen"), Lead: Both("{municipality.name} skal", "{municipality.name} skal")},
			{ID: "duration", Kind: Prose, Heading: Both("Avtaleperiode", "Avtaleperiode"), Items: []Item{{ID: "notice", Text: Both(
				"Avtalen gjelder fra den datoen begge parter har skrevet under. Partene kan si den opp skriftlig med {notice}s varsel.",
				"Avtalen gjeld frå den datoen begge partane har skrive under. Partane kan seie han opp skriftleg med {notice}s varsel.")}}},
			{ID: "contacts", Kind: Contacts, Heading: Both("Kontaktpersoner", "Kontaktpersonar")},
			{ID: "signatures", Kind: Signatures, Heading: Both("Underskrifter", "Underskrifter"), Items: []Item{{ID: "copies", Text: Both(
				"Partene skriver under på {copies} eksemplarer av avtalen og får ett hver.",
				"Partane skriv under på {copies} eksemplar av avtalen og får eitt kvar.")}}},
		},
	}
}

// Publishable reports what keeps a template from being published: no name in either form, or nowhere to sign. What is
// merely unfinished, such as a text in one form only, is not: an agreement made from it says so itself.
func Publishable(a Agreement) error {
	if a.Head == nil || a.Head.Name.Blank() {
		return NewError(Invalid, "error.template.nameless", nil)
	}
	signatures := 0
	for _, s := range a.Sections {
		if s.Kind == Signatures {
			signatures++
		}
	}
	switch {
	case signatures == 0:
		return NewError(Invalid, "error.template.unsigned", nil)
	case len(a.Roles) == 0:
		return NewError(Invalid, "error.template.roleless", nil)
	}
	return nil
}
