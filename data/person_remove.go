package data

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"avtalebok/agreement"
)

// RemovePerson takes a person out everywhere: out of the register of parties, and out of all versions of all drafts, where
// a line with the function is left for somebody else. Signed agreements keep the names that they were signed with. Only
// the given appearances are removed, as PersonTraces gives them. It can't be taken back: nothing is kept to take it back
// from. The traces that it gives say what was removed and what stays.
//
// A draft that is open in another window gets a new revision number, so that it can't bring the name back unnoticed.
func (s *Store) RemovePerson(ctx context.Context, name string, appearances ...Appearance) (PersonTraces, error) {
	look := newPersonLook(name)
	if look.wanted == "" {
		return PersonTraces{}, agreement.NewError(agreement.Invalid, "error.parties.person_name", nil)
	}
	if err := look.everywhere(ctx, s); err != nil {
		return PersonTraces{}, explain(err, s.path)
	}
	r := removal{look: look, identities: map[string]bool{}}
	for _, a := range appearances {
		r.identities[a.identity] = true
	}
	err := s.change(ctx, func(tx *sql.Tx) error {
		if err := r.fromParties(ctx, s, tx); err != nil {
			return err
		}
		if err := r.fromDrafts(ctx, tx); err != nil {
			return err
		}
		return r.fromBatches(ctx, tx)
	})
	if err != nil {
		return PersonTraces{}, err
	}
	out := look.traces()
	out.Appearances = slices.DeleteFunc(out.Appearances, func(a Appearance) bool { return !r.identities[a.identity] })
	out.Remains = s.wipe(ctx) != nil
	return out, nil
}

type removal struct {
	look       *personLook
	identities map[string]bool // whose appearances are removed
}

// matches reports whether somebody is to be removed.
func (r removal) matches(p agreement.Party, q agreement.Person) bool {
	return r.look.is(q) && r.identities[appearanceKey(p, q)]
}

// fromParties takes the person out of the register of parties, of deleted entries, too.
func (r removal) fromParties(ctx context.Context, s *Store, tx *sql.Tx) error {
	all, err := readParties(ctx, tx, `TRUE`)
	if err != nil {
		return err
	}
	for _, e := range all {
		remove := func(people []agreement.Person) []agreement.Person {
			return slices.DeleteFunc(slices.Clone(people), func(q agreement.Person) bool { return r.matches(e.Party, q) })
		}
		contacts, signatories := remove(e.Contacts), remove(e.Signatories)
		if len(contacts) == len(e.Contacts) && len(signatories) == len(e.Signatories) {
			continue
		}
		party := e.Party
		party.Contacts, party.Signatories = contacts, signatories
		content, err := packParty(party, e.Also)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE party SET content = ?, updated = ? WHERE number = ?`, content, s.clock().Unix(), e.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

// fromDrafts takes the person out of the versions in which the look has found it, and of those that were saved since.
func (r removal) fromDrafts(ctx context.Context, tx *sql.Tx) error {
	entries := slices.Clone(r.look.revisions)
	rows, err := tx.QueryContext(ctx, `SELECT entry FROM revision WHERE entry > ?`, r.look.last)
	if err != nil {
		return err
	}
	for rows.Next() {
		var entry int64
		if err := rows.Scan(&entry); err != nil {
			return errors.Join(err, rows.Close())
		}
		entries = append(entries, entry)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, entry := range entries {
		if err := r.fromVersion(ctx, tx, entry); err != nil {
			return err
		}
	}
	return nil
}

func (r removal) fromVersion(ctx context.Context, tx *sql.Tx, entry int64) error {
	var v version
	var number int64
	err := tx.QueryRowContext(ctx, `SELECT r.entry = a.entry, a.number, a.id, a.status, r.content
		FROM revision r JOIN agreement a ON a.number = r.agreement WHERE r.entry = ?`, entry).
		Scan(&v.newest, &number, &v.ID, &v.stage, &v.content)
	switch {
	case errors.Is(err, sql.ErrNoRows): // thinned out in the meantime
		return nil
	case err != nil:
		return err
	case v.signed():
		return nil
	}
	a, err := revision{content: v.content}.decode()
	if err != nil {
		return nil // it was counted as unreadable
	}
	a, changed := r.without(a)
	if !changed {
		return nil
	}
	draft, err := pack(a)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE revision SET content = ? WHERE entry = ?`, draft.content, entry); err != nil || !v.newest {
		return err
	}
	return renew(ctx, tx, number, entry, draft)
}

// without gives an agreement without the person. The line stays, with the function of whoever comes next.
func (r removal) without(a agreement.Agreement) (agreement.Agreement, bool) {
	changed := false
	a.Parties = slices.Clone(a.Parties)
	for i := range a.Parties {
		p := &a.Parties[i]
		for _, people := range []*[]agreement.Person{&p.Contacts, &p.Signatories} {
			*people = slices.Clone(*people)
			for j := range *people {
				if q := &(*people)[j]; r.matches(*p, *q) {
					q.Name, q.Email, q.Phone, changed = "", "", "", true
				}
			}
		}
	}
	return a, changed
}

// renew brings what is known of a draft in step with its newest version, whose words have changed, and gives that version
// a new number.
func renew(ctx context.Context, tx *sql.Tx, number, entry int64, draft packed) error {
	_, err := tx.ExecContext(ctx, `UPDATE revision SET revision = revision + 1 WHERE entry = ?`, entry)
	if err != nil {
		return err
	}
	// A draft that its batch wrote last still counts as that.
	_, err = tx.ExecContext(ctx, `UPDATE batch_draft SET made = made + 1
		WHERE (draft, made) = (SELECT id, revision FROM agreement WHERE number = ?)`, number)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE agreement SET revision = revision + 1, digest = ? WHERE number = ?`, draft.digest[:], number)
	if err != nil {
		return err
	}
	own, err := follow(ctx, tx, number, draft.entry)
	if err != nil {
		return err
	}
	return index(ctx, tx, entry, entry, draft.words+"\n"+own)
}

// wipe makes what was removed unreadable in the database file, too: the search's index is written anew without the words
// that are gone, then the whole file without its unused parts.
func (s *Store) wipe(ctx context.Context) error {
	for _, statement := range []string{
		`INSERT INTO search (search) VALUES ('optimize')`, `VACUUM`, `PRAGMA wal_checkpoint(TRUNCATE)`,
	} {
		if _, err := s.write.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
