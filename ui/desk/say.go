package desk

// Say shows words in the middle of the status line for a while, or until something is changed.
func (d *Desk) Say(words string) {
	s := d.status
	s.stop()
	s.offer.SetText(words)
	s.offer.Show()
	s.undo.Hide()
	s.line.Refresh()
	s.cancel = d.timing.After(offerFor, func() {
		s.cancel = nil
		s.withdraw()
	})
}
