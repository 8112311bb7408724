// Package engine translates between bokmål and nynorsk within the program itself: it reads Apertium's language data
// from a folder, makes of a mode file a row of stages, and takes texts through them. It gives the words that Apertium's
// own programs give, on every system, and starts none.
//
// Each kind of stage has a package of its own below this one, which knows the stream that stages pass on and not the
// others. The data are a separate work (GPL-2+) that is only read. This package knows neither screens, command line
// nor database.
package engine
