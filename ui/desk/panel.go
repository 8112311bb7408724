package desk

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// reviewDelay is how long after a change the outline and the list of what is missing follow.
const reviewDelay = 250 * time.Millisecond

// panel is the left side of the desk: the outline, and what is missing before signing.
type panel struct {
	content fyne.CanvasObject
	outline *widgets.Choices
	open    *widgets.Choices
	title   *widget.Label
	ready   *widget.Label
	lower   *fyne.Container
	shown   []open
}

func newPanel(d *Desk) *panel {
	p := &panel{outline: widgets.NewChoices(), open: widgets.NewChoices(), title: widget.NewLabel(""), ready: widget.NewLabel("")}
	p.outline.Follow = true
	p.outline.OnChosen = func(id string) { d.open(pageID(id)) }
	p.outline.OnActivated = func(string) { d.focusFirst() }
	p.outline.OnKey = d.paneKey
	p.open.OnKey = d.paneKey
	p.open.OnChosen = func(id string) { p.visit(d, id) }
	p.open.OnActivated = p.open.OnChosen
	p.title.TextStyle.Bold = true
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.ready.Wrapping = fyne.TextWrapWord
	p.ready.Importance = widget.SuccessImportance
	p.lower = container.NewBorder(container.NewVBox(p.title, p.ready), nil, nil, nil, p.open)
	split := container.NewVSplit(container.NewPadded(p.outline), container.NewPadded(p.lower))
	split.Offset = 0.62
	p.content = split
	return p
}

// visit goes to what a line of the list of open points speaks of.
func (p *panel) visit(d *Desk, id string) {
	if d.visitFinding(id) || d.visitPoint(id) {
		return
	}
	i, err := strconv.Atoi(id)
	if err != nil || i >= len(p.shown) {
		return
	}
	d.goTo(p.shown[i].Place, p.shown[i].forms[0])
}

// runReview works out what is missing, in the background.
func (d *Desk) runReview() {
	a := d.editor.Agreement()
	var r review
	d.timing.Background(func() { r = reviewOf(a) }, func() {
		if d.closed {
			return
		}
		d.review = r
		d.showReview()
	})
}

// showReview shows the review in the outline, the list, the status line and on the page.
func (d *Desk) showReview() {
	d.panel.show(d)
	d.showStatus()
	if d.page != nil {
		d.quietly(d.page.reviewed)
	}
}

func (p *panel) show(d *Desk) {
	var outline []widgets.Choice
	for _, id := range d.pages() {
		outline = append(outline, d.fade(d.outlineLine(id)))
	}
	p.outline.Set(outline)
	p.outline.Mark(string(d.pageID))

	p.shown = d.review.open
	lines := make([]widgets.Choice, len(p.shown))
	for i, o := range p.shown {
		lines[i] = widgets.Choice{ID: strconv.Itoa(i), Title: d.openWhere(o), Note: d.words.Finding(o.Finding)}
	}
	points := append(d.findingLines(), d.pointLines()...)
	p.open.Set(append(lines, points...))
	p.title.SetText(d.words.N(d.openKey(), len(lines)))
	p.ready.SetText(d.words.T(d.readyKey()))
	for o, visible := range map[fyne.CanvasObject]bool{p.title: len(lines) > 0, p.open: len(lines)+len(points) > 0, p.ready: len(lines) == 0} {
		if visible {
			o.Show()
		} else {
			o.Hide()
		}
	}
	p.lower.Refresh()
}

func (d *Desk) outlineLine(id pageID) widgets.Choice {
	line := widgets.Choice{ID: string(id), Title: d.pageName(id)}
	m := d.review.marks[id]
	var notes []string
	if m.missing > 0 {
		notes = append(notes, d.words.N("desk.mark.missing", m.missing))
	}
	for _, form := range agreement.Forms {
		if n := m.absent[form]; n > 0 {
			notes = append(notes, d.words.N("desk.mark.absent", n, "Form", d.words.T("desk.form."+string(form))))
		}
		if n := m.outdated[form]; n > 0 {
			notes = append(notes, d.words.N("desk.mark.outdated", n, "Form", d.words.T("desk.form."+string(form))))
		}
	}
	if m.deviations > 0 {
		notes = append(notes, d.words.N("desk.mark.deviation", m.deviations))
	}
	if m.unreviewed > 0 {
		notes = append(notes, d.words.N("desk.mark.unreviewed", m.unreviewed))
	}
	line.Note = strings.Join(notes, "\n")
	switch {
	case m.complete() && m.deviations > 0:
		line.Icon, line.Accent = openLockIcon, widget.WarningImportance
	case m.complete():
		line.Icon, line.Accent = theme.ConfirmIcon(), widget.SuccessImportance
	case m.missing > 0:
		line.Icon, line.Accent = theme.WarningIcon(), widget.WarningImportance
	default:
		line.Icon, line.Accent = theme.ViewRefreshIcon(), widget.WarningImportance
	}
	return line
}

func (d *Desk) pageName(id pageID) string {
	switch id {
	case frontPage:
		if d.template() {
			return d.words.T("desk.template.front")
		}
		return d.words.T("desk.front")
	case fieldsPage:
		return d.words.T("desk.fields")
	}
	s, _ := d.editor.Agreement().Section(string(id))
	return d.sectionName(s)
}

// sectionName is a section's heading in the interface's form, else in the other one.
func (d *Desk) sectionName(s agreement.Section) string {
	for _, form := range []agreement.Form{d.speech(), d.speech().Other()} {
		if h := strings.TrimSpace(s.Heading.In(form)); h != "" {
			return h
		}
	}
	return d.words.T("section." + string(s.Kind) + ".name")
}

// openWhere says where it is, and in which form if only in one.
func (d *Desk) openWhere(o open) string {
	where := o.where[d.speech()]
	switch o.Place {
	case agreement.TemplateNamePlace:
		where = d.words.T("desk.template.name")
	case agreement.TemplateAboutPlace:
		where = d.words.T("desk.template.about")
	}
	if len(o.forms) > 1 {
		return where
	}
	return where + " · " + d.words.T("desk.form."+string(o.forms[0]))
}
