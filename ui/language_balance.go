package ui

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/facts"
)

// leastShare is the part of each form that språklova § 13 asks of central state bodies. Of neutral county
// municipalities it asks for a reasonable balance, without a figure; so the figure serves as a yardstick only.
const leastShare = 0.25

// balancePart shows in which written forms the agreements of a year are.
type balancePart struct {
	*languageScreen
	year    int
	years   []int
	balance data.FormBalance
	county  facts.Body // "" where the user has not said which
	loaded  bool
	reading latest
	room    *fyne.Container
	before  *button
}

func newBalancePart(s *languageScreen) *balancePart {
	return &balancePart{languageScreen: s, year: s.now().Year(), reading: latest{run: s.run}}
}

func (p *balancePart) name() string { return "balance" }

func (p *balancePart) content() fyne.CanvasObject {
	p.room = container.NewStack()
	p.fill()
	return container.NewVScroll(measure(680, p.room))
}

func (p *balancePart) entered() {
	p.reload()
	p.find()
}

func (p *balancePart) find() {
	if p.before != nil {
		p.focus(p, p.before)
	}
}

func (p *balancePart) back() bool { return false }

func (p *balancePart) undo() {}

// reload counts the agreements of the year, away from the UI thread.
func (p *balancePart) reload() {
	year, place := p.year, p.now().Location()
	p.reading.start(func() func() {
		balance, years, err := data.CountForms(context.Background(), p.store, year, place)
		var county facts.Body
		if number, err := p.store.Setting(context.Background(), countySetting); err == nil {
			county, _ = facts.County(number)
		}
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.balance, p.years, p.county, p.loaded = balance, years, county, true
			p.fill()
		}
	})
}

func (p *balancePart) goToYear(year int) {
	p.year = year
	p.reload()
}

// fill shows the count.
func (p *balancePart) fill() {
	if p.room == nil {
		return
	}
	page := container.NewVBox(p.chooser())
	if p.loaded {
		page.Add(p.bar(agreement.Bokmal))
		page.Add(p.bar(agreement.Nynorsk))
		page.Add(p.counts())
		page.Add(prose(p.verdict()))
		if p.county.Number != "" {
			page.Add(prose(p.T("lang.balance.county."+string(p.county.Adopted), "County", p.county.FullName())))
		}
		page.Add(note(p.T("lang.balance.law")))
		page.Add(note(p.T("lang.balance.how")))
	}
	p.room.Objects = []fyne.CanvasObject{page}
	p.room.Refresh()
}

// chooser goes from year to year.
func (p *balancePart) chooser() fyne.CanvasObject {
	p.before = newButton("‹ "+strconv.Itoa(p.year-1), func() {
		p.goToYear(p.year - 1)
		p.find()
	})
	after := newButton(strconv.Itoa(p.year+1)+" ›", func() {
		p.goToYear(p.year + 1)
		p.find()
	})
	if p.year >= p.now().Year() {
		after.Disable()
	}
	if len(p.years) > 0 && p.year <= p.years[0] && !slices.Contains(p.years, p.year-1) {
		p.before.Disable()
	}
	return container.NewHBox(p.before, subheading(strconv.Itoa(p.year)), after, layout.NewSpacer())
}

// bar shows how large a part of what is written is in a form.
func (p *balancePart) bar(form agreement.Form) fyne.CanvasObject {
	bar := widget.NewProgressBar()
	share := p.balance.Share(form)
	bar.TextFormatter = func() string { return "" }
	bar.SetValue(share)
	cell := func(width float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(width*textScale(), o.MinSize().Height), o)
	}
	name := widget.NewLabel(capital(p.T("app.form." + string(form))))
	percent := widget.NewLabelWithStyle(p.percent(share), fyne.TextAlignTrailing, fyne.TextStyle{Bold: true})
	return container.NewBorder(nil, nil, cell(110, name), cell(72, percent), bar)
}

func (p *balancePart) percent(share float64) string { return strconv.Itoa(int(share*100+0.5)) + " %" }

// counts says how many agreements there are of each kind.
func (p *balancePart) counts() fyne.CanvasObject {
	table := container.New(layout.NewFormLayout())
	for _, row := range []struct {
		key   string
		count int
	}{{"nb", p.balance.Bokmal}, {"nn", p.balance.Nynorsk}, {"both", p.balance.Both}, {"open", p.balance.Open}} {
		number := widget.NewLabelWithStyle(strconv.Itoa(row.count), fyne.TextAlignTrailing, fyne.TextStyle{Bold: true})
		table.Add(number)
		table.Add(widget.NewLabel(p.T("lang.balance.count." + row.key)))
	}
	return table
}

// verdict says in plain words what the figures mean.
func (p *balancePart) verdict() string {
	if p.balance.Counted() == 0 {
		return p.T("lang.balance.none", "Year", p.year)
	}
	for _, form := range agreement.Forms {
		if share := p.balance.Share(form); share < leastShare {
			return p.T("lang.balance.low", "Form", capital(p.T("app.form."+string(form))), "Name", p.T("app.form."+string(form)), "Share", p.percent(share), "Year", p.year)
		}
	}
	return p.T("lang.balance.fine", "Year", p.year)
}
