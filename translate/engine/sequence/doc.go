// Package sequence works on the words of a stream without looking at the sentence: it parts joined words for transfer
// (apertium-pretransfer) and replaces sequences of words that dictionaries list (lsx-proc -w).
//
// It must not know what the words mean, or the other stages.
package sequence
