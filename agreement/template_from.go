package agreement

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mention is a place in a draft where a party's name stands in so many letters. In a template the name's placeholder
// stands there instead.
type Mention struct {
	Place       Place
	Form        Form
	Start, End  int    // bytes of the passage's wording in Form
	Written     string // the name as it stands there: "Bodø kommunes"
	Placeholder string // what takes its place: "{municipality.name}s"
}

// NamesInTexts finds the parties' names in the draft's passages, in full and short, in the genitive too, in the order
// of the text. A name within another word is none, and of two that begin at the same place the longer one counts.
func (a Agreement) NamesInTexts() []Mention {
	names := a.partyNames()
	if len(names) == 0 {
		return nil
	}
	var out []Mention
	for p, t := range a.Passages() {
		if p.Party != "" {
			continue
		}
		for _, f := range Forms {
			for _, m := range mentionsIn(t.In(f), names) {
				m.Place, m.Form = p, f
				out = append(out, m)
			}
		}
	}
	return out
}

type partyName struct{ written, placeholder string }

// partyNames lists what the parties are called, longest first. One of several parties in a role has no placeholder of
// its own.
func (a Agreement) partyNames() []partyName {
	var names []partyName
	for _, p := range a.Parties {
		if r, _ := a.Role(p.Role); r.Repeated() {
			continue
		}
		for _, n := range []partyName{{p.Name, "{" + p.Role + ".name}"}, {p.Short, "{" + p.Role + "}"}} {
			known := slices.ContainsFunc(names, func(other partyName) bool { return other.written == n.written })
			if !blank(n.written) && !known {
				names = append(names, n)
			}
		}
	}
	slices.SortStableFunc(names, func(x, y partyName) int { return cmp.Compare(len(y.written), len(x.written)) })
	return names
}

func mentionsIn(s string, names []partyName) []Mention {
	var out []Mention
	before := ' '
	for at := 0; at < len(s); {
		if s[at] == '{' {
			if p, ok := placeholderAt(s, at); ok {
				at, before = p.End, 'x'
				continue
			}
		}
		if !partOfWord(before) {
			if m, ok := mentionAt(s, at, names); ok {
				out = append(out, m)
				at, before = m.End, 'x'
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		before = r
		at += size
	}
	return out
}

func mentionAt(s string, at int, names []partyName) (Mention, bool) {
	for _, n := range names {
		rest, ok := strings.CutPrefix(s[at:], n.written)
		if !ok {
			continue
		}
		end, placeholder := at+len(n.written), n.placeholder
		if tail, genitive := strings.CutPrefix(rest, strings.TrimPrefix(Genitive(n.written), n.written)); genitive && wordEnds(tail) {
			end, placeholder = len(s)-len(tail), placeholder+"s"
		} else if !wordEnds(rest) {
			continue
		}
		return Mention{Start: at, End: end, Written: s[at:end], Placeholder: placeholder}, true
	}
	return Mention{}, false
}

func wordEnds(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !partOfWord(r)
}

func partOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// TemplateChoices are what the user decides when a draft becomes a template.
type TemplateChoices struct {
	Name, About Pair
	Answers     []string  // IDs of the fields whose answers are kept as those to begin with
	Mentions    []Mention // names that become placeholders, of those that NamesInTexts gave
}

// StaysByItself proposes whether an answer is kept in a template: dates and case numbers belong to one agreement.
func (f Field) StaysByItself() bool { return f.Type != DateField && f.ID != CaseNumberField }

// AsTemplate makes a template of a draft: its texts, its questions and its roles with the titles that its parties have
// now. The parties themselves, the notes and the answers that are not chosen stay behind. What was agreed wording is so
// in the template as it stands now.
func (a Agreement) AsTemplate(c TemplateChoices) Template {
	a = a.withPlaceholders(c.Mentions)
	a.Roles = slices.Clone(a.Roles)
	for i, r := range a.Roles {
		a.Roles[i] = a.asHeld(r)
	}
	a.Fields = slices.Clone(a.Fields)
	for i, f := range a.Fields {
		if !slices.Contains(c.Answers, f.ID) {
			a.Fields[i].Answer = Answer{}
		}
		a.Fields[i].Answer.ByHand = false // an agreement leaves an answer to the pen, not a template
	}
	a.Sections = slices.Clone(a.Sections)
	for i := range a.Sections {
		s := &a.Sections[i]
		s.Heading, s.Lead, s.Removed = relocked(s.Heading), relocked(s.Lead), nil
		s.Items = slices.Clone(s.Items)
		for j := range s.Items {
			it := &s.Items[j]
			it.Title, it.Text = relocked(it.Title), relocked(it.Text)
			it.Lead, it.Members = a.withoutParty(it.Lead), a.withoutParties(it.Members)
		}
	}
	t := TemplateOf(a)
	t.ID, t.Version = NewTemplateID(), 1
	t.Name, t.About = c.Name.cleanLine(), c.About.cleanLine()
	return t
}

// withoutParty gives the ID of the role where a key is that of one of several parties in it: a template knows the role
// only. Other keys and names stay.
func (a Agreement) withoutParty(key string) string {
	if p, ok := a.Party(key); ok && p.ID != "" {
		return p.Role
	}
	return key
}

func (a Agreement) withoutParties(keys []string) []string {
	var out []string
	for _, key := range keys {
		if key = a.withoutParty(key); !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

func (p Pair) cleanLine() Pair {
	return Pair{NB: strings.TrimSpace(CleanLine(p.NB)), NN: strings.TrimSpace(CleanLine(p.NN))}
}

func relocked(t Text) Text {
	if t.Locked() {
		return t.Lock()
	}
	return t
}

// asHeld gives a role with the titles that the people of its first party have now.
func (a Agreement) asHeld(r Role) Role {
	if parties := a.PartiesIn(r.ID); len(parties) > 0 {
		r.Signatories = titlesOr(parties[0].Signatories, r.Signatories)
		r.Contacts = titlesOr(parties[0].Contacts, r.Contacts)
	}
	return r
}

func titlesOr(people []Person, otherwise []Pair) []Pair {
	var out []Pair
	for _, p := range people {
		if !p.Title.Blank() {
			out = append(out, p.Title.Pair)
		}
	}
	if out == nil {
		return otherwise
	}
	return out
}

// withPlaceholders puts placeholders where names stand. Where both forms of a passage were accepted as saying the
// same, they still are.
func (a Agreement) withPlaceholders(mentions []Mention) Agreement {
	byPlace := make(map[Place][]Mention)
	for _, m := range mentions {
		byPlace[m.Place] = append(byPlace[m.Place], m)
	}
	for p, list := range byPlace {
		slices.SortFunc(list, func(x, y Mention) int { return cmp.Compare(y.Start, x.Start) }) // from the end, so that offsets hold
		if changed, err := a.withText(p, func(t Text) Text { return t.replaceMentions(list) }); err == nil {
			a = changed
		}
	}
	return a
}

func (t Text) replaceMentions(fromTheEnd []Mention) Text {
	accepted := t.Pair == t.Approved
	for _, m := range fromTheEnd {
		s := t.In(m.Form)
		if m.End <= len(s) && m.Start >= 0 && m.Start < m.End && s[m.Start:m.End] == m.Written {
			t = t.With(m.Form, s[:m.Start]+m.Placeholder+s[m.End:])
		}
	}
	if accepted {
		return t.Approve()
	}
	return t
}
