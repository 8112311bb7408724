package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// findBar is the bar above the page: what to look for, how, and what to put in its place.
type findBar struct {
	finder      *finder
	content     *fyne.Container
	words, with *findField
	count       *widgets.Words
	one, all    *widgets.Button
	replaceLine fyne.CanvasObject
}

func newFindBar(f *finder) *findBar {
	d := f.desk
	b := &findBar{finder: f, words: newFindField(d), with: newFindField(d), count: small()}
	b.words.PlaceHolder = d.words.T("desk.search.what")
	b.words.Text = f.query.Text
	b.words.OnChanged = func(s string) {
		f.query.Text = s
		f.search()
	}
	b.words.enter = f.step
	b.with.PlaceHolder = d.words.T("desk.search.with")
	if f.bar != nil { // put together anew, in another language
		b.with.Text = f.bar.with.Text
	}
	b.with.enter = func(int) { f.replaceOne() }
	for _, field := range []*findField{b.words, b.with} {
		field.intoText = f.enter
	}
	b.one = widgets.NewButton(d.words.T("desk.search.replace_one"), nil, f.replaceOne)
	b.all = widgets.NewButton(d.words.T("desk.search.replace_all"), nil, f.replaceAll)
	shift := d.words.T("desk.key.shift")
	previous := widgets.NewIconButton(theme.MoveUpIcon(), d.words.T("desk.search.previous")+" ("+shift+"+F3)", d.hints, func() { f.step(-1) })
	next := widgets.NewIconButton(theme.MoveDownIcon(), d.words.T("desk.search.next")+" (F3)", d.hints, func() { f.step(1) })
	leave := widgets.NewIconButton(theme.CancelIcon(), d.words.T("desk.search.close")+" (Esc)", d.hints, f.close)
	steps := container.NewHBox(b.count, container.NewCenter(previous), container.NewCenter(next), container.NewCenter(leave))
	b.replaceLine = container.NewBorder(nil, nil, nil, container.NewHBox(b.one, b.all), b.with)
	b.content = container.NewVBox(
		container.NewPadded(container.NewVBox(
			container.NewBorder(nil, nil, nil, steps, b.words), b.replaceLine, b.choices())),
		widget.NewSeparator())
	if !f.visible {
		b.content.Hide()
	}
	b.refresh()
	return b
}

// choices are how to look for the words, and in which form.
func (b *findBar) choices() fyne.CanvasObject {
	f, w := b.finder, b.finder.desk.words
	check := func(key string, on bool, set func(bool)) *widgets.Check {
		c := widgets.NewCheck(w.T(key), func(on bool) {
			set(on)
			f.search()
		})
		c.Checked = on
		return c
	}
	forms := widgets.NewSegments(
		[]string{"", string(agreement.Bokmal), string(agreement.Nynorsk)},
		[]string{w.T("desk.form.both"), w.T("desk.form.nb"), w.T("desk.form.nn")},
		func(id string) {
			f.query.Forms = nil
			if id != "" {
				f.query.Forms = []agreement.Form{agreement.Form(id)}
			}
			f.search()
		})
	if len(f.query.Forms) > 0 {
		forms.Select(string(f.query.Forms[0]))
	}
	return container.New(layout.NewRowWrapLayout(), forms,
		check("desk.search.case", f.query.MatchCase, func(on bool) { f.query.MatchCase = on }),
		check("desk.search.whole", f.query.WholeWord, func(on bool) { f.query.WholeWord = on }))
}

func (b *findBar) show() {
	b.content.Show()
	b.refresh()
	b.finder.desk.content.Refresh()
}

func (b *findBar) hide() {
	b.content.Hide()
	b.finder.desk.content.Refresh()
}

// refresh says how many hits there are, and which of them is shown.
func (b *findBar) refresh() {
	f, w := b.finder, b.finder.desk.words
	words, colour := "", theme.ColorNamePlaceHolder
	switch {
	case f.query.Text == "":
	case len(f.hits) == 0:
		words, colour = w.T("desk.search.none"), theme.ColorNameError
	default:
		words = w.T("desk.search.count", "Number", f.at+1, "Count", len(f.hits))
	}
	b.count.SetColour(colour)
	b.count.SetText(words)
	for _, button := range []*widgets.Button{b.one, b.all} {
		if len(f.hits) > 0 {
			button.Enable()
		} else {
			button.Disable()
		}
	}
	if f.replacing {
		b.replaceLine.Show()
	} else {
		b.replaceLine.Hide()
	}
}

// findField is an entry of the bar.
type findField struct {
	widget.Entry
	desk     *Desk
	enter    func(by int)
	intoText func()
}

func newFindField(d *Desk) *findField {
	e := &findField{desk: d}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey goes from hit to hit and into the text.
func (e *findField) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if shiftHeld() {
			e.enter(-1)
		} else {
			e.enter(1)
		}
	case fyne.KeyDown, fyne.KeyF6:
		e.intoText()
	default:
		if !e.desk.paneKey(key) && !widgets.PassOn(e, key) {
			e.Entry.TypedKey(key)
		}
	}
}

// TypedShortcut leaves to the desk what a field has no use for.
func (e *findField) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *desktop.CustomShortcut:
		if e.desk.shortcut(s) {
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// shiftHeld reports whether a shift key is down.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}
