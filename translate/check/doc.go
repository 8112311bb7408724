// Package check reads bokmål and nynorsk as a copy editor does: it finds words of the other written form, endings,
// constructions and typography that the norm or good style advises against, and what is not consistent within a
// document or between its two forms. A rule that can't be sure keeps silent: a false alarm costs more trust than a
// missed slip.
//
// The package gives findings with places, replacements and the keys of their messages; it knows neither screens,
// files nor what the user has said about a finding before.
package check
