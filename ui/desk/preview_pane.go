package desk

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/ui/widgets"
)

// previewPane is what stands around the pages: the form, the zoom, and what is wrong if something is.
type previewPane struct {
	preview *preview
	content *fyne.Container
	forms   *widgets.Segments
	form    *widgets.Words
	percent *widgets.Words
	fit     *widgets.IconButton
	notice  *fyne.Container
	words   *widgets.Words
	there   *widgets.Link
	going   agreement.Place // where there leads
}

func newPreviewPane(p *preview) *previewPane {
	d := p.desk
	w := d.words
	v := &previewPane{preview: p, percent: small(), form: small(), words: widgets.NewWords("", theme.SizeNameText, theme.ColorNameForeground)}
	v.forms = widgets.NewSegments(
		[]string{string(agreement.Bokmal), string(agreement.Nynorsk)},
		[]string{w.T("desk.form.nb"), w.T("desk.form.nn")},
		func(id string) { p.showForm(agreement.Form(id)) })
	alt := w.T("desk.key.alt")
	icon := func(icon fyne.Resource, key, keys string, f func()) *widgets.IconButton {
		return widgets.NewIconButton(icon, w.T("desk.preview."+key)+" ("+keys+")", d.hints, f)
	}
	smaller := icon(theme.ZoomOutIcon(), "smaller", alt+"+−", func() { p.view.Zoom(-1) })
	larger := icon(theme.ZoomInIcon(), "larger", alt+"++", func() { p.view.Zoom(1) })
	v.fit = icon(theme.ZoomFitIcon(), "fit", alt+"+0", func() { p.view.SetZoom(0) })
	hide := icon(theme.CancelIcon(), "hide", "F7", d.TogglePreview)
	zoom := container.NewHBox(smaller, v.percent, larger, v.fit, hide)
	side := theme.Padding()
	head := container.New(layout.NewCustomPaddedLayout(0, 0, side, side), container.NewBorder(nil, nil,
		container.NewCenter(container.NewHBox(v.forms, v.form)), container.NewCenter(zoom), layout.NewSpacer()))
	v.there = widgets.NewLink(w.T("desk.preview.there"), v.goThere)
	v.notice = container.NewVBox(v.words, container.NewHBox(v.there), widget.NewSeparator())
	v.content = container.NewBorder(container.NewVBox(head, widget.NewSeparator(), v.notice), nil, nil, nil, p.view)
	p.view.OnZoomed = func() {
		v.showZoom()
		d.arranged()
	}
	v.show()
	return v
}

// show brings the pane up to date, but for the pages.
func (v *previewPane) show() {
	p := v.preview
	wanted := p.wanted()
	both := p.desk.columns.Hidden == [2]bool{}
	v.forms.Select(string(wanted))
	v.form.SetText(p.desk.words.T("desk.form." + string(wanted)))
	for o, on := range map[fyne.CanvasObject]bool{v.forms: both, v.form: !both} {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	v.showZoom()
	v.showNotice()
}

func (v *previewPane) showZoom() {
	v.percent.SetText(v.preview.desk.words.T("desk.preview.percent", "Percent", v.preview.view.Percent()))
	v.fit.SetEnabled(!v.preview.view.FitsWidth())
}

// showNotice says what stands in the way of showing the text as it is now.
func (v *previewPane) showNotice() {
	words, colour := "", theme.ColorNameForeground
	p, w := v.preview, v.preview.desk.words
	v.going = agreement.Place{}
	switch {
	case p.problem != nil:
		words, colour = w.Error(p.problem), theme.ColorNameError
		if p.print.File != nil {
			words += " " + w.T("desk.preview.stale")
		}
		var character pdf.Problem
		if errors.As(p.problem, &character) {
			v.going = character.Place
		}
	case p.broken != nil:
		words = w.T("desk.preview.broken")
	case !p.ready && p.on():
		words, colour = w.T("desk.preview.starting"), theme.ColorNamePlaceHolder
	}
	shown := v.notice.Visible()
	v.words.SetColour(colour)
	v.words.SetText(words)
	setShown(v.there, v.going != (agreement.Place{}))
	setShown(v.notice, words != "")
	if shown || words != "" {
		v.content.Refresh()
	}
}

func setShown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func (v *previewPane) goThere() { v.preview.desk.goTo(v.going, v.preview.wanted()) }

// pagesWords says for the status line how many pages there are, or that they are on their way.
func (p *preview) pagesWords() string {
	w := p.desk.words
	switch {
	case !p.on():
		return ""
	case !p.ready:
		return w.T("desk.preview.starting")
	case p.print.File == nil:
		return ""
	}
	return w.N("desk.preview.pages", p.print.Pages)
}
