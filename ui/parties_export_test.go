package ui

// ReadPartyList shows what is in a file with parties, as choosing it in the dialog does.
func (w *Window) ReadPartyList(path string) { w.shown.(*partiesScreen).readList(path) }
