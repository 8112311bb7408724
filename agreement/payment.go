package agreement

import (
	"regexp"
	"slices"
	"strings"
)

// Payment is one part of a grant: when it is paid, how much, and what for. Due and Amount are kept as typed.
type Payment struct {
	ID      string `json:"id"`
	Due     string `json:"due"`    // a date as ParseDate reads it, or a year
	Amount  string `json:"amount"` // whole kroner
	Purpose Text   `json:"purpose"`
}

var year = regexp.MustCompile(`^[1-9][0-9]{3}$`)

// DueValid reports whether Due is a date or a year.
func (p Payment) DueValid() bool {
	due := strings.TrimSpace(p.Due)
	_, err := ParseDate(due)
	return err == nil || year.MatchString(due)
}

// DueWritten gives the date or year as it is printed: "1. mars 2027". What is neither is given as typed.
func (p Payment) DueWritten() string {
	due := strings.TrimSpace(p.Due)
	if t, err := ParseDate(due); err == nil {
		return WrittenDate(t)
	}
	return due
}

// Kroner gives the amount and whether it is a whole number of kroner above zero.
func (p Payment) Kroner() (int64, bool) {
	n, err := parseWhole(strings.TrimSpace(p.Amount))
	return n, err == nil && n > 0 && n <= maxKroner
}

// AmountWritten gives the amount as it stands in a table: "kr 500 000". What is no amount is given as typed.
func (p Payment) AmountWritten() string {
	if n, ok := p.Kroner(); ok {
		return InTable(n)
	}
	return strings.TrimSpace(p.Amount)
}

// InTable writes an amount as tables have it: "kr 500 000".
func InTable(kroner int64) string { return "kr" + hardSpace + groupDigits(kroner) }

// maxKroner keeps sums of a bounded number of payments within an int64.
const maxKroner = 1_000_000_000_000_000

// Payment finds a payment by its ID.
func (s Section) Payment(id string) (Payment, bool) {
	if i := paymentIndex(s.Payments, id); i >= 0 {
		return s.Payments[i], true
	}
	return Payment{}, false
}

// Sum adds the payments up and reports whether all of them have an amount. Those that have none are left out.
func (s Section) Sum() (kroner int64, whole bool) {
	whole = true
	for _, p := range s.Payments {
		n, ok := p.Kroner()
		if ok {
			kroner += n
		}
		whole = whole && ok
	}
	return kroner, whole
}

// Granted gives the amount that a section's payments are to add up to, and whether there is one.
func (a Agreement) Granted(s Section) (kroner int64, ok bool) {
	f, found := a.Field(s.Total)
	if !found || f.Answer.ByHand {
		return 0, false
	}
	n, err := parseWhole(strings.TrimSpace(f.Answer.Value))
	return n, err == nil
}

// NewPayment makes a payment without a date, an amount or a purpose.
func NewPayment() Payment { return Payment{ID: NewID()} }

// AddPayment puts a payment into a section at an index; an index beyond the end means at the end.
func AddPayment(section string, at int, payment Payment) Command {
	payment = payment.clean()
	p := Place{Section: section, Item: payment.ID, Part: PartDue}
	return paymentCommand("payment_add", p, func(payments []Payment) ([]Payment, bool) {
		return slices.Insert(slices.Clone(payments), min(max(at, 0), len(payments)), payment), true
	})
}

// EditPayment changes a payment; typing in a row in the same part of it is one step.
func EditPayment(section string, payment Payment, part Part) Command {
	payment = payment.clean()
	p := Place{Section: section, Item: payment.ID, Part: part}
	c := paymentCommand("payment_edit", p, func(payments []Payment) ([]Payment, bool) {
		i := paymentIndex(payments, payment.ID)
		if i < 0 {
			return nil, false
		}
		payments = slices.Clone(payments)
		payments[i] = payment
		return payments, true
	})
	c.structure, c.merge = false, mergeKey(c.Name, p, "")
	return c
}

// RemovePayment takes a payment out of its section.
func RemovePayment(section, payment string) Command {
	return paymentCommand("payment_remove", Place{Section: section, Item: payment}, func(payments []Payment) ([]Payment, bool) {
		i := paymentIndex(payments, payment)
		if i < 0 {
			return nil, false
		}
		return slices.Delete(slices.Clone(payments), i, i+1), true
	})
}

// MovePayment moves a payment by a number of places, negative is up. It stops at the ends.
func MovePayment(section, payment string, by int) Command {
	return paymentCommand("payment_move", Place{Section: section, Item: payment, Part: PartDue}, func(payments []Payment) ([]Payment, bool) {
		return moved(payments, paymentIndex(payments, payment), by)
	})
}

func paymentCommand(name string, p Place, change func([]Payment) ([]Payment, bool)) Command {
	return Command{Name: name, Place: p, structure: true, apply: func(a Agreement) (Agreement, error) {
		i := sectionIndex(a, p.Section)
		if i < 0 || a.Sections[i].Kind != GrantTerms {
			return a, noSuchPlace(p)
		}
		payments, ok := change(a.Sections[i].Payments)
		if !ok || len(payments) > maxItems {
			return a, noSuchPlace(p)
		}
		if len(payments) == 0 {
			payments = nil
		}
		a.Sections = slices.Clone(a.Sections)
		a.Sections[i].Payments = payments
		return a, nil
	}}
}

func paymentIndex(payments []Payment, id string) int {
	return slices.IndexFunc(payments, func(p Payment) bool { return p.ID == id })
}

func (p Payment) clean() Payment {
	p.Due, p.Amount, p.Purpose = CleanLine(p.Due), CleanLine(p.Amount), p.Purpose.clean()
	return p
}

// moved gives a list with the element at from moved by a number of places, stopping at the ends, and whether there is
// such an element.
func moved[T any](list []T, from, by int) ([]T, bool) {
	if from < 0 || from >= len(list) {
		return nil, false
	}
	to := min(max(from+by, 0), len(list)-1)
	out := slices.Clone(list)
	moving := out[from]
	out = slices.Delete(out, from, from+1)
	return slices.Insert(out, to, moving), true
}
