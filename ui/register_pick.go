package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// pickSheet asks for any number of values in a list that can be searched, however long it is.
type pickSheet struct {
	*tools
	values []facetValue
	found  []facetValue
	chosen map[string]bool

	sheet  *sheet
	search *field
	list   *rows
}

// manyValues is from how many values on there is a search.
const manyValues = 9

func newPickSheet(t *tools, title string, values []facetValue, chosen map[string]bool, take func([]string)) {
	p := &pickSheet{tools: t, values: values, found: values, chosen: chosen}
	p.search = newField(t.T("register.pickSearch"))
	p.search.Icon = theme.SearchIcon()
	p.search.OnChanged = p.find
	p.search.Hidden = len(values) < manyValues
	p.search.onKey = func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyDown || len(p.found) == 0 {
			return false
		}
		p.list.goTo(0)
		t.window.Canvas().Focus(p.list)
		return true
	}
	p.list = newRows(func() int { return len(p.found) }, newPickRow, p.fill)
	p.list.HideSeparators = true
	p.list.onOpen = p.toggle
	p.list.onKey = func(e *fyne.KeyEvent, at int) bool {
		switch {
		case e.Name == fyne.KeySpace && at < len(p.found):
			p.toggle(at)
		case e.Name == fyne.KeyUp && at == 0 && p.search.Visible():
			t.window.Canvas().Focus(p.search)
		default:
			return false
		}
		return true
	}
	none := newButton(t.T("register.pickNone"), func() {
		clear(p.chosen)
		p.list.Refresh()
	})
	cancel := newButton(t.T("dialog.cancel"), func() { p.sheet.Hide() })
	use := newMainButton(t.T("register.pickUse"), func() {
		p.sheet.Hide()
		take(p.keys())
	})
	height := float32(min(len(values)+1, 10)) * 2.7 * theme.TextSize()
	p.sheet = t.newSheet(title, downwards(p.search, container.New(&least{height: height}, p.list), widget.NewLabel("")), none, cancel, use)
	p.sheet.present(p.first(), fyne.NewSize(460, 0))
}

func (p *pickSheet) first() fyne.Focusable {
	if p.search.Visible() {
		return p.search
	}
	p.list.goTo(0)
	return p.list
}

// find shows the values that hold each of the words that are searched for.
func (p *pickSheet) find(text string) {
	p.found = nil
	words := strings.Fields(strings.ToLower(text))
	for _, v := range p.values {
		if holdsAll(strings.ToLower(v.name), words) {
			p.found = append(p.found, v)
		}
	}
	p.list.at = 0
	p.list.Refresh()
}

func (p *pickSheet) toggle(at int) {
	key := p.found[at].key
	if p.chosen[key] {
		delete(p.chosen, key)
	} else {
		p.chosen[key] = true
	}
	p.list.Refresh()
}

// keys gives what is chosen, in the order of the list.
func (p *pickSheet) keys() []string {
	var out []string
	for _, v := range p.values {
		if p.chosen[v.key] {
			out = append(out, v.key)
		}
	}
	return out
}

func (p *pickSheet) fill(at int, o fyne.CanvasObject) {
	if at >= len(p.found) {
		return
	}
	v, row := p.found[at], o.(*pickRow)
	row.name.SetText(v.name)
	row.count.SetText(p.words.N("register.count", v.count))
	icon := theme.CheckButtonIcon()
	if p.chosen[v.key] {
		icon = theme.CheckButtonCheckedIcon()
	}
	row.icon.SetResource(icon)
}

// pickRow is a value with a box to tick.
type pickRow struct {
	widget.BaseWidget
	icon        *widget.Icon
	name, count *widget.Label
}

func newPickRow() fyne.CanvasObject {
	r := &pickRow{icon: widget.NewIcon(theme.CheckButtonIcon()), name: widget.NewLabel(""), count: widget.NewLabel("")}
	r.name.Truncation = fyne.TextTruncateEllipsis
	r.count.Importance = widget.LowImportance
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer gives the row.
func (r *pickRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, container.NewPadded(r.icon), r.count, r.name))
}
