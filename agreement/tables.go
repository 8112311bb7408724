package agreement

import "strings"

// facts gives the answers to a grant's fields as a table. Those that may stay open and do are left out.
func (r resolver) facts(s Section) []Block {
	table := Table{Columns: []Column{{RowHeader: true}, {}}}
	for _, id := range s.Facts {
		f, ok := r.a.Field(id)
		if !ok {
			continue
		}
		p := Place{Field: id, Part: PartAnswer}
		answer := Passage{Place: p}
		switch written := tidy(f.Written(r.form)); {
		case f.Answer.ByHand:
			answer.add("", Blank)
		case written != "":
			answer.add(written, Plain)
		case f.Required || f.Bilingual() && !f.Answer.Text.Blank():
			answer.add("["+f.Label.In(r.form)+"]", Unfilled)
		default:
			continue
		}
		table.Rows = append(table.Rows, []Passage{r.label(p, f.Label.In(r.form)), answer})
	}
	return table.unlessEmpty()
}

// payments gives a grant's payments as a table with their sum. A column in which nothing stands is left out.
func (r resolver) payments(s Section) []Block {
	at := func(id string, part Part) Place { return Place{Section: s.ID, Item: id, Part: part} }
	purposes := false
	for _, p := range s.Payments {
		purposes = purposes || !p.Purpose.Blank()
	}
	here := Place{Section: s.ID}
	columns := []Column{{Heading: r.label(here, r.words.due), RowHeader: true}}
	if purposes {
		columns = append(columns, Column{Heading: r.label(here, r.words.purpose)})
	}
	table := Table{Columns: append(columns, Column{Heading: r.label(here, r.words.amount), Numeric: true})}
	for _, p := range s.Payments {
		row := []Passage{r.fact(at(p.ID, PartDue), p.DueWritten(), r.words.due)}
		if purposes {
			row = append(row, r.optional(at(p.ID, PartPurpose), p.Purpose))
		}
		table.Rows = append(table.Rows, append(row, r.fact(at(p.ID, PartAmount), p.AmountWritten(), r.words.amount)))
	}
	sum, _ := s.Sum()
	table.Total = make([]Passage, len(table.Columns))
	table.Total[0] = r.label(here, r.words.sum)
	table.Total[len(table.Total)-1] = r.label(here, InTable(sum))
	return table.unlessEmpty()
}

// fact gives what was typed, or a bracket with what is missing.
func (r resolver) fact(p Place, written, label string) Passage {
	if blank(written) {
		return r.missing(p, strings.ToLower(label))
	}
	return r.label(p, written)
}

// parties gives the parties as a table, with the columns that anything is known for; as a list where that is nothing but
// their names.
func (r resolver) parties() []Block {
	numbers, addresses := false, false
	for _, p := range r.a.Parties {
		numbers, addresses = numbers || !blank(p.OrgNumber), addresses || !blank(p.Address)
	}
	if !numbers && !addresses {
		return r.partyNames()
	}
	heading := func(s string) Passage { return r.label(Place{}, s) }
	table := Table{Columns: []Column{{Heading: heading(r.words.party), RowHeader: true}}}
	if numbers {
		table.Columns = append(table.Columns, Column{Heading: heading(r.words.orgNumber)})
	}
	if addresses {
		table.Columns = append(table.Columns, Column{Heading: heading(r.words.address)})
	}
	for _, p := range r.a.Parties {
		row := []Passage{r.namePassage(p)}
		if numbers {
			row = append(row, r.label(Place{Party: p.Key()}, SpacedNumber(p.OrgNumber)))
		}
		if addresses {
			row = append(row, r.label(Place{Party: p.Key()}, p.Address))
		}
		table.Rows = append(table.Rows, row)
	}
	return table.unlessEmpty()
}

func (r resolver) partyNames() []Block {
	var list List
	for i, p := range r.a.Parties {
		list.Items = append(list.Items, ListItem{Number: i + 1, Paragraphs: []Passage{r.namePassage(p)}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}

func (r resolver) namePassage(p Party) Passage {
	role, _ := r.a.Role(p.Role)
	return Passage{Place: Place{Party: p.Key(), Part: PartName}, Spans: []Span{r.partyName(role, p)}}
}

func (t Table) unlessEmpty() []Block {
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{t}
}

// SpacedNumber writes an organisation number in groups of three with hard spaces, as Enhetsregisteret does; what is none
// stays as it is.
func SpacedNumber(s string) string {
	if len(s) != 9 || strings.Trim(s, "0123456789") != "" {
		return s
	}
	return s[:3] + hardSpace + s[3:6] + hardSpace + s[6:]
}
