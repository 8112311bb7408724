package register

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"avtalebok/agreement"
)

// Terms are the terms that an agreement's fields give, as far as the register understands them.
type Terms struct {
	CaseNumber string    `json:"caseNumber,omitempty"`
	Notice     int       `json:"notice,omitempty"` // months
	From       Date      `json:"from,omitzero"`    // first day in force
	Until      Date      `json:"until,omitzero"`   // last day in force
	Amount     string    `json:"amount,omitempty"` // of a grant, whole kroner
	Reports    []Date    `json:"reports,omitempty"`
	Payments   []Payment `json:"payments,omitempty"`
}

// Payment is a part of a grant that is to be paid. A payment of which only the year is known is due by its last day.
type Payment struct {
	ID     string `json:"id"`
	Due    Date   `json:"due"`
	Amount int64  `json:"amount"` // kroner
}

// The fields that the register reads, by their IDs, the first that is answered. docs/templates.md tells those who write
// templates about them.
var (
	caseFields   = []string{"case_number"}
	noticeFields = []string{"notice"}
	fromFields   = []string{"start", "first_year"}
	untilFields  = []string{"end", "last_year"}
	amountFields = []string{"amount"}
	reportFields = []string{"report_deadline"}
)

// ContentOf draws from an agreement what the register shows of it.
func ContentOf(a agreement.Agreement) Content {
	c := Content{Genre: a.Title.Pair, Forms: FormsOf(a.Shown()), Terms: TermsOf(a), Amends: a.Amends}
	if !a.Theme.Blank() {
		c.Theme = agreement.Pair{NB: agreement.FullTheme(a, agreement.Bokmal), NN: agreement.FullTheme(a, agreement.Nynorsk)}
	}
	for _, p := range a.Parties {
		c.Parties = append(c.Parties, Party{
			Key: p.Key(), Kind: p.Kind, Number: p.Number, OrgNumber: p.OrgNumber,
			Name: strings.TrimSpace(p.Name), Short: strings.TrimSpace(p.Short),
		})
	}
	return c
}

// FormsOf says in which written forms an agreement is: a form counts where it has a wording of every passage that the
// other form has. Where neither has all, the one with more of them counts; bokmål and nynorsk alike are both.
func FormsOf(a agreement.Agreement) Written {
	var missing [len(agreement.Forms)]int
	for _, t := range a.Passages() {
		for i, f := range agreement.Forms {
			if t.State(f) == agreement.Missing {
				missing[i]++
			}
		}
	}
	switch nb, nn := missing[0], missing[1]; {
	case nb < nn:
		return InBokmal
	case nn < nb:
		return InNynorsk
	}
	return InBoth
}

// TermsOf reads the terms from an agreement's fields and payments.
func TermsOf(a agreement.Agreement) Terms {
	t := Terms{
		CaseNumber: answered(a, caseFields), From: dateIn(a, fromFields, firstDay), Until: dateIn(a, untilFields, lastDay),
		Amount: answered(a, amountFields),
	}
	if f, ok := field(a, noticeFields); ok && f.Validate(agreement.Bokmal) == agreement.NoProblem {
		t.Notice, _ = strconv.Atoi(strings.Fields(f.Answer.Value + " 0")[0])
	}
	t.Reports = reports(a)
	for _, s := range a.Shown().Sections {
		for _, p := range s.Payments {
			kroner, _ := p.Kroner()
			if due := dateFrom(p.Due, lastDay); !due.IsZero() {
				t.Payments = append(t.Payments, Payment{ID: p.ID, Due: due, Amount: kroner})
			}
		}
	}
	return t
}

// reports gives when reports are due. Where the period is given in years, the deadline is that of the first year, and the
// others follow on the same day of each year after; otherwise there is one report.
func reports(a agreement.Agreement) []Date {
	first := dateIn(a, reportFields, lastDay)
	if first.IsZero() {
		return nil
	}
	from, _ := strconv.Atoi(answered(a, []string{"first_year"}))
	until, _ := strconv.Atoi(answered(a, []string{"last_year"}))
	if from == 0 || until < from {
		until = from
	}
	var out []Date
	for year := range min(until-from, maxYears) + 1 {
		out = append(out, first.AddMonths(12*year))
	}
	return out
}

// field finds the first of the fields that is there, answered, and of consequence.
func field(a agreement.Agreement, ids []string) (agreement.Field, bool) {
	for _, id := range ids {
		if f, ok := a.Field(id); ok && !f.Answer.ByHand && !a.Unused(id) && strings.TrimSpace(f.Answer.Value) != "" {
			return f, true
		}
	}
	return agreement.Field{}, false
}

func answered(a agreement.Agreement, ids []string) string {
	f, _ := field(a, ids)
	return strings.TrimSpace(f.Answer.Value)
}

func dateIn(a agreement.Agreement, ids []string, ofYear func(int) Date) Date {
	for _, id := range ids {
		f, ok := field(a, []string{id})
		if !ok || f.Type != agreement.DateField && f.Type != agreement.YearField {
			continue
		}
		if d := dateFrom(f.Answer.Value, ofYear); !d.IsZero() {
			return d
		}
	}
	return Date{}
}

// dateFrom reads a date, or a year as one of its days.
func dateFrom(s string, ofYear func(int) Date) Date {
	s = strings.TrimSpace(s)
	if year, err := strconv.Atoi(s); err == nil && year >= 1000 && year <= 9999 {
		return ofYear(year)
	}
	d, err := ParseDate(s)
	if err != nil {
		return Date{}
	}
	return d
}

func firstDay(year int) Date { return Date{year, time.January, 1} }
func lastDay(year int) Date  { return Date{year, time.December, 31} }

// Clean gives the facts fit to be kept: single lines, dates in order.
func (f Facts) Clean() Facts {
	f.Responsible = strings.TrimSpace(agreement.CleanLine(f.Responsible))
	f.Network = strings.TrimSpace(agreement.CleanLine(f.Network))
	f.Remark = strings.TrimSpace(agreement.Clean(f.Remark))
	f.Reports = slices.Clone(f.Reports)
	slices.SortFunc(f.Reports, Date.Compare)
	f.Reports = slices.DeleteFunc(slices.Compact(f.Reports), Date.IsZero)
	return f
}

// maxNotice bounds a notice in months.
const maxNotice = 120

// Validate refuses facts that make no sense.
func (f Facts) Validate() error {
	switch {
	case f.Notice < 0 || f.Notice > maxNotice:
		return agreement.NewError(agreement.Invalid, "error.register.notice_range", nil, "Max", maxNotice)
	case f.MeetingMonth < 0 || f.MeetingMonth > time.December:
		return agreement.NewError(agreement.Invalid, "error.register.month", nil)
	case !f.From.IsZero() && !f.Until.IsZero() && f.Until.Before(f.From):
		return agreement.NewError(agreement.Invalid, "error.register.until_before_from", nil, "From", f.From, "Until", f.Until)
	case len(f.Remark) > maxRemark || len(f.Responsible) > maxLine || len(f.Network) > maxLine:
		return agreement.NewError(agreement.Invalid, "error.register.long", nil)
	}
	return nil
}

// The bounds of what is typed, in bytes.
const (
	maxLine   = 500
	maxRemark = 10_000
)
