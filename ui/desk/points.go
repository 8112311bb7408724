package desk

import (
	"strings"

	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// point is a place that the list beside the outline tells of, besides what is missing before signing: agreed wording
// that was changed, or a note.
type point struct {
	place   agreement.Place
	note    string         // what is noted; empty for a deviation
	removed agreement.Text // the agreed wording that was taken out; empty for all else
	where   map[agreement.Form]string
}

// addPoints finds the deviations and the notes. Notes on places that are no longer there are left out.
func (r *review) addPoints(a agreement.Agreement) {
	where := func(p agreement.Place) map[agreement.Form]string {
		names := make(map[agreement.Form]string, len(agreement.Forms))
		for _, form := range agreement.Forms {
			names[form] = a.Where(p, form)
		}
		return names
	}
	for _, deviation := range a.Deviations() {
		p := deviation.Place
		line := point{place: p, where: where(p)}
		if deviation.Removed {
			line.removed = deviation.Text
		}
		r.deviations = append(r.deviations, line)
		m := r.marks[pageOf(p)]
		m.deviations++
		r.marks[pageOf(p)] = m
	}
	for p := range a.Passages() {
		for _, n := range a.NotesAt(p) {
			r.notes = append(r.notes, point{place: p, note: n.Text, where: where(p)})
		}
	}
	for _, f := range a.Fields {
		p := agreement.Place{Field: f.ID, Part: agreement.PartAnswer}
		if f.Bilingual() {
			continue // a passage, too
		}
		for _, n := range a.NotesAt(p) {
			r.notes = append(r.notes, point{place: p, note: n.Text, where: where(p)})
		}
	}
}

const (
	deviationLine = "deviation/"
	noteLine      = "note/"
)

// pointLines are the lines for deviations and notes, each group under its heading.
func (d *Desk) pointLines() []widgets.Choice {
	var out []widgets.Choice
	group := func(points []point, prefix, heading string, line func(point) widgets.Choice) {
		if len(points) == 0 {
			return
		}
		out = append(out, widgets.Choice{ID: prefix, Title: d.words.N(heading, len(points)), Heading: true})
		for _, p := range points {
			c := line(p)
			c.ID, c.Title = prefix+p.place.Key(), p.where[d.speech()]
			out = append(out, c)
		}
	}
	group(d.review.deviations, deviationLine, "desk.deviations", func(p point) widgets.Choice {
		note := d.words.T("desk.agreed.deviates")
		if !p.removed.Blank() {
			note = d.words.T("desk.agreed.removed") + " " + d.readable(p.removed)
		}
		return widgets.Choice{Icon: openLockIcon, Accent: widget.WarningImportance, Note: note}
	})
	group(d.review.notes, noteLine, "desk.notes", func(p point) widgets.Choice {
		return widgets.Choice{Icon: noteIcon, Accent: widget.HighImportance, Note: p.note}
	})
	return out
}

// visitPoint goes to what a line tells of and reports whether it was one of these.
func (d *Desk) visitPoint(id string) bool {
	for prefix, points := range map[string][]point{deviationLine: d.review.deviations, noteLine: d.review.notes} {
		key, ok := strings.CutPrefix(id, prefix)
		if !ok {
			continue
		}
		for _, p := range points {
			if p.place.Key() != key {
				continue
			}
			d.goTo(p.place, d.form())
			if prefix == noteLine {
				d.noteAt(p.place)
			}
			return true
		}
	}
	return false
}
