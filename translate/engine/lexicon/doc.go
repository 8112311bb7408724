// Package lexicon looks words up in compiled dictionaries as lt-proc 3.7 does: it analyses plain text into words with
// their readings, gives the words of the other language for a reading, makes the form of a word from a reading, and
// joins what is written together.
//
// It knows text and streams of words, and nothing of sentences or of the other stages. Each call stands by itself: the
// same text always gives the same result.
package lexicon
