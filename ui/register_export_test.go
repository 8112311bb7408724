package ui

// Attach takes in the file that the user has chosen on the page of an agreement: Fyne's own dialog can't be driven here.
func (w *Window) Attach(path string) { w.shown.(*entryScreen).attach(path) }
