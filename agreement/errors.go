package agreement

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Code says to a program what went wrong. The command line turns it into an exit code.
type Code string

// The codes.
const (
	Invalid  Code = "invalid"  // the input is wrong: say so and let the user mend it
	NotFound Code = "notfound" // there is no such thing
	Refused  Code = "refused"  // the input is well formed, but the job can't be done with it
	Conflict Code = "conflict" // somebody else saved in between
	Storage  Code = "storage"  // disk, database or permissions
	Internal Code = "internal" // our own fault
)

// Error parts what a program needs (Code) from what a person reads (Key, a message key in locales, with Args).
// Err is the cause, for the log.
type Error struct {
	Code Code
	Key  string
	Args map[string]any
	Err  error
}

// NewError makes an Error. Args are pairs of name and value.
func NewError(code Code, key string, cause error, args ...any) *Error {
	e := &Error{Code: code, Key: key, Err: cause}
	for i := 0; i+1 < len(args); i += 2 {
		if e.Args == nil {
			e.Args = make(map[string]any, len(args)/2)
		}
		e.Args[fmt.Sprint(args[i])] = args[i+1]
	}
	return e
}

// Error gives one line for logs; people are shown the message that Key stands for.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Code, e.Key)
	names := make([]string, 0, len(e.Args))
	for n := range e.Args {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Fprintf(&b, " %s=%q", n, fmt.Sprint(e.Args[n]))
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf gives the code of the first Error in err's chain, or Internal.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
