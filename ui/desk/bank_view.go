package desk

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/ui/widgets"
)

// shownEntries is how many entries are shown at once; whoever looks for another one types more of it.
const shownEntries = 60

// slowSearch is how long a search may take before the view says that it is going on.
const slowSearch = 500 * time.Millisecond

// BankOptions are what a view of the bank needs. Bank and Localizer must be set.
type BankOptions struct {
	Bank      Bank
	Templates []agreement.Template // their texts stand in the bank, too
	Localizer *locales.Localizer
	Timing    Timing
	Kind      agreement.SectionKind // shown at first; "" is all

	OnInsert func(e agreement.BankEntry, stay bool) // nil: the texts are only looked at and looked after
	OnError  func(error)
}

// BankView shows the bank: a search, the kinds, the texts in both forms, and what can be done with the one that is
// chosen. Everything can be done from the keyboard. It belongs on the user-interface goroutine.
type BankView struct {
	OnEscape func() bool // Escape in one of the view's own parts

	options   BankOptions
	words     *locales.Localizer
	templates []agreement.BankEntry

	search  *widgets.Entry
	kinds   *widgets.Segments
	list    *widgets.Choices
	said    *widgets.Words
	undo    *widgets.Link
	tags    *widgets.Entry
	tagging *fyne.Container
	empty   *widgets.Words
	content *fyne.Container

	insert, more, tag, remove *widgets.Button

	found   []agreement.BankEntry
	at      int    // the chosen one, or -1
	asked   int    // searches that were begun; answers to all but the last come too late
	stop    func() // ends the search that is under way, which the next one, or closing, makes needless
	shown   int    // the search whose answer is shown
	waiting func() // what is to be done when the answer has come
	deleted int64  // what undo brings back, or 0
	changes []bankChange
}

// NewBankView makes a view and begins to look for what stands in the bank.
func NewBankView(o BankOptions) *BankView {
	if o.Timing == nil {
		o.Timing = LiveTiming{}
	}
	v := &BankView{options: o, words: o.Localizer, at: -1}
	for _, t := range o.Templates {
		for _, e := range t.BankEntries() {
			if !containsSame(v.templates, e) {
				v.templates = append(v.templates, e)
			}
		}
	}
	v.compose()
	v.ask()
	return v
}

func containsSame(entries []agreement.BankEntry, e agreement.BankEntry) bool {
	for _, other := range entries {
		if other.Same(e) {
			return true
		}
	}
	return false
}

// Stop ends the view: answers that are still to come are for nobody.
func (v *BankView) Stop() {
	v.asked++
	v.waiting = nil
}

// Content is what to show.
func (v *BankView) Content() fyne.CanvasObject { return v.content }

// First is what has the keyboard first: the search.
func (v *BankView) First() fyne.Focusable { return v.search }

// Buttons are what can be done with the chosen text. They are to stand beneath the content.
func (v *BankView) Buttons() []fyne.CanvasObject {
	if v.options.OnInsert == nil {
		return []fyne.CanvasObject{v.remove, v.tag}
	}
	return []fyne.CanvasObject{v.remove, v.tag, v.more, v.insert}
}

func (v *BankView) compose() {
	w := v.words
	v.search = widgets.NewLineEntry()
	v.search.Icon = theme.SearchIcon()
	v.search.SetPlaceHolder(w.T("desk.bank_search"))
	v.search.OnEdited = func(string) { v.ask() }
	v.search.OnKey = v.searchKey
	v.search.OnShortcut = v.shortcut
	ids, labels := []string{""}, []string{w.T("desk.bank_all")}
	for _, k := range agreement.BankKinds {
		ids, labels = append(ids, string(k)), append(labels, w.T("desk.bank_kind."+string(k)))
	}
	v.kinds = widgets.NewSegments(ids, labels, func(string) { v.ask() })
	v.kinds.Select(string(v.options.Kind))

	v.list = widgets.NewChoices()
	v.list.Follow = true
	v.list.OnChosen = v.choose
	v.list.OnActivated = func(string) { v.insertChosen(false) }
	v.list.OnKey = v.listKey
	v.list.OnShortcut = v.shortcut
	v.empty = widgets.NewWords("", theme.SizeNameText, theme.ColorNamePlaceHolder)
	v.said = widgets.NewNote("")
	v.said.Wrapping = fyne.TextWrapOff
	v.undo = widgets.NewLink(w.T("desk.undo"), v.restore)

	v.tags = widgets.NewLineEntry()
	v.tags.SetPlaceHolder(w.T("desk.bank_tags_about"))
	v.tags.OnKey = v.tagsKey
	v.tagging = container.NewBorder(nil, nil, widget.NewLabel(w.T("desk.bank_tags")), nil, v.tags)
	v.tagging.Hide()

	v.insert = widgets.NewButton(w.T("desk.bank_insert"), theme.ContentAddIcon(), func() { v.insertChosen(false) })
	v.insert.Importance = widget.HighImportance
	v.more = widgets.NewButton(w.T("desk.bank_insert_more"), nil, func() { v.insertChosen(true) })
	v.tag = widgets.NewButton(w.T("desk.bank_tags")+" …", nil, v.editTags)
	v.remove = widgets.NewButton(w.T("desk.bank_delete"), theme.DeleteIcon(), v.delete)

	v.content = container.NewBorder(
		container.NewVBox(v.search, container.NewHScroll(v.kinds), widget.NewSeparator()),
		container.NewVBox(widget.NewSeparator(), v.tagging, container.NewHBox(v.said, v.undo)), nil, nil,
		container.NewStack(v.empty, v.list))
	v.say("", false)
	v.showChosen()
}

// ask looks for what the search and the kind ask for, away from the user-interface goroutine.
func (v *BankView) ask() {
	v.asked++
	asked := v.asked
	v.waiting = nil
	q := agreement.BankQuery{
		Search: v.search.Text, Kind: agreement.SectionKind(v.kinds.Selected()), Limit: shownEntries + 1,
	}
	if v.stop != nil {
		v.stop()
	}
	ctx, stop := context.WithCancel(context.Background())
	told := v.options.Timing.After(slowSearch, func() {
		if v.undo.Hidden { // an offer to bring back what was deleted stays in sight
			v.say(v.words.T("desk.bank_searching"), false)
		}
	})
	v.stop = func() {
		told()
		stop()
	}
	var found []agreement.BankEntry
	var err error
	v.options.Timing.Background(func() {
		found, err = v.options.Bank.SearchBank(ctx, q)
		for _, e := range v.templates {
			if len(found) <= shownEntries && e.Matches(q) && !containsSame(found, e) {
				found = append(found, e)
			}
		}
	}, func() {
		if asked != v.asked {
			return
		}
		v.stop()
		switch {
		case err != nil:
			v.say("", false)
			v.shown = asked
			v.fail(err)
		default:
			v.shown = asked
			v.show(found)
			if f := v.waiting; f != nil {
				v.waiting = nil
				f()
			}
		}
	})
}

func (v *BankView) fail(err error) {
	if v.options.OnError != nil {
		v.options.OnError(err)
	}
}

// show shows entries; the chosen one stays chosen if it is among them.
func (v *BankView) show(found []agreement.BankEntry) {
	more := len(found) > shownEntries
	found = found[:min(len(found), shownEntries)]
	before, had := v.chosen()
	v.found, v.at = found, -1
	lines := make([]widgets.Choice, len(found))
	for i, e := range found {
		lines[i] = v.line(i, e)
		if had && v.at < 0 && (e.Same(before) || e.ID != 0 && e.ID == before.ID) {
			v.at = i
		}
	}
	if v.at < 0 && len(found) > 0 {
		v.at = 0
	}
	v.list.Set(lines)
	v.list.Select(strconv.Itoa(v.at))
	v.empty.SetText("")
	if len(found) == 0 {
		v.empty.SetText(v.words.T("desk.bank_nothing"))
	}
	switch {
	case v.deleted != 0: // the way back stays in sight
	case more:
		v.say(v.words.T("desk.bank_many", "Count", shownEntries), false)
	default:
		v.say(v.words.N("desk.bank_found", len(found)), false)
	}
	v.showChosen()
}

// longestShown is how much of a text a line shows of it, in characters.
const longestShown = 240

// line shows an entry: in the form of the interface, in the other one, and what there is to know about it.
func (v *BankView) line(i int, e agreement.BankEntry) widgets.Choice {
	form := speechOf(v.words)
	if strings.TrimSpace(e.Title.In(form)+e.Text.In(form)) == "" {
		form = form.Other()
	}
	c := widgets.Choice{ID: strconv.Itoa(i), Title: entryText(e, form)}
	c.Icon, c.Accent = theme.DocumentIcon(), widget.LowImportance
	source := v.words.T("desk.bank_from", "Source", e.Source.In(speechOf(v.words)))
	if e.Own() {
		c.Icon, c.Accent = theme.DocumentSaveIcon(), widget.HighImportance
	} else {
		source = v.words.T("desk.bank_template", "Source", e.Source.In(speechOf(v.words)))
	}
	about := []string{v.words.T("desk.bank_kind_one." + string(e.Kind))}
	if len(e.Tags) > 0 {
		about = append(about, "#"+strings.Join(e.Tags, " #"))
	}
	if strings.TrimSpace(e.Source.NB+e.Source.NN) != "" {
		about = append(about, source)
	}
	if other := entryText(e, form.Other()); other != "" && other != c.Title {
		c.Note = other + "\n"
	}
	c.Note += strings.Join(about, "  ·  ")
	return c
}

func entryText(e agreement.BankEntry, form agreement.Form) string {
	title, text := strings.TrimSpace(e.Title.In(form)), strings.Join(strings.Fields(e.Text.In(form)), " ")
	if title != "" && text != "" {
		title += ": "
	}
	return shortened(title+text, longestShown)
}

// shortened gives the beginning of a text, up to a blank, where it has more than so many characters.
func shortened(s string, longest int) string {
	r := []rune(s)
	if len(r) <= longest {
		return s
	}
	s = string(r[:longest])
	if at := strings.LastIndexByte(s, ' '); at > len(s)/2 {
		s = s[:at]
	}
	return strings.TrimSpace(s) + " …"
}

// speechOf is the written form of the interface, where it is one.
func speechOf(l *locales.Localizer) agreement.Form {
	if l.Language == string(agreement.Nynorsk) {
		return agreement.Nynorsk
	}
	return agreement.Bokmal
}

// say says what was found or done, with a way back where there is one.
func (v *BankView) say(words string, undo bool) {
	v.said.SetText(words)
	v.undo.Hidden = !undo
	if !undo {
		v.deleted = 0
	}
	v.content.Refresh()
}

func (v *BankView) chosen() (agreement.BankEntry, bool) {
	if v.at < 0 || v.at >= len(v.found) {
		return agreement.BankEntry{}, false
	}
	return v.found[v.at], true
}

func (v *BankView) choose(id string) {
	if i, err := strconv.Atoi(id); err == nil {
		v.at = i
	}
	v.endTagging()
	v.showChosen()
}

// showChosen lets the buttons do what can be done with the chosen text.
func (v *BankView) showChosen() {
	e, ok := v.chosen()
	for b, on := range map[*widgets.Button]bool{v.insert: ok, v.more: ok, v.tag: ok && e.Own(), v.remove: ok && e.Own()} {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// shortcut carries out the view's own shortcuts, and takes all others of the desk's away: it lies beneath.
func (v *BankView) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	switch {
	case !ok:
		if _, undo := s.(*fyne.ShortcutUndo); undo {
			v.restore()
			return true
		}
		return false
	case c.KeyName == fyne.KeyReturn && c.Modifier == fyne.KeyModifierControl:
		v.insertChosen(true)
		return true
	}
	return false
}
