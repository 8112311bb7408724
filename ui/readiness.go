package ui

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/data"
)

// readiness finds out how many things are missing in each form of the drafts that a list shows. It reads them away
// from the UI thread, the ones asked for last first, since those are what the user sees.
type readiness struct {
	tools   *tools
	changed func()
	known   map[string]checked
	asked   []data.Summary
	running bool
}

type checked struct {
	revision int
	missing  map[agreement.Form]int
}

// The drafts that wait to be read are those on one screen or two; who scrolls past ten thousand wants none of them.
const mostAsked = 40

func newReadiness(t *tools, changed func()) *readiness {
	return &readiness{tools: t, changed: changed, known: make(map[string]checked)}
}

// of gives what is missing in a draft, or nil while that is being found out.
func (r *readiness) of(d data.Summary) map[agreement.Form]int {
	if c, ok := r.known[d.ID]; ok && c.revision == d.Revision {
		return c.missing
	}
	for _, other := range r.asked {
		if other.ID == d.ID {
			return nil
		}
	}
	r.asked = append(r.asked, d)
	if len(r.asked) > mostAsked {
		r.asked = r.asked[1:]
	}
	r.next()
	return r.known[d.ID].missing
}

func (r *readiness) next() {
	if r.running || len(r.asked) == 0 {
		return
	}
	r.running = true
	d := r.asked[len(r.asked)-1]
	r.tools.run(func() func() {
		a, err := r.tools.store.Load(context.Background(), d.ID)
		var missing map[agreement.Form]int
		if err == nil { // one that can't be read says so when it is opened
			missing = make(map[agreement.Form]int)
			for _, form := range agreement.Forms {
				missing[form] = len(a.Check(form))
			}
		}
		return func() {
			r.running = false
			r.forget(d.ID)
			r.known[d.ID] = checked{revision: d.Revision, missing: missing}
			if len(r.asked) == 0 {
				r.changed()
			}
			r.next()
		}
	})
}

func (r *readiness) forget(id string) {
	for i, d := range r.asked {
		if d.ID == id {
			r.asked = append(r.asked[:i], r.asked[i+1:]...)
			return
		}
	}
}
