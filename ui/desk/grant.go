package desk

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// grantRows are what a grant section has besides its texts: the answers that stand in its table of facts, and its
// payments with their sum.
type grantRows struct {
	desk     *Desk
	section  string
	head     fyne.CanvasObject
	toFields fyne.CanvasObject
	title    fyne.CanvasObject
	payments []*paymentRows // as shown
	plus     *widgets.Button
	plusRow  fyne.CanvasObject
	sum      *widgets.Words
	sumRow   fyne.CanvasObject
}

// paymentRows edit one payment: when and how much, and below it what for in both forms.
type paymentRows struct {
	moveButtons
	desk        *Desk
	section, id string
	row         *widgets.Row
	due, amount *slot
	purpose     *passage
}

func newGrantRows(d *Desk, section string) *grantRows {
	w := d.words
	g := &grantRows{desk: d, section: section}
	g.head = d.groupTitle(w.T("desk.fact.title"), w.T("desk.fact.about"))
	_, g.toFields = d.button(w.T("desk.fact.change"), theme.NavigateNextIcon(), func() {
		d.open(fieldsPage)
		d.focusFact(section)
	})
	g.title = d.subtitle(w.T("desk.payment.title"), d.help(w.T("desk.payment.about")))
	g.plus, g.plusRow = d.button(w.T("desk.payment.add"), theme.ContentAddIcon(), func() { g.add("") })
	g.sum = widgets.NewWords("", theme.SizeNameText, theme.ColorNameForeground).Bold()
	g.sumRow = widgets.NewIndent(d.columns, g.sum)
	return g
}

// focusFact puts the cursor in the first of a section's facts.
func (d *Desk) focusFact(section string) {
	if s, ok := d.editor.Agreement().Section(section); ok && len(s.Facts) > 0 {
		d.focusPlace(agreement.Place{Field: s.Facts[0], Part: agreement.PartAnswer}, d.form())
	}
}

func (g *grantRows) model() agreement.Section {
	s, _ := g.desk.editor.Agreement().Section(g.section)
	return s
}

// facts gives a line for each fact, with the answer as it will be printed.
func (g *grantRows) facts() []fyne.CanvasObject {
	s := g.model()
	if len(s.Facts) == 0 {
		return nil
	}
	d, form := g.desk, g.desk.speech()
	var lines []fyne.CanvasObject
	for _, id := range s.Facts {
		f, ok := d.editor.Agreement().Field(id)
		if !ok {
			continue
		}
		answer, colour := f.Written(form), theme.ColorNameForeground
		switch {
		case f.Answer.ByHand:
			answer, colour = d.words.T("desk.line_for_pen"), theme.ColorNamePlaceHolder
		case strings.TrimSpace(answer) == "" && f.Required:
			answer, colour = d.words.T("desk.fact.open"), theme.ColorNameWarning
		case strings.TrimSpace(answer) == "":
			answer, colour = d.words.T("desk.fact.left_out"), theme.ColorNamePlaceHolder
		}
		lines = append(lines, widgets.NewWords(f.Label.In(form)+": "+answer, theme.SizeNameText, colour))
	}
	return []fyne.CanvasObject{g.head, widgets.NewIndent(d.columns, lines...), g.toFields}
}

// build gives the rows of the payments and their sum.
func (g *grantRows) build() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{g.title}
	old := g.payments
	g.payments = nil
	payments := g.model().Payments
	for i, payment := range payments {
		at := slices.IndexFunc(old, func(p *paymentRows) bool { return p.id == payment.ID })
		var p *paymentRows
		if at >= 0 {
			p = old[at]
		} else {
			p = newPaymentRows(g, payment.ID)
		}
		p.number(i, len(payments))
		g.payments = append(g.payments, p)
		rows = append(rows, p.row, p.purpose.row)
	}
	g.note()
	return append(rows, g.sumRow, g.plusRow)
}

func newPaymentRows(g *grantRows, id string) *paymentRows {
	d, w := g.desk, g.desk.words
	p := &paymentRows{desk: d, section: g.section, id: id}
	p.due = p.fact(agreement.PartDue, func(q *agreement.Payment) *string { return &q.Due })
	p.due.entry.SetPlaceHolder(w.T("desk.payment.due_form"))
	p.amount = p.fact(agreement.PartAmount, func(q *agreement.Payment) *string { return &q.Amount })
	p.row = widgets.NewRow(d.plain, p.due.entry, p.amount.entry).Tight()
	p.due.bind(p.row)
	p.amount.bind(p.row)
	p.purpose = newPassage(d, agreement.Place{Section: g.section, Item: id, Part: agreement.PartPurpose}, true).optional()
	p.moveButtons = d.newMoveButtons(d.moveHints(), func(by int) { g.move(id, by) }, func() { g.remove(id) })
	p.row.SetActions(p.moveButtons.all()...)
	return p
}

// fact makes the entry of a payment's date or amount.
func (p *paymentRows) fact(part agreement.Part, of func(*agreement.Payment) *string) *slot {
	s := newSlot(p.desk, agreement.Place{Section: p.section, Item: p.id, Part: part}, "", "", true)
	find := func(a agreement.Agreement) agreement.Payment {
		section, _ := a.Section(p.section)
		payment, _ := section.Payment(p.id)
		return payment
	}
	s.read = func(a agreement.Agreement) string {
		payment := find(a)
		if t, err := agreement.ParseDate(payment.Due); err == nil && part == agreement.PartDue {
			return t.Format("02.01.2006")
		}
		return *of(&payment)
	}
	s.write = func(text string) agreement.Command {
		payment := find(p.desk.editor.Agreement())
		if t, err := agreement.ParseDate(text); err == nil && part == agreement.PartDue {
			text = t.Format("2006-01-02")
		}
		*of(&payment) = text
		return agreement.EditPayment(p.section, payment, part)
	}
	return s
}

// number sets what depends on where in the table a payment stands.
func (p *paymentRows) number(i, count int) {
	w := p.desk.words
	p.row.SetNumber(strconv.Itoa(i + 1))
	labels := [3]string{}
	if i == 0 { // heads of the columns
		labels = [3]string{w.T("desk.payment.due"), w.T("desk.payment.amount"), w.T("desk.payment.purpose")}
	}
	p.row.SetLabel(0, labels[0])
	p.row.SetLabel(1, labels[1])
	p.purpose.row.SetLabel(0, labels[2])
	p.moveButtons.at(i, count)
}

// note shows what is wrong with the date and the amount, else how they will be printed.
func (p *paymentRows) note(payment agreement.Payment) {
	p.purpose.note()
	_, whole := payment.Kroner()
	for side, c := range []struct {
		typed, written string
		right          bool
		code           agreement.FindingCode
	}{
		{payment.Due, payment.DueWritten(), payment.DueValid(), agreement.PaymentDue},
		{payment.Amount, payment.AmountWritten(), whole, agreement.PaymentAmount},
	} {
		switch {
		case strings.TrimSpace(c.typed) != "" && !c.right:
			p.row.SetCaption(side, p.desk.words.Finding(agreement.Finding{Code: c.code}), widgets.Wrong)
		case c.right && c.written != strings.TrimSpace(c.typed):
			p.row.SetCaption(side, c.written, widgets.Quiet)
		default:
			p.row.SetCaption(side, "", widgets.Quiet)
		}
	}
}

// note shows the sum, and whether it is what it is to be.
func (g *grantRows) note() {
	s := g.model()
	for i, p := range g.payments {
		if i < len(s.Payments) {
			p.note(s.Payments[i])
		}
	}
	sum, whole := s.Sum()
	total, known := g.desk.editor.Agreement().Granted(s)
	f, _ := g.desk.editor.Agreement().Field(s.Total)
	args := []any{"Sum", agreement.InTable(sum), "Field", f.Label.In(g.desk.speech()), "Total", agreement.InTable(total)}
	key, colour := "sum", theme.ColorNameForeground
	switch {
	case !whole:
		key = "unfinished"
	case known && len(s.Payments) > 0 && sum == total:
		key, colour = "agrees", theme.ColorNameSuccess
	case known && len(s.Payments) > 0:
		key, colour = "differs", theme.ColorNameWarning
		more, difference := "", total-sum
		if sum > total {
			more, difference = "true", -difference
		}
		args = append(args, "More", more, "Difference", agreement.InTable(difference))
	}
	g.sum.SetColour(colour)
	g.sum.SetText(g.desk.words.T("desk.payment."+key, args...))
	g.desk.rowGrew()
}

func (g *grantRows) slots() []*slot {
	var out []*slot
	for _, p := range g.payments {
		out = append(append(out, p.due, p.amount), p.purpose.both()...)
	}
	return out
}

func (g *grantRows) passages() []*passage {
	var out []*passage
	for _, p := range g.payments {
		out = append(out, p.purpose)
	}
	return out
}

// index gives where a payment is shown, or -1.
func (g *grantRows) index(id string) int {
	return slices.IndexFunc(g.payments, func(p *paymentRows) bool { return p.id == id })
}

func (g *grantRows) shows(id string) bool { return g != nil && g.index(id) >= 0 }

// add puts a payment after another one, or last where that is "".
func (g *grantRows) add(after string) {
	at := g.index(after) + 1
	if after == "" {
		at = len(g.payments)
	}
	payment := agreement.NewPayment()
	g.desk.history.seal()
	g.desk.do(agreement.AddPayment(g.section, at, payment))
	g.desk.focusPlace(agreement.Place{Section: g.section, Item: payment.ID, Part: agreement.PartDue}, "")
}

func (g *grantRows) move(id string, by int) {
	g.desk.history.seal()
	g.desk.do(agreement.MovePayment(g.section, id, by))
	if s := g.desk.current; s != nil && s.place.Item == id {
		g.desk.reveal(s)
	}
}

func (g *grantRows) remove(id string) {
	i := g.index(id)
	g.desk.history.seal()
	g.desk.do(agreement.RemovePayment(g.section, id))
	g.focusNear(i)
	g.desk.status.offerUndo(g.desk.words.T("desk.payment.removed", "Number", i+1))
}

// focusNear puts the cursor where a payment was taken out.
func (g *grantRows) focusNear(i int) {
	if len(g.payments) == 0 {
		g.desk.focus(g.plus)
		return
	}
	g.desk.focusSlot(g.payments[max(0, min(i, len(g.payments)-1))].due)
}

// payment gives the payment whose entry has the cursor, and the rows that it stands in.
func (d *Desk) payment() (*grantRows, string, bool) {
	page, ok := d.page.(*sectionPage)
	if !ok || d.current == nil || !page.grant.shows(d.current.place.Item) {
		return nil, "", false
	}
	return page.grant, d.current.place.Item, true
}
