package desk

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/translate/check"
	"avtalebok/ui/widgets"
)

// Options are what a desk needs from its surroundings. Store and Localizer must be set.
type Options struct {
	Store     Store
	Localizer *locales.Localizer
	Window    fyne.Window // for focus and shortcuts; nil in a desk that is only drawn
	Frozen    bool        // the agreement is signed: it can be read, and nothing in it can be changed

	OnExport    func(agreement.Agreement)                   // the user wants a PDF; all work is saved by then
	OnPublish   func()                                      // of a template: the user wants what stands there to count; nil in a draft
	OnClose     func()                                      // the user wants to leave; whoever owns the desk calls Flush
	OnError     func(error)                                 // something failed that the user must hear of
	OnSaveCopy  func(agreement.Agreement)                   // after a conflict: keep this as a draft of its own
	OnChange    func()                                      // the names of Undo and Redo, or what they do, may have changed
	ChooseParty func(agreement.Role, func(agreement.Party)) // finds a party for a role; nil takes the choice away
	Bank        Bank                                        // texts that the user keeps; nil takes the bank away
	Templates   []agreement.Template                        // their texts stand in the bank, too

	Print    Printer  // makes the preview's PDF; nil, as with Pages, leaves the preview out
	Pages    Pages    // shows it
	Settings Settings // keep the widths of the panes; nil keeps none

	Revisions RevisionStore // nil takes the look at earlier revisions away

	Memory  Memory                      // suggests wordings that somebody has accepted; nil takes that away
	Engine  Engine                      // suggests translations; nil takes that away
	Checker func(check.Options) Checker // makes a checker of the language, in the background; nil takes that away
	Speller check.Speller               // knows which words are spelt right; nil takes that away
	// AddWord adds a word to those that are spelt right, in the background; nil takes that away.
	AddWord func(ctx context.Context, form agreement.Form, word string) error

	Now    func() time.Time // nil is time.Now
	Timing Timing           // nil is LiveTiming
}

// Desk edits one open agreement. All of its methods belong on the user-interface goroutine.
type Desk struct {
	options  Options
	words    *locales.Localizer
	editor   *agreement.Editor
	timing   Timing
	history  *history
	autosave *autosave

	columns, plain *widgets.Columns // of rows with both forms, and of rows with facts
	hints          *widgets.Hints
	heads          *widgets.Heads
	sheet          *widgets.Sheet
	panel          *panel
	status         *status
	bar            *bar
	panes          *widgets.Panes
	preview        *preview
	content        *fyne.Container
	middle         *fyne.Container // the section, with what stands above and beneath it
	strip          *strip
	offer          *offer // of a newer version of the template

	page    page
	pageID  pageID
	offsets map[pageID]float32 // how far each page was scrolled when it was left
	current *slot              // the entry that has the focus, or had it last
	typing  *slot              // the entry whose own change is being carried out
	working agreement.Place    // where the cursor is, while it is in a text

	settling bool // rows are changing their heights, and will be moved afterwards

	finder    *finder
	suggester *suggester
	proof     *proof
	boxes     []*box                   // dialogs over the desk, the topmost last
	allowed   map[agreement.Place]bool // agreed wording that the user has chosen to change

	selection selection // which items are marked
	dragging  dragging  // the item that is on its way to another place

	review    review
	reviewing *coalescer
	followed  agreement.Agreement // as it was after the last change
	closed    bool
	release   []func()
}

// New opens an agreement.
func New(a agreement.Agreement, o Options) *Desk {
	if o.Timing == nil {
		o.Timing = LiveTiming{}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	d := &Desk{
		options: o, words: o.Localizer, editor: agreement.NewEditor(a), timing: o.Timing,
		columns: &widgets.Columns{Gutter: 3.25, Rail: 6.5}, plain: &widgets.Columns{Gutter: 3.25, Rail: 6.5},
		hints: widgets.NewHints(), offsets: make(map[pageID]float32), review: reviewOf(a),
		followed: a, allowed: make(map[agreement.Place]bool),
	}
	d.finder = newFinder(d)
	d.suggester, d.proof = newSuggester(d), newProof(d)
	d.history = &history{editor: d.editor, timing: d.timing}
	d.autosave = &autosave{store: o.Store, timing: d.timing, editor: d.editor, now: o.Now, onChange: d.showStatus}
	d.reviewing = &coalescer{timing: d.timing, delay: reviewDelay, run: d.runReview}
	d.release = append(d.release, d.editor.OnChange(d.changed))
	d.content = container.NewStack()
	d.preview = newPreview(d)
	d.compose()
	d.open(frontPage)
	d.addShortcuts()
	d.readArrangement()
	d.preview.start()
	d.proof.readIgnored()
	return d
}

// Content is what to put into the window.
func (d *Desk) Content() fyne.CanvasObject { return d.content }

// Agreement gives the agreement as it is now.
func (d *Desk) Agreement() agreement.Agreement { return d.editor.Agreement() }

// Flush saves what is not saved yet before it returns. It is for leaving the desk or the program. On an error nothing
// is lost: the desk still holds it, and tries again.
func (d *Desk) Flush(ctx context.Context) error { return d.autosave.flush(ctx) }

// Close ends the desk's timers and shortcuts. Flush first.
func (d *Desk) Close() {
	d.closed = true
	d.history.stop()
	d.autosave.stop()
	d.reviewing.stop()
	d.finder.searching.stop()
	d.suggester.stop()
	d.proof.checking.stop()
	d.proof.spelling.end()
	d.status.stop()
	d.preview.close()
	for _, f := range d.release {
		f()
	}
}

// compose puts the screen together, in the present language.
func (d *Desk) compose() {
	d.sheet = widgets.NewSheet(92, 5)
	d.heads = widgets.NewHeads(d.columns, d.sheet)
	d.heads.Set(d.words.T("desk.form.nb"), d.words.T("desk.form.nn"))
	d.panel = newPanel(d)
	d.status = newStatus(d)
	d.bar = newBar(d)
	d.finder.bar = newFindBar(d.finder)
	d.strip = newStrip(d)
	d.offer = newOffer(d, d.offer)
	d.middle = container.NewBorder(
		container.NewVBox(d.finder.bar.content, d.heads, widget.NewSeparator()),
		container.NewVBox(d.strip.content, d.newSelectionBar()), nil, nil, d.sheet)
	d.preview.pane = newPreviewPane(d.preview)
	d.panes = d.newPanes(d.middle)
	body := container.NewBorder(container.NewVBox(d.bar.content, d.status.alarm, d.offer.content), d.status.content, nil, nil, d.panes)
	d.content.Objects = []fyne.CanvasObject{body, d.dropLayer(), d.hints.Layer()}
	d.content.Refresh()
	d.showReview()
	d.showStatus()
}

// SetLocalizer changes the language of the interface. The page, the scrolling and the cursor stay where they are.
func (d *Desk) SetLocalizer(l *locales.Localizer) {
	if l == d.words {
		return
	}
	at, offset, page := d.where(), d.sheet.Offset(), d.pageID
	d.words = l
	d.pageID, d.page = "", nil
	d.compose()
	d.open(page)
	d.sheet.SetOffset(offset)
	d.restore(at)
}

// do carries out a command and tells the user if it can't be done.
func (d *Desk) do(c agreement.Command) {
	if d.refuse() {
		return
	}
	if err := d.editor.Do(c); err != nil && d.options.OnError != nil {
		d.options.OnError(err)
	}
}

// Undo takes back the last step and shows where that was.
func (d *Desk) Undo() { d.editor.Undo() }

// Redo does again what was undone last and shows where that was.
func (d *Desk) Redo() { d.editor.Redo() }

// UndoName says what Undo would take back, in the language of the interface, or "".
func (d *Desk) UndoName() string { return d.commandName(d.editor.UndoName()) }

// RedoName says what Redo would do again, or "".
func (d *Desk) RedoName() string { return d.commandName(d.editor.RedoName()) }

func (d *Desk) commandName(name string) string {
	if name == "" {
		return ""
	}
	return d.words.T("command." + name)
}

// changed follows a change of the agreement.
func (d *Desk) changed(c agreement.Change) {
	before := d.followed
	d.followed = d.editor.Agreement()
	d.autosave.changed()
	d.reviewing.ask()
	d.preview.changed(c)
	d.status.withdraw()
	d.followTemplate()
	d.finder.changed()
	d.learn(c, before)
	d.proof.changed(c)
	if c.Origin != agreement.Done {
		d.history.seal()
		c.Place = d.located(c, before)
	}
	if c.Place == (agreement.Place{}) {
		d.changedAnywhere(c, before)
		d.tellChange()
		return
	}
	if c.Origin != agreement.Done {
		d.open(pageOf(c.Place))
	}
	index := -1
	if p, ok := d.page.(*sectionPage); ok {
		index = p.place(c.Place.Item)
	}
	if c.Structure && (c.Origin == agreement.Done || pageOf(c.Place) == d.pageID) {
		d.rebuild()
	}
	different := d.present(c)
	d.page.refresh(c.Place)
	d.bar.refresh()
	if c.Origin != agreement.Done {
		d.showChange(c, before, different, index)
	}
	d.tellChange()
}

func (d *Desk) tellChange() {
	d.suggester.changed()
	if d.options.OnChange != nil {
		d.options.OnChange()
	}
}

// present brings the entries that a change may concern up to date and gives the first that showed something else.
func (d *Desk) present(c agreement.Change) *slot {
	var first *slot
	for _, s := range d.page.slots() {
		if s == d.typing || !concerns(c, s.place) {
			continue
		}
		if s.present() && first == nil {
			first = s
		}
	}
	return first
}

// concerns reports whether a change may have changed what stands at a place.
func concerns(c agreement.Change, p agreement.Place) bool {
	if c.Place.Party != "" {
		return p.Party == c.Place.Party
	}
	if c.Place.Field != "" {
		return p.Field == c.Place.Field
	}
	return p == c.Place || c.Structure && p.Item != "" && p.Section == c.Place.Section
}

// showChange puts the cursor where something was undone or done again.
func (d *Desk) showChange(c agreement.Change, before agreement.Agreement, different *slot, index int) {
	if different == nil { // the page was built after the change
		different = d.changedSlot(before)
	}
	switch page, ok := d.page.(*sectionPage); {
	case c.Name == "note":
		d.showNote(c.Place)
	case different != nil:
		d.focusSlot(different)
	case ok && page.grant.shows(c.Place.Item):
		d.GoTo(c.Place)
	case ok && page.grant != nil && strings.HasPrefix(c.Name, "payment"):
		page.grant.focusNear(len(page.grant.payments))
	case ok && c.Place.Item != "" && page.place(c.Place.Item) < 0:
		d.focusNeighbour(page, index)
	default:
		d.GoTo(c.Place)
	}
}

// changedSlot gives the first entry of the page that stood otherwise before, with the cursor behind the change.
func (d *Desk) changedSlot(before agreement.Agreement) *slot {
	for _, s := range d.page.slots() {
		old := s.read(before)
		if old == "" || old == s.last { // what was not there before came as a whole
			continue
		}
		s.entry.Present(old)
		s.entry.PresentChange(s.last)
		return s
	}
	return nil
}
