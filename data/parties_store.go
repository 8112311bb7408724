package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"avtalebok/agreement"
	"avtalebok/data/parties"
)

// Parties gives the register of parties by name: organisations, and those municipalities and counties that the user has
// added something about.
func (s *Store) Parties(ctx context.Context) ([]parties.Entry, error) {
	entries, err := readParties(ctx, s.read, `deleted IS NULL`)
	return entries, explain(err, s.path)
}

// queryer is a database or a change of it.
type queryer interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

func readParties(ctx context.Context, from queryer, where string, arguments ...any) ([]parties.Entry, error) {
	rows, err := from.QueryContext(ctx, `SELECT number, content, updated FROM party WHERE `+where, arguments...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []parties.Entry
	for rows.Next() {
		var number, updated int64
		var content []byte
		if err := rows.Scan(&number, &content, &updated); err != nil {
			return nil, err
		}
		e, err := unpackParty(content)
		if err != nil {
			return nil, agreement.NewError(agreement.Storage, "error.parties.unreadable", err, "Number", number)
		}
		e.ID, e.Updated = number, time.Unix(updated, 0).UTC()
		out = append(out, e)
	}
	parties.Sort(out)
	return out, rows.Err()
}

// keptParty is an entry as it is stored.
type keptParty struct {
	Party agreement.Party `json:"party"`
	Also  []string        `json:"also,omitempty"`
}

func packParty(p agreement.Party, also []string) (string, error) {
	content, err := json.Marshal(keptParty{Party: p, Also: also})
	if err != nil {
		return "", agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return string(content), nil
}

func unpackParty(content []byte) (parties.Entry, error) {
	var kept keptParty
	err := json.Unmarshal(content, &kept)
	return parties.Entry{Party: kept.Party, Also: kept.Also}, err
}

// SaveParty keeps an entry and gives it back as it is kept. One with an ID takes the place of the one that has it, and
// brings it back where it was deleted. What the user adds about a municipality or county takes the place of what was added
// before. An organisation number that another organisation has is a Conflict; Merge is the way then.
func (s *Store) SaveParty(ctx context.Context, e parties.Entry) (parties.Entry, error) {
	saved := e
	err := s.change(ctx, func(tx *sql.Tx) (err error) {
		saved, err = s.writeParty(ctx, tx, e)
		return err
	})
	if err != nil {
		return e, err
	}
	return saved, nil
}

func (s *Store) writeParty(ctx context.Context, tx *sql.Tx, e parties.Entry) (parties.Entry, error) {
	e = e.Clean()
	if err := e.Validate(); err != nil {
		return e, err
	}
	e.Updated = s.clock().UTC().Truncate(time.Second)
	body := ""
	if e.BuiltIn() {
		body = e.Number
		err := tx.QueryRowContext(ctx, `SELECT number FROM party WHERE body = ?`, body).Scan(&e.ID)
		if errors.Is(err, sql.ErrNoRows) {
			e.ID = 0
		} else if err != nil {
			return e, err
		}
	} else if err := s.numberFree(ctx, tx, e); err != nil {
		return e, err
	}
	content, err := packParty(e.Party, e.Also)
	if err != nil {
		return e, err
	}
	if e.ID == 0 {
		result, err := tx.ExecContext(ctx, `INSERT INTO party (kind, body, org_number, content, updated) VALUES (?, ?, ?, ?, ?)`,
			e.Kind, body, e.OrgNumber, content, e.Updated.Unix())
		if err != nil {
			return e, err
		}
		e.ID, err = result.LastInsertId()
		return e, err
	}
	result, err := tx.ExecContext(ctx, `UPDATE party SET kind = ?, body = ?, org_number = ?, content = ?, updated = ?, deleted = NULL
		WHERE number = ?`, e.Kind, body, e.OrgNumber, content, e.Updated.Unix(), e.ID)
	if err != nil {
		return e, err
	}
	return e, one(result, unknownParty())
}

// numberFree refuses an organisation number that another organisation in use has.
func (s *Store) numberFree(ctx context.Context, tx *sql.Tx, e parties.Entry) error {
	if e.OrgNumber == "" {
		return nil
	}
	others, err := readParties(ctx, tx, `org_number = ? AND number <> ? AND body = '' AND deleted IS NULL`, e.OrgNumber, e.ID)
	if err != nil || len(others) == 0 {
		return err
	}
	return agreement.NewError(agreement.Conflict, "error.parties.taken", nil, "Number", e.OrgNumber, "Name", others[0].Name)
}

func unknownParty() error {
	return agreement.NewError(agreement.NotFound, "error.parties.unknown", nil)
}

// PartyChange is several changes of the register of parties that belong together, such as taking in a list or taking that
// back.
type PartyChange struct {
	Save    []parties.Entry
	Delete  []int64
	Restore []int64
	Groups  []parties.Group // as they are to be; one without members and with a blank name is deleted
}

// ChangeParties makes changes, all or none.
func (s *Store) ChangeParties(ctx context.Context, c PartyChange) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		for _, id := range c.Delete {
			if err := s.markParty(ctx, tx, id, true); err != nil {
				return err
			}
		}
		for _, e := range c.Save {
			if _, err := s.writeParty(ctx, tx, e); err != nil {
				return err
			}
		}
		for _, id := range c.Restore {
			if err := s.markParty(ctx, tx, id, false); err != nil {
				return err
			}
		}
		for _, g := range c.Groups {
			if _, err := s.putGroup(ctx, tx, g); err != nil {
				return err
			}
		}
		return nil
	})
}

// DeleteParty takes an entry out of use; RestoreParty brings it back as it was, in its groups, too. Agreements with it stay
// as they are.
func (s *Store) DeleteParty(ctx context.Context, id int64) error {
	return s.ChangeParties(ctx, PartyChange{Delete: []int64{id}})
}

// RestoreParty brings a deleted entry back. Where another one has got its organisation number since, that is a Conflict.
func (s *Store) RestoreParty(ctx context.Context, id int64) error {
	return s.ChangeParties(ctx, PartyChange{Restore: []int64{id}})
}

func (s *Store) markParty(ctx context.Context, tx *sql.Tx, id int64, deleted bool) error {
	when := sql.NullInt64{Int64: s.clock().Unix(), Valid: deleted}
	if !deleted {
		found, err := readParties(ctx, tx, `number = ?`, id)
		if err != nil {
			return err
		}
		for _, e := range found {
			if !e.BuiltIn() {
				err = s.numberFree(ctx, tx, e)
			}
			if err != nil {
				return err
			}
		}
	}
	result, err := tx.ExecContext(ctx, `UPDATE party SET deleted = ? WHERE number = ?`, when, id)
	if err != nil {
		return err
	}
	return one(result, unknownParty())
}

// MergeParties puts one organisation into another and takes it out of use. Of facts in which they differ, those of the
// first stand, but for fromOther. Groups get the first in the other's place. It gives the entry, and what takes it all back.
func (s *Store) MergeParties(ctx context.Context, id, other int64, fromOther ...parties.Fact) (parties.Entry, PartyChange, error) {
	var merged parties.Entry
	var back PartyChange
	err := s.change(ctx, func(tx *sql.Tx) error {
		one, err := oneOf(ctx, tx, id)
		if err != nil {
			return err
		}
		two, err := oneOf(ctx, tx, other)
		if err != nil {
			return err
		}
		back = PartyChange{Save: []parties.Entry{one}, Restore: []int64{other}}
		if err := s.markParty(ctx, tx, other, true); err != nil {
			return err
		}
		merged, err = s.writeParty(ctx, tx, parties.Merge(one, two, fromOther...))
		if err != nil {
			return err
		}
		groups, err := readGroups(ctx, tx)
		if err != nil {
			return err
		}
		for _, g := range groups {
			at := slices.Index(g.Members, two.Key())
			if at < 0 {
				continue
			}
			back.Groups = append(back.Groups, g)
			g.Members = slices.Clone(g.Members)
			g.Members[at] = one.Key()
			if _, err := s.putGroup(ctx, tx, g); err != nil {
				return err
			}
		}
		return nil
	})
	return merged, back, err
}

func oneOf(ctx context.Context, tx *sql.Tx, id int64) (parties.Entry, error) {
	found, err := readParties(ctx, tx, `number = ? AND deleted IS NULL`, id)
	if err == nil && len(found) == 0 {
		err = unknownParty()
	}
	if err != nil {
		return parties.Entry{}, err
	}
	return found[0], nil
}
