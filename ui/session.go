package ui

import (
	"context"
	"strconv"
	"time"

	"avtalebok/agreement"
	"avtalebok/demo"
)

const (
	openSetting    = "window.open"    // the ID of the draft that is on the desk
	runningSetting = "window.running" // how many sessions in a row have not ended as they should, this one among them
)

// mostCrashes is after how many sessions that did not end as they should the open draft is left in the list: it may
// be what ends them.
const mostCrashes = 3

// session follows what is open, so that the next session can take it up, and knows how the last one ended.
type session struct {
	on      bool   // this window is the one whose session the store remembers
	waiting bool   // what the last session left has not been read yet
	noted   string // the draft that was noted last
	writing latest
}

// left is what the last session left behind.
type left struct {
	made    bool // the demo agreement was made just now
	open    bool // draft was on the desk
	draft   agreement.Agreement
	noted   string // the ID that was kept as open
	crashed bool
	saved   time.Time // when the draft was saved last; zero where that is not known
}

// resume takes up where the last session ended. At the very first start there is nothing to take up, and the demo
// agreement is made instead.
func (w *Window) resume() {
	w.session.waiting = true
	w.run(func() func() {
		l, err := w.readLast(context.Background())
		return func() {
			w.session.waiting = false
			if err != nil {
				w.fail(err)
			}
			w.takeUp(l)
		}
	})
}

func (w *Window) readLast(ctx context.Context) (left, error) {
	var l left
	count, err := w.store.Setting(ctx, runningSetting)
	if err != nil {
		return l, err
	}
	crashes, _ := strconv.Atoi(count) // what is no number counts as none
	l.crashed = crashes > 0
	if err := w.store.SetSetting(ctx, runningSetting, strconv.Itoa(crashes+1)); err != nil {
		return l, err
	}
	if l.made, err = demo.First(ctx, w.store); err != nil || l.made {
		return l, err
	}
	l.noted, err = w.store.Setting(ctx, openSetting)
	if err != nil || l.noted == "" || crashes >= mostCrashes {
		return l, err
	}
	l.draft, err = w.store.Load(ctx, l.noted)
	if agreement.CodeOf(err) == agreement.NotFound {
		return l, nil
	}
	l.open = err == nil
	if kept, err := w.store.Revisions(ctx, l.noted); err == nil && len(kept) > 0 {
		l.saved = kept[0].Saved
	}
	return l, err
}

// takeUp shows what the last session left, unless the user has gone elsewhere already.
func (w *Window) takeUp(l left) {
	w.session.noted = l.noted
	w.drafts.welcome = l.made
	if !l.open || w.shown != screen(w.drafts) {
		w.noteOpen()
		w.drafts.reload()
		return
	}
	w.present(newDeskScreen(w, l.draft))
	if l.crashed && !l.saved.IsZero() {
		w.log.Info("took up a draft after a session that did not end as it should", "draft", l.draft.ID)
		w.tell(w.T("dialog.recovered"), w.recovered(l))
	}
}

// recovered says what was taken up after a session that did not end as it should, and from when it is.
func (w *Window) recovered(l left) string {
	now := w.now()
	when, date := l.saved.In(now.Location()), ""
	if when.YearDay() != now.YearDay() || when.Year() != now.Year() {
		month := w.T("app.month." + strconv.Itoa(int(when.Month())))
		date = w.T("app.dateYear", "Day", when.Day(), "Month", month, "Year", when.Year())
	}
	return w.T("dialog.recoveredAbout", "Title", agreement.FullTitle(l.draft, w.form()), "Date", date,
		"Clock", when.Format(w.T("app.clockSeconds")))
}

// noteOpen keeps which draft is on the desk, or that none is, for the next session.
func (w *Window) noteOpen() {
	id := ""
	switch s := w.shown.(type) {
	case *settingsScreen, *languageScreen: // the desk is behind it
		return
	case *deskScreen:
		if !s.template {
			id = s.desk.Agreement().ID
		}
	}
	if !w.session.on || w.session.waiting || id == w.session.noted {
		return
	}
	w.session.noted = id
	w.session.writing.start(func() func() {
		if err := w.store.SetSetting(context.Background(), openSetting, id); err != nil {
			w.log.Warn("which draft is open was not kept", "error", err)
		}
		return nil
	})
}

// endSession remembers that this session ended as it should. It belongs away from the UI thread.
func (w *Window) endSession() {
	if !w.session.on {
		return
	}
	if err := w.store.SetSetting(context.Background(), runningSetting, ""); err != nil {
		w.log.Warn("the end of the session was not kept", "error", err)
	}
}
