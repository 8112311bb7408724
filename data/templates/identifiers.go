package templates

import (
	"strconv"
	"strings"
)

// identifiers keeps the identifiers of one kind of thing in one place apart.
type identifiers struct {
	*problemList
	lines map[string]int
}

func (p *parser) ids(reserved ...string) *identifiers {
	ids := &identifiers{problemList: &p.problemList, lines: map[string]int{}}
	for _, r := range reserved {
		ids.lines[r] = 0
	}
	return ids
}

// read reads the identifier of a table and notes if it is taken.
func (ids *identifiers) read(t table) string {
	id := t.id()
	if id == "" {
		return ""
	}
	line := t.lineOf("id")
	first, taken := ids.lines[id]
	switch {
	case taken && first == 0:
		ids.add(line, "reservedID", "ID", id)
	case taken:
		ids.add(line, "duplicateID", "ID", id, "First", first, "Example", example("id", strconv.Quote(ids.free(id))))
	default:
		ids.lines[id] = line
	}
	return id
}

// free gives an identifier like id that is not taken.
func (ids *identifiers) free(id string) string {
	for i := 2; ; i++ {
		s := id + "-" + strconv.Itoa(i)
		if _, taken := ids.lines[s]; !taken {
			return s
		}
	}
}

const maxIDLength = 64

// validID reports whether s can identify something in a template: small letters, digits, "-" and "_", with a letter
// first. Identifiers of roles and fields stand in texts as placeholders.
func validID(s string) bool {
	return len(s) <= maxIDLength && s != "" && s[0] >= 'a' && s[0] <= 'z' &&
		strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-_") == ""
}

// suggestID makes an identifier of what its author wrote: "Hovedmål 1" gives "hovedmaal-1", "7" gives "id-7".
func suggestID(s string) string {
	s = strings.NewReplacer("æ", "ae", "ø", "o", "å", "aa", " ", "-", ".", "-").Replace(strings.ToLower(s))
	s = strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || (r >= 'a' && r <= 'z') || (r >= '0' && r <= '9') {
			return r
		}
		return -1
	}, s)
	s = strings.Trim(s, "-_")
	if s == "" || s[0] < 'a' {
		s = strings.TrimSuffix("id-"+s, "-")
	}
	return s[:min(len(s), maxIDLength)]
}
