package agreement

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Placeholder is a mention of a value within a text: "{municipality}". Directly followed by an s that ends the word
// it is a genitive, "{municipality}s", and is written out by Genitive.
type Placeholder struct {
	ID       string
	Genitive bool
	Start    int // bytes from the start of the text
	End      int // behind the brace, or behind the s
}

// Placeholders finds the placeholders of a text and the offset of the first brace that belongs to none, or -1.
func Placeholders(s string) (found []Placeholder, stray int) {
	stray = -1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			p, ok := placeholderAt(s, i)
			if ok {
				found = append(found, p)
				i = p.End - 1
				continue
			}
		case '}':
		default:
			continue
		}
		if stray < 0 {
			stray = i
		}
	}
	return found, stray
}

func placeholderAt(s string, start int) (Placeholder, bool) {
	end := strings.IndexByte(s[start:], '}')
	if end < 0 {
		return Placeholder{}, false
	}
	id := s[start+1 : start+end]
	if id == "" || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789_-.") != "" {
		return Placeholder{}, false
	}
	p := Placeholder{ID: id, Start: start, End: start + end + 1}
	if rest, ok := strings.CutPrefix(s[p.End:], "s"); ok {
		if next, _ := utf8.DecodeRuneInString(rest); rest == "" || !unicode.IsLetter(next) {
			p.Genitive = true
			p.End++
		}
	}
	return p, true
}

// PlaceholderIDs lists what texts may mention, given a template's or agreement's roles and fields: each role by
// its short name ("Bodø") and with ".name" in full ("Bodø kommune"), each repeated role also with ".count" by the number
// of its parties in words, each field, and "copies", the number of copies in words.
func PlaceholderIDs(roles []Role, fields []Field) []string {
	var ids []string
	for _, r := range roles {
		ids = append(ids, r.ID, r.ID+".name")
		if r.Repeated() {
			ids = append(ids, r.ID+".count")
		}
	}
	for _, f := range fields {
		ids = append(ids, f.ID)
	}
	return append(ids, "copies")
}

// Genitive gives a name in the genitive: Bodøs, Alstahaugs, but Røros’, Bykles, KS’. After s, x and z an apostrophe
// stands alone (Språkrådet, «Genitiv av navn på s, x og z»).
func Genitive(name string) string {
	last, _ := utf8.DecodeLastRuneInString(name)
	switch unicode.ToLower(last) {
	case utf8.RuneError:
		return name
	case 's', 'x', 'z':
		return name + "’"
	}
	return name + "s"
}

// value is what a placeholder stands for in one form.
type value struct {
	text   string // written out; "" while it is not filled in
	label  string // what to call it while it is missing
	byHand bool   // left open on purpose
	place  Place  // where it is filled in
}

// Value gives what a placeholder stands for in one form, written out, or "" while it is not filled in.
func (a Agreement) Value(id string, form Form) string {
	v, _ := a.lookup(id, form)
	return v.text
}

// lookup gives what a placeholder stands for, and whether there is such a placeholder.
func (a Agreement) lookup(id string, form Form) (value, bool) {
	if id == "copies" {
		return value{text: countWord(a.copies(), form)}, true
	}
	if f, ok := a.Field(id); ok {
		v := value{label: f.Label.In(form), place: Place{Field: f.ID, Part: PartAnswer}}
		v.byHand = f.Answer.ByHand
		if !v.byHand {
			v.text = f.Written(form)
		}
		return v, true
	}
	return a.lookupRole(id, form)
}

func (a Agreement) lookupRole(id string, form Form) (value, bool) {
	name, inFull := strings.CutSuffix(id, ".name")
	name, counted := strings.CutSuffix(name, ".count")
	role, ok := a.Role(name)
	if !ok || counted && (inFull || !role.Repeated()) {
		return value{}, false
	}
	v := value{label: role.Called(0, form), place: Place{Party: role.ID}}
	parties := a.PartiesIn(role.ID)
	if counted {
		if len(parties) > 0 {
			v.text = countWord(len(parties), form)
		}
		return v, true
	}
	var names []string
	for _, p := range parties {
		called := p.Short
		if inFull || called == "" {
			called = p.Name
		}
		if called != "" {
			names = append(names, called)
		}
	}
	v.text = enumerate(names, form)
	return v, true
}

// enumerate writes names as running text has them: "Bodø, Rana og Vågan".
func enumerate(names []string, form Form) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " " + wordings[form].and + " " + names[last]
}

// copies is the number of copies that are signed: one for each party, also for those that are still to be chosen.
func (a Agreement) copies() int {
	n := 0
	for _, r := range a.Roles {
		least, _ := r.Bounds()
		n += max(least, len(a.PartiesIn(r.ID)))
	}
	return n
}
