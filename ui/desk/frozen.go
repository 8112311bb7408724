package desk

// refuse says that the text stands, where it does, and reports whether that is so. A signed agreement is shown on the
// desk like any other, to be read, searched and copied from; nothing in it can be changed.
func (d *Desk) refuse() bool {
	if d.options.Frozen {
		d.Say(d.words.T("register.frozen.typed"))
	}
	return d.options.Frozen
}
