// Package cases makes the agreements that the conformance checks are run on: every built-in template between many
// kinds of parties, and what is awkward to set, tag or sign.
//
// They are made the way a user makes them, from a template with commands, and are the same at every run. The package
// says what is printed, with which looks; it must not know how files are made of that, or checked.
package cases

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/pdf"
)

// Case is an agreement to be printed in both written forms.
type Case struct {
	Name      string // of the file, without the written form
	Agreement agreement.Agreement
	Looks     pdf.Options
	Draft     bool // it is not ready to be signed, in either form
	LeastPage int  // how many pages it must at least fill to be the case that it is meant to be
}

// Saved is when all cases were last saved; it dates their files.
var Saved = time.Date(2026, time.February, 8, 9, 30, 15, 0, time.UTC)

// All makes the cases: each built-in template between each set of parties, then the awkward ones.
func All() ([]Case, error) {
	var all []Case
	builtIn := templates.All()
	for _, t := range builtIn {
		for _, set := range partySets() {
			d := open(t, set.parties(t.Roles)...)
			all = append(all, d.close(t.ID+"-"+set.name, Case{}))
			if d.err != nil {
				return nil, fmt.Errorf("%s between %s: %w", t.ID, set.name, d.err)
			}
		}
	}
	first, err := templates.Get("partnership-county-municipality")
	if err != nil {
		return nil, err
	}
	everything, err := everyKind()
	if err != nil {
		return nil, err
	}
	many, err := manyCases()
	if err != nil {
		return nil, err
	}
	for _, one := range append(awkward(first, everything), many...) {
		d := open(one.template, one.set.parties(one.template.Roles)...)
		one.change(d)
		all = append(all, d.close(one.name, Case{Draft: one.draft, LeastPage: one.pages}))
		if d.err != nil {
			return nil, fmt.Errorf("%s: %w", one.name, d.err)
		}
	}
	own, err := looks()
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		set := partySets()[1]
		all = append(all, open(first, set.parties(first.Roles)...).close(name, Case{Looks: own[name]}))
	}
	return all, nil
}

// desk is an agreement in an editor, with the first error that a command met.
type desk struct {
	editor *agreement.Editor
	err    error
}

// open makes an agreement from a template and answers what has to be answered.
func open(t agreement.Template, parties ...agreement.Party) *desk {
	d := &desk{editor: agreement.NewEditor(agreement.New(t, parties...))}
	for _, f := range t.Fields {
		if f.Required && f.Validate(agreement.Bokmal) == agreement.NotAnswered {
			d.do(agreement.SetAnswer(f.ID, answer(f)))
		}
	}
	return d
}

// close gives the case with the agreement as it would be when saved.
func (d *desk) close(name string, c Case) Case {
	c.Name, c.Agreement = name, d.agreement()
	c.Agreement.ID, c.Agreement.Revision, c.Agreement.Updated = name, 7, Saved
	return c
}

func (d *desk) agreement() agreement.Agreement { return d.editor.Agreement() }

func (d *desk) do(c agreement.Command) {
	if d.err == nil {
		d.err = d.editor.Do(c)
	}
}

// write sets a passage in both forms and accepts the pair.
func (d *desk) write(p agreement.Place, text agreement.Pair) {
	for _, f := range agreement.Forms {
		d.do(agreement.SetText(p, f, text.In(f)))
	}
	d.do(agreement.ApproveText(p))
}

// empty takes all items out of a section.
func (d *desk) empty(section string) {
	s, ok := d.agreement().Section(section)
	if !ok {
		d.fail("no section %q", section)
	}
	for _, it := range s.Items {
		d.do(agreement.RemoveItem(section, it.ID))
	}
}

// put adds an item at the end of a section.
func (d *desk) put(section string, text agreement.Pair) {
	s, ok := d.agreement().Section(section)
	if !ok {
		d.fail("no section %q", section)
	}
	id := fmt.Sprintf("added-%d", len(s.Items)+1)
	d.do(agreement.AddItem(section, len(s.Items), agreement.Item{ID: id, Text: agreement.Both(text.NB, text.NN)}))
}

func (d *desk) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf(format, args...)
	}
}

// edit changes every party.
func (d *desk) edit(change func(*agreement.Party)) {
	for _, p := range d.agreement().Parties {
		change(&p)
		d.do(agreement.SetParty(p))
	}
}

// answer gives some answer that a field accepts.
func answer(f agreement.Field) agreement.Answer {
	switch f.Type {
	case agreement.TextField:
		return agreement.Answer{Text: agreement.Both("et ord om saken", "eit ord om saka")}
	case agreement.LineField:
		return agreement.Answer{Value: "Et navn"}
	case agreement.DateField:
		return agreement.Answer{Value: "2026-02-08"}
	case agreement.YearField:
		return agreement.Answer{Value: fmt.Sprint(within(f, 2026))}
	case agreement.ChoiceField:
		return agreement.Answer{Value: f.Options[0].ID}
	case agreement.AmountField:
		return agreement.Answer{Value: fmt.Sprint(within(f, 500_000))}
	}
	return agreement.Answer{Value: fmt.Sprint(within(f, 3))}
}

func within(f agreement.Field, n int64) int64 {
	if f.Min != nil {
		n = max(n, *f.Min)
	}
	if f.Max != nil {
		n = min(n, *f.Max)
	}
	return n
}

// same is a wording that is alike in both forms.
func same(s string) agreement.Pair { return agreement.Pair{NB: s, NN: s} }

func lead(section string) agreement.Place {
	return agreement.Place{Section: section, Part: agreement.PartLead}
}
