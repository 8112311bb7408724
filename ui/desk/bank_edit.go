package desk

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
)

// insertChosen puts the chosen text into the agreement; stay keeps the bank open.
func (v *BankView) insertChosen(stay bool) {
	if v.asked != v.shown { // Enter is about what was typed, not about what stands there yet
		v.waiting = func() { v.insertChosen(stay) }
		return
	}
	e, ok := v.chosen()
	if !ok || v.options.OnInsert == nil {
		return
	}
	v.options.OnInsert(e, stay)
	if stay {
		v.say(v.words.T("desk.bank_inserted", "Text", short(entryText(e, speechOf(v.words)))), false)
	}
}

// short gives the beginning of a text, for a line that says what was done with it.
func short(s string) string { return shortened(s, 48) }

// delete takes the chosen text out of the bank and offers to bring it back.
func (v *BankView) delete() {
	e, ok := v.chosen()
	if !ok {
		return
	}
	if !e.Own() {
		v.say(v.words.T("desk.bank_read_only"), false)
		return
	}
	v.deleted = e.ID // at once: whoever is quick may want it back before it is gone
	v.change(func() error { return v.options.Bank.DeleteBankEntry(context.Background(), e.ID) }, func() {
		if v.deleted == e.ID {
			v.say(v.words.T("desk.bank_deleted", "Text", short(entryText(e, speechOf(v.words)))), true)
		}
		v.focus(v.list)
	})
}

// restore brings back what was deleted last.
func (v *BankView) restore() {
	id := v.deleted
	if id == 0 {
		return
	}
	v.deleted = 0
	v.change(func() error { return v.options.Bank.RestoreBankEntry(context.Background(), id) }, func() {
		v.say(v.words.T("desk.bank_restored"), false)
	})
}

// bankChange is a change of the bank that is under way or waits for those before it.
type bankChange struct {
	work func() error
	done func()
}

// change changes the bank away from the user-interface goroutine, one change after the other, and shows what it holds
// then.
func (v *BankView) change(work func() error, done func()) {
	v.changes = append(v.changes, bankChange{work, done})
	if len(v.changes) == 1 {
		v.nextChange()
	}
}

func (v *BankView) nextChange() {
	c := v.changes[0]
	var err error
	v.options.Timing.Background(func() { err = c.work() }, func() {
		v.changes = v.changes[1:]
		if err != nil {
			v.deleted = 0
			v.fail(err)
		} else {
			c.done()
		}
		if len(v.changes) > 0 {
			v.nextChange()
			return
		}
		v.ask()
	})
}

// editTags opens the line with the chosen text's tags.
func (v *BankView) editTags() {
	e, ok := v.chosen()
	switch {
	case !ok:
		return
	case !e.Own():
		v.say(v.words.T("desk.bank_read_only"), false)
		return
	}
	v.tags.Present(strings.Join(e.Tags, ", "))
	v.tags.SetCursor(len([]rune(v.tags.Text)))
	v.tagging.Show()
	v.content.Refresh()
	v.focus(v.tags)
}

// keepTags keeps what was typed.
func (v *BankView) keepTags() {
	e, ok := v.chosen()
	if !ok {
		return
	}
	e.Tags = agreement.ParseTags(v.tags.Text)
	v.change(func() error {
		_, err := v.options.Bank.SaveBankEntry(context.Background(), e)
		return err
	}, func() {
		v.endTagging()
		v.focus(v.list)
	})
}

func (v *BankView) endTagging() {
	if v.tagging.Visible() {
		v.tagging.Hide()
		v.content.Refresh()
	}
}

// Back goes one step back, as Escape does: out of the tags. It reports whether there was anything to go back from.
func (v *BankView) Back() bool {
	if !v.tagging.Visible() {
		return false
	}
	v.endTagging()
	v.focus(v.list)
	return true
}

func (v *BankView) focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.content); c != nil {
		c.Focus(o)
	}
}

// searchKey goes from the search into the list, and lets Enter take what is chosen there.
func (v *BankView) searchKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		v.focus(v.list)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.insertChosen(false)
	default:
		return v.anyKey(key)
	}
	return true
}

func (v *BankView) listKey(key *fyne.KeyEvent) bool {
	switch {
	case key.Name == fyne.KeyUp && v.at <= 0:
		v.focus(v.search)
	case key.Name == fyne.KeyDelete:
		v.delete()
	case key.Name == fyne.KeySpace: // the blank would be typed into what has the keyboard next
	default:
		return v.anyKey(key)
	}
	return true
}

func (v *BankView) tagsKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		v.keepTags()
	case fyne.KeyEscape:
		return v.Back()
	default:
		return false
	}
	return true
}

// anyKey carries out the keys that mean the same in the search and in the list.
func (v *BankView) anyKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyF2:
		v.editTags()
	case fyne.KeyEscape:
		return v.OnEscape != nil && v.OnEscape()
	default:
		return false
	}
	return true
}
