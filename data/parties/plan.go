package parties

import (
	"strings"

	"avtalebok/agreement"
)

// Standing says how a row of a list stands to the register and to the rows before it.
type Standing string

// The standings.
const (
	Wrong    Standing = "wrong"    // it can't be taken in; the row says why
	New      Standing = "new"      // nobody has it yet
	Known    Standing = "known"    // it is in the register
	Repeated Standing = "repeated" // a row before it is about the same body
	Same     Standing = "same"     // it is in the register, and the row adds nothing
)

// Choice is what is to be done with a row.
type Choice string

// The choices.
const (
	Add       Choice = "add"   // take it in by itself, also beside one that looks the same
	MergeInto Choice = "merge" // put it together with the one that is there, or with the row before
	Skip      Choice = "skip"  // leave it out
)

// Planned is a row with what is to be done with it.
type Planned struct {
	Row
	Standing Standing
	Known    *Entry // in the register, where it is there
	Before   int    // the line of the row before, where it is repeated
	ByNumber bool   // the organisation number says so, or that of the municipality, and not the name alone
	Choice   Choice // what would be done; change it among Choices
}

// Choices gives what can be done with the row. One with the same number is the same body: it can't be kept beside it.
func (p Planned) Choices() []Choice {
	switch p.Standing {
	case New:
		return []Choice{Add, Skip}
	case Known, Repeated:
		if p.ByNumber {
			return []Choice{MergeInto, Skip}
		}
		return []Choice{MergeInto, Add, Skip}
	}
	return []Choice{Skip}
}

// Plan says what taking in the rows of a list would do to a register. What is there already is put together.
func Plan(rows []Row, register []Entry) []Planned {
	known := NewIndex(register)
	before := NewIndex(nil)
	out := make([]Planned, len(rows))
	for i, r := range rows {
		p := Planned{Row: r, Standing: New, Choice: Add}
		if r.Err != nil {
			p.Standing, p.Choice = Wrong, Skip
			out[i] = p
			continue
		}
		if at, byNumber, ok := known.Find(r.Entry); ok {
			p.Known, p.ByNumber, p.Standing, p.Choice = &register[at], byNumber, Known, MergeInto
			if !Adds(register[at], r.Entry) && len(Differences(register[at], r.Entry)) == 0 && len(r.Groups) == 0 {
				p.Standing, p.Choice = Same, Skip
			}
		} else if at, byNumber, ok := before.Find(r.Entry); ok {
			p.Before, p.ByNumber, p.Standing, p.Choice = rows[at].Line, byNumber, Repeated, MergeInto
		}
		if r.Entry.BuiltIn() && p.Standing == New { // the program knows it, and the register nothing more yet
			p.ByNumber = true
		}
		before.Add(i, r.Entry)
		out[i] = p
	}
	return out
}

// Index finds entries of a list by number and name.
type Index struct{ numbers, names map[string]int }

// NewIndex makes the index of a list.
func NewIndex(entries []Entry) *Index {
	x := &Index{numbers: map[string]int{}, names: map[string]int{}}
	for i, e := range entries {
		x.Add(i, e)
	}
	return x
}

func numberKey(e Entry) string {
	switch {
	case e.BuiltIn():
		return string(e.Kind) + " " + e.Number
	case e.OrgNumber != "":
		return digits(e.OrgNumber)
	}
	return ""
}

// Add puts one more entry into the index, under its place in the list. One that is found already stays in its place.
func (x *Index) Add(i int, e Entry) {
	put := func(m map[string]int, key string) {
		if _, ok := m[key]; !ok && key != "" {
			m[key] = i
		}
	}
	put(x.numbers, numberKey(e))
	if e.BuiltIn() {
		return
	}
	for _, n := range append([]string{e.Name}, e.Also...) {
		if name := Normal(n); name != "" {
			put(x.names, name+"\n"+digits(e.OrgNumber)) // two organisations with the same name and different numbers are two
			put(x.names, name)                          // for those that have no number
		}
	}
}

// Find gives the place of the entry that another one is about, and whether a number says so or the name alone. One without
// an organisation number is about the one with its name; two with different numbers are never the same.
func (x *Index) Find(e Entry) (at int, byNumber, ok bool) {
	key := numberKey(e)
	if key != "" {
		if at, ok = x.numbers[key]; ok {
			return at, true, true
		}
	}
	if e.BuiltIn() || Normal(e.Name) == "" {
		return 0, false, false
	}
	if e.OrgNumber == "" {
		at, ok = x.names[Normal(e.Name)]
	} else {
		at, ok = x.names[Normal(e.Name)+"\n"]
	}
	return at, false, ok
}

// Group is a list of counterparts with a name.
type Group struct {
	ID      int64
	Name    string
	Members []string // keys of entries, in the order in which they were put in
}

// Clean gives the group fit to be kept: no member twice, the name on one line.
func (g Group) Clean() (Group, error) {
	g.Name = strings.Join(strings.Fields(agreement.CleanLine(g.Name)), " ")
	if g.Name == "" || len(g.Name) > maxCell {
		return g, agreement.NewError(agreement.Invalid, "error.parties.group_name", nil)
	}
	var members []string
	seen := map[string]bool{"": true}
	for _, m := range g.Members {
		if !seen[m] {
			members, seen[m] = append(members, m), true
		}
	}
	g.Members = members
	return g, nil
}
