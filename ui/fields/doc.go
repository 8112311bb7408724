// Package fields has the rows in which the questions of a template are answered: the same on the desk and in the steps to
// a new draft. It must not know where the answers are kept.
package fields
