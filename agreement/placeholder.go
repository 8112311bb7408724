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
// its short name ("Bodø") and with ".name" in full ("Bodø kommune"), each field, and "copies", the number of
// copies in words.
func PlaceholderIDs(roles []Role, fields []Field) []string {
	var ids []string
	for _, r := range roles {
		ids = append(ids, r.ID, r.ID+".name")
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
		return value{text: countWord(max(len(a.Roles), len(a.Parties)), form)}, true
	}
	if f, ok := a.Field(id); ok {
		v := value{label: f.Label.In(form), place: Place{Field: f.ID, Part: PartAnswer}}
		v.byHand = f.Answer.ByHand
		if !v.byHand {
			v.text = f.Written(form)
		}
		return v, true
	}
	name, inFull := strings.CutSuffix(id, ".name")
	role, ok := a.Role(name)
	if !ok {
		return value{}, false
	}
	v := value{label: role.Label.In(form), place: Place{Party: role.ID}}
	if p, ok := a.Party(role.ID); ok {
		v.text = p.Short
		if inFull || v.text == "" {
			v.text = p.Name
		}
	}
	return v, true
}
