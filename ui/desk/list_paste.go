package desk

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
)

// pasteList pastes a list into the items of a section: one item a line, without numbers and bullets. It reports whether
// the text was one; other text is left to the entry.
func (d *Desk) pasteList(s *slot, text string) bool {
	if s.place.Section == "" || s.place.Item == "" || s.form == "" {
		return false
	}
	section, _ := d.editor.Agreement().Section(s.place.Section)
	if _, ok := section.Item(s.place.Item); !ok {
		return false // a payment
	}
	lines := listLines(section.Kind, s.place.Part, text)
	if len(lines) < 2 {
		return false
	}
	commands, last := pasteCommands(section, s.place, s.form, s.entry.Text, withoutSelection(s), lines)
	var changed []agreement.Place
	for _, c := range commands {
		changed = append(changed, c.Place)
	}
	d.whenAllowed(changed, func() {
		d.history.seal()
		d.do(agreement.Together("paste", last, commands...))
		d.focusEnd(last, s.form)
		d.status.offerUndo(d.words.N("desk.pasted", len(lines)))
	})
	return true
}

// listLines gives the items of a pasted list, and nothing where it is to be pasted as text: the text of a focus area has
// paragraphs of its own, so plain lines stay there and only what is numbered or bulleted becomes new areas.
func listLines(kind agreement.SectionKind, part agreement.Part, text string) []string {
	lines := agreement.ParseList(text)
	if !kind.Titled() || part == agreement.PartTitle {
		return lines
	}
	var plain []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r", "\n"), "\n") {
		if line = strings.TrimSpace(agreement.CleanLine(line)); line != "" {
			plain = append(plain, line)
		}
	}
	if slices.Equal(lines, plain) {
		return nil
	}
	return lines
}

// pasteCommands fills the item at a place and those beneath it as far as they have no words in this form, so that a list
// can be pasted beside its translation, and puts the rest into new items behind them. It gives the place of the last.
func pasteCommands(s agreement.Section, at agreement.Place, form agreement.Form, shown, rest string, lines []string) (
	commands []agreement.Command, last agreement.Place,
) {
	part := at.Part
	if s.Kind.Titled() {
		part = agreement.PartTitle
	}
	wording := func(it agreement.Item) string {
		switch {
		case it.ID == at.Item && part == at.Part:
			return rest
		case part == agreement.PartTitle:
			return it.Title.In(form)
		}
		return it.Text.In(form)
	}
	last = at
	i := slices.IndexFunc(s.Items, func(it agreement.Item) bool { return it.ID == at.Item })
	if rest != shown && strings.TrimSpace(rest) != "" {
		commands = append(commands, agreement.SetText(at, form, rest))
	}
	filled := 0
	for ; i < len(s.Items) && filled < len(lines) && strings.TrimSpace(wording(s.Items[i])) == ""; i++ {
		last = agreement.Place{Section: s.ID, Item: s.Items[i].ID, Part: part}
		commands = append(commands, agreement.SetText(last, form, lines[filled]))
		filled++
	}
	if filled == 0 {
		i++ // behind the present one
	}
	for n, line := range lines[filled:] {
		it := agreement.NewItem()
		if part == agreement.PartTitle {
			it.Title = it.Title.With(form, line)
		} else {
			it.Text = it.Text.With(form, line)
		}
		commands = append(commands, agreement.AddItem(s.ID, i+n, it))
		last = agreement.Place{Section: s.ID, Item: it.ID, Part: part}
	}
	return commands, last
}

// withoutSelection gives an entry's text without what is selected, which pasting replaces.
func withoutSelection(s *slot) string {
	text, selected := []rune(s.entry.Text), s.entry.SelectedText()
	n := utf8.RuneCountInString(selected)
	if n == 0 {
		return s.entry.Text
	}
	at := min(s.entry.CursorTextOffset(), len(text))
	switch { // the cursor is at one end of it
	case at >= n && string(text[at-n:at]) == selected:
		return string(text[:at-n]) + string(text[at:])
	case at+n <= len(text) && string(text[at:at+n]) == selected:
		return string(text[:at]) + string(text[at+n:])
	}
	return s.entry.Text
}

// PastePlain pastes into the passage whatever the text looks like.
func (d *Desk) PastePlain() {
	if d.writing() {
		d.current.entry.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	}
}
