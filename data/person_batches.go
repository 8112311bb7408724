package data

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"avtalebok/agreement"
)

// batchPart is a plan of a batch, or a common text, as it is stored.
type batchPart struct {
	number  int64
	batch   int64
	content []byte
}

func batchParts(ctx context.Context, from queryer, query string) ([]batchPart, error) {
	rows, err := from.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []batchPart
	for rows.Next() {
		var p batchPart
		if err := rows.Scan(&p.number, &p.batch, &p.content); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, rows.Err()
}

const (
	batchPlans   = `SELECT number, number, plan FROM batch`
	batchCommons = `SELECT number, batch, content FROM batch_common`
)

// inBatches looks through what batches remember: they name the parties that their drafts were made for.
func (l *personLook) inBatches(ctx context.Context, s *Store) error {
	plans, err := batchParts(ctx, s.read, batchPlans)
	if err != nil {
		return err
	}
	see := func(p agreement.Party, q agreement.Person) bool {
		if l.is(q) {
			l.appearance(p, q)
		}
		return false
	}
	for _, part := range plans {
		if _, _, err := withoutPeople(part.content, see); err != nil {
			l.out.Unreadable++
		}
	}
	commons, err := batchParts(ctx, s.read, batchCommons)
	for _, part := range commons {
		a, err := revision{content: part.content}.decode()
		if err != nil {
			l.out.Unreadable++
			continue
		}
		for _, p := range a.Parties {
			for _, q := range slices.Concat(p.Contacts, p.Signatories) {
				see(p, q)
			}
		}
	}
	return err
}

// fromBatches takes the person out of what batches remember.
func (r removal) fromBatches(ctx context.Context, tx *sql.Tx) error {
	plans, err := batchParts(ctx, tx, batchPlans)
	if err != nil {
		return err
	}
	for _, part := range plans {
		plan, changed, err := withoutPeople(part.content, r.matches)
		if err != nil || !changed { // what can't be read was counted
			continue
		}
		if _, err := tx.ExecContext(ctx, `UPDATE batch SET plan = ? WHERE number = ?`, string(plan), part.number); err != nil {
			return err
		}
	}
	commons, err := batchParts(ctx, tx, batchCommons)
	if err != nil {
		return err
	}
	for _, part := range commons {
		a, err := revision{content: part.content}.decode()
		if err != nil {
			continue
		}
		a, changed := r.without(a)
		if !changed {
			continue
		}
		common, err := pack(a)
		if err != nil {
			return err
		}
		if err := replaceCommon(ctx, tx, part, common); err != nil {
			return err
		}
	}
	return nil
}

// replaceCommon writes a common text anew. Where the batch has one with the same words, its drafts build on that one.
func replaceCommon(ctx context.Context, tx *sql.Tx, part batchPart, common packed) error {
	var same int64
	err := tx.QueryRowContext(ctx, `SELECT number FROM batch_common WHERE batch = ? AND digest = ? AND number <> ?`,
		part.batch, common.digest[:], part.number).Scan(&same)
	if errors.Is(err, sql.ErrNoRows) {
		_, err = tx.ExecContext(ctx, `UPDATE batch_common SET content = ?, digest = ? WHERE number = ?`,
			common.content, common.digest[:], part.number)
		return err
	}
	if err != nil {
		return err
	}
	if _, err = tx.ExecContext(ctx, `UPDATE batch_draft SET common = ? WHERE common = ?`, same, part.number); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM batch_common WHERE number = ?`, part.number)
	return err
}

// withoutPeople blanks the people that remove says yes to, in every party that stands anywhere in a JSON text. What else
// the text says is not this package's business and stays as it is.
func withoutPeople(text []byte, remove func(agreement.Party, agreement.Person) bool) (out []byte, changed bool, err error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		return text, false, err
	}
	changed = blankPeople(tree, remove)
	if !changed {
		return text, false, nil
	}
	out, err = json.Marshal(tree)
	return out, true, err
}

func blankPeople(tree any, remove func(agreement.Party, agreement.Person) bool) (changed bool) {
	switch node := tree.(type) {
	case []any:
		for _, child := range node {
			changed = blankPeople(child, remove) || changed
		}
	case map[string]any:
		for _, list := range []string{"contacts", "signatories"} {
			people, _ := node[list].([]any)
			for _, person := range people {
				if fields, ok := person.(map[string]any); ok && remove(partyNode(node), personNode(fields)) {
					fields["name"], changed = "", true
					delete(fields, "email")
					delete(fields, "phone")
				}
			}
		}
		for _, child := range node {
			changed = blankPeople(child, remove) || changed
		}
	}
	return changed
}

func word(node map[string]any, key string) string {
	s, _ := node[key].(string)
	return s
}

func partyNode(node map[string]any) agreement.Party {
	return agreement.Party{Kind: agreement.PartyKind(word(node, "kind")), Number: word(node, "number"), Name: word(node, "name")}
}

func personNode(node map[string]any) agreement.Person {
	return agreement.Person{Name: word(node, "name"), Email: word(node, "email"), Phone: word(node, "phone")}
}
