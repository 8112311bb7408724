package desk

import (
	"context"
	"time"

	"avtalebok/agreement"
	"avtalebok/translate/diff"
)

// Revision tells of a saved state of the draft.
type Revision struct {
	Number int
	Saved  time.Time
}

// RevisionStore keeps earlier states of agreements.
type RevisionStore interface {
	// Revisions lists the states that are kept, newest first.
	Revisions(ctx context.Context, id string) ([]Revision, error)
	LoadRevision(ctx context.Context, id string, number int) (agreement.Agreement, error)
}

// stretch is how close together saves belong to one stretch of writing, of which only the last is listed: the draft
// is saved about once a second.
const stretch = time.Minute

// stretches leaves of revisions, newest first, those that somebody looking for an earlier state can tell apart: the
// last one of each stretch of writing, and the very first.
func stretches(all []Revision) []Revision {
	var out []Revision
	for i, r := range all {
		if i == 0 || i == len(all)-1 || out[len(out)-1].Saved.Sub(r.Saved) >= stretch {
			out = append(out, r)
		}
	}
	return out
}

// comparison is what differs between two states of the draft, place by place.
type comparison struct {
	from, to agreement.Agreement
	places   []placeDifference
}

// placeDifference is what differs at one place.
type placeDifference struct {
	place   agreement.Place
	where   map[agreement.Form]string
	moved   int // the number that a moved item has now; 0 where none was moved
	wording []wordingDifference
}

// wordingDifference is what became of one wording.
type wordingDifference struct {
	form    agreement.Form
	changes []diff.Change
}

func compare(from, to agreement.Agreement) comparison {
	c := comparison{from: from, to: to}
	at := make(map[agreement.Place]int)
	for _, d := range agreement.Compare(from, to) {
		i, ok := at[d.Place]
		if !ok {
			i = len(c.places)
			at[d.Place] = i
			c.places = append(c.places, placeDifference{place: d.Place, where: c.where(d.Place)})
		}
		p := &c.places[i]
		if d.Moved {
			p.moved = itemNumber(to, d.Place)
			continue
		}
		p.wording = append(p.wording, wordingDifference{d.Form, diff.Words(d.Before, d.After)})
	}
	return c
}

// where names a place as it is called in the later state, or in the earlier one if it was taken out.
func (c comparison) where(p agreement.Place) map[agreement.Form]string {
	a := c.to
	if p.Item != "" && itemNumber(a, p) == 0 {
		a = c.from
	}
	names := make(map[agreement.Form]string, len(agreement.Forms))
	for _, form := range agreement.Forms {
		names[form] = a.Where(p, form)
		if names[form] == "" {
			names[form] = c.from.Where(p, form)
		}
	}
	return names
}

// itemNumber gives the number of a place's item in its section, or 0.
func itemNumber(a agreement.Agreement, p agreement.Place) int {
	s, _ := a.Section(p.Section)
	for i, it := range s.Items {
		if it.ID == p.Item {
			return i + 1
		}
	}
	return 0
}
