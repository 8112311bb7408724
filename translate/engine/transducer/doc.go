// Package transducer reads the finite-state transducers that Apertium's language data are made of, and steps through
// them. A Machine never changes and may be used from several goroutines; what a run changes lies in its State.
//
// Formats and their meaning are those of lttoolbox 3.7. The package knows symbols and paths, not words: what is a word,
// and what is done with an analysis, is for the stages that use it. It must not know the grammar, or files' places.
package transducer
