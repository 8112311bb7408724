// Package desk is the screen with which one open agreement is edited: the outline, the section in both written forms
// side by side, the fields and parties, what is missing before signing, and the line that says when it was saved.
//
// The desk holds no truth of its own: it shows the Editor's agreement and sends commands to it. It must not know how
// agreements are stored, exported or found, nor where parties come from; it is given a Store and functions for that.
// Everything but the work of a save and a review happens on the user-interface goroutine.
package desk
