package agreement

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean makes typed or pasted words fit to be kept: valid UTF-8 in normal form C, lines ended by "\n", tabs as
// blanks, and no control or invisible direction characters. What is left is what the user sees.
func Clean(s string) string {
	s = strings.ToValidUTF8(s, "")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t', r == '\v', r == '\f', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), isInvisible(r):
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// CleanLine is Clean for what stands on one line.
func CleanLine(s string) string { return strings.ReplaceAll(Clean(s), "\n", " ") }

// isInvisible tells the characters that change how others are shown without being seen: byte order mark,
// direction marks, zero-width space, soft hyphen. Zero-width joiners stay; they are part of emoji.
func isInvisible(r rune) bool {
	return r == '\uFEFF' || r == '\u200B' || r == '\u00AD' || r == '\u200E' || r == '\u200F' ||
		(r >= '\u202A' && r <= '\u202E') || (r >= '\u2066' && r <= '\u2069')
}

func (t Text) clean() Text {
	t.Pair = Pair{NB: Clean(t.NB), NN: Clean(t.NN)}
	t.Approved = Pair{NB: Clean(t.Approved.NB), NN: Clean(t.Approved.NN)}
	t.Agreed = Pair{NB: Clean(t.Agreed.NB), NN: Clean(t.Agreed.NN)}
	return t
}

func (it Item) clean() Item {
	it.Title, it.Text, it.Lead = it.Title.clean(), it.Text.clean(), CleanLine(it.Lead)
	if len(it.Members) > 0 {
		it.Members = slices.Clone(it.Members)
		for i, m := range it.Members {
			it.Members[i] = CleanLine(m)
		}
	}
	return it
}

func (p Party) clean() Party {
	p.Name, p.Short, p.Address = CleanLine(p.Name), CleanLine(p.Short), CleanLine(p.Address)
	p.OrgNumber = strings.ReplaceAll(CleanLine(p.OrgNumber), " ", "")
	p.Contacts, p.Signatories = cleanPeople(p.Contacts), cleanPeople(p.Signatories)
	return p
}

func cleanPeople(people []Person) []Person {
	people = slices.Clone(people)
	for i := range people {
		q := &people[i]
		q.Name, q.Email, q.Phone = CleanLine(q.Name), CleanLine(q.Email), CleanLine(q.Phone)
		q.Title = q.Title.clean()
	}
	return people
}
