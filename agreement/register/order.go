package register

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
)

// SortKey is what entries are ordered by.
type SortKey string

// The orders. Dates and moments come with the latest first, everything else from A to Å; Reversed turns that round.
// Those that have no such date come last either way.
const (
	ByUpdated     SortKey = "updated" // the one saved last first
	ByTitle       SortKey = "title"
	ByCounterpart SortKey = "counterpart"
	ByKind        SortKey = "kind"
	ByStatus      SortKey = "status" // from draft to expired
	BySubject     SortKey = "subject"
	ByResponsible SortKey = "responsible"
	BySigned      SortKey = "signed"
	ByStart       SortKey = "start"
	ByEnd         SortKey = "end"
	ByCase        SortKey = "case"
)

// Order says in which order to show entries, with names in a written form.
type Order struct {
	Key      SortKey        `json:"key,omitempty"` // "" is ByUpdated
	Reversed bool           `json:"reversed,omitempty"`
	Form     agreement.Form `json:"form,omitempty"` // "" is nynorsk
}

// Statuses lists the statuses in the order in which an agreement has them.
var Statuses = [...]agreement.Status{
	agreement.Draft, agreement.Sent, agreement.Anchored, agreement.Signed, agreement.Running, agreement.Terminated, agreement.Expired,
}

// Sort gives the entries in an order. Equal ones keep theirs.
func Sort(entries []*Entry, o Order, day Date) []*Entry {
	type keyed struct {
		text  string
		rank  int64
		at    int
		entry *Entry
	}
	form := o.Form
	if !form.Valid() {
		form = agreement.Nynorsk
	}
	keys := make([]keyed, len(entries))
	for i, e := range entries {
		keys[i].at, keys[i].entry = i, e
		keys[i].text, keys[i].rank = o.keyOf(e, form, day)
	}
	slices.SortFunc(keys, func(a, b keyed) int {
		way := cmp.Compare(a.rank, b.rank)
		if way == 0 {
			way = strings.Compare(a.text, b.text)
		}
		if o.Reversed && a.rank != none && b.rank != none {
			way = -way
		}
		if way == 0 {
			return a.at - b.at // equal ones keep their order; slices.SortStableFunc takes three times as long
		}
		return way
	})
	out := make([]*Entry, len(entries))
	for i, k := range keys {
		out[i] = k.entry
	}
	return out
}

// none is the rank of an entry that does not have what is sorted by; it comes last.
const none = int64(1) << 62

// keyOf gives what an entry is ordered by: a number, and then a text.
func (o Order) keyOf(e *Entry, form agreement.Form, day Date) (text string, rank int64) {
	switch o.Key {
	case ByTitle:
		return collated(e.Title.In(form))
	case ByCounterpart:
		return collated(e.Counterpart(day))
	case ByKind:
		return string(e.Kind), 0
	case BySubject:
		return collated(e.Subject(form))
	case ByResponsible:
		return collated(e.Responsible)
	case ByCase:
		return collated(e.CaseNumber())
	case ByStatus:
		return "", int64(slices.Index(Statuses[:], e.Status(day)))
	case BySigned:
		return "", latestFirst(e.Signed)
	case ByStart:
		return "", latestFirst(e.Start())
	case ByEnd:
		last, _ := e.End()
		return "", latestFirst(last)
	}
	return "", -e.Updated.Unix()
}

func latestFirst(d Date) int64 {
	if d.IsZero() {
		return none
	}
	return -int64(d.Year*10_000 + int(d.Month)*100 + d.Day)
}

// collated gives a name as a text that sorts in the Norwegian alphabet, in which æ, ø and å come last.
func collated(s string) (string, int64) {
	if s == "" {
		return "", none
	}
	return strings.Map(inAlphabet, norm.NFC.String(s)), 0
}

// inAlphabet gives a letter in lower case, and for those after z the characters that follow z in Unicode.
func inAlphabet(r rune) rune {
	switch r = unicode.ToLower(r); r {
	case 'æ', 'ä':
		return '{'
	case 'ø', 'ö':
		return '|'
	case 'å':
		return '}'
	}
	return r
}

// Counterpart gives the names of the parties but the first, as they are on a day: the first is whoever keeps the
// register, as templates have it.
func (e *Entry) Counterpart(day Date) string {
	parties := e.PartiesOn(day)
	if len(parties) == 0 {
		return ""
	}
	if len(parties) == 2 {
		return parties[1].Name
	}
	return names(parties[1:])
}
