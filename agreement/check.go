package agreement

import "strings"

// FindingCode says what is missing. It is a message key under "finding" in locales.
type FindingCode string

// What can be missing before an agreement can be signed in a form.
const (
	PartyMissing        FindingCode = "party_missing"        // nobody holds a role; Args: Role
	PartyNameMissing    FindingCode = "party_name"           // a party without a name; Args: Role
	PartiesTooFew       FindingCode = "parties_few"          // Args: Role (its plural), Count, Min
	PartiesTooMany      FindingCode = "parties_many"         // Args: Role (its plural), Count, Max
	SignatoryMissing    FindingCode = "signatory_missing"    // a party without a signatory; Args: Party
	FieldMissing        FindingCode = "field_missing"        // a required field not answered; Args: Field
	FieldInvalid        FindingCode = "field_invalid"        // an answer that will not do; Args: Field, Problem, Min, Max
	PlaceholderUnknown  FindingCode = "placeholder_unknown"  // "{kommuna}"; Args: Placeholder
	PlaceholderUnfilled FindingCode = "placeholder_unfilled" // it stands for a field not answered; Args: Field
	BraceStray          FindingCode = "brace_stray"          // a "{" or "}" that belongs to no placeholder
	TextMissing         FindingCode = "text_missing"         // there in the other form only
	TextOutdated        FindingCode = "text_outdated"        // the other form was changed after both were accepted
	TextEmpty           FindingCode = "text_empty"           // an item or heading without words in either form
	ListEmpty           FindingCode = "list_empty"           // a required section without items
	MainGoalMissing     FindingCode = "main_goal_missing"    // a required goals section without a main goal
	PaymentDue          FindingCode = "payment_due"          // a payment without a date or year that can be read
	PaymentAmount       FindingCode = "payment_amount"       // a payment without an amount that can be read
	SumDiffers          FindingCode = "sum_differs"          // Args: Field, Sum, Total, Difference; More if the sum is the greater
	CharacterUncovered  FindingCode = "character"            // found by the writer, not by Check; Args: Character, CodePoint
)

// Finding is something that is missing before the agreement can be signed in Form. Args fill in its message.
type Finding struct {
	Code  FindingCode       `json:"code"`
	Form  Form              `json:"form"`
	Place Place             `json:"place"`
	Args  map[string]string `json:"args,omitempty"`
}

// Check lists what is missing before the agreement can be signed in a form, in the order in which a reader would
// meet it. An empty list means that it is ready.
func (a Agreement) Check(form Form) []Finding {
	c := checker{a: a, form: form}
	c.text(Place{Part: PartTitle}, a.Title, true)
	c.text(Place{Part: PartTheme}, a.Theme, false)
	c.parties()
	for _, f := range a.Fields {
		c.field(f)
	}
	for _, s := range a.Shown().Sections {
		c.section(s)
	}
	return c.found
}

type checker struct {
	a        Agreement
	form     Form
	found    []Finding
	unfilled map[string]bool // fields that have been reported already
}

// add reports a finding. Args are pairs of name and value.
func (c *checker) add(code FindingCode, p Place, args ...string) {
	f := Finding{Code: code, Form: c.form, Place: p}
	for i := 0; i+1 < len(args); i += 2 {
		if f.Args == nil {
			f.Args = make(map[string]string)
		}
		f.Args[args[i]] = args[i+1]
	}
	c.found = append(c.found, f)
}

func (c *checker) field(f Field) {
	place := Place{Field: f.ID, Part: PartAnswer}
	if c.a.Unused(f.ID) {
		return
	}
	if f.Answer.ByHand && !f.Required {
		if c.a.Decides(f.ID) { // what follows from the answer has to be known before it is printed
			c.add(FieldMissing, place, "Field", f.Label.In(c.form))
		}
		return
	}
	switch problem := f.Validate(c.form); problem {
	case NoProblem:
	case NotAnswered:
		c.add(FieldMissing, place, "Field", f.Label.In(c.form))
		c.report(f.ID)
		return
	default:
		c.add(FieldInvalid, place, "Field", f.Label.In(c.form), "Problem", string(problem), "Limit", f.Limit(problem))
		return
	}
	if f.Bilingual() {
		c.text(place, f.Answer.Text, false)
	}
}

func (c *checker) section(s Section) {
	printed := len(s.Items) > 0 || !s.Lead.Blank() || s.Kind.Standing() || len(s.Payments) > 0 || len(s.Facts) > 0 || s.Required
	if !printed {
		return
	}
	c.text(Place{Section: s.ID, Part: PartHeading}, s.Heading, true)
	lead := Place{Section: s.ID, Part: PartLead}
	if s.Kind == Goals && s.Required && s.Lead.Blank() {
		c.add(MainGoalMissing, lead)
	} else {
		c.text(lead, s.Lead, false)
	}
	if s.Required && len(s.Items)+len(s.Payments) == 0 && !s.Kind.Standing() {
		c.add(ListEmpty, Place{Section: s.ID}, "Section", s.Heading.In(c.form))
	}
	for _, it := range s.Items {
		if s.Kind.Titled() {
			c.text(Place{Section: s.ID, Item: it.ID, Part: PartTitle}, it.Title, true)
		}
		c.text(Place{Section: s.ID, Item: it.ID, Part: PartText}, it.Text, true)
	}
	c.payments(s)
}

// text checks one passage: that it is there in this form, in step with the other, and that its placeholders hold.
func (c *checker) text(p Place, t Text, required bool) {
	switch t.State(c.form) {
	case Empty:
		if required {
			c.add(TextEmpty, p)
		}
		return
	case Missing:
		c.add(TextMissing, p)
		return
	case Outdated:
		c.add(TextOutdated, p)
	}
	c.placeholders(p, t.In(c.form))
}

func (c *checker) placeholders(p Place, s string) {
	found, stray := Placeholders(s)
	if stray >= 0 {
		c.add(BraceStray, p, "Brace", s[stray:stray+1])
	}
	for _, ph := range found {
		v, known := c.a.lookup(ph.ID, c.form)
		switch {
		case !known:
			c.add(PlaceholderUnknown, p, "Placeholder", "{"+ph.ID+"}")
		case v.text != "" || v.byHand || v.place.Party != "":
			// A party that is missing is a finding of its own, once.
		case !c.unfilled[v.place.Field]:
			c.report(v.place.Field)
			c.add(PlaceholderUnfilled, v.place, "Field", v.label)
		}
	}
}

// report remembers that a field's missing answer was said, so that it is said once and not for every mention.
func (c *checker) report(field string) {
	if c.unfilled == nil {
		c.unfilled = make(map[string]bool)
	}
	c.unfilled[field] = true
}

// Limit gives the bound that an answer broke, as text.
func (f Field) Limit(p Problem) string {
	switch {
	case p == TooSmall && f.Min != nil:
		return groupDigits(*f.Min)
	case p == TooSmall:
		return "0"
	case p == TooLarge && f.Max != nil:
		return groupDigits(*f.Max)
	case p == TooLong && f.MaxLength > 0:
		return groupDigits(int64(f.MaxLength))
	case p == TooLong:
		return groupDigits(defaultMaxLength)
	}
	return ""
}

// Where names a place to a reader in one form: the section's heading and the item's number, the field's label,
// the party's name.
func (a Agreement) Where(p Place, form Form) string {
	switch {
	case p.Field != "":
		f, _ := a.Field(p.Field)
		return f.Label.In(form)
	case p.Party != "":
		if party, ok := a.Party(p.Party); ok && !blank(party.Name) {
			return party.Name
		}
		role := p.Party
		if party, ok := a.Party(p.Party); ok {
			role = party.Role
		}
		r, _ := a.Role(role)
		return r.Label.In(form)
	case p.Section == "":
		return strings.TrimSpace(a.Title.In(form))
	}
	s, _ := a.Section(p.Section)
	name := s.Heading.In(form)
	if blank(name) {
		name = s.Heading.In(form.Other())
	}
	i := itemIndex(a.withoutHidden(s), p.Item)
	if i < 0 {
		i = paymentIndex(s.Payments, p.Item)
	}
	if i >= 0 {
		return strings.TrimSpace(name) + " " + groupDigits(int64(i+1))
	}
	return strings.TrimSpace(name)
}
