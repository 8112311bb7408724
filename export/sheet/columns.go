package sheet

import (
	"strconv"
	"strings"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// Options say how a register is written.
type Options struct {
	Form agreement.Form // of headings, titles and names of kinds and statuses
	Day  register.Date  // statuses are those of this day, and what is to be followed up is counted from it
}

// valueKind is what a cell holds.
type valueKind int

const (
	asText valueKind = iota
	asDate
	asMoment
	asNumber
)

// cell is a value of one of the kinds; the others are zero.
type cell struct {
	text   string
	date   register.Date
	moment time.Time
	number int64
	blank  bool // of a number that is not known
}

// column is a column of the register: how it is called, what it holds and how wide it is in characters.
type column struct {
	nb, nn string
	kind   valueKind
	width  float64
	value  func(e *register.Entry, o Options) cell
}

func (c column) heading(form agreement.Form) string {
	return agreement.Pair{NB: c.nb, NN: c.nn}.In(form)
}

func text(of func(e *register.Entry, o Options) string) func(*register.Entry, Options) cell {
	return func(e *register.Entry, o Options) cell { return cell{text: of(e, o)} }
}

func date(of func(e *register.Entry) register.Date) func(*register.Entry, Options) cell {
	return func(e *register.Entry, _ Options) cell { return cell{date: of(e)} }
}

func number(of func(e *register.Entry) (n int64, known bool)) func(*register.Entry, Options) cell {
	return func(e *register.Entry, _ Options) cell {
		n, known := of(e)
		return cell{number: n, blank: !known}
	}
}

// columns are those of the register, in order.
var columns = []column{
	{"Avtale", "Avtale", asText, 60, text(func(e *register.Entry, o Options) string { return e.Title.In(o.Form) })},
	{"Type", "Slag", asText, 20, text(func(e *register.Entry, o Options) string { return register.WordsIn(o.Form).Kind(e.Kind) })},
	{"Status", "Status", asText, 18, text(func(e *register.Entry, o Options) string {
		return register.WordsIn(o.Form).Statuses[e.Status(o.Day)]
	})},
	{"Motpart", "Motpart", asText, 36, text(func(e *register.Entry, o Options) string { return e.Counterpart(o.Day) })},
	{"Organisasjonsnummer", "Organisasjonsnummer", asText, 20, text(orgNumbers)},
	{"Tema eller nettverk", "Tema eller nettverk", asText, 32, text(func(e *register.Entry, o Options) string { return e.Subject(o.Form) })},
	{"Saksnummer", "Saksnummer", asText, 14, text(func(e *register.Entry, _ Options) string { return e.CaseNumber() })},
	{"Sendt", "Sendt", asDate, 12, date(func(e *register.Entry) register.Date { return e.Sent })},
	{"Forankret", "Forankra", asDate, 12, date(anchored)},
	{"Signert", "Signert", asDate, 12, date(func(e *register.Entry) register.Date { return e.Signed })},
	{"Gjelder fra", "Gjeld frå", asDate, 12, date(func(e *register.Entry) register.Date { return e.Start() })},
	{"Gjelder til", "Gjeld til", asDate, 12, date(end)},
	{"Oppsigelse, måneder", "Oppseiing, månader", asNumber, 12, number(func(e *register.Entry) (int64, bool) {
		return int64(e.NoticeMonths()), e.NoticeMonths() > 0
	})},
	{"Sagt opp", "Oppsagd", asDate, 12, date(noticeGiven)},
	{"Tilskudd, kroner", "Tilskot, kroner", asNumber, 14, number(granted)},
	{"Målform", "Målform", asText, 20, text(func(e *register.Entry, o Options) string {
		return register.WordsIn(o.Form).Forms[e.WrittenIn()]
	})},
	{"Ansvarlig", "Ansvarleg", asText, 24, text(func(e *register.Entry, _ Options) string { return e.Responsible })},
	{"Endringsavtaler", "Endringsavtalar", asNumber, 12, number(func(e *register.Entry) (int64, bool) {
		return int64(len(e.Amendments)), true
	})},
	{"Signert fil", "Signert fil", asText, 28, text(func(e *register.Entry, _ Options) string {
		if e.File == nil {
			return ""
		}
		return e.File.Name
	})},
	{"Merknad", "Merknad", asText, 40, text(func(e *register.Entry, _ Options) string { return e.Remark })},
	{"Sist lagret", "Sist lagra", asMoment, 16, func(e *register.Entry, _ Options) cell { return cell{moment: e.Updated} }},
	{"Kjennemerke", "Kjennemerke", asText, 14, text(func(e *register.Entry, _ Options) string { return e.ID })},
}

func orgNumbers(e *register.Entry, o Options) string {
	var out []string
	for i, p := range e.PartiesOn(o.Day) {
		if i > 0 && p.OrgNumber != "" {
			out = append(out, p.OrgNumber)
		}
	}
	return strings.Join(out, ", ")
}

// anchored gives the day of the last decision, once all public parties have decided.
func anchored(e *register.Entry) register.Date {
	var last register.Date
	if len(e.Unanchored()) > 0 {
		return last
	}
	for _, a := range e.Anchored {
		if a.Date.After(last) {
			last = a.Date
		}
	}
	return last
}

func end(e *register.Entry) register.Date {
	last, _ := e.End()
	return last
}

func noticeGiven(e *register.Entry) register.Date {
	if e.Given == nil {
		return register.Date{}
	}
	return e.Given.Date
}

// granted gives the amount of the agreement's grant in kroner.
func granted(e *register.Entry) (int64, bool) {
	p := agreement.Payment{Amount: e.Terms.Amount}
	return p.Kroner()
}

// plain writes a cell as CSV and tables have it: dates as 2006-01-02, numbers in digits.
func (c cell) plain(kind valueKind) string {
	switch kind {
	case asDate:
		return c.date.String()
	case asMoment:
		if c.moment.IsZero() {
			return ""
		}
		return c.moment.UTC().Format("2006-01-02 15:04")
	case asNumber:
		if c.blank {
			return ""
		}
		return strconv.FormatInt(c.number, 10)
	}
	return strings.Join(strings.Fields(c.text), " ")
}
