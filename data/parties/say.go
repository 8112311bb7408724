package parties

import "strings"

// Words look up messages in the user's language.
type Words interface {
	T(key string, args ...any) string
	Error(err error) string
}

// Says tells a person about a planned row, a sentence each: why it can't be taken in, what would be done with it as it is
// chosen now, and what should be looked at. Overwrite says that the list counts where it and the register differ.
func (p Planned) Says(w Words, overwrite bool) []string {
	if p.Err != nil {
		return []string{w.Error(p.Err)}
	}
	var said []string
	merging := p.Choice == MergeInto
	switch {
	case p.Standing == Same:
		said = append(said, w.T("parties.import.nothing_new", "Name", p.Known.Name))
	case p.Known != nil && merging:
		said = append(said, w.T("parties.import.with_known", "Name", p.Known.Name))
	case p.Known != nil:
		said = append(said, w.T("parties.import.like_known", "Name", p.Known.Name))
	case p.Before > 0 && merging:
		said = append(said, w.T("parties.import.with_before", "Line", p.Before))
	case p.Entry.BuiltIn() && p.Choice == Add:
		said = append(said, w.T("parties.import.to_body", "Name", p.Entry.Name))
	case p.Before > 0:
		said = append(said, w.T("parties.import.like_before", "Line", p.Before))
	}
	if p.Known != nil && merging {
		var facts []string
		for _, f := range Differences(*p.Known, p.Entry) {
			facts = append(facts, w.T("parties.fact."+string(f))+" ("+p.Entry.Fact(f)+")")
		}
		if len(facts) > 0 {
			said = append(said, w.T("parties.import.differs", "Facts", strings.Join(facts, ", "), "Overwrite", overwrite))
		}
	}
	if len(p.Groups) > 0 && p.Choice != Skip {
		said = append(said, w.T("parties.import.groups", "Groups", strings.Join(p.Groups, ", ")))
	}
	for _, note := range p.Notes {
		said = append(said, w.Error(note))
	}
	return said
}
