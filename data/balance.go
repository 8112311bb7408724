package data

import (
	"context"
	"slices"
	"time"

	"avtalebok/agreement"
)

// BalanceStore is what FormBalance reads. A Store is one.
type BalanceStore interface {
	List(ctx context.Context, q Query) ([]Summary, error)
	Revisions(ctx context.Context, id string) ([]RevisionInfo, error)
	Load(ctx context.Context, id string) (agreement.Agreement, error)
}

// FormBalance says in which written forms the agreements of a calendar year are (språklova § 13: a county municipality
// that has not adopted a form keeps a reasonable balance between the two). An agreement belongs to the year in which
// it was first saved.
type FormBalance struct {
	Year    int
	Bokmal  int // agreements in bokmål alone
	Nynorsk int // in nynorsk alone
	Both    int // in both forms
	Open    int // not ready to be signed in either form: they do not count
}

// Counted is how many agreements the balance is made of.
func (b FormBalance) Counted() int { return b.Bokmal + b.Nynorsk + b.Both }

// Share gives how much of what is written is in a form, from 0 to 1. An agreement in both forms counts once in each.
func (b FormBalance) Share(form agreement.Form) float64 {
	written := map[agreement.Form]int{agreement.Bokmal: b.Bokmal + b.Both, agreement.Nynorsk: b.Nynorsk + b.Both}
	all := written[agreement.Bokmal] + written[agreement.Nynorsk]
	if all == 0 {
		return 0
	}
	return float64(written[form]) / float64(all)
}

// CountForms counts the agreements of a year that are in use, and tells in which years there are any, rising. Years
// are those of a place.
func CountForms(ctx context.Context, store BalanceStore, year int, place *time.Location) (FormBalance, []int, error) {
	balance := FormBalance{Year: year}
	var years []int
	all, err := store.List(ctx, Query{})
	if err != nil {
		return balance, nil, err
	}
	for _, summary := range all {
		if err := ctx.Err(); err != nil {
			return balance, nil, err
		}
		saved, err := store.Revisions(ctx, summary.ID)
		if err != nil {
			return balance, nil, err
		}
		if len(saved) == 0 {
			continue
		}
		begun := saved[len(saved)-1].Saved.In(place).Year()
		if !slices.Contains(years, begun) {
			years = append(years, begun)
		}
		if begun != year {
			continue
		}
		a, err := store.Load(ctx, summary.ID)
		if agreement.CodeOf(err) == agreement.NotFound { // deleted meanwhile
			continue
		}
		if err != nil {
			return balance, nil, err
		}
		balance.add(FormsOf(a))
	}
	slices.Sort(years)
	return balance, years, nil
}

func (b *FormBalance) add(forms []agreement.Form) {
	switch {
	case len(forms) == 0:
		b.Open++
	case len(forms) > 1:
		b.Both++
	case forms[0] == agreement.Bokmal:
		b.Bokmal++
	default:
		b.Nynorsk++
	}
}

// FormsOf gives the written forms that an agreement counts in: those in which it is ready to be signed. Where
// counterparts have adopted one of these (språklova § 15), it goes out in that one, and counts in that one alone.
func FormsOf(a agreement.Agreement) []agreement.Form {
	var ready, adopted []agreement.Form
	for _, form := range agreement.Forms {
		if len(a.Check(form)) > 0 {
			continue
		}
		ready = append(ready, form)
		if slices.ContainsFunc(counterparts(a), func(p agreement.Party) bool { return string(p.Adopted) == string(form) }) {
			adopted = append(adopted, form)
		}
	}
	if len(adopted) > 0 {
		return adopted
	}
	return ready
}

// counterparts are the parties but for the county municipality that writes: the first one.
func counterparts(a agreement.Agreement) []agreement.Party {
	for i, p := range a.Parties {
		if p.Kind == agreement.CountyParty {
			return slices.Concat(a.Parties[:i], a.Parties[i+1:])
		}
	}
	return a.Parties
}
