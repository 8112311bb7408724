package ui

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/batch"
	"avtalebok/ui/widgets"
)

// batchReady stores the drafts and shows in one table what is missing in any of them.
type batchReady struct {
	*batchScreen
	rows    []batch.Row
	made    bool // stored with the plan as it is
	working atomic.Bool
	offer   batch.Offer
	undo    *batch.Applied

	table   *widgets.Table
	said    *widget.Label
	bar     *fyne.Container // what the source has that the drafts don't, or what was just taken in
	box     *fyne.Container
	folder  string
	draft   bool // those that are not ready, too
	listCSV bool
	listPDF bool
}

func newBatchReady(s *batchScreen) *batchReady { return &batchReady{batchScreen: s, listCSV: true} }

func (r *batchReady) content() fyne.CanvasObject {
	r.table = widgets.NewTable(
		widgets.TableColumn{ID: "name", Title: r.T("batch.column.name"), Least: 13, Share: 3, Fixed: true},
		widgets.TableColumn{ID: "form", Title: r.T("batch.column.form"), Least: 8, Share: 1, Drop: 1, Fixed: true},
		widgets.TableColumn{ID: "draft", Title: r.T("batch.column.draft"), Least: 8, Share: 1, Drop: 2, Fixed: true},
		widgets.TableColumn{ID: "missing", Title: r.T("batch.column.missing"), Least: 12, Share: 6, Fixed: true},
	)
	r.table.Length = func() int { return len(r.rows) }
	r.table.Line = r.line
	r.table.OnEnter = r.open
	r.said = prose("")
	r.bar = container.NewVBox()
	r.box = container.NewStack(r.table)
	language := newSegments([]string{r.T("batch.lang.adopted"), r.T("batch.lang.nb"), r.T("batch.lang.nn"), r.T("batch.lang.both")},
		indexOf(batch.Languages[:], r.plan.Language), func(i int) {
			r.plan.Language = batch.Languages[i]
			r.again()
		})
	top := container.NewVBox(container.NewBorder(nil, nil, widget.NewLabel(r.T("batch.lang.title")), nil, language.object))
	if r.plan.Language == batch.Adopted {
		neutral := newSegments([]string{r.T("batch.lang.nb"), r.T("batch.lang.nn"), r.T("batch.lang.both")},
			indexOf(batch.Languages[1:], r.plan.Neutral), func(i int) {
				r.plan.Neutral = batch.Languages[1+i]
				r.again()
			})
		top.Add(container.NewBorder(nil, nil, widget.NewLabel(r.T("batch.lang.neutral")), nil, neutral.object))
	}
	top.Add(r.bar)
	top.Add(r.said)
	r.fillTable()
	return container.NewBorder(top, nil, nil, nil, r.box)
}

func indexOf(list []batch.Language, l batch.Language) int { return max(slices.Index(list, l), 0) }

// again stores the plan anew after the forms were changed.
func (r *batchReady) again() {
	r.made = false
	r.refill()
	r.store()
}

// store makes the drafts, or looks at them again where they are made, and finds out what is missing.
func (r *batchReady) store() {
	making := !r.made
	if !r.working.CompareAndSwap(false, true) {
		return
	}
	var rows []batch.Row
	var offer batch.Offer
	plan, source := r.plan, r.source
	r.patiently(r.T("batch.storing"), func(ctx context.Context) (err error) {
		defer r.working.Store(false)
		if making {
			rows, err = batch.Make(ctx, r.tools.store, source, plan, nil)
		} else {
			rows, err = batch.Rows(ctx, r.tools.store, plan)
		}
		if err == nil {
			err = batch.Check(ctx, rows)
		}
		if err == nil {
			offer, err = batch.Look(ctx, r.tools.store, plan.ID())
		}
		return err
	}, func() {
		r.rows, r.offer, r.made = rows, offer, true
		r.fillTable()
		r.enable()
	})
}

// fillTable shows the drafts and what is to be said of all of them.
func (r *batchReady) fillTable() {
	if r.table == nil {
		return
	}
	r.table.Update()
	ready, counts := 0, batch.Count(r.rows)
	for _, row := range r.rows {
		if r.missing(row) == "" && row.Outcome != "" {
			ready++
		}
	}
	var parts []string
	for _, o := range batch.Outcomes {
		if n := counts[o]; n > 0 {
			parts = append(parts, r.words.N("batch.count."+string(o), n))
		}
	}
	r.said.SetText("")
	if len(r.rows) > 0 {
		r.said.SetText(r.words.N("batch.standing", len(r.rows), "Parts", strings.Join(parts, ", "), "Ready", ready))
	}
	r.bar.Objects = nil
	switch {
	case r.undo != nil:
		said := prose(r.words.N("batch.update.done", r.undo.Updated))
		r.bar.Add(container.NewBorder(nil, nil, nil, newButton(r.T("batch.undo"), r.undoDelete), said))
	case !r.offer.Empty():
		said := prose(r.words.N("batch.update.offer", len(r.offer.Changes), "Drafts", r.offer.Drafts()))
		said.Importance = widget.WarningImportance
		r.bar.Add(container.NewBorder(nil, nil, nil, container.NewCenter(newButton(r.T("desk.update.look"), r.showOffer)), said))
	}
	r.bar.Refresh()
}

// missing says in a line what is missing in a draft; "" where it is ready.
func (r *batchReady) missing(row batch.Row) string {
	if row.Outcome == batch.Deleted {
		return r.T("batch.left.deleted")
	}
	return row.Missing(r.words, r.form())
}

func (r *batchReady) line(at int) widgets.TableLine {
	row := r.rows[at]
	var forms []string
	for _, f := range row.Files {
		forms = append(forms, r.T("app.form."+string(f.Form)))
	}
	outcome := r.T("batch.not_reached")
	if row.Outcome != "" {
		outcome = r.T("batch.outcome." + string(row.Outcome))
	}
	missing, tone := r.missing(row), widget.WarningImportance
	if missing == "" {
		missing, tone = r.T("batch.ready"), widget.SuccessImportance
	}
	return widgets.TableLine{
		Cells: []string{row.Counterpart.Party.Name, strings.Join(forms, ", "), outcome, missing}, Strong: true,
		Tones: []widget.Importance{widget.MediumImportance, widget.LowImportance, outcomeTone(row.Outcome), tone},
	}
}

// open opens a draft on the desk; closing the desk comes back here.
func (r *batchReady) open(at int) {
	if id := r.rows[at].Draft.ID; id != "" {
		r.Window.batch, r.Window.batchDraft = r.batchScreen, id
		r.openDraft(id)
	}
}

// batchOf gives the batch from which the draft on the desk was opened; nil is none.
func (w *Window) batchOf() *batchScreen {
	s, ok := w.shown.(*deskScreen)
	if !ok || w.batch == nil || s.desk.Agreement().ID != w.batchDraft {
		return nil
	}
	return w.batch
}

// label says what the main button will do.
func (r *batchReady) label() {
	n := 0
	for _, row := range r.rows {
		if row.Draft.ID == "" {
			continue
		}
		n += len(row.Files)
	}
	r.next.SetText(r.words.N("batch.pdfs", n))
	r.bars.Refresh() // the button's width has changed
	if n == 0 {
		r.next.Disable()
	}
}

// undoDelete takes back what was taken in last.
func (r *batchReady) undoDelete() {
	if r.undo == nil {
		return
	}
	back := *r.undo
	r.undo = nil
	r.do(func() error {
		_, err := back.Undo(context.Background(), r.tools.store)
		return err
	}, r.store)
}

// undoDelete makes Ctrl+Z take back an update of the drafts.
func (s *batchScreen) undoDelete() { s.ready.undoDelete() }

// fileMissing says in a line of the list why a file is not ready, or was not made.
func (r *batchReady) fileMissing(row batch.Row, f batch.File) string {
	return row.WhyNot(r.words, r.form(), f)
}
