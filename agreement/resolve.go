package agreement

import (
	"fmt"
	"strings"
)

// Resolve gives the agreement in one form as a Document: placeholders filled, items numbered. What is missing
// stands in brackets as an Unfilled span, and the Document is then a draft. An error means that the agreement
// itself is broken, or that form is no written form; an agreement that Decode or New gave is not.
func (a Agreement) Resolve(form Form) (Document, error) {
	if err := a.Validate(); err != nil {
		return Document{}, err
	}
	if !form.Valid() {
		return Document{}, NewError(Invalid, "error.form", nil, "Form", string(form))
	}
	r := resolver{a: a, form: form, words: wordings[form]}
	doc := Document{
		Form: form, ID: a.ID, Template: a.Template, Kind: a.Kind, Revision: a.Revision, Updated: a.Updated.UTC(),
		Labels: labels[form],
		Title:  r.required(Place{Part: PartTitle}, a.Title, r.words.noHeading),
		Theme:  r.optional(Place{Part: PartTheme}, a.Theme),
		Draft:  len(a.Check(form)) > 0,
	}
	if a.IsTemplate() {
		doc.Draft, doc.Labels.DraftMark = true, templateMark
	}
	if f, ok := a.Field(CaseNumberField); ok {
		doc.CaseNumber = f.Written(form)
	}
	doc.Between, doc.Parties = r.between()
	for _, s := range a.Shown().Sections {
		if section := r.section(s); len(section.Blocks) > 0 {
			doc.Sections = append(doc.Sections, section)
		}
	}
	return doc, nil
}

// CaseNumberField is the ID of the field with the archive's case number, which stands in the document's head.
const CaseNumberField = "case_number"

// FullTitle gives the title with the parties: "Partnerskapsavtale mellom Nordland fylkeskommune og Bodø kommune".
// A title that is missing in one form is taken from the other, so that a list always has something to show.
func FullTitle(a Agreement, form Form) string {
	r := resolver{a: a, form: form, words: wordings[form]}
	title := a.Title.In(form)
	if blank(title) {
		title = a.Title.In(form.Other())
	}
	between, _ := r.between()
	return strings.TrimSpace(strings.TrimSpace(title) + " " + between.String())
}

type resolver struct {
	a     Agreement
	form  Form
	words words
}

func (r resolver) section(s Section) DocumentSection {
	out := DocumentSection{
		ID: s.ID, Kind: s.Kind,
		Heading: r.required(Place{Section: s.ID, Part: PartHeading}, s.Heading, r.words.noHeading),
	}
	if s.Kind == Goals {
		out.Blocks = r.goals(s)
		return out
	}
	out.Blocks = append(out.Blocks, r.paragraphs(Place{Section: s.ID, Part: PartLead}, s.Lead)...)
	switch s.Kind {
	case Roles, Focus, Networks:
		out.Blocks = append(out.Blocks, r.list(s)...)
		return out
	case GrantTerms:
		out.Blocks = append(out.Blocks, r.facts(s)...)
	}
	for _, it := range s.Items {
		out.Blocks = append(out.Blocks, r.itemParagraphs(s, it)...)
	}
	switch s.Kind {
	case Contacts:
		out.Blocks = append(out.Blocks, r.contacts()...)
	case Signatures:
		out.Blocks = append(out.Blocks, r.signatures()...)
	case PartyList:
		out.Blocks = append(out.Blocks, r.parties()...)
	case GrantTerms:
		out.Blocks = append(out.Blocks, r.payments(s)...)
	}
	return out
}

func (r resolver) goals(s Section) []Block {
	lead := Place{Section: s.ID, Part: PartLead}
	var out []Block
	if !s.Lead.Blank() || s.Required {
		out = append(out, Subheading{r.label(lead, r.words.mainGoal)},
			Paragraph{Passage: r.required(lead, s.Lead, r.words.noGoal), Strong: true})
	}
	if list := r.list(s); len(list) > 0 {
		out = append(out, Subheading{r.label(Place{Section: s.ID}, r.words.subgoals)})
		out = append(out, list...)
	}
	return out
}

func (r resolver) list(s Section) []Block {
	var list List
	for i, it := range s.Items {
		item := ListItem{Number: i + 1}
		if s.Kind.Titled() {
			item.Title = r.required(Place{Section: s.ID, Item: it.ID, Part: PartTitle}, it.Title, r.words.noHeading)
		}
		for _, b := range r.itemParagraphs(s, it) {
			item.Paragraphs = append(item.Paragraphs, b.(Paragraph).Passage)
		}
		if s.Kind == Networks {
			item.Facts = r.network(s, it)
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}

// itemParagraphs gives an item's paragraphs; one that says it is missing where there are none.
func (r resolver) itemParagraphs(s Section, it Item) []Block {
	p := Place{Section: s.ID, Item: it.ID, Part: PartText}
	if out := r.paragraphs(p, it.Text); len(out) > 0 {
		return out
	}
	return []Block{Paragraph{Passage: r.missing(p, r.words.noText)}}
}

// paragraphs gives the paragraphs of a text that may be empty in both forms.
func (r resolver) paragraphs(p Place, t Text) []Block {
	if t.Blank() {
		return nil
	}
	if blank(t.In(r.form)) {
		return []Block{Paragraph{Passage: r.missing(p, r.words.noText)}}
	}
	var out []Block
	for line := range strings.Lines(t.In(r.form)) {
		if !blank(line) {
			out = append(out, Paragraph{Passage: r.fill(p, line)})
		}
	}
	return out
}

func (r resolver) contacts() []Block {
	var table ContactTable
	for _, party := range r.a.Parties {
		for _, c := range party.Contacts {
			at := func(part Part) Place { return Place{Party: party.Key(), Person: c.ID, Part: part} }
			table.Rows = append(table.Rows, ContactRow{
				Party:    party.Name,
				Function: r.optional(at(PartTitle), c.Title),
				Name:     r.label(at(PartName), c.Name),
				Email:    r.label(at(PartName), c.Email),
				Phone:    r.label(at(PartName), c.Phone),
			})
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []Block{table}
}

func (r resolver) signatures() []Block {
	var out SignatureBlock
	for _, party := range r.a.Parties {
		for i, s := range party.Signatories {
			name := r.label(Place{Party: party.Key(), Person: s.ID, Part: PartName}, strings.ToUpper(s.Name))
			if name.Empty() {
				name.add("", Blank)
			}
			out.Signers = append(out.Signers, Signer{
				Field: fmt.Sprintf("%s-%d", party.Key(), i+1),
				Party: party.Name,
				Title: r.optional(Place{Party: party.Key(), Person: s.ID, Part: PartTitle}, s.Title),
				Name:  name,
			})
		}
	}
	if len(out.Signers) == 0 {
		return nil
	}
	return []Block{out}
}

// required gives a one-line text, or a bracket where it is missing.
func (r resolver) required(p Place, t Text, ifMissing string) Passage {
	if blank(t.In(r.form)) {
		return r.missing(p, ifMissing)
	}
	return r.fill(p, t.In(r.form))
}

// optional gives a one-line text, nothing where it is empty in both forms, a bracket where only this form lacks it.
func (r resolver) optional(p Place, t Text) Passage {
	if t.Blank() {
		return Passage{Place: p}
	}
	return r.required(p, t, r.words.noText)
}

func (r resolver) missing(p Place, what string) Passage {
	out := Passage{Place: p}
	out.add("["+what+"]", Unfilled)
	return out
}

func (r resolver) label(p Place, s string) Passage {
	out := Passage{Place: p}
	if s = tidy(s); s != "" {
		out.add(s, Plain)
	}
	return out
}

// fill puts the values into a text's placeholders.
func (r resolver) fill(p Place, s string) Passage {
	out := Passage{Place: p}
	s = tidy(s)
	found, _ := Placeholders(s)
	at := 0
	for _, ph := range found {
		out.add(s[at:ph.Start], Plain)
		at = ph.End
		v, known := r.a.lookup(ph.ID, r.form)
		switch {
		case !known:
			out.add("["+ph.ID+"]", Unfilled)
		case v.byHand:
			out.add("", Blank)
		case v.text == "":
			out.add("["+v.label+"]", Unfilled)
		case ph.Genitive:
			out.add(Genitive(v.text), Plain)
		default:
			out.add(v.text, Plain)
		}
	}
	out.add(s[at:], Plain)
	return out
}

// add appends text, joined to the last span where both are plain.
func (p *Passage) add(text string, kind SpanKind) {
	if text == "" && kind != Blank {
		return
	}
	if n := len(p.Spans); n > 0 && kind == Plain && p.Spans[n-1].Kind == Plain {
		p.Spans[n-1].Text += text
		return
	}
	p.Spans = append(p.Spans, Span{Text: text, Kind: kind})
}

// tidy makes any run of ordinary blanks and line ends one blank; hard spaces stay.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " ")
}
