// Package ui is the window: the list of drafts, the steps to a new one, export and settings, and the frame around
// the drafting desk. Its screens show what they are given and send commands; they hold no truth of their own.
//
// It must not know SQL, page layout or the command line, and it does no disk or PDF work on the UI thread.
package ui
