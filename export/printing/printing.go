// Package printing hands finished PDF files to the system's printers and says what became of it. It must not know
// agreements or screens.
package printing

import (
	"context"
	"errors"
	"fmt"

	"avtalebok/agreement"
)

// Printer is a printer that the system knows.
type Printer struct {
	Name    string
	Default bool
}

// Job is what was handed over. ID is the system's name for it, "" where the system gives none.
type Job struct {
	Printer string
	ID      string
}

// MaxCopies bounds the number of copies of one job; a slip of the finger should not empty the paper store.
const MaxCopies = 99

// Printers lists the system's printers, the default one first. On a system where a printer can't be chosen beforehand
// (Windows asks by itself) the list is empty and Choosable false.
func Printers(ctx context.Context) ([]Printer, error) { return printers(ctx) }

// Print hands a PDF file to a printer; "" is the system's default. The errors say what to do: no printing system, no
// printer, or what the system itself said.
func Print(ctx context.Context, path, printer string, copies int) (Job, error) {
	if copies < 1 || copies > MaxCopies {
		return Job{}, agreement.NewError(agreement.Invalid, "error.print.copies", nil, "Max", MaxCopies)
	}
	return hand(ctx, path, printer, copies)
}

func noSystem(cause error) error {
	return agreement.NewError(agreement.Refused, "error.print.system", cause)
}

func failed(cause error, said string) error {
	if said == "" {
		said = fmt.Sprint(errors.Unwrap(cause))
	}
	return agreement.NewError(agreement.Refused, "error.print.failed", cause, "Said", said)
}
