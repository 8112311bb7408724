// Package data keeps agreements in an SQLite database in the user's data folder: every save as a revision, a
// search over both written forms, deletion with a way back, and the program's settings.
//
// It must not know how agreements are shown, printed or translated, nor which folder the caller wants: DefaultDir
// only proposes one. What goes wrong comes back as an agreement.Error whose message says what to do.
package data
