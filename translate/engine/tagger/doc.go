// Package tagger chooses one reading for each word by how likely the kinds of words follow each other: a hidden Markov
// model as apertium-tagger -g runs it.
//
// A Model never changes. It knows words with their readings, and nothing of the other stages.
package tagger
