package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"slices"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// RecordEvents records what has happened to an agreement, all of it or nothing, and gives the entry after it. The error
// says why an event can't have happened now, and what has to be recorded first.
//
// From the event WasSigned on, the text is frozen: Save refuses it. An agreement that is signed must be ready
// (Agreement.Check) in the forms that it is signed in, unless a copy of what was signed has been taken in. A signed
// agreement that replaces another one ends that one.
func (s *Store) RecordEvents(ctx context.Context, id string, events ...register.Event) (register.Entry, error) {
	var after register.Entry
	err := s.changeEntry(ctx, id, func(tx *sql.Tx, e register.Entry) (register.Entry, error) {
		for _, ev := range events {
			var err error
			if e, err = s.recordEvent(ctx, tx, e, ev); err != nil {
				return e, err
			}
		}
		after = e
		return e, nil
	})
	if err != nil {
		return register.Entry{}, err
	}
	return s.RegisterEntry(ctx, after.ID)
}

// SetFacts keeps what the user says about an agreement, in place of what was said before.
func (s *Store) SetFacts(ctx context.Context, id string, facts register.Facts) (register.Entry, error) {
	facts = facts.Clean()
	if err := facts.Validate(); err != nil {
		return register.Entry{}, err
	}
	err := s.changeEntry(ctx, id, func(_ *sql.Tx, e register.Entry) (register.Entry, error) {
		e.Facts = facts
		return e, nil
	})
	if err != nil {
		return register.Entry{}, err
	}
	return s.RegisterEntry(ctx, id)
}

// UndoEvent takes back the event of an agreement that was recorded last and gives the entry before it. The record keeps
// it, marked as taken back. An agreement that was ended because this one was signed to replace it goes on.
func (s *Store) UndoEvent(ctx context.Context, id string) (register.Entry, error) {
	err := s.changeEntry(ctx, id, func(tx *sql.Tx, e register.Entry) (register.Entry, error) {
		events, err := eventsOf(ctx, tx, e.Row)
		if err != nil {
			return e, err
		}
		at := register.Last(events)
		if at < 0 {
			return e, agreement.NewError(agreement.Refused, "error.register.nothing_to_undo", nil)
		}
		if events[at].Kind == register.WasSigned && e.Amends != nil && e.Amends.Replaces {
			if err := s.unreplace(ctx, tx, e); err != nil {
				return e, err
			}
		}
		return s.takeBack(ctx, tx, e, events, at)
	})
	if err != nil {
		return register.Entry{}, err
	}
	return s.RegisterEntry(ctx, id)
}

// Events gives what has been recorded about an agreement, the earliest recorded first, those taken back included.
func (s *Store) Events(ctx context.Context, id string) ([]register.Event, error) {
	e, err := s.RegisterEntry(ctx, id)
	if err != nil {
		return nil, err
	}
	events, err := eventsOf(ctx, s.read, e.Row)
	return events, explain(err, s.path)
}

// changeEntry reads an entry, has it changed, and keeps it, as one change.
func (s *Store) changeEntry(ctx context.Context, id string, do func(*sql.Tx, register.Entry) (register.Entry, error)) error {
	if _, err := s.RegisterEntry(ctx, id); err != nil { // drafts from before the register get their rows, too
		return err
	}
	return s.change(ctx, func(tx *sql.Tx) error {
		before, err := entryOf(ctx, tx, id)
		if err != nil {
			return err
		}
		after, err := do(tx, before)
		if err != nil {
			return err
		}
		return writeEntry(ctx, tx, before, after)
	})
}

// recordEvent writes one event and gives the entry after it.
func (s *Store) recordEvent(ctx context.Context, tx *sql.Tx, e register.Entry, ev register.Event) (register.Entry, error) {
	after, ev, err := e.Apply(ev, s.Today())
	if err != nil {
		return e, err
	}
	switch ev.Kind {
	case register.WasSigned:
		if err := signable(ctx, tx, after); err != nil {
			return e, err
		}
		if err := s.replace(ctx, tx, after); err != nil {
			return e, err
		}
	case register.WasAttached:
		if _, err := os.Stat(s.signedPath(ev.File.SHA256)); err != nil {
			return e, agreement.NewError(agreement.NotFound, "error.register.file_lost", err, "Name", ev.File.Name)
		}
	}
	return after, s.writeEvent(ctx, tx, e.Row, ev)
}

func (s *Store) writeEvent(ctx context.Context, tx *sql.Tx, number int64, ev register.Event) error {
	raw, err := json.Marshal(ev)
	if err != nil {
		return agreement.NewError(agreement.Internal, "error.internal", err)
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO register_event (agreement, recorded, event) VALUES (?, ?, ?)`,
		number, s.clock().Unix(), string(raw))
	return err
}

// signable refuses an agreement that is not ready to be signed in its forms, unless there is a copy of what was signed.
func signable(ctx context.Context, tx *sql.Tx, e register.Entry) error {
	if e.File != nil {
		return nil
	}
	a, _, err := newestIn(ctx, tx, e)
	if err != nil {
		return err
	}
	count := 0
	for _, form := range agreement.Forms {
		if e.SignedIn == register.InBoth || e.SignedIn == register.Written(form) {
			count += len(a.Check(form))
		}
	}
	if count > 0 {
		return agreement.NewError(agreement.Refused, "error.register.not_ready", nil, "Count", count)
	}
	return nil
}

// replace ends the agreement that a signed one takes the place of, on the day before the new one is in force.
func (s *Store) replace(ctx context.Context, tx *sql.Tx, e register.Entry) error {
	if e.Amends == nil || !e.Amends.Replaces {
		return nil
	}
	old, err := entryOf(ctx, tx, e.Amends.ID)
	if agreement.CodeOf(err) == agreement.NotFound {
		return nil // it lies in another folder, or was never here
	}
	if err != nil {
		return err
	}
	last := e.Start().AddDays(-1)
	if last.Before(old.Signed) {
		last = old.Signed
	}
	if end, _ := old.End(); !end.IsZero() && end.Before(last) {
		return nil
	}
	after, ev, err := old.Apply(register.Event{Kind: register.WasEnded, Date: last, By: e.ID}, register.Date{})
	if err != nil {
		return err
	}
	if err := s.writeEvent(ctx, tx, old.Row, ev); err != nil {
		return err
	}
	return writeEntry(ctx, tx, old, after)
}

// unreplace lets the agreement go on that was ended because of this one.
func (s *Store) unreplace(ctx context.Context, tx *sql.Tx, e register.Entry) error {
	old, err := entryOf(ctx, tx, e.Amends.ID)
	if agreement.CodeOf(err) == agreement.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	events, err := eventsOf(ctx, tx, old.Row)
	if err != nil {
		return err
	}
	at := endedFor(events, e.ID)
	if at < 0 {
		return nil
	}
	after, err := s.takeBack(ctx, tx, old, events, at)
	if err != nil {
		return err
	}
	return writeEntry(ctx, tx, old, after)
}

// takeBack marks an event as taken back and gives the entry that the others come to.
func (s *Store) takeBack(ctx context.Context, tx *sql.Tx, e register.Entry, events []register.Event, at int) (register.Entry, error) {
	_, err := tx.ExecContext(ctx, `UPDATE register_event SET undone = ? WHERE number = ?`, s.clock().Unix(), events[at].Number)
	if err != nil {
		return e, err
	}
	events = slices.Clone(events)
	events[at].Undone = true
	after, _ := e.Replay(events)
	return after, nil
}

// endedFor gives the index of the last event that stands and was recorded because of another agreement; -1 is none.
func endedFor(events []register.Event, id string) int {
	for i, ev := range slices.Backward(events) {
		if ev.By == id && !ev.Undone {
			return i
		}
	}
	return -1
}

// eventsOf reads the events of the agreement with this number.
func eventsOf(ctx context.Context, from queryer, number int64) ([]register.Event, error) {
	rows, err := from.QueryContext(ctx, `SELECT number, recorded, event, undone IS NOT NULL FROM register_event
		WHERE agreement = ? ORDER BY number`, number)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []register.Event
	for rows.Next() {
		var ev register.Event
		var recorded int64
		var raw []byte
		if err := rows.Scan(&ev.Number, &recorded, &raw, &ev.Undone); err != nil {
			return nil, err
		}
		ev.Recorded = time.Unix(recorded, 0).UTC()
		if err := json.Unmarshal(raw, &ev); err != nil {
			return nil, err
		}
		out = append(out, ev)
	}
	return out, rows.Err()
}
