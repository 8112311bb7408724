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
	return s.writeGroup(ctx, tx, g)
}

// writeGroup keeps a clean group whose name is free.
func (s *Store) writeGroup(ctx context.Context, tx *sql.Tx, g parties.Group) (parties.Group, error) {
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

// joining gathers who is to be put into which groups, so that each group is written once.
type joining struct {
	names   []string            // as first written, in that order
	members map[string][]string // by the normal name
}

func (j *joining) add(member string, names []string) {
	for _, name := range names {
		key := parties.Normal(name)
		if key == "" {
			continue
		}
		if j.members[key] == nil {
			j.names = append(j.names, strings.TrimSpace(name))
		}
		j.members[key] = append(j.members[key], member)
	}
}

// joinGroups puts members into groups, and makes those that are not there. It notes in back what takes that back.
func (s *Store) joinGroups(ctx context.Context, tx *sql.Tx, j joining, back *PartyChange) error {
	groups, err := readGroups(ctx, tx)
	if err != nil {
		return err
	}
	known := map[string]parties.Group{}
	for _, g := range groups {
		known[parties.Normal(g.Name)] = g
	}
	for _, name := range j.names {
		before, there := known[parties.Normal(name)]
		g := before
		if !there {
			g.Name = name
		}
		g.Members = slices.Concat(g.Members, j.members[parties.Normal(name)])
		if g, err = g.Clean(); err != nil {
			return err
		}
		if there && len(g.Members) == len(before.Members) {
			continue
		}
		if g, err = s.writeGroup(ctx, tx, g); err != nil {
			return err
		}
		back.Groups = append(back.Groups, parties.Group{ID: g.ID, Name: before.Name, Members: before.Members})
	}
	return nil
}
