package templates

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"avtalebok/agreement"
)

// known are the roles and fields of a template, for keys that name them.
type known struct {
	roles   []agreement.Role
	fields  []agreement.Field
	partial bool // one has no usable identifier, so that nothing can be called unknown
}

// fieldIDs gives the fields of some types, or of all where none is given.
func (k known) fieldIDs(types ...agreement.FieldType) []string {
	var ids []string
	for _, f := range k.fields {
		if len(types) == 0 || slices.Contains(types, f.Type) {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

const maxRepeat = 500 // parties in a role

// repeat reads repeat = { min = 2, max = 50 }: how many parties a role takes. One that is wrong is read as any number, so
// that texts which count the parties are not called wrong, too.
func (p *parser) repeat(t table) agreement.Repeat {
	const shape = "repeat = { min = 2, max = 50 }"
	if !t.has("repeat") {
		if t.has("plural") {
			p.add(t.lineOf("plural"), "missingKey", "Table", t.name, "Key", "repeat", "Example", shape)
		}
		return agreement.Repeat{}
	}
	wrong := agreement.Repeat{Min: 1, Max: maxRepeat}
	t.want("plural", pairExample("plural"))
	r := t.inline("repeat", shape, "min", "max")
	if r == nil {
		return wrong
	}
	least, lowest := p.bound(r, "min", 0, shape)
	most, highest := p.bound(r, "max", 1, shape)
	if !lowest || !highest {
		return wrong
	}
	if least > most {
		p.add(t.lineOf("repeat"), "bounds", "Min", least, "Max", most)
		return wrong
	}
	return agreement.Repeat{Min: least, Max: most}
}

// bound reads one end of repeat, and whether it is there and makes sense.
func (p *parser) bound(r *table, key string, from int64, shape string) (int, bool) {
	if _, ok := r.want(key, shape); !ok {
		return 0, false
	}
	n := r.integer(key)
	if n == nil {
		return 0, false
	}
	if *n < from || *n > maxRepeat {
		p.add(r.lineOf(key), "boundRange", "Key", key, "Value", *n, "Min", from, "Max", maxRepeat)
		return 0, false
	}
	return int(*n), true
}

// condition reads show_if = { field = "payment", is = ["instalments"] }; nil where there is none.
func (p *parser) condition(t table) *agreement.Condition {
	const shape = `show_if = { field = "…", is = ["…"] }`
	c := t.inline("show_if", shape, "field", "is")
	if c == nil {
		return nil
	}
	field := c.line("field")
	if _, ok := c.want("is", shape); !ok || field == "" || p.known.partial {
		return nil
	}
	choices := p.known.fieldIDs(agreement.ChoiceField)
	i := slices.IndexFunc(p.known.fields, func(f agreement.Field) bool { return f.ID == field })
	if !slices.Contains(choices, field) {
		p.addChoice(c.lineOf("field"), "unknownField", field, choices)
		return nil
	}
	options := optionIDs(p.known.fields[i])
	if options == nil {
		return nil // said already
	}
	out := &agreement.Condition{Field: field}
	for _, n := range c.texts("is", shape) {
		if !slices.Contains(options, n.text) {
			p.addChoice(n.line, "unknownValue", n.text, options, "Key", "is")
			return nil
		}
		out.Is = append(out.Is, n.text)
	}
	if len(out.Is) == 0 {
		return nil
	}
	return out
}

// misplaced notes keys that mean nothing in a section of some kind.
func (p *parser) misplaced(t table, kind agreement.SectionKind, keys ...string) {
	for _, key := range keys {
		if kind != "" && t.has(key) {
			p.add(t.lineOf(key), "misplacedKey", "Key", key, "Kind", string(kind))
		}
	}
}

// grant reads what only a grant section has: its facts, its payments and what they add up to.
func (p *parser) grant(t table, s *agreement.Section, ids *identifiers) {
	if s.Kind != agreement.GrantTerms {
		p.misplaced(t, s.Kind, "facts", "payments", "total")
		return
	}
	for _, n := range t.texts("facts", `facts = ["amount"]`) {
		if p.wantField(n, p.known.fieldIDs()) && !slices.Contains(s.Facts, n.text) {
			s.Facts = append(s.Facts, n.text)
		}
	}
	if t.has("total") {
		if id := t.line("total"); id != "" {
			e, _ := t.node.get("total")
			p.wantField(e.value, p.known.fieldIDs(agreement.AmountField))
			s.Total = id
		}
	}
	for _, n := range t.tables("payments", "[[sections.payments]]") {
		s.Payments = append(s.Payments, p.payment(n, ids))
	}
}

// wantField notes a name that is none of the fields that may stand there.
func (p *parser) wantField(n *node, fields []string) bool {
	if p.known.partial || slices.Contains(fields, n.text) {
		return true
	}
	p.addChoice(n.line, "unknownField", n.text, fields)
	return false
}

func (p *parser) payment(n *node, ids *identifiers) agreement.Payment {
	t := p.open("[[sections.payments]]", n, "id", "due", "amount", "nb", "nn")
	out := agreement.Payment{ID: ids.read(t), Due: p.due(t)}
	if amount := t.integer("amount"); amount != nil {
		out.Amount = strconv.FormatInt(*amount, 10)
		if *amount < 1 || *amount > maxNumber {
			p.add(t.lineOf("amount"), "boundRange", "Key", "amount", "Value", *amount, "Min", 1, "Max", maxNumber)
		}
	}
	if t.has("nb") || t.has("nn") {
		out.Purpose = approved(t.forms(n, n.line, "", p.mentions))
	}
	return out
}

// due reads when a payment is due: a year, a date, or either as a text; "" where the template leaves it open.
func (p *parser) due(t table) string {
	e, ok := t.node.get("due")
	if !ok {
		return ""
	}
	written := agreement.Payment{Due: strings.TrimSpace(e.value.text)}
	switch e.value.kind {
	case unstable.Integer, unstable.LocalDate, unstable.String:
		if written.DueValid() {
			return agreement.CleanLine(written.Due)
		}
	}
	t.wrongType(e.value, "due", example("due", "2027-03-01"))
	return ""
}

// network reads what only items of a networks section have: who leads, and who takes part.
func (p *parser) network(t table, kind agreement.SectionKind, item *agreement.Item) {
	if kind != agreement.Networks {
		p.misplaced(t, kind, "lead", "members")
		return
	}
	if t.has("lead") {
		item.Lead = t.line("lead")
		p.somebody(t.lineOf("lead"), item.Lead)
	}
	for _, n := range t.texts("members", `members = ["…"]`) {
		p.somebody(n.line, n.text)
		item.Members = append(item.Members, fold(n.text))
	}
}

// somebody notes a word that looks like the ID of a role and is none. What does not look like one is a name.
func (p *parser) somebody(line int, written string) {
	if p.known.partial || !validID(written) {
		return
	}
	var roles []string
	for _, r := range p.known.roles {
		roles = append(roles, r.ID)
	}
	if !slices.Contains(roles, written) {
		p.addChoice(line, "unknownRole", written, roles)
	}
}
