package data

import (
	"context"
	"database/sql"
	"runtime"
	"sync"
	"time"

	"avtalebok/agreement"
)

// Kept is what became of one of several agreements that were to be saved.
type Kept struct {
	agreement.Agreement       // as it is stored now, or as it was given where Err says why it is not
	Err                 error // as Save would have given it
}

// SaveMany keeps agreements as Save keeps one, in one transaction: when it returns without an error, all of them but those
// with an Err of their own are on the disk. An error means that nothing was written.
func (s *Store) SaveMany(ctx context.Context, many []agreement.Agreement) ([]Kept, error) {
	return s.saveMany(ctx, many, func(*sql.Tx, []Kept) error { return nil })
}

// saveMany does so, and has something else written in the same transaction.
func (s *Store) saveMany(ctx context.Context, many []agreement.Agreement, also func(*sql.Tx, []Kept) error) ([]Kept, error) {
	drafts, errs := packMany(many)
	var out []Kept
	err := s.change(ctx, func(tx *sql.Tx) error {
		out = make([]Kept, len(many))
		for i, a := range many {
			out[i] = Kept{a, errs[i]}
			if errs[i] != nil {
				continue
			}
			saved, err := s.keep(ctx, tx, a, drafts[i])
			switch {
			case err == nil:
				out[i].Agreement = saved
			case agreement.CodeOf(err) == agreement.Conflict, agreement.CodeOf(err) == agreement.Refused,
				agreement.CodeOf(err) == agreement.NotFound: // found before anything was written of it
				out[i].Err = err
			default:
				return err
			}
		}
		return also(tx, out)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// keep does what Save says, within a change.
func (s *Store) keep(ctx context.Context, tx *sql.Tx, a agreement.Agreement, draft packed) (agreement.Agreement, error) {
	saved := a
	last, err := newest(ctx, tx, a.ID, s.Today())
	saved.Status = last.today
	switch {
	case err != nil:
		return a, err
	case last.revision == 0 && a.Revision != 0:
		return a, unknownDraft(a.ID)
	case last.deleted:
		return a, deletedDraft(agreement.Conflict, a.ID)
	case last.revision > 0 && last.digest == draft.digest:
		saved.Revision, saved.Updated = last.revision, last.updated
		return saved, nil
	case last.revision != a.Revision:
		return a, conflict(a.ID, a.Revision, last.revision)
	case last.frozen():
		return a, frozen(a.ID)
	}
	saved.Revision, saved.Updated = a.Revision+1, s.clock().UTC().Truncate(time.Second)
	return saved, s.record(ctx, tx, last, saved, draft)
}

// packMany makes agreements ready to be written, on all cores, outside of the transaction.
func packMany(many []agreement.Agreement) ([]packed, []error) {
	drafts, errs := make([]packed, len(many)), make([]error, len(many))
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(len(many), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				drafts[i], errs[i] = pack(many[i])
			}
		})
	}
	for i := range many {
		next <- i
	}
	close(next)
	wait.Wait()
	return drafts, errs
}
