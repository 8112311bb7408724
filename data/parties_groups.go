package data

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/data/parties"
)

// PartyGroups gives the saved groups of counterparts by name. Members that are deleted are still named; they are shown
// again when they are brought back.
func (s *Store) PartyGroups(ctx context.Context) ([]parties.Group, error) {
	groups, err := readGroups(ctx, s.read)
	return groups, explain(err, s.path)
}

func readGroups(ctx context.Context, from queryer) ([]parties.Group, error) {
	rows, err := from.QueryContext(ctx, `SELECT number, name, members FROM party_group`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []parties.Group
	for rows.Next() {
		var g parties.Group
		var members []byte
		if err := rows.Scan(&g.ID, &g.Name, &members); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(members, &g.Members); err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b parties.Group) int {
		return cmp.Or(cmp.Compare(parties.Normal(a.Name), parties.Normal(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	return out, rows.Err()
}

// SavePartyGroup keeps a group and gives it back with its ID. One with an ID takes the place of the one that has it; a
// new one with a name that is taken is a Conflict.
func (s *Store) SavePartyGroup(ctx context.Context, g parties.Group) (parties.Group, error) {
	saved := g
	err := s.change(ctx, func(tx *sql.Tx) (err error) {
		saved, err = s.putGroup(ctx, tx, g)
		return err
	})
	return saved, err
}

// DeletePartyGroup forgets a group; its members stay where they are. Saving it again brings it back.
func (s *Store) DeletePartyGroup(ctx context.Context, id int64) error {
	return s.ChangeParties(ctx, PartyChange{Groups: []parties.Group{{ID: id}}})
}

// putGroup writes a group, or deletes one that has an ID and nothing else.
func (s *Store) putGroup(ctx context.Context, tx *sql.Tx, g parties.Group) (parties.Group, error) {
	if g.ID > 0 && g.Name == "" && len(g.Members) == 0 {
		_, err := tx.ExecContext(ctx, `DELETE FROM party_group WHERE number = ?`, g.ID)
		return g, err
	}
	g, err := g.Clean()
	if err != nil {
		return g, err
	}
	groups, err := readGroups(ctx, tx)
	if err != nil {
		return g, err
	}
	if slices.ContainsFunc(groups, func(h parties.Group) bool { return h.ID != g.ID && parties.Normal(h.Name) == parties.Normal(g.Name) }) {
		return g, agreement.NewError(agreement.Conflict, "error.parties.group_taken", nil, "Name", g.Name)
	}
	members, err := json.Marshal(g.Members)
	if err != nil {
		return g, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	if g.ID > 0 {
		_, err := tx.ExecContext(ctx, `INSERT INTO party_group (number, name, members, updated) VALUES (?, ?, ?, ?)
			ON CONFLICT (number) DO UPDATE SET name = excluded.name, members = excluded.members, updated = excluded.updated`,
			g.ID, g.Name, string(members), s.clock().Unix())
		return g, err
	}
	result, err := tx.ExecContext(ctx, `INSERT INTO party_group (name, members, updated) VALUES (?, ?, ?)`,
		g.Name, string(members), s.clock().Unix())
	if err != nil {
		return g, err
	}
	g.ID, err = result.LastInsertId()
	return g, err
}

// joinGroups puts a member into groups by their names, and makes those that are not there. It notes in back what takes
// that back.
func (s *Store) joinGroups(ctx context.Context, tx *sql.Tx, member string, names []string, back *PartyChange) error {
	for _, name := range names {
		groups, err := readGroups(ctx, tx)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(groups, func(g parties.Group) bool { return parties.Normal(g.Name) == parties.Normal(name) })
		var g parties.Group
		switch {
		case i >= 0 && slices.Contains(groups[i].Members, member), parties.Normal(name) == "":
			continue
		case i >= 0:
			g = groups[i]
		default:
			g.Name = strings.TrimSpace(name)
		}
		before := g
		g.Members = append(slices.Clip(g.Members), member)
		if g, err = s.putGroup(ctx, tx, g); err != nil {
			return err
		}
		if !slices.ContainsFunc(back.Groups, func(h parties.Group) bool { return h.ID == g.ID }) {
			back.Groups = append(back.Groups, parties.Group{ID: g.ID, Name: before.Name, Members: before.Members})
			if before.ID == 0 {
				back.Groups[len(back.Groups)-1].Name = "" // it was not there
			}
		}
	}
	return nil
}
