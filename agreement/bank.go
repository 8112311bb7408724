package agreement

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// BankEntry is a goal, duty, focus area or paragraph that is kept to be put into other agreements. Placeholders stand
// in it as they stand in the passages.
type BankEntry struct {
	ID       int64       // given by the store, never used again for another one; 0 for one that stands in a template
	Kind     SectionKind // Goals, Roles, Focus or Prose: the list that it belongs into
	Title    Text        // of a focus area
	Text     Text
	Tags     []string
	Source   Pair   // what it comes from, in both forms: the title of the agreement, the name of the template
	Template string // the ID of the template that it stands in; "" for one that the user keeps
	Updated  time.Time
}

// BankKinds are the kinds of entries in the order in which they are shown.
var BankKinds = [...]SectionKind{Goals, Roles, Focus, Prose}

// BankQuery says which entries of the bank to give.
type BankQuery struct {
	Search string      // words that they must hold, each at least as the beginning of a word; "" for all
	Kind   SectionKind // "" for all
	Limit  int         // at most so many; 0 for all
}

// The bounds of an entry. They are far above what people write.
const (
	maxTags      = 20
	maxTagLength = 60 // characters
)

// BankKind gives the kind under which an item of a section of kind k is kept.
func (k SectionKind) BankKind() SectionKind {
	switch k {
	case Contacts, Signatures, GrantTerms, PartyList:
		return Prose
	case Networks:
		return Focus
	}
	return k
}

// NewBankEntry makes an entry of an item of a section. Agreed wording is agreed in that agreement only.
func NewBankEntry(k SectionKind, it Item, source Pair) BankEntry {
	e := BankEntry{Kind: k.BankKind(), Title: it.Title.clean(), Text: it.Text.clean(), Source: source}
	e.Title.Agreed, e.Text.Agreed = Pair{}, Pair{}
	return e
}

// ItemFor gives a new item for a section of kind k, in both forms and approved as the entry is. A title that the
// section has no use for becomes the beginning of the text.
func (e BankEntry) ItemFor(k SectionKind) Item {
	it := NewItem()
	it.Title, it.Text = e.Title, e.Text
	if !k.Titled() {
		it.Title, it.Text = Text{}, joinTexts(e.Title, e.Text, "\n\n")
		if e.Title.Blank() { // joining would approve only what is approved now
			it.Text = e.Text
		}
	}
	return it
}

// Own reports whether the user keeps the entry, so that it may be changed and deleted.
func (e BankEntry) Own() bool { return e.Template == "" }

// Same reports whether two entries have the same kind and wordings.
func (e BankEntry) Same(other BankEntry) bool {
	return e.Kind == other.Kind && e.Title.Pair == other.Title.Pair && e.Text.Pair == other.Text.Pair
}

// Validate reports what keeps an entry out of the bank: no words, too many of them, a kind that is none.
func (e BankEntry) Validate() error {
	fail := func(what string) error { return NewError(Invalid, "error.bank."+what, nil) }
	if !slices.Contains(BankKinds[:], e.Kind) {
		return NewError(Internal, "error.internal", nil, "Kind", e.Kind)
	}
	if e.Title.Blank() && e.Text.Blank() {
		return fail("empty")
	}
	for _, t := range []Text{e.Title, e.Text} {
		for _, s := range []string{t.NB, t.NN, t.Approved.NB, t.Approved.NN} {
			if len(s) > maxText {
				return fail("long")
			}
		}
	}
	if len(e.Tags) > maxTags {
		return fail("tags")
	}
	for _, tag := range e.Tags {
		if utf8.RuneCountInString(tag) > maxTagLength {
			return fail("tags")
		}
	}
	return nil
}

// ParseTags reads tags as people type them, parted by commas, semicolons or line ends: without blanks around them, each
// once whatever its capitals.
func ParseTags(s string) []string {
	var tags []string
	for _, tag := range strings.FieldsFunc(Clean(s), func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		tag = strings.Join(strings.Fields(strings.TrimLeft(strings.TrimSpace(tag), "#")), " ")
		if tag != "" && !slices.ContainsFunc(tags, func(t string) bool { return strings.EqualFold(t, tag) }) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// Words gives all that an entry can be found by: both forms of its texts, its tags and what it comes from. What stands
// in braces is the name of a value and not among them.
func (e BankEntry) Words() string {
	words := []string{e.Source.NB, e.Source.NN, strings.Join(e.Tags, "\n")}
	for _, t := range []Text{e.Title, e.Text} {
		words = append(words, withoutPlaceholders(t.NB), withoutPlaceholders(t.NN))
	}
	return strings.Join(words, "\n")
}

func withoutPlaceholders(s string) string {
	found, _ := Placeholders(s)
	for _, p := range slices.Backward(found) {
		s = s[:p.Start] + " " + s[p.End:]
	}
	return s
}

// Matches reports whether an entry is what a query asks for, with words read as the store's search reads them. It is
// for the entries of templates, which are in no store.
func (e BankEntry) Matches(q BankQuery) bool {
	if q.Kind != "" && q.Kind != e.Kind {
		return false
	}
	wanted := wordsOf(q.Search)
	if len(wanted) == 0 {
		return blank(q.Search)
	}
	words := wordsOf(e.Words())
	for _, w := range wanted {
		if !slices.ContainsFunc(words, func(s string) bool { return strings.HasPrefix(s, w) }) {
			return false
		}
	}
	return true
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(Clean(s)), func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Co)
	})
}

// BankEntries gives the texts of a template's lists: its main goals, goals, duties, focus areas and paragraphs.
func (t Template) BankEntries() []BankEntry {
	var out []BankEntry
	add := func(k SectionKind, it Item) {
		if it.Title.Blank() && it.Text.Blank() {
			return
		}
		e := NewBankEntry(k, it, t.Name)
		e.Template = t.ID
		if !slices.ContainsFunc(out, e.Same) {
			out = append(out, e)
		}
	}
	for _, s := range t.Sections {
		if s.Kind.Standing() {
			continue
		}
		if s.Kind == Goals {
			add(s.Kind, Item{Text: s.Lead})
		}
		for _, it := range s.Items {
			add(s.Kind, it)
		}
	}
	return out
}
