package batch

import (
	"context"
	"reflect"
	"slices"

	"avtalebok/agreement"
	"avtalebok/data"
)

// UpdateParty is a change of who a party in common is, or of its people. It comes beside the kinds that a template's
// newer version brings.
const UpdateParty agreement.UpdateKind = "party"

// Change is one thing that a newer common text would change in drafts.
type Change struct {
	agreement.TemplateChange
	Takes int      // in how many drafts
	Keep  []string // names of the counterparts whose drafts were changed by hand here and keep what they have
}

// Offer says what it takes to bring a batch's drafts, those that are drafts still, level with its source as it is now.
type Offer struct {
	ID      string
	Plan    Plan
	Newer   agreement.Agreement // the common text as it is to be
	Changes []Change
	Left    int // drafts that are sent, signed or deleted, and are left alone

	drafts []behind
}

// behind is a draft whose common text is not the newest.
type behind struct {
	data.BatchDraft
	draft, base agreement.Agreement
	name        string // of the counterpart
}

// Empty reports whether there is nothing to offer.
func (o Offer) Empty() bool { return len(o.Changes) == 0 }

// Drafts counts the drafts that would get a new revision.
func (o Offer) Drafts() int { return len(o.drafts) }

// Find gives the plan of a batch that was made. The error's code is NotFound where there is none.
func Find(ctx context.Context, s Store, id string) (Plan, error) {
	list, err := s.Batches(ctx)
	if err != nil {
		return Plan{}, err
	}
	at := slices.IndexFunc(list, func(b data.Batch) bool { return b.ID == id })
	if at < 0 {
		return Plan{}, agreement.NewError(agreement.NotFound, "error.batch.gone", nil)
	}
	return DecodePlan(list[at].Plan)
}

// Reopen finds the source of a plan as it is now.
func Reopen(ctx context.Context, s Store, p Plan) (Source, error) {
	if p.IsDraft {
		a, err := s.Load(ctx, p.Source)
		return FromDraft(a), err
	}
	t, err := s.FindTemplate(ctx, p.Source)
	return FromTemplate(t), err
}

// Look finds out what has changed in a batch's source since its drafts were made, passage by passage.
func Look(ctx context.Context, s Store, id string) (Offer, error) {
	o := Offer{ID: id}
	var err error
	if o.Plan, err = Find(ctx, s, id); err != nil {
		return o, err
	}
	source, err := Reopen(ctx, s, o.Plan)
	if err != nil {
		return o, err
	}
	o.Plan.refresh(source)
	if o.Newer, err = o.Plan.common(source); err != nil {
		return o, err
	}
	list, err := s.BatchDrafts(ctx, id)
	if err != nil {
		return o, err
	}
	bases := make(map[int64]agreement.Agreement)
	for _, d := range list {
		if d.Deleted || d.Status != agreement.Draft {
			o.Left++
			continue
		}
		base, known := bases[d.Common]
		if !known {
			if base, err = s.BatchCommon(ctx, d.Common); err != nil {
				return o, err
			}
			bases[d.Common] = base
		}
		if len(changes(base, base, o.Newer)) == 0 {
			continue
		}
		a, err := s.Load(ctx, d.ID)
		if err != nil {
			return o, err
		}
		o.add(behind{BatchDraft: d, draft: a, base: base, name: o.counterpart(a)})
	}
	return o, nil
}

// refresh takes over what the source says now about the parties that all have in common.
func (p *Plan) refresh(source Source) {
	p.Common = slices.Clone(p.Common)
	for i, party := range p.Common {
		for _, now := range source.Common(p.Role) {
			if now.Role == party.Role && now.Kind == party.Kind && now.Number == party.Number && now.Name == party.Name {
				p.Common[i] = now
			}
		}
	}
}

// add notes what a draft would change, and the draft where it would change anything.
func (o *Offer) add(b behind) {
	found := changes(b.draft, b.base, o.Newer)
	if len(found) == 0 {
		return
	}
	o.drafts = append(o.drafts, b)
	for _, c := range found {
		at := slices.IndexFunc(o.Changes, func(x Change) bool { return x.same(c) })
		if at < 0 {
			at = len(o.Changes)
			o.Changes = append(o.Changes, Change{TemplateChange: c})
			o.Changes[at].ByHand = false
		}
		if c.ByHand {
			o.Changes[at].Keep = append(o.Changes[at].Keep, b.name)
		} else {
			o.Changes[at].Takes++
		}
	}
}

func (c Change) same(x agreement.TemplateChange) bool {
	return c.Kind == x.Kind && c.Place == x.Place && c.After.Pair == x.After.Pair
}

func (o Offer) counterpart(a agreement.Agreement) string {
	for _, p := range a.PartiesIn(o.Plan.Role) {
		return p.Name
	}
	return a.ID
}

// changes lists what it takes to bring a draft from one common text to a newer one, the parties in common included.
func changes(a, base, newer agreement.Agreement) []agreement.TemplateChange {
	out := a.CommonChanges(base, newer)
	for _, is := range newer.Parties {
		was, _ := base.Party(is.Key())
		mine, _ := a.Party(is.Key())
		if reflect.DeepEqual(was, is) || reflect.DeepEqual(mine, is) {
			continue
		}
		out = append(out, agreement.TemplateChange{
			Kind: UpdateParty, Place: agreement.Place{Party: is.Key(), Part: agreement.PartName}, ByHand: !reflect.DeepEqual(mine, was),
			Before: spoken(was), After: spoken(is), Mine: spoken(mine),
		})
	}
	return out
}

// spoken gives what a party is called and who speaks for it, in both written forms.
func spoken(p agreement.Party) agreement.Text {
	out := agreement.Pair{NB: p.Name, NN: p.Name}
	for _, people := range [][]agreement.Person{p.Signatories, p.Contacts} {
		for _, q := range people {
			if q.Name != "" {
				out.NB += ", " + q.Name
				out.NN += ", " + q.Name
			}
		}
	}
	return agreement.Text{Pair: out}
}

// Applied is what an update came to.
type Applied struct {
	Updated int
	Failed  []string // names of the counterparts whose drafts were changed by somebody else meanwhile

	batch string
	back  []data.BatchSaveDraft
	bases []agreement.Agreement
}

// Apply brings the drafts level in what take says, each as a new revision. What was changed by hand stays in any case. What
// is not taken is offered again the next time. When ctx is cancelled, what is stored stays.
func (o Offer) Apply(ctx context.Context, s Store, take func(Change) bool, done func(n int)) (Applied, error) {
	out := Applied{batch: o.ID}
	wanted := func(c agreement.TemplateChange) bool {
		return slices.ContainsFunc(o.Changes, func(x Change) bool { return x.same(c) && take(x) })
	}
	for from := 0; from < len(o.drafts); from += perSave {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		part := o.drafts[from:min(from+perSave, len(o.drafts))]
		if err := o.applyTo(ctx, s, part, wanted, &out); err != nil {
			return out, err
		}
		if done != nil {
			done(from + len(part))
		}
	}
	return out, nil
}

func (o Offer) applyTo(ctx context.Context, s Store, part []behind, wanted func(agreement.TemplateChange) bool, out *Applied) error {
	save := data.BatchSave{ID: o.ID}
	for i, b := range part {
		a, err := updated(b.draft, b.base, o.Newer, wanted)
		if err != nil {
			return err
		}
		base, err := updated(b.base, b.base, o.Newer, wanted)
		if err != nil {
			return err
		}
		save.Commons = append(save.Commons, base)
		save.Drafts = append(save.Drafts, data.BatchSaveDraft{Agreement: a, Common: i, Position: o.position(b), ByHand: b.ByHand()})
	}
	kept, err := s.SaveBatch(ctx, save)
	if err != nil {
		return err
	}
	for i, k := range kept {
		b := part[i]
		switch {
		case k.Err != nil:
			out.Failed = append(out.Failed, b.name)
			continue
		case k.Revision > b.draft.Revision:
			out.Updated++
		}
		before := b.draft
		before.Revision = k.Revision
		out.back = append(out.back, data.BatchSaveDraft{Agreement: before, Common: len(out.bases), Position: o.position(b), ByHand: b.ByHand()})
		out.bases = append(out.bases, b.base)
	}
	return nil
}

func (o Offer) position(b behind) int {
	return max(0, slices.IndexFunc(o.Plan.Counterparts, func(c Counterpart) bool { return o.Plan.draftID(c) == b.ID }))
}

// updated brings a draft level in what wanted says and nobody has changed by hand.
func updated(a, base, newer agreement.Agreement, wanted func(agreement.TemplateChange) bool) (agreement.Agreement, error) {
	take := func(c agreement.TemplateChange) bool { return !c.ByHand && wanted(c) }
	editor := agreement.NewEditor(a)
	parties := changes(a, base, newer)
	if err := editor.Do(agreement.UpdateCommon(base, newer, take)); err != nil {
		return a, err
	}
	for _, c := range parties {
		if c.Kind != UpdateParty || !take(c) {
			continue
		}
		party, _ := newer.Party(c.Place.Party)
		if err := editor.Do(agreement.SetParty(party)); err != nil {
			return a, err
		}
	}
	return editor.Agreement(), nil
}

// Undo brings the drafts back to what they said before the update, as one more revision each. It gives the number of
// those that somebody has changed since and that stay as they are.
func (a Applied) Undo(ctx context.Context, s Store) (left int, err error) {
	kept, err := s.SaveBatch(ctx, data.BatchSave{ID: a.batch, Commons: a.bases, Drafts: a.back})
	for _, k := range kept {
		if k.Err != nil {
			left++
		}
	}
	return left, err
}
