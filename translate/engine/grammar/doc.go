// Package grammar runs compiled constraint grammars: it reads the files that cg-comp writes (revision 13892, as Debian's
// apertium-nno-nob carries them) and gives, for a stream of words with their readings, what cg-proc 1.3.9 gives.
//
// A Grammar is read once, checked whole, and never changes; it may be used from several goroutines. Everything that a
// run changes lies in the run, so that the same text always gives the same result. A grammar that needs something
// that this package does not know is refused by name: one that was silently left out would answer wrongly.
//
// It must not know the other stages of a translation, files' places, or the language.
package grammar
