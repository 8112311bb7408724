package data

import (
	"context"
	"database/sql"
	"slices"

	"avtalebok/data/parties"
)

// PartiesImported is what taking in a list came to.
type PartiesImported struct {
	Added, Merged, Skipped int
	Back                   PartyChange // takes it back
}

// ImportParties takes in the rows of a list as was chosen for each, all or none. Where a row is put together with an entry
// and they differ, the entry's facts stand, unless overwrite says that the list's do.
func (s *Store) ImportParties(ctx context.Context, plan []parties.Planned, overwrite bool) (PartiesImported, error) {
	var done PartiesImported
	err := s.change(ctx, func(tx *sql.Tx) error {
		done = PartiesImported{}
		im := importing{
			store: s, tx: tx, done: &done, lines: map[int]parties.Entry{}, overwrite: overwrite,
			joining: joining{members: map[string][]string{}},
		}
		for _, p := range plan {
			if err := im.take(ctx, p); err != nil {
				return err
			}
		}
		return s.joinGroups(ctx, tx, im.joining, &done.Back)
	})
	return done, err
}

type importing struct {
	store     *Store
	tx        *sql.Tx
	done      *PartiesImported
	lines     map[int]parties.Entry // what was taken in, by line
	overwrite bool
	joining   joining
}

func (im *importing) take(ctx context.Context, p parties.Planned) error {
	if p.Choice == parties.Skip || p.Err != nil {
		im.done.Skipped++
		return nil
	}
	into, found, err := im.target(ctx, p)
	if err != nil {
		return err
	}
	e := p.Entry
	e.ID = 0
	if found {
		var fromList []parties.Fact
		if im.overwrite {
			fromList = parties.Facts
		}
		im.remember(into)
		e = parties.Merge(into, e, fromList...)
	}
	kept, err := im.store.writeParty(ctx, im.tx, e)
	if err != nil {
		return err
	}
	if found {
		im.done.Merged++
	} else {
		im.done.Added++
		im.done.Back.Delete = append(im.done.Back.Delete, kept.ID)
	}
	im.lines[p.Line] = kept
	im.joining.add(kept.Key(), p.Groups)
	return nil
}

// target finds the entry that a row is put together with. What another window has changed since the list was looked at is
// seen: a municipality that has an entry by now is put together with it.
func (im *importing) target(ctx context.Context, p parties.Planned) (parties.Entry, bool, error) {
	if p.Entry.BuiltIn() {
		found, err := readParties(ctx, im.tx, `body = ? AND deleted IS NULL`, p.Entry.Number)
		if err != nil || len(found) == 0 {
			return parties.Entry{}, false, err
		}
		return found[0], true, nil
	}
	if p.Choice != parties.MergeInto {
		return parties.Entry{}, false, nil
	}
	if p.Known != nil {
		e, err := oneOf(ctx, im.tx, p.Known.ID)
		return e, err == nil, err
	}
	e, ok := im.lines[p.Before]
	return e, ok, nil
}

// remember keeps an entry as it was before the list, to take the list back.
func (im *importing) remember(e parties.Entry) {
	same := func(other parties.Entry) bool { return other.ID == e.ID }
	if !slices.Contains(im.done.Back.Delete, e.ID) && !slices.ContainsFunc(im.done.Back.Save, same) {
		im.done.Back.Save = append(im.done.Back.Save, e)
	}
}
