package data

import (
	"context"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/data/parties"
)

// Appearance is a person as a contact person or signatory of one party. Two people may have the same name; the party and
// the e-mail address tell them apart.
type Appearance struct {
	Party    string // the party's name
	Email    string
	Listed   bool // in the register of parties
	Drafts   int  // in so many drafts, deleted ones and earlier versions included
	identity string
}

// Named is an agreement in which a name stands.
type Named struct {
	ID    string
	Title agreement.Pair
}

// PersonTraces says where a name stands.
type PersonTraces struct {
	Name        string
	Appearances []Appearance
	Signed      []Named // signed agreements that name the person as a contact or signatory: they stay as they were signed
	Texts       []Named // drafts with the name in their texts, notes or answers: somebody has to mend these by hand
	Responsible int     // agreements that the person looks after, by the register
	Bank        int     // entries of the bank with the name
	Memory      int     // pairs of the translation memory with the name
	Unreadable  int     // versions of drafts that can't be read
	Remains     bool    // of RemovePerson: traces may be left in unused parts of the database file
}

// PersonTraces looks everywhere for a name: in the register of parties, in all versions of all drafts, the deleted ones
// included, and in signed agreements. It changes nothing.
func (s *Store) PersonTraces(ctx context.Context, name string) (PersonTraces, error) {
	name = strings.Join(strings.Fields(agreement.CleanLine(name)), " ")
	look := newPersonLook(name)
	if look.wanted == "" {
		return PersonTraces{}, agreement.NewError(agreement.Invalid, "error.parties.person_name", nil)
	}
	if err := look.everywhere(ctx, s); err != nil {
		return PersonTraces{}, explain(err, s.path)
	}
	return look.traces(), nil
}

// personLook looks for a name.
type personLook struct {
	name   string
	wanted string   // normalised
	words  []string // of it
	last   int64    // revisions up to this entry were looked at

	appearances map[string]*Appearance
	drafts      map[string]map[string]bool // by identity, the IDs of drafts
	revisions   []int64                    // entries of those that name the person as a party's
	out         PersonTraces
}

func newPersonLook(name string) *personLook {
	wanted := parties.Normal(name)
	return &personLook{
		name: name, wanted: wanted, words: strings.Fields(wanted), out: PersonTraces{Name: name},
		appearances: map[string]*Appearance{}, drafts: map[string]map[string]bool{},
	}
}

// is reports whether somebody has the name.
func (l *personLook) is(q agreement.Person) bool { return parties.Normal(q.Name) == l.wanted }

func (l *personLook) everywhere(ctx context.Context, s *Store) error {
	kept, err := readParties(ctx, s.read, `TRUE`)
	if err != nil {
		return err
	}
	for _, e := range kept {
		for _, q := range slices.Concat(e.Contacts, e.Signatories) {
			if l.is(q) {
				l.appearance(e.Party, q).Listed = true
			}
		}
	}
	if err := l.inRevisions(ctx, s); err != nil {
		return err
	}
	if err := l.inBatches(ctx, s); err != nil {
		return err
	}
	entries, err := s.registered(ctx)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if parties.Normal(e.Responsible) == l.wanted {
			l.out.Responsible++
		}
	}
	pattern := "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(l.name) + "%"
	err = s.read.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM bank WHERE deleted IS NULL AND (title LIKE ?1 ESCAPE '\' OR text LIKE ?1 ESCAPE '\')),
		(SELECT count(*) FROM translation WHERE nb LIKE ?1 ESCAPE '\' OR nn LIKE ?1 ESCAPE '\')`, pattern).
		Scan(&l.out.Bank, &l.out.Memory)
	return err
}

// inRevisions looks through all versions of all drafts.
func (l *personLook) inRevisions(ctx context.Context, s *Store) error {
	rows, err := s.read.QueryContext(ctx, `SELECT r.entry, r.entry = a.entry, a.id, a.title_nb, a.title_nn, a.status, r.content
		FROM revision r JOIN agreement a ON a.number = r.agreement ORDER BY r.entry`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		v := version{}
		if err := rows.Scan(&v.entry, &v.newest, &v.ID, &v.Title.NB, &v.Title.NN, &v.stage, &v.content); err != nil {
			return err
		}
		l.last = v.entry
		l.lookAt(v)
	}
	return rows.Err()
}

// version is one version of a draft.
type version struct {
	Named
	entry   int64
	newest  bool
	stage   agreement.Status
	content []byte
}

// signed reports whether the version is the one that was signed.
func (v version) signed() bool { return v.newest && v.stage == agreement.Signed }

func (l *personLook) lookAt(v version) {
	text, err := decompress(v.content)
	if err != nil {
		l.out.Unreadable++
		return
	}
	lower := strings.ToLower(string(text))
	for _, w := range l.words {
		if !strings.Contains(lower, w) {
			return
		}
	}
	a, err := revision{content: v.content}.decode()
	if err != nil {
		l.out.Unreadable++
		return
	}
	named := false
	for _, p := range a.Parties {
		for _, q := range slices.Concat(p.Contacts, p.Signatories) {
			if !l.is(q) {
				continue
			}
			named = true
			if !v.signed() {
				l.appearance(p, q)
				l.inDraft(p, q, v.ID)
			}
		}
	}
	switch {
	case named && v.signed():
		l.out.Signed = append(l.out.Signed, v.Named)
	case named:
		l.revisions = append(l.revisions, v.entry)
	}
	if v.newest && !v.signed() && l.inTexts(a) {
		l.out.Texts = append(l.out.Texts, v.Named)
	}
}

// inTexts reports whether the name stands in the words of a draft.
func (l *personLook) inTexts(a agreement.Agreement) bool {
	for _, t := range a.Passages() {
		if l.holds(t.NB) || l.holds(t.NN) {
			return true
		}
	}
	for _, f := range a.Fields {
		for _, form := range agreement.Forms {
			if l.holds(f.Written(form)) {
				return true
			}
		}
	}
	return slices.ContainsFunc(a.Notes, func(n agreement.Note) bool { return l.holds(n.Text) })
}

// holds reports whether a text has the name as whole words.
func (l *personLook) holds(text string) bool {
	if !strings.Contains(strings.ToLower(text), l.words[0]) { // most texts are done with here
		return false
	}
	return strings.Contains(" "+parties.Normal(text)+" ", " "+l.wanted+" ")
}

func appearanceKey(p agreement.Party, q agreement.Person) string {
	who := parties.Normal(p.Name)
	if p.Number != "" {
		who = string(p.Kind) + " " + p.Number
	}
	return who + "\n" + strings.ToLower(strings.TrimSpace(q.Email))
}

func (l *personLook) appearance(p agreement.Party, q agreement.Person) *Appearance {
	key := appearanceKey(p, q)
	if l.appearances[key] == nil {
		l.appearances[key] = &Appearance{Party: p.Name, Email: q.Email, identity: key}
	}
	return l.appearances[key]
}

func (l *personLook) inDraft(p agreement.Party, q agreement.Person, id string) {
	key := appearanceKey(p, q)
	if l.drafts[key] == nil {
		l.drafts[key] = map[string]bool{}
	}
	l.drafts[key][id] = true
}

func (l *personLook) traces() PersonTraces {
	out := l.out
	for key, a := range l.appearances {
		a.Drafts = len(l.drafts[key])
		out.Appearances = append(out.Appearances, *a)
	}
	slices.SortFunc(out.Appearances, func(a, b Appearance) int { return strings.Compare(a.identity, b.identity) })
	return out
}
