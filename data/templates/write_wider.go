package templates

import (
	"strconv"
	"strings"
	"time"

	"avtalebok/agreement"
)

// repeat writes how many parties a role takes, and what several are called.
func (w *writer) repeat(r agreement.Role) {
	if !r.Repeated() {
		return
	}
	w.key("repeat", "{ min = "+strconv.Itoa(r.Repeat.Min)+", max = "+strconv.Itoa(r.Repeat.Max)+" }")
	w.pair("plural", r.Plural)
}

// options writes what a choice field offers, one a line.
func (w *writer) options(options []agreement.Option) {
	if len(options) == 0 {
		return
	}
	w.line("options = [")
	for _, o := range options {
		w.line("  { id = " + quoted(o.ID) + ", nb = " + quoted(o.Label.NB) + ", nn = " + quoted(o.Label.NN) + " },")
	}
	w.line("]")
}

// condition writes when a section or an item belongs to the agreement.
func (w *writer) condition(c *agreement.Condition) {
	if c != nil {
		w.key("show_if", "{ field = "+quoted(c.Field)+", is = "+list(c.Is)+" }")
	}
}

// list writes texts as an array on one line.
func list(texts []string) string {
	parts := make([]string, len(texts))
	for i, s := range texts {
		parts[i] = quoted(s)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// network writes who leads a network and who takes part.
func (w *writer) network(it agreement.Item) {
	if it.Lead != "" {
		w.text("lead", it.Lead)
	}
	if len(it.Members) > 0 {
		w.key("members", list(it.Members))
	}
}

// terms writes which fields a grant section lists, and what its payments add up to.
func (w *writer) terms(s agreement.Section) {
	if len(s.Facts) > 0 {
		w.key("facts", list(s.Facts))
	}
	if s.Total != "" {
		w.text("total", s.Total)
	}
}

func (w *writer) payments(payments []agreement.Payment) {
	for _, p := range payments {
		w.gap()
		w.line("[[sections.payments]]")
		w.text("id", p.ID)
		if due := strings.TrimSpace(p.Due); due != "" {
			w.key("due", dueValue(due))
		}
		if amount := strings.TrimSpace(p.Amount); amount != "" {
			w.key("amount", wholeNumber(amount))
		}
		if !p.Purpose.Blank() {
			w.prose("nb", p.Purpose.NB)
			w.prose("nn", p.Purpose.NN)
		}
	}
}

// dueValue gives a year or a date as a file has it. What is neither is quoted, and Parse says so.
func dueValue(due string) string {
	if d, err := agreement.ParseDate(due); err == nil {
		return d.Format(time.DateOnly)
	}
	if (agreement.Payment{Due: due}).DueValid() {
		return due
	}
	return quoted(due)
}
