package desk

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
)

var (
	duplicate  = &desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl}
	split      = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
	merge      = &desktop.CustomShortcut{KeyName: fyne.KeyJ, Modifier: fyne.KeyModifierControl}
	transfer   = &desktop.CustomShortcut{KeyName: fyne.KeyM, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
	pastePlain = &desktop.CustomShortcut{KeyName: fyne.KeyV, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
)

// paste pastes a text into what has the focus.
func (b *bench) paste(text string) {
	b.t.Helper()
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(text)
	b.press(&fyne.ShortcutPaste{Clipboard: clipboard})
}

// key gives a key to what has the focus.
func (b *bench) key(names ...fyne.KeyName) {
	b.t.Helper()
	for _, name := range names {
		f := b.window.Canvas().Focused()
		if f == nil {
			b.t.Fatalf("nothing has the focus to take %s", name)
		}
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// wordings gives the texts of the county's duties in a form.
func (b *bench) wordings(form agreement.Form) []string {
	var out []string
	for _, it := range b.duties().Items {
		out = append(out, it.Text.In(form))
	}
	return out
}

func TestADuplicateStandsBelowAndHasTheCursor(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Nynorsk)
	before := b.duties().Items
	b.press(duplicate)
	items := b.duties().Items
	if len(items) != len(before)+1 || items[2].Text != before[1].Text || items[2].ID == before[1].ID {
		t.Fatalf("the third duty is %+v", items[2])
	}
	if f := b.focused(); f == nil || f.id() != (slotID{b.duty(3), agreement.Nynorsk, ""}) {
		t.Errorf("the cursor is in %v", f)
	}
	b.typed(" – òg")
	if got := b.text(b.duty(2), agreement.Nynorsk); got != before[1].Text.NN {
		t.Errorf("typing into the copy changed the first one: %q", got)
	}
	if b.UndoName() == "" {
		t.Error("there is nothing to undo")
	}
	b.press(undo)
	b.press(undo)
	if got := b.duties().Items; len(got) != len(before) {
		t.Errorf("two undos leave %d duties", len(got))
	}
}

func TestADutyIsSplitAtTheCursorAndMergedAgain(t *testing.T) {
	b := openDesk(t, sample(t))
	s := b.goInto(b.duty(1), agreement.Bokmal)
	whole := s.entry.Text
	at := strings.Index(whole, " og ")
	if at < 0 {
		t.Fatalf("%q has nothing to be split at", whole)
	}
	s.entry.SetCursor(len([]rune(whole[:at])))
	b.press(split)
	second := b.focused()
	if second == nil || second.id() != (slotID{b.duty(2), agreement.Bokmal, ""}) || second.entry.CursorTextOffset() != 0 {
		t.Fatalf("the cursor is in %v", second)
	}
	if s.entry.Text != whole[:at] || second.entry.Text != whole[at+1:] {
		t.Errorf("shown: %q and %q", s.entry.Text, second.entry.Text)
	}
	b.typed("å ")
	if got := b.text(b.duty(2), agreement.Bokmal); got != "å "+whole[at+1:] {
		t.Errorf("the second duty is %q", got)
	}
	b.press(undo)
	b.goInto(b.duty(1), agreement.Bokmal)
	b.press(merge)
	if got := b.text(b.duty(1), agreement.Bokmal); got != whole {
		t.Errorf("merged: %q, want %q", got, whole)
	}
	if f := b.focused(); f == nil || f.place != b.duty(1) || f.entry.CursorTextOffset() != len([]rune(whole[:at])) {
		t.Errorf("the cursor is not where the two meet")
	}
	b.press(undo)
	if f := b.focused(); f == nil || f.place != b.duty(1) || f.entry.Text != whole[:at] {
		t.Errorf("undoing the merge shows %v", f)
	}
}

func TestTheLastItemHasNothingToMergeWith(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(len(b.duties().Items)), agreement.Bokmal)
	before := b.Agreement()
	b.press(merge)
	if b.UndoName() != "" || len(b.errors) > 0 || len(b.duties().Items) != len(before.Sections[sectionAt(before, b.duties().ID)].Items) {
		t.Errorf("something was done: %q, %v", b.UndoName(), b.errors)
	}
	if !b.status.offer.Visible() {
		t.Error("nothing is said")
	}
}

func sectionAt(a agreement.Agreement, id string) int {
	return slices.IndexFunc(a.Sections, func(s agreement.Section) bool { return s.ID == id })
}

func TestAListIsPastedAsItemsInOneStep(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Nynorsk)
	before := b.wordings(agreement.Nynorsk)
	b.paste("1.\thalde møte\r\n2.\tføre rekneskap\r\n3.\trapportere kvart år\r\n")
	want := slices.Concat(before[:2], []string{"halde møte", "føre rekneskap", "rapportere kvart år"}, before[2:])
	if got := b.wordings(agreement.Nynorsk); !slices.Equal(got, want) {
		t.Fatalf("duties:\n%s", strings.Join(got, "\n"))
	}
	if got := b.text(b.duty(3), agreement.Bokmal); got != "" {
		t.Errorf("the other form has %q", got)
	}
	f := b.focused()
	if f == nil || f.id() != (slotID{b.duty(5), agreement.Nynorsk, ""}) || f.entry.CursorTextOffset() != len([]rune("rapportere kvart år")) {
		t.Errorf("the cursor is in %v", f)
	}
	if got := b.status.offer.Text(); !strings.HasPrefix(got, "3 punkt") || !b.status.undo.Visible() {
		t.Errorf("the line says %q", got)
	}
	b.status.undo.OnTapped()
	if got := b.wordings(agreement.Nynorsk); !slices.Equal(got, before) {
		t.Errorf("undone:\n%s", strings.Join(got, "\n"))
	}
}

func TestAPastedListFillsWhatIsEmptyFirst(t *testing.T) {
	b := openDesk(t, sample(t))
	last := len(b.duties().Items)
	b.goInto(b.duty(last), agreement.Bokmal)
	b.press(addBelow)
	b.paste("• én\n• to\n• tre")
	if got := b.wordings(agreement.Bokmal)[last:]; !slices.Equal(got, []string{"én", "to", "tre"}) {
		t.Fatalf("pasted %q", got)
	}
	b.goInto(b.duty(last+1), agreement.Nynorsk) // the translation, beside it
	b.paste("ein\nto\ntre\nfire")
	if got := b.wordings(agreement.Nynorsk)[last:]; !slices.Equal(got, []string{"ein", "to", "tre", "fire"}) {
		t.Errorf("the other form has %q", got)
	}
	if got := b.at(b.duty(last+2), agreement.Nynorsk).entry.Text; got != "to" {
		t.Errorf("the page shows %q", got)
	}
	b.press(undo)
	if got := b.at(b.duty(last+2), agreement.Nynorsk).entry.Text; got != "" || len(b.duties().Items) != last+3 {
		t.Errorf("undone, the page shows %q among %d", got, len(b.duties().Items))
	}
}

func TestAPastedListReplacesWhatIsSelected(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.press(&fyne.ShortcutSelectAll{})
	b.paste("- én\n- to")
	if got := b.wordings(agreement.Bokmal)[:2]; !slices.Equal(got, []string{"én", "to"}) {
		t.Errorf("pasted %q", got)
	}
}

func TestOneLineAndPlainPastingGoIntoThePassage(t *testing.T) {
	b := openDesk(t, sample(t))
	n := len(b.duties().Items)
	b.goInto(b.duty(1), agreement.Bokmal)
	before := b.text(b.duty(1), agreement.Bokmal)
	b.paste(" 2. juni")
	if got := b.text(b.duty(1), agreement.Bokmal); got != before+" 2. juni" {
		t.Errorf("one line gives %q", got)
	}
	fyne.CurrentApp().Clipboard().SetContent("\n1. én\n2. to")
	b.press(pastePlain)
	if got := b.text(b.duty(1), agreement.Bokmal); got != before+" 2. juni\n1. én\n2. to" || len(b.duties().Items) != n {
		t.Errorf("plain pasting gives %q", got)
	}
}

func TestFocusAreasGetTheirTitlesFromAListAndKeepTheirParagraphs(t *testing.T) {
	b := openDesk(t, sample(t))
	focus := b.section(agreement.Focus)
	text := agreement.Place{Section: focus.ID, Item: focus.Items[0].ID, Part: agreement.PartText}
	b.goInto(text, agreement.Bokmal)
	b.paste("\n\nEt avsnitt til.\n\nOg ett til.")
	if got := b.section(agreement.Focus); len(got.Items) != len(focus.Items) {
		t.Fatalf("paragraphs became %d focus areas", len(got.Items)-len(focus.Items))
	}
	title := text
	title.Part = agreement.PartTitle
	b.goInto(title, agreement.Bokmal)
	b.paste("1. Møteplasser\n2. Skolevei")
	got := b.section(agreement.Focus).Items
	if len(got) != len(focus.Items)+2 || got[1].Title.NB != "Møteplasser" || got[2].Title.NB != "Skolevei" || !got[2].Text.Blank() {
		t.Errorf("focus areas: %+v", got)
	}
	if f := b.focused(); f == nil || f.place.Part != agreement.PartTitle || f.entry.Text != "Skolevei" {
		t.Errorf("the cursor is in %v", f)
	}
}

// section gives the first section of a kind.
func (b *bench) section(k agreement.SectionKind) agreement.Section {
	b.t.Helper()
	for _, s := range b.Agreement().Sections {
		if s.Kind == k {
			return s
		}
	}
	b.t.Fatalf("no section of kind %s", k)
	return agreement.Section{}
}

func TestAnItemIsMovedToAnotherSectionByKeyboardAlone(t *testing.T) {
	b := openDesk(t, sample(t))
	goals := b.section(agreement.Goals)
	b.goInto(b.duty(2), agreement.Bokmal)
	before := b.duties()
	moving := before.Items[1]
	b.press(transfer)
	for range len(b.Agreement().Sections) {
		if b.chosenSection() == goals.ID {
			break
		}
		b.key(fyne.KeyDown)
	}
	b.key(fyne.KeyReturn)
	after := b.section(agreement.Goals)
	if len(after.Items) != len(goals.Items)+1 || after.Items[len(goals.Items)].Text != moving.Text {
		t.Fatalf("the goals are %+v", after.Items)
	}
	if len(b.duties().Items) != len(before.Items)-1 || b.pageID != pageID(before.ID) {
		t.Errorf("%d duties are left, page %s is shown", len(b.duties().Items), b.pageID)
	}
	if f := b.focused(); f == nil || f.place != b.duty(2) {
		t.Errorf("the cursor is in %v, want the duty that took the place", f)
	}
	if !strings.Contains(b.status.offer.Text(), b.sectionName(goals)) {
		t.Errorf("the line says %q", b.status.offer.Text())
	}
	b.press(undo)
	if got := b.duties().Items; len(got) != len(before.Items) || got[1].ID != moving.ID || b.pageID != pageID(before.ID) {
		t.Errorf("undone: %d duties, page %s", len(got), b.pageID)
	}
	b.press(redo)
	if b.pageID != pageID(goals.ID) {
		t.Errorf("done again, page %s is shown, want the goals", b.pageID)
	}
}

// chosenSection gives the section that Enter would take in the dialog.
func (b *bench) chosenSection() string {
	from, _ := b.targets()
	i := 0
	list, ok := b.window.Canvas().Focused().(interface{ At() int })
	if ok {
		i = list.At()
	}
	for _, s := range b.Agreement().Sections {
		if s.ID == from {
			continue
		}
		if i == 0 {
			return s.ID
		}
		i--
	}
	return ""
}

func TestEscapeLeavesTheChoiceOfASection(t *testing.T) {
	b := openDesk(t, sample(t))
	s := b.goInto(b.duty(2), agreement.Bokmal)
	b.press(transfer)
	b.key(fyne.KeyEscape)
	if b.window.Canvas().Overlays().Top() != nil || b.focused() != s || b.UndoName() != "" {
		t.Errorf("focus %v, to undo %q", b.focused(), b.UndoName())
	}
}

func TestTheFirstItemsOfTwoTemplatesSectionsCanBeBroughtTogether(t *testing.T) {
	b := openDesk(t, sample(t))
	duties := b.duties()
	var other agreement.Section // one with an item of the same name: the other party's duties
	for _, s := range b.Agreement().Sections {
		if s.Kind == agreement.Roles && s.ID != duties.ID {
			other = s
		}
	}
	i := slices.IndexFunc(duties.Items, func(it agreement.Item) bool { _, same := other.Item(it.ID); return same })
	if i < 0 {
		t.Skip("the template gives all items names of their own")
	}
	b.goInto(b.duty(i+1), agreement.Bokmal)
	b.transfer(duties.ID, other.ID, []string{duties.Items[i].ID})
	after, _ := b.Agreement().Section(other.ID)
	if len(b.errors) > 0 || len(after.Items) != len(other.Items)+1 || after.Items[len(other.Items)].Text != duties.Items[i].Text {
		t.Errorf("%v: %+v", b.errors, after.Items)
	}
	if err := b.Agreement().Validate(); err != nil {
		t.Error(err)
	}
}
