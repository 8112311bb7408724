// Package memory is the translation memory: pairs of wordings in bokmål and nynorsk that somebody vouches for, and
// the finding of those that fit a passage, word for word or nearly. A match that differs only in a figure, a date, an
// address or a placeholder is as good as an exact one: the suggestion gets the passage's own.
//
// The pairs are kept in a store that the caller gives; what is held here is an index of bounded size, from which any
// pair can be missing without harm. The package must not know screens, the command line or the kind of store.
package memory
