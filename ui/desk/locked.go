package desk

import (
	"slices"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
)

// held reports whether a passage has agreed wording that the user has not chosen to change. The choice holds as
// long as the draft is open; a passage that is changed already is not asked for again.
func (d *Desk) held(p agreement.Place) bool {
	t, ok := d.editor.Agreement().Text(p)
	return ok && !d.template() && t.Locked() && !t.Deviates() && !d.allowed[p]
}

// whenAllowed does something to passages, after asking if one of them has agreed wording.
func (d *Desk) whenAllowed(places []agreement.Place, then func()) {
	held := slices.DeleteFunc(slices.Clone(places), func(p agreement.Place) bool { return !d.held(p) })
	if len(held) == 0 {
		then()
		return
	}
	d.askAgreed(d.words.T("desk.agreed.ask"), held, then, nil)
}

// askAgreed asks whether agreed wording is to be changed all the same.
func (d *Desk) askAgreed(question string, places []agreement.Place, then, otherwise func()) {
	if d.options.Window == nil {
		then()
		return
	}
	d.askHeld(question, "desk.agreed.change", places, then, otherwise)
}

// askHeld asks a question about agreed wording; who says yes is not asked for it again.
func (d *Desk) askHeld(question, yes string, places []agreement.Place, then, otherwise func()) {
	d.ask(d.words.T("desk.agreed.title"), question, d.words.T(yes), d.words.T("desk.agreed.leave"), func() {
		for _, p := range places {
			d.allowed[p] = true
		}
		then()
	}, otherwise)
}

// whenRemovable takes items out, after asking if there is agreed wording among them.
func (d *Desk) whenRemovable(section string, ids []string, then func()) {
	var held []agreement.Place
	for _, id := range ids {
		for _, part := range []agreement.Part{agreement.PartTitle, agreement.PartText} {
			if p := (agreement.Place{Section: section, Item: id, Part: part}); d.held(p) {
				held = append(held, p)
			}
		}
	}
	if len(held) == 0 || d.options.Window == nil {
		then()
		return
	}
	d.askHeld(d.words.T("desk.agreed.ask_remove"), "desk.agreed.remove", held, then, nil)
}

// withhold keeps what was just typed out of an agreed wording, and asks. It reports whether it did; what was typed
// is carried out when the answer is yes.
func (s *slot) withhold(text string) bool {
	d := s.desk
	if s.form == "" || !d.held(s.place) {
		return false
	}
	s.entry.PresentChange(s.last)
	if len(d.boxes) > 0 { // asked already
		return true
	}
	d.whenAllowed([]agreement.Place{s.place}, func() {
		if other := d.slotAt(s.place, s.form); other != nil { // the page may have been built anew
			d.focus(other.entry)
			other.entry.PresentChange(text)
			other.edited(text)
		}
	})
	return true
}

// restoreAgreed puts the template's wording back.
func (d *Desk) restoreAgreed(p agreement.Place) {
	d.history.seal()
	d.do(agreement.RestoreAgreed(p))
	d.history.seal()
	d.focusPlace(p, d.form())
}

// lockIcon is the sign of agreed wording, openLockIcon that of agreed wording that was changed, noteIcon that of a
// note.
var (
	lockIcon     = fyne.NewStaticResource("agreed.svg", lockSVG("M3.6 7V5a4.4 4.4 0 0 1 8.8 0v2h-1.9V5a2.5 2.5 0 0 0-5 0v2z"))
	openLockIcon = fyne.NewStaticResource("deviation.svg", lockSVG("M3.6 7V4.5a4.4 4.4 0 0 1 8.5-1.6l-1.8.7a2.5 2.5 0 0 0-4.8.9V7z"))
	noteIcon     = fyne.NewStaticResource("note.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#000000" d="M2 2h12v9H8l-4 3.5V11H2z"/></svg>`))
)

func lockSVG(shackle string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#000000" d="` + shackle +
		`"/><path fill="#000000" d="M2.5 7h11v8h-11z"/></svg>`)
}
