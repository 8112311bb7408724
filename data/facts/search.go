package facts

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
)

// Search finds bodies while a name or a number is being typed, best match first: the very name, names that begin
// so, names with a word that begins so, names that contain it. Case does not matter, and a name is also found by
// how it is written on a foreign keyboard (Bodo, Baerum, Alesund, Aalesund, Bodö), after those that match letter
// by letter. The empty text gives all bodies of the kind; so does an empty kind, for both kinds, counties first.
func Search(text string, kind agreement.PartyKind) []Body {
	var bodies []Body
	if kind == "" {
		bodies = slices.Concat(load().counties, load().municipalities)
	} else {
		bodies = slices.Clone(load().of(kind))
	}
	wanted := newNeedle(text)
	ranks := make(map[string]int, len(bodies))
	bodies = slices.DeleteFunc(bodies, func(b Body) bool {
		ranks[b.Number] = wanted.rank(b)
		return ranks[b.Number] == noMatch
	})
	slices.SortStableFunc(bodies, func(a, b Body) int { return ranks[a.Number] - ranks[b.Number] })
	return bodies
}

// How well a body matches, best first. The same ranks follow once more for foreign spellings.
const (
	exactMatch = iota
	prefixMatch
	wordMatch
	insideMatch
	spellings
	noMatch = 2 * spellings
)

// needle is what is searched for, as typed in lower case and with Norwegian letters spelled out.
type needle struct{ typed, folded string }

func newNeedle(text string) needle {
	typed := lower(strings.Join(strings.Fields(text), " "))
	return needle{typed, fold(typed)}
}

func (n needle) rank(b Body) int {
	if strings.HasPrefix(b.Number, n.typed) {
		if b.Number == n.typed {
			return exactMatch
		}
		return prefixMatch
	}
	name, full := lower(b.Name), lower(b.FullName())
	if r := rank(n.typed, name, full); r < spellings {
		return r
	}
	return spellings + rank(n.folded, fold(name), fold(full))
}

func rank(wanted, name, full string) int {
	switch {
	case wanted == name || wanted == full:
		return exactMatch
	case strings.HasPrefix(full, wanted):
		return prefixMatch
	case hasWordPrefix(name, wanted):
		return wordMatch
	case strings.Contains(name, wanted):
		return insideMatch
	default:
		return spellings
	}
}

func hasWordPrefix(name, wanted string) bool {
	for i, r := range name {
		if (r == ' ' || r == '-') && strings.HasPrefix(name[i+1:], wanted) {
			return true
		}
	}
	return false
}

// lower gives s in lower case, each letter in one code point however it was typed.
func lower(s string) string { return strings.ToLower(norm.NFC.String(s)) }

var foreign = strings.NewReplacer("æ", "ae", "ä", "ae", "ø", "o", "ö", "o", "å", "a", "aa", "a", "oe", "o")

// fold spells s, in lower case, without letters that are not on an English keyboard.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(foreign.Replace(s)))
}
