// Package selection chooses among the words that a bilingual dictionary gives, by rules on the words around (lrx-proc).
//
// It knows words with their targets, and nothing of sentences, of grammar or of the other stages.
package selection
