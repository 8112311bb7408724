package templates

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"avtalebok/agreement"
)

var fieldTypes = words(agreement.LineField, agreement.TextField, agreement.NumberField, agreement.MonthsField,
	agreement.AmountField, agreement.DateField, agreement.YearField, agreement.ChoiceField)

// fieldKeys says which keys, beyond those of all fields, a type takes.
var fieldKeys = map[agreement.FieldType][]string{
	agreement.LineField:   {"max_length"},
	agreement.TextField:   {"max_length"},
	agreement.NumberField: {"min", "max"},
	agreement.MonthsField: {"min", "max"},
	agreement.AmountField: {"min", "max"},
	agreement.YearField:   {"min", "max"},
	agreement.ChoiceField: {"options"},
}

func (p *parser) fields(t table, roles []agreement.Role) []agreement.Field {
	// Fields and roles share one set of names, since both are placeholders.
	ids := p.ids("copies")
	for _, r := range roles {
		if r.ID != "" {
			ids.lines[r.ID] = 0
		}
	}
	var out []agreement.Field
	for _, n := range t.tables("fields", "[[fields]]") {
		out = append(out, p.field(n, ids))
	}
	return out
}

func (p *parser) field(n *node, ids *identifiers) agreement.Field {
	t := p.open("[[fields]]", n, "id", "type", "label", "help", "required", "min", "max", "max_length", "options", "default")
	f := agreement.Field{
		ID:       ids.read(t),
		Type:     agreement.FieldType(t.choice("type", fieldTypes)),
		Label:    t.wantPair("label", nil),
		Help:     t.pair("help", nil),
		Required: t.boolean("required"),
	}
	if f.Type == "" {
		return f
	}
	for _, key := range []string{"min", "max", "max_length", "options"} {
		if t.has(key) && !slices.Contains(fieldKeys[f.Type], key) {
			p.add(t.lineOf(key), "misplacedKey", "Key", key, "Kind", string(f.Type))
			return f
		}
	}
	if f.Type == agreement.ChoiceField {
		f.Options = p.options(t)
	}
	if !p.bounds(t, &f) || !t.has("default") {
		return f
	}
	f.Answer = p.answer(t, f)
	return f
}

// bounds reads min, max and max_length, and reports whether they make sense.
func (p *parser) bounds(t table, f *agreement.Field) bool {
	f.Min, f.Max = t.integer("min"), t.integer("max")
	if f.Min != nil && f.Max != nil && *f.Min > *f.Max {
		p.add(t.lineOf("max"), "bounds", "Min", *f.Min, "Max", *f.Max)
		return false
	}
	for _, b := range []struct {
		key   string
		bound *int64
	}{{"min", f.Min}, {"max", f.Max}} {
		if b.bound == nil {
			continue
		}
		least, most := limits(f.Type)
		if *b.bound < least || *b.bound > most {
			p.add(t.lineOf(b.key), "boundRange", "Key", b.key, "Value", *b.bound, "Min", least, "Max", most)
			return false
		}
	}
	if n := t.integer("max_length"); n != nil {
		if *n < 1 || *n > maxLength {
			p.add(t.lineOf("max_length"), "boundRange", "Key", "max_length", "Value", *n, "Min", 1, "Max", maxLength)
			return false
		}
		f.MaxLength = int(*n)
	}
	return true
}

const (
	maxLength = 10_000            // characters in an answer
	maxNumber = 1_000_000_000_000 // kroner, or whatever is counted
)

// limits gives the lowest and highest bounds that a type of field can have.
func limits(t agreement.FieldType) (least, most int64) {
	switch t {
	case agreement.MonthsField:
		return 0, 1200
	case agreement.AmountField:
		return 0, maxNumber
	case agreement.YearField:
		return 1000, 9999
	}
	return -maxNumber, maxNumber
}

// answer reads the default of a field and checks it as a user's answer is checked.
func (p *parser) answer(t table, f agreement.Field) agreement.Answer {
	e, _ := t.node.get("default")
	switch f.Type {
	case agreement.TextField:
		f.Answer.Text = approved(t.pair("default", nil))
	case agreement.LineField:
		f.Answer.Value = t.line("default")
	case agreement.ChoiceField:
		if ids := optionIDs(f); len(ids) > 0 {
			f.Answer.Value = t.choice("default", ids)
		}
	case agreement.DateField:
		if e.value.kind != unstable.LocalDate && e.value.kind != unstable.String {
			t.wrongType(e.value, "default", example("default", "2026-12-31"))
			return agreement.Answer{}
		}
		f.Answer.Value = e.value.text
	default:
		if n := t.integer("default"); n != nil {
			f.Answer.Value = strconv.FormatInt(*n, 10)
		}
	}
	for _, form := range agreement.Forms {
		if p.badAnswer(e, f, form) {
			return agreement.Answer{}
		}
	}
	return f.Answer
}

// options reads what a choice field offers: options = [{ id = "yes", nb = "Ja", nn = "Ja" }].
func (p *parser) options(t table) []agreement.Option {
	const shape = `options = [{ id = "yes", nb = "Ja", nn = "Ja" }, { id = "no", nb = "Nei", nn = "Nei" }]`
	if _, ok := t.want("options", shape); !ok {
		return nil
	}
	ids := p.ids()
	var out []agreement.Option
	for _, n := range t.tables("options", shape) {
		o := p.open("options", n, "id", "nb", "nn")
		out = append(out, agreement.Option{ID: ids.read(o), Label: o.forms(n, n.line, "", nil)})
	}
	return out
}

// optionIDs gives what can be chosen in a field; nothing where an option has no usable identifier.
func optionIDs(f agreement.Field) []string {
	var ids []string
	for _, o := range f.Options {
		if o.ID == "" {
			return nil
		}
		ids = append(ids, o.ID)
	}
	return ids
}

func (p *parser) badAnswer(e entry, f agreement.Field, form agreement.Form) bool {
	if strings.TrimSpace(f.In(form)) == "" {
		return false // said already, or not given
	}
	problem := f.Validate(form)
	if problem == agreement.NoProblem {
		return false
	}
	least, most := limits(f.Type)
	if f.Min != nil {
		least = *f.Min
	}
	if f.Max != nil {
		most = *f.Max
	}
	key := map[agreement.Problem]string{
		agreement.NotDate: "defaultDate", agreement.TooLong: "defaultLength",
	}[problem]
	if key == "" {
		key = "defaultRange"
	}
	p.add(e.line, key, "Value", f.In(form), "Min", least, "Max", most, "MaxLength", f.MaxLength)
	return true
}
