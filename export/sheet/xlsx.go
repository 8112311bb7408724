package sheet

import (
	"bytes"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// XLSX writes entries as a workbook of three sheets: the register, with real dates and numbers, a filter on every column
// and the headings frozen; the totals; and what is to be followed up in the year from the options' day.
func XLSX(entries []*register.Entry, o Options) ([]byte, error) {
	content, err := workbook(entries, o)
	if err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return content, nil
}

func workbook(entries []*register.Entry, o Options) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	words := register.WordsIn(o.Form)
	b := book{File: f, o: o, words: words}
	if err := b.begin(entries); err != nil {
		return nil, err
	}
	if err := b.register(entries); err != nil {
		return nil, err
	}
	if err := b.totals(register.Total(entries, o.Day)); err != nil {
		return nil, err
	}
	if err := b.followUp(entries); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

type book struct {
	*excelize.File
	o                             Options
	words                         register.Words
	head, strong, day, moment, no int // styles
}

// begin makes the sheets and the styles, and dates the workbook by the last change of what is in it.
func (b *book) begin(entries []*register.Entry) error {
	if err := b.SetSheetName("Sheet1", b.words.Register); err != nil {
		return err
	}
	for _, name := range []string{b.words.Totals, b.words.FollowUp} {
		if _, err := b.NewSheet(name); err != nil {
			return err
		}
	}
	changed := b.o.Day.Time()
	for _, e := range entries {
		if e.Updated.After(changed) {
			changed = e.Updated
		}
	}
	stamp := changed.UTC().Format(time.RFC3339)
	language := "nn-NO"
	if b.o.Form == agreement.Bokmal {
		language = "nb-NO"
	}
	err := b.SetDocProps(&excelize.DocProperties{
		Title: b.words.Register, Creator: "Avtalebok", LastModifiedBy: "Avtalebok", Language: language, Created: stamp, Modified: stamp,
	})
	if err != nil {
		return err
	}
	return b.styles()
}

func (b *book) styles() error {
	dates, moments, numbers := "dd\\.mm\\.yyyy", "dd\\.mm\\.yyyy hh:mm", "#,##0"
	for _, s := range []struct {
		into  *int
		style excelize.Style
	}{
		{&b.head, excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DCE6EA"}},
			Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		}},
		{&b.strong, excelize.Style{Font: &excelize.Font{Bold: true}}},
		{&b.day, excelize.Style{CustomNumFmt: &dates}},
		{&b.moment, excelize.Style{CustomNumFmt: &moments}},
		{&b.no, excelize.Style{CustomNumFmt: &numbers}},
	} {
		id, err := b.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.into = id
	}
	return nil
}

// register writes the sheet of entries. It alone is streamed: with two streams, the order of the files in the workbook
// would be a matter of chance.
func (b *book) register(entries []*register.Entry) error {
	name := b.words.Register
	last, err := excelize.CoordinatesToCellName(len(columns), len(entries)+1)
	if err != nil {
		return err
	}
	if err := b.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	s, err := b.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range columns {
		if err := s.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	err = s.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"})
	if err != nil {
		return err
	}
	row := make([]any, len(columns))
	for i, c := range columns {
		row[i] = excelize.Cell{StyleID: b.head, Value: c.heading(b.o.Form)}
	}
	if err := s.SetRow("A1", row); err != nil {
		return err
	}
	for n, e := range entries {
		for i, c := range columns {
			row[i] = b.typed(c.value(e, b.o), c.kind)
		}
		if err := s.SetRow("A"+strconv.Itoa(n+2), row); err != nil {
			return err
		}
	}
	return s.Flush()
}

// typed gives a cell with the type that Excel filters and sorts it by; nil is an empty one.
func (b *book) typed(c cell, kind valueKind) any {
	switch {
	case kind == asDate && !c.date.IsZero():
		return excelize.Cell{StyleID: b.day, Value: c.date.Time()}
	case kind == asMoment && !c.moment.IsZero():
		return excelize.Cell{StyleID: b.moment, Value: c.moment.UTC()}
	case kind == asNumber && !c.blank:
		return excelize.Cell{StyleID: b.no, Value: c.number}
	case kind == asText && c.text != "":
		return c.text
	}
	return nil
}

// totals writes the sheet of counts: the sentence first, then each count with its heading.
func (b *book) totals(t register.Totals) error {
	sheet := b.words.Totals
	rows := [][]any{{t.Sentence(b.o.Form)}, nil}
	strong := []int{1}
	add := func(heading string, list []register.Count, name func(key string) string) {
		rows = append(rows, []any{heading})
		strong = append(strong, len(rows))
		for _, c := range list {
			rows = append(rows, []any{name(c.Key), c.Count})
		}
		rows = append(rows, nil)
	}
	headings := headingsIn[b.o.Form]
	add(headings.kinds, t.Kinds, func(k string) string { return b.words.Kind(agreement.Kind(k)) })
	add(headings.statuses, t.Statuses, func(k string) string { return b.words.Statuses[agreement.Status(k)] })
	add(headings.years, t.Years, b.words.Year)
	add(headings.forms, t.Forms, func(k string) string { return b.words.Forms[register.Written(k)] })
	if err := b.plainRows(sheet, rows); err != nil {
		return err
	}
	for _, n := range strong {
		at := "A" + strconv.Itoa(n)
		if err := b.SetCellStyle(sheet, at, at, b.strong); err != nil {
			return err
		}
	}
	return b.SetColWidth(sheet, "A", "A", 34)
}

// followUp writes the sheet of what is due in the year from the options' day.
func (b *book) followUp(entries []*register.Entry) error {
	sheet, headings := b.words.FollowUp, headingsIn[b.o.Form]
	rows := [][]any{{headings.due, headings.task, columns[0].heading(b.o.Form), headings.responsible, headings.amount, headings.done}}
	for _, t := range register.FollowUp(entries, b.o.Day, b.o.Day.AddMonths(12)) {
		row := []any{t.Due.Time(), b.words.Tasks[t.Kind], t.Title.In(b.o.Form), t.Responsible, nil, nil}
		if t.Amount > 0 {
			row[4] = t.Amount
		}
		if t.Done {
			row[5] = headings.yes
		}
		rows = append(rows, row)
	}
	if err := b.plainRows(sheet, rows); err != nil {
		return err
	}
	end := strconv.Itoa(max(len(rows), 2))
	for _, s := range []struct {
		from, to string
		style    int
	}{{"A1", "F1", b.head}, {"A2", "A" + end, b.day}, {"E2", "E" + end, b.no}} {
		if err := b.SetCellStyle(sheet, s.from, s.to, s.style); err != nil {
			return err
		}
	}
	for column, width := range map[string]float64{"A": 12, "B": 48, "C": 60, "D": 24, "E": 14, "F": 8} {
		if err := b.SetColWidth(sheet, column, column, width); err != nil {
			return err
		}
	}
	if err := b.AutoFilter(sheet, "A1:F"+strconv.Itoa(len(rows)), nil); err != nil {
		return err
	}
	return b.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func (b *book) plainRows(sheet string, rows [][]any) error {
	for i := range rows {
		if err := b.SetSheetRow(sheet, "A"+strconv.Itoa(i+1), &rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// headings are those of the smaller sheets and of the document.
type headings struct {
	kinds, statuses, years, forms               string
	due, task, responsible, amount, done, yes   string
	agreement, kind, status, signed, ends, asOf string
}

var headingsIn = map[agreement.Form]headings{
	agreement.Bokmal: {
		kinds: "Etter type", statuses: "Etter status", years: "Etter år for signering", forms: "Etter målform",
		due: "Frist", task: "Oppgave", responsible: "Ansvarlig", amount: "Kroner", done: "Gjort", yes: "ja",
		agreement: "Avtale", kind: "Type", status: "Status", signed: "Signert", ends: "Gjelder til", asOf: "per",
	},
	agreement.Nynorsk: {
		kinds: "Etter slag", statuses: "Etter status", years: "Etter år for signering", forms: "Etter målform",
		due: "Frist", task: "Oppgåve", responsible: "Ansvarleg", amount: "Kroner", done: "Gjort", yes: "ja",
		agreement: "Avtale", kind: "Slag", status: "Status", signed: "Signert", ends: "Gjeld til", asOf: "per",
	},
}
