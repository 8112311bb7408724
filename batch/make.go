package batch

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/parties"
)

// Outcome is what became of a counterpart's draft.
type Outcome string

// The outcomes. All but the first two leave a draft as it was.
const (
	Created   Outcome = "created"
	Updated   Outcome = "updated"   // nobody had touched it since the batch wrote it
	Unchanged Outcome = "unchanged" // it says the same already
	ByHand    Outcome = "by_hand"   // somebody changed it since
	Sent      Outcome = "sent"      // it is no draft any more
	Deleted   Outcome = "deleted"
)

// Outcomes lists them in the order in which a summary has them.
var Outcomes = [...]Outcome{Created, Updated, Unchanged, ByHand, Sent, Deleted}

// Row is a counterpart with its draft and its files.
type Row struct {
	Counterpart Counterpart
	Draft       agreement.Agreement // as it is stored; empty where the outcome is Deleted or ""
	Outcome     Outcome             // "" while there is none: the batch was cancelled before
	Files       []File              // one for each written form
}

// perSave is how many drafts are stored in one transaction: enough that the disk is not waited for once a draft, few
// enough that other windows come in between and a batch can be cancelled.
const perSave = 100

// Make stores a draft for each counterpart, or brings up to date the one that the batch made before. What is stored stays
// when ctx is cancelled: the rows that were not reached have no outcome then, and the error is the context's. Drafts that
// were changed by hand, sent or deleted are left alone. done hears how many counterparts have been seen to.
func Make(ctx context.Context, s Store, source Source, p Plan, done func(n int)) ([]Row, error) {
	rows := make([]Row, len(p.Counterparts))
	for i, c := range p.Counterparts {
		rows[i] = Row{Counterpart: c, Files: files(p.Forms(c))}
	}
	common, err := p.common(source)
	if err != nil {
		return rows, err
	}
	plan, err := p.Encode()
	if err != nil {
		return rows, err
	}
	m := maker{store: s, plan: p, common: common, rows: rows, raw: plan}
	if err := m.look(ctx); err != nil {
		return rows, err
	}
	for from := 0; from < len(rows); from += perSave {
		to := min(from+perSave, len(rows))
		if err := ctx.Err(); err != nil {
			return rows, err
		}
		if err := m.storePart(ctx, from, to); err != nil {
			return rows, err
		}
		if done != nil {
			done(to)
		}
	}
	return rows, nil
}

// maker is one run of Make.
type maker struct {
	store  Store
	plan   Plan
	raw    []byte
	common agreement.Agreement
	before map[string]data.BatchDraft
	rows   []Row
}

// look finds out what the batch has made before.
func (m *maker) look(ctx context.Context) error {
	list, err := m.store.BatchDrafts(ctx, m.plan.ID())
	m.before = make(map[string]data.BatchDraft, len(list))
	for _, d := range list {
		m.before[d.ID] = d
	}
	return err
}

// storePart makes and stores the drafts of some rows.
func (m *maker) storePart(ctx context.Context, from, to int) error {
	save := data.BatchSave{ID: m.plan.ID(), Plan: m.raw, Commons: []agreement.Agreement{m.common}}
	var at []int
	for i := from; i < to; i++ {
		a, err := m.plan.draft(m.common, m.rows[i].Counterpart)
		if err != nil {
			return err
		}
		before := m.before[a.ID]
		switch {
		case before.Deleted:
			m.rows[i].Outcome = Deleted
			continue
		case before.Revision > 0 && before.Status != agreement.Draft:
			if err := m.leave(ctx, i, a.ID, Sent); err != nil {
				return err
			}
			continue
		case before.Revision > 0 && !before.ByHand():
			a.Revision = before.Revision
		}
		save.Drafts = append(save.Drafts, data.BatchSaveDraft{Agreement: a, Position: i})
		at = append(at, i)
	}
	kept, err := m.store.SaveBatch(ctx, save)
	if err != nil {
		return err
	}
	for k, i := range at {
		if err := m.settle(ctx, i, save.Drafts[k].Revision, kept[k]); err != nil {
			return err
		}
	}
	return nil
}

// settle says what became of a row's draft that was to be stored.
func (m *maker) settle(ctx context.Context, i, base int, kept data.Kept) error {
	row := &m.rows[i]
	switch agreement.CodeOf(kept.Err) {
	case agreement.Conflict, agreement.Refused:
		if kept.Err != nil {
			return m.leave(ctx, i, kept.ID, ByHand)
		}
	}
	if kept.Err != nil {
		return kept.Err
	}
	row.Draft = kept.Agreement
	switch {
	case kept.Revision == 1 && m.before[kept.ID].Revision == 0:
		row.Outcome = Created
	case kept.Revision > base && base > 0:
		row.Outcome = Updated
	default:
		row.Outcome = Unchanged
	}
	return nil
}

// leave takes a draft as it stands.
func (m *maker) leave(ctx context.Context, i int, id string, as Outcome) error {
	a, err := m.store.Load(ctx, id)
	if agreement.CodeOf(err) == agreement.NotFound && err != nil {
		m.rows[i].Outcome = Deleted
		return nil
	}
	m.rows[i].Draft, m.rows[i].Outcome = a, as
	return err
}

// common gives what all drafts of the batch have in common.
func (p Plan) common(source Source) (agreement.Agreement, error) {
	if _, ok := source.Content.Role(p.Role); !ok {
		return agreement.Agreement{}, agreement.NewError(agreement.Invalid, "error.batch.role", nil, "Role", p.Role)
	}
	a := source.Content.Common(p.Role)
	a.ID = p.ID()
	editor := agreement.NewEditor(a)
	for _, r := range a.Roles {
		if r.ID == p.Role {
			continue
		}
		if err := editor.Do(agreement.ClearParty(r.ID)); err != nil {
			return a, err
		}
	}
	for _, party := range p.Common {
		if err := seat(editor, party.Role, party); err != nil {
			return a, err
		}
	}
	err := answer(editor, p.Answers)
	return editor.Agreement(), err
}

// draft gives a counterpart's draft: the same counterpart and common text give the same.
func (p Plan) draft(common agreement.Agreement, c Counterpart) (agreement.Agreement, error) {
	a := common
	a.ID = p.draftID(c)
	editor := agreement.NewEditor(a)
	if err := seat(editor, p.Role, c.Party); err != nil {
		return a, err
	}
	err := answer(editor, c.Answers)
	return editor.Agreement(), err
}

// seat puts a party into a role, with the people that it brings or else lines for those that the role calls for.
func seat(e *agreement.Editor, role string, party agreement.Party) error {
	r, ok := e.Agreement().Role(role)
	if !ok {
		return agreement.NewError(agreement.Invalid, "error.batch.role", nil, "Role", role)
	}
	party.Role = role
	if len(party.Signatories)+len(party.Contacts) > 0 {
		party = parties.Fit(r, party)
	} else {
		party = r.Fit(party)
	}
	return e.Do(agreement.SetParty(party))
}

func answer(e *agreement.Editor, answers map[string]agreement.Answer) error {
	for _, f := range e.Agreement().Fields { // in an order that is always the same
		a, given := answers[f.ID]
		if !given {
			continue
		}
		if err := e.Do(agreement.SetAnswer(f.ID, a)); err != nil {
			return err
		}
	}
	return nil
}

// Count counts the rows by outcome.
func Count(rows []Row) map[Outcome]int {
	counts := make(map[Outcome]int)
	for _, r := range rows {
		counts[r.Outcome]++
	}
	return counts
}

// Rows gives the drafts of a batch as they stand, with nothing made or stored. A counterpart without a draft has no
// outcome.
func Rows(ctx context.Context, s Store, p Plan) ([]Row, error) {
	m := maker{store: s, plan: p, rows: make([]Row, len(p.Counterparts))}
	if err := m.look(ctx); err != nil {
		return nil, err
	}
	for i, c := range p.Counterparts {
		m.rows[i] = Row{Counterpart: c, Files: files(p.Forms(c))}
		before, known := m.before[p.draftID(c)]
		as := Unchanged
		switch {
		case !known:
			continue
		case before.Deleted:
			m.rows[i].Outcome = Deleted
			continue
		case before.Status != agreement.Draft:
			as = Sent
		case before.ByHand():
			as = ByHand
		}
		if err := m.leave(ctx, i, before.ID, as); err != nil {
			return nil, err
		}
	}
	return m.rows, nil
}
