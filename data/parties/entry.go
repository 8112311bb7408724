package parties

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
	"avtalebok/data/facts"
)

// Entry is a body in the register. For a municipality or county, which the program knows by itself, it holds what the
// user adds: people, an address, an organisation number.
type Entry struct {
	ID              int64     // given by the store; 0 for one that is not kept
	agreement.Party           // without role and ID
	Also            []string  // names that it had before, or is also called by
	Updated         time.Time // UTC, to the second
}

// MaxPeople is how many contact persons and signatories an entry may have.
const MaxPeople = 100

// Key names an entry within groups: the number of a municipality or county, else its ID: "1804", "18", "o12". It is ""
// for an organisation that is not kept.
func (e Entry) Key() string {
	switch {
	case e.BuiltIn():
		return e.Number
	case e.ID > 0:
		return "o" + strconv.FormatInt(e.ID, 10)
	}
	return ""
}

// Identity tells entries of one list apart, those that are not kept included.
func (e Entry) Identity() string {
	if key := e.Key(); key != "" {
		return key
	}
	return Normal(e.Name) + "\n" + e.OrgNumber
}

// BuiltIn reports whether the program knows the body by itself.
func (e Entry) BuiltIn() bool { return e.Kind != agreement.OrganisationParty }

// BodyOf finds the municipality or county with a number.
func BodyOf(number string) (facts.Body, bool) {
	if b, ok := facts.Municipality(number); ok {
		return b, true
	}
	return facts.County(number)
}

// Normal gives a name as it is compared: in lower case and without signs, so that "Bygdelaget, Hå" and "BYGDELAGET HÅ"
// are the same.
func Normal(name string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFC.String(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	return strings.Join(words, " ")
}

// Called reports whether the entry has a name, now or before.
func (e Entry) Called(name string) bool {
	wanted := Normal(name)
	return wanted != "" && (Normal(e.Name) == wanted ||
		slices.ContainsFunc(e.Also, func(also string) bool { return Normal(also) == wanted }))
}

// Is reports whether a party of an agreement is this body: by its number where both have one, else by its name.
func (e Entry) Is(p agreement.Party) bool {
	if e.BuiltIn() || p.Kind != agreement.OrganisationParty {
		return e.Kind == p.Kind && e.Number != "" && e.Number == p.Number
	}
	if mine, other := digits(e.OrgNumber), digits(p.OrgNumber); mine != "" && other != "" {
		return mine == other
	}
	return e.Called(p.Name)
}

// Clean gives the entry fit to be kept: what was typed without signs that can't be seen, people without a word left out,
// each of the others with an identifier, and what the program knows about a municipality or county as it knows it.
func (e Entry) Clean() Entry {
	line := func(s string) string { return strings.Join(strings.Fields(agreement.CleanLine(s)), " ") }
	p := &e.Party
	p.ID, p.Role = "", ""
	p.Name, p.Short, p.Address, p.OrgNumber = line(p.Name), line(p.Short), line(p.Address), digits(line(p.OrgNumber))
	if b, ok := BodyOf(p.Number); ok && e.BuiltIn() {
		known := b.Party()
		p.Kind, p.Name, p.Short, p.Adopted = known.Kind, known.Name, known.Short, known.Adopted
	} else {
		p.Kind, p.Number = agreement.OrganisationParty, ""
	}
	p.Short = cmp.Or(p.Short, p.Name)
	p.Contacts, p.Signatories = cleanPeople("contact", p.Contacts), cleanPeople("signatory", p.Signatories)
	var also []string
	for _, name := range e.Also {
		known := func(other string) bool { return Normal(other) == Normal(name) }
		if name = line(name); Normal(name) != "" && !known(p.Name) && !slices.ContainsFunc(also, known) {
			also = append(also, name)
		}
	}
	e.Also = also
	return e
}

func cleanPeople(id string, people []agreement.Person) []agreement.Person {
	var out []agreement.Person
	for _, q := range people {
		q.Name, q.Email, q.Phone = strings.TrimSpace(agreement.CleanLine(q.Name)), strings.TrimSpace(agreement.CleanLine(q.Email)), strings.TrimSpace(agreement.CleanLine(q.Phone))
		title := agreement.Pair{NB: strings.TrimSpace(agreement.CleanLine(q.Title.NB)), NN: strings.TrimSpace(agreement.CleanLine(q.Title.NN))}
		if q.Title.Pair == q.Title.Approved && !title.Blank() {
			q.Title.Approved = title
		}
		q.Title = agreement.Text{Pair: title, Approved: q.Title.Approved}
		if q.Name == "" && q.Email == "" && q.Phone == "" && title.Blank() {
			continue
		}
		q.ID = id + "-" + strconv.Itoa(len(out)+1)
		out = append(out, q)
	}
	return out
}

// Validate reports what keeps a cleaned entry out of the register: no name, a number that can't be right, too much of
// everything.
func (e Entry) Validate() error {
	switch {
	case e.Name == "":
		return agreement.NewError(agreement.Invalid, "error.parties.name", nil)
	case e.OrgNumber != "":
		if err := CheckNumber(e.OrgNumber); err != nil {
			return err
		}
	}
	if len(e.Contacts) > MaxPeople || len(e.Signatories) > MaxPeople {
		return agreement.NewError(agreement.Invalid, "error.parties.people", nil, "Limit", MaxPeople)
	}
	for _, s := range e.texts() {
		if len(s) > maxCell {
			return agreement.NewError(agreement.Invalid, "error.parties.long", nil, "Limit", maxCell, "Text", shortened(s))
		}
	}
	return nil
}

func (e Entry) texts() []string {
	texts := append([]string{e.Name, e.Short, e.Address}, e.Also...)
	for _, people := range [][]agreement.Person{e.Contacts, e.Signatories} {
		for _, q := range people {
			texts = append(texts, q.Name, q.Email, q.Phone, q.Title.NB, q.Title.NN)
		}
	}
	return texts
}

// Words gives what an entry is found by.
func (e Entry) Words() string {
	words := append(e.texts(), e.Number, e.OrgNumber)
	if b, ok := BodyOf(e.Number); ok {
		words = append(words, b.County)
	}
	return strings.ToLower(norm.NFC.String(strings.Join(words, "\n")))
}

// Sort orders entries by name, by the Norwegian alphabet.
func Sort(entries []Entry) {
	type keyed struct {
		key string
		Entry
	}
	list := make([]keyed, len(entries))
	for i, e := range entries {
		list[i] = keyed{sortKey(e.Name), e}
	}
	slices.SortStableFunc(list, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
	})
	for i, e := range list {
		entries[i] = e.Entry
	}
}

var lastLetters = strings.NewReplacer("æ", "{", "ø", "|", "å", "}") // the three characters after z

func sortKey(name string) string { return lastLetters.Replace(Normal(name)) }

func shortened(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
