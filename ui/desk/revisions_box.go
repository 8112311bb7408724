package desk

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// revisionsBox is the dialog over the saved revisions: what differs between any two of them, and the way back.
type revisionsBox struct {
	desk     *Desk
	box      *box
	listed   []Revision
	loaded   map[int]agreement.Agreement
	chosen   int // the number of the revision that is looked at
	other    int // the one it is compared with; 0 is the text as it is now
	list     *widgets.Choices
	against  *picker
	sheet    *widgets.Sheet
	summary  *widgets.Words
	restore  *widgets.Button
	rows     []fyne.CanvasObject
	shown    *comparison
	asked    int // counts what was asked for, so that a late answer is told apart
	withheld int // places that are not shown yet
}

// ShowRevisions shows the saved revisions of the draft.
func (d *Desk) ShowRevisions() {
	if d.options.Revisions == nil || d.options.Window == nil || len(d.boxes) > 0 {
		return
	}
	d.history.seal()
	d.autosave.soon()
	var all []Revision
	var err error
	id := d.editor.Agreement().ID
	d.timing.Background(
		func() { all, err = d.options.Revisions.Revisions(context.Background(), id) },
		func() {
			switch {
			case d.closed:
			case agreement.CodeOf(err) == agreement.NotFound || err == nil && len(all) == 0:
				d.Say(d.words.T("desk.history.none"))
			case err != nil:
				d.fail(err)
			default:
				newRevisionsBox(d, stretches(all))
			}
		})
}

func newRevisionsBox(d *Desk, listed []Revision) *revisionsBox {
	w := d.words
	r := &revisionsBox{
		desk: d, listed: listed, loaded: make(map[int]agreement.Agreement), list: widgets.NewChoices(),
		sheet: widgets.NewSheet(0, 2), summary: widgets.NewNote(""),
	}
	r.list.Follow = true
	r.list.Set(r.lines())
	r.list.OnChosen = func(id string) {
		r.chosen, _ = strconv.Atoi(id)
		r.compare()
	}
	r.against = newPicker(r.choices(), func(i int) {
		r.other = 0
		if i > 0 {
			r.other = r.listed[i-1].Number
		}
		r.compare()
	})
	r.restore = widgets.NewButton(w.T("desk.history.restore"), theme.HistoryIcon(), r.bringBack)
	r.restore.Disable()
	leave := widgets.NewButton(w.T("desk.close"), nil, func() { r.box.Hide() })
	leave.Importance = widget.HighImportance
	with := widgets.NewWords(w.T("desk.history.against"), theme.SizeNameText, theme.ColorNameForeground)
	with.Wrapping = fyne.TextWrapOff
	top := container.NewVBox(container.NewBorder(nil, nil, with, nil, r.against), r.summary)
	right := container.NewBorder(top, nil, nil, nil, r.sheet)
	split := container.NewHSplit(container.NewPadded(r.list), container.NewPadded(right))
	split.Offset = 0.28
	r.box = d.showBox(w.T("desk.history.title"), split, fyne.NewSize(1040, 640), r.list, r.restore, leave)
	start := 0
	if len(listed) > 1 {
		start = 1 // the newest one is what the text is now, as a rule
	}
	r.list.Choose(strconv.Itoa(listed[start].Number))
	return r
}

func (r *revisionsBox) moment(number int) string {
	for _, l := range r.listed {
		if l.Number == number {
			return r.desk.words.Moment(l.Saved, r.desk.options.Now())
		}
	}
	return r.desk.words.T("desk.history.now")
}

func (r *revisionsBox) lines() []widgets.Choice {
	var out []widgets.Choice
	for _, l := range r.listed {
		out = append(out, widgets.Choice{
			ID: strconv.Itoa(l.Number), Title: capital(r.moment(l.Number)),
			Note: r.desk.words.T("desk.history.number", "Number", l.Number),
		})
	}
	return out
}

// choices are what a revision can be compared with: the text as it is now, and every other revision.
func (r *revisionsBox) choices() []string {
	out := []string{r.desk.words.T("desk.history.now")}
	for _, l := range r.listed {
		out = append(out, r.moment(l.Number)+" · "+r.desk.words.T("desk.history.number", "Number", l.Number))
	}
	return out
}

// compare works out in the background what differs, the earlier one first.
func (r *revisionsBox) compare() {
	d := r.desk
	r.asked++
	asked := r.asked
	r.restore.Disable()
	r.shown = nil
	r.summary.SetText(d.words.T("desk.history.reading"))
	from, to := r.chosen, r.other
	if to != 0 && to < from {
		from, to = to, from
	}
	now := d.editor.Agreement()
	known := make(map[int]agreement.Agreement, len(r.loaded))
	for n, a := range r.loaded {
		known[n] = a
	}
	var result comparison
	var read map[int]agreement.Agreement
	var err error
	d.timing.Background(func() {
		read, err = d.loadRevisions(now, known, from, to)
		if err == nil {
			result = compare(read[from], read[to])
		}
	}, func() {
		if d.closed || asked != r.asked {
			return
		}
		if err != nil {
			r.summary.SetText("")
			d.fail(err)
			return
		}
		delete(read, 0)
		for n, a := range read {
			r.loaded[n] = a
		}
		r.present(result)
	})
}

// loadRevisions gives two states of the draft; number 0 is the text as it is now.
func (d *Desk) loadRevisions(now agreement.Agreement, known map[int]agreement.Agreement, numbers ...int) (map[int]agreement.Agreement, error) {
	out := make(map[int]agreement.Agreement, len(numbers))
	for _, n := range numbers {
		a, ok := known[n]
		var err error
		switch {
		case n == 0:
			a = now
		case !ok:
			a, err = d.options.Revisions.LoadRevision(context.Background(), now.ID, n)
		}
		if err != nil {
			return nil, err
		}
		out[n] = a
	}
	return out, nil
}

// bringBack makes the chosen revision the text of the draft, as a change that can be undone.
func (r *revisionsBox) bringBack() {
	d := r.desk
	earlier, ok := r.loaded[r.chosen]
	if !ok {
		return
	}
	when := r.moment(r.chosen)
	r.box.before = nil // the entry that had the focus may be gone
	r.box.Hide()
	d.history.seal()
	d.do(agreement.RestoreContent(earlier))
	d.history.seal()
	d.autosave.soon()
	d.status.offerUndo(d.words.T("desk.history.restored", "Time", when))
}

// picker is a choice among many that hands on the keys that mean the same everywhere.
type picker struct{ widget.Select }

func newPicker(options []string, chosen func(int)) *picker {
	p := &picker{}
	p.Options = options
	p.Selected = options[0]
	p.OnChanged = func(string) { chosen(p.SelectedIndex()) }
	p.ExtendBaseWidget(p)
	return p
}

// show shows that another option is chosen; -1 leaves the one that is.
func (p *picker) show(i int) {
	if i >= 0 && i != p.SelectedIndex() {
		p.SetSelectedIndex(i)
	}
}

// TypedKey passes on the keys that mean the same everywhere.
func (p *picker) TypedKey(key *fyne.KeyEvent) {
	if !widgets.PassOn(p, key) {
		p.Select.TypedKey(key)
	}
}
