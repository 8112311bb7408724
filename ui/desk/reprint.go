package desk

// Reprint makes the preview's PDF anew: something other than the agreement has changed what it looks like.
func (d *Desk) Reprint() {
	if d.preview.on() {
		d.preview.make()
	}
}
