// Package diff shows what changed between two wordings, word by word: what a match of the translation memory says
// otherwise than the passage at hand, what became of a source text after its translation was accepted, what one
// revision of a draft changed in another.
//
// It also parts a text into tokens, since words are what people compare. It must not know why texts are compared, nor
// how a difference is shown.
package diff
