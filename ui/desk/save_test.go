package desk

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
)

var (
	diskFull = agreement.NewError(agreement.Storage, "error.storage.full", nil, "Path", "/tmp")
	conflict = agreement.NewError(agreement.Conflict, "error.draft.conflict", nil, "Newest", 7, "Base", 3)
)

func TestWhatIsTypedIsSavedWithinASecondOfTheLastKey(t *testing.T) {
	b := openDesk(t, sample(t))
	place := b.duty(1)
	b.goInto(place, agreement.Bokmal)
	b.typed(" nå")
	if len(b.store.saved) != 0 {
		t.Fatal("saved with the key still down")
	}
	b.time.pass(time.Second)
	if len(b.store.saved) != 1 {
		t.Fatalf("saved %d times", len(b.store.saved))
	}
	text, _ := b.store.last().Text(place)
	if text.NB != b.text(place, agreement.Bokmal) {
		t.Errorf("saved %q", text.NB)
	}
	if got := b.status.saved.Text(); got != "Lagra 14.32.05" {
		t.Errorf("the status line says %q", got)
	}
	b.time.pass(time.Minute)
	if b.store.tries != 1 {
		t.Errorf("saved %d times with nothing new to save", b.store.tries)
	}
}

func TestTypingOnWithoutAPauseIsSavedAllTheSame(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	for range 30 {
		b.typed("x")
		b.time.pass(100 * time.Millisecond)
	}
	if n := len(b.store.saved); n < 3 || n > 5 {
		t.Errorf("saved %d times in three seconds", n)
	}
}

func TestLeavingAnEntrySavesAtOnce(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.typed("x")
	b.window.Canvas().Unfocus()
	b.time.finish()
	if len(b.store.saved) != 1 {
		t.Errorf("saved %d times", len(b.store.saved))
	}
}

func TestOneSaveAtATimeAndTheLatestWins(t *testing.T) {
	b := openDesk(t, sample(t))
	place := b.duty(1)
	b.goInto(place, agreement.Bokmal)
	b.typed("1")
	b.autosave.soon() // its work has not been done yet
	b.typed("2")
	b.autosave.soon()
	b.typed("3")
	b.autosave.soon()
	if n := len(b.time.work); n != 1 {
		t.Fatalf("%d saves at a time", n)
	}
	b.time.pass(2 * time.Second)
	if n := len(b.store.saved); n != 2 {
		t.Errorf("saved %d times, want the first and the latest", n)
	}
	if first, last := b.store.saved[0], b.store.last(); last.Revision != first.Revision+1 {
		t.Errorf("the latest builds on revision %d, the first was %d", last.Revision-1, first.Revision)
	}
	text, _ := b.store.last().Text(place)
	if text.NB != b.text(place, agreement.Bokmal) {
		t.Errorf("saved %q last", text.NB)
	}
}

func TestASaveThatFailsIsSaidAndTriedAgain(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.store.fail = diskFull
	b.typed(" nå")
	b.time.pass(time.Second)
	if !b.status.alarm.Visible() || b.status.wrong.Text() != b.words.Error(diskFull) {
		t.Fatalf("it says %q", b.status.wrong.Text())
	}
	b.typed(" og nå")
	b.time.pass(2 * retryDelay)
	if b.store.tries < 3 {
		t.Errorf("tried %d times", b.store.tries)
	}
	if !b.status.alarm.Visible() {
		t.Error("typing on hides that nothing is saved")
	}
	b.store.fail = nil
	test.Tap(b.status.act)
	b.time.finish()
	if len(b.store.saved) != 1 || b.status.alarm.Visible() {
		t.Errorf("saved %d times after the disk came back", len(b.store.saved))
	}
	text, _ := b.store.last().Text(b.duty(1))
	if text.NB != b.text(b.duty(1), agreement.Bokmal) {
		t.Errorf("saved %q", text.NB)
	}
}

func TestAConflictKeepsTheTextAndOffersToSaveACopy(t *testing.T) {
	var copied []agreement.Agreement
	b := openDesk(t, sample(t), func(o *Options) {
		o.OnSaveCopy = func(a agreement.Agreement) { copied = append(copied, a) }
	})
	place := b.duty(1)
	b.goInto(place, agreement.Bokmal)
	b.store.fail = conflict
	b.typed(" mitt")
	b.time.pass(time.Second)
	b.typed(" og meir")
	b.time.pass(time.Minute)
	if b.store.tries != 1 {
		t.Errorf("tried %d times against what somebody else has saved", b.store.tries)
	}
	if !b.status.alarm.Visible() {
		t.Fatal("the user is not told")
	}
	test.Tap(b.status.act)
	if len(copied) != 1 {
		t.Fatalf("%d copies", len(copied))
	}
	text, _ := copied[0].Text(place)
	if text.NB != b.text(place, agreement.Bokmal) || copied[0].ID == b.Agreement().ID || copied[0].Revision != 0 {
		t.Errorf("the copy is %s, revision %d, with %q", copied[0].ID, copied[0].Revision, text.NB)
	}
	if err := b.Flush(context.Background()); agreement.CodeOf(err) != agreement.Conflict {
		t.Errorf("leaving says %v", err)
	}
}

func TestFlushSavesWhatIsUnsaved(t *testing.T) {
	b := openDesk(t, sample(t))
	if err := b.Flush(context.Background()); err != nil || b.store.tries != 0 {
		t.Fatalf("nothing to save: %v, %d tries", err, b.store.tries)
	}
	b.goInto(b.duty(1), agreement.Bokmal)
	b.typed("x")
	if err := b.Flush(context.Background()); err != nil || len(b.store.saved) != 1 {
		t.Fatalf("%v, saved %d times", err, len(b.store.saved))
	}
	b.store.fail = diskFull
	b.typed("y")
	if err := b.Flush(context.Background()); !errors.Is(err, diskFull) {
		t.Errorf("a failure is kept quiet: %v", err)
	}
	b.store.fail = nil
	if err := b.Flush(context.Background()); err != nil || len(b.store.saved) != 2 {
		t.Errorf("the second try: %v, saved %d times", err, len(b.store.saved))
	}
}

// A store that saves on another goroutine until it is let go.
type slowStore struct{ let chan struct{} }

func (s slowStore) Save(_ context.Context, a agreement.Agreement) (agreement.Agreement, error) {
	<-s.let
	a.Revision++
	return a, nil
}

type goroutines struct{ *fakeTiming }

func (goroutines) Background(work, _ func()) { go work() } // done never comes: the user interface is busy flushing

func TestFlushWaitsForASaveThatIsUnderWay(t *testing.T) {
	store := slowStore{let: make(chan struct{})}
	b := openDesk(t, sample(t), func(o *Options) {
		o.Store = store
		o.Timing = goroutines{o.Timing.(*fakeTiming)}
	})
	b.goInto(b.duty(1), agreement.Bokmal)
	b.typed("x")
	b.autosave.soon()
	b.typed("y")
	close(store.let)
	if err := b.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := b.Agreement().Revision; got != 2 {
		t.Errorf("revision %d, want the save under way and the one after it", got)
	}
}

func TestFlushGivesUpWhenItIsToldTo(t *testing.T) {
	store := slowStore{let: make(chan struct{})}
	defer close(store.let)
	b := openDesk(t, sample(t), func(o *Options) {
		o.Store = store
		o.Timing = goroutines{o.Timing.(*fakeTiming)}
	})
	b.goInto(b.duty(1), agreement.Bokmal)
	b.typed("x")
	b.autosave.soon()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := b.Flush(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
