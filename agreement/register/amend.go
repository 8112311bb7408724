package register

import (
	"slices"
	"strings"

	"avtalebok/agreement"
)

// AmendmentTemplate is what amendments count as made from; there is no template of that name to choose.
const AmendmentTemplate = "amendment"

// Amendment gives a new draft of an agreement that changes parts of a signed one: it names that one, has room for what
// is changed, says that the rest holds as before, and is signed by the same parties or those that have followed them.
func Amendment(a agreement.Agreement, e *Entry, day Date) (agreement.Agreement, error) {
	if err := e.amendable(day); err != nil {
		return a, err
	}
	out := a.Duplicate()
	out.Amends = &agreement.AgreementRef{ID: a.ID, Revision: a.Revision}
	out.Template = agreement.TemplateRef{ID: AmendmentTemplate, Version: 1}
	out.Title, out.Theme, out.Notes = agreement.Both("Endringsavtale", "Endringsavtale"), agreement.Text{}, nil
	out.Parties = e.present(a.Parties, day)
	changes := agreement.Section{
		ID: "changes", Kind: agreement.Prose, Required: true, Heading: agreement.Both("Endringer", "Endringar"),
		Items: []agreement.Item{{ID: "amended", Text: amended(a, e)}, {ID: "change-1"}},
	}
	rest := agreement.Section{
		ID: "validity", Kind: agreement.Prose, Required: true, Heading: agreement.Both("Når endringene gjelder", "Når endringane gjeld"),
		Items: []agreement.Item{{ID: "otherwise", Text: agreement.Both(
			"Endringene gjelder fra den dagen alle partene har skrevet under. Ellers står avtalen ved lag som før.",
			"Endringane gjeld frå den dagen alle partane har skrive under. Elles står avtalen ved lag som før.",
		)}},
	}
	out.Sections = append([]agreement.Section{changes, rest}, signatures(a)...)
	out.Fields = fieldsOf(out)
	return out, nil
}

// Revised gives a new draft with all the text of a signed agreement, which is to take that one's place.
func Revised(a agreement.Agreement, e *Entry, day Date) (agreement.Agreement, error) {
	if err := e.amendable(day); err != nil {
		return a, err
	}
	out := a.Duplicate()
	out.Amends = &agreement.AgreementRef{ID: a.ID, Revision: a.Revision, Replaces: true}
	out.Parties = e.present(a.Parties, day)
	out.Fields = slices.Clone(a.Fields)
	for i := range out.Fields {
		if slices.Contains(caseFields, out.Fields[i].ID) {
			out.Fields[i].Answer = agreement.Answer{}
		}
	}
	return out, nil
}

// amendable says why an agreement can't be changed: it has not been signed, or is over.
func (e *Entry) amendable(day Date) error {
	if !e.Frozen() {
		return agreement.NewError(agreement.Refused, "error.register.amend_draft", nil)
	}
	if last, _ := e.End(); !last.IsZero() && day.After(last) {
		return agreement.NewError(agreement.Refused, "error.register.over", nil, "Date", last)
	}
	return nil
}

// amended names the agreement that is changed.
func amended(a agreement.Agreement, e *Entry) agreement.Text {
	sentence := func(form agreement.Form, before, signed, number string) string {
		s := before + " «" + agreement.FullTitle(a, form) + "», " + signed + " " + WrittenDate(e.Signed)
		if c := e.CaseNumber(); c != "" {
			s += " (" + number + " " + c + ")"
		}
		return literal(s) + "."
	}
	return agreement.Both(
		sentence(agreement.Bokmal, "Denne avtalen endrer", "som ble undertegnet", "saksnummer"),
		sentence(agreement.Nynorsk, "Denne avtalen endrar", "som vart underteikna", "saksnummer"),
	)
}

// literal takes out the braces, which would be read as placeholders; no name or case number needs them.
func literal(s string) string { return strings.NewReplacer("{", "", "}", "").Replace(s) }

// signatures gives the parts in which an agreement is signed.
func signatures(a agreement.Agreement) []agreement.Section {
	var out []agreement.Section
	for _, s := range a.Shown().Sections {
		if s.Kind == agreement.Signatures {
			s.ShowIf = nil
			out = append(out, s)
		}
	}
	if out == nil {
		out = []agreement.Section{{
			ID: "signatures", Kind: agreement.Signatures, Required: true, Heading: agreement.Both("Underskrifter", "Underskrifter"),
		}}
	}
	return out
}

// fieldsOf gives the fields that the texts of an agreement name, and the case number, which is to be filled in anew.
func fieldsOf(a agreement.Agreement) []agreement.Field {
	named := map[string]bool{}
	for _, t := range a.Passages() {
		for _, f := range agreement.Forms {
			found, _ := agreement.Placeholders(t.In(f))
			for _, p := range found {
				named[p.ID] = true
			}
		}
	}
	var out []agreement.Field
	for _, f := range a.Fields {
		if slices.Contains(caseFields, f.ID) {
			f.Answer = agreement.Answer{}
			out = append(out, f)
		} else if named[f.ID] {
			out = append(out, f)
		}
	}
	return out
}

// present gives the parties of an agreement as they are on a day. A successor brings nobody along who signs or can be
// asked: it is another body's people.
func (e *Entry) present(parties []agreement.Party, day Date) []agreement.Party {
	out := slices.Clone(parties)
	now := e.PartiesOn(day)
	for i, p := range out {
		j := slices.IndexFunc(now, func(q Party) bool { return q.Key == p.Key() })
		if j < 0 || now[j].Name == p.Name {
			continue
		}
		to := now[j]
		p.Kind, p.Number, p.OrgNumber, p.Name, p.Short, p.Address, p.Adopted = to.Kind, to.Number, to.OrgNumber, to.Name, to.Short, "", ""
		if p.Short == "" {
			p.Short = p.Name
		}
		p.Contacts, p.Signatories = unnamed(p.Contacts), unnamed(p.Signatories)
		out[i] = p
	}
	return out
}

func unnamed(people []agreement.Person) []agreement.Person {
	out := slices.Clone(people)
	for i := range out {
		out[i].Name, out[i].Email, out[i].Phone = "", "", ""
	}
	return out
}
