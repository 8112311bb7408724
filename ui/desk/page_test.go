package desk

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
)

func TestAnAgreementWithPartiesIsReadyAsItStands(t *testing.T) {
	b := openDesk(t, sample(t))
	if got := openTitles(b); got != "" {
		t.Fatalf("missing: %s", got)
	}
	if !b.panel.ready.Visible() {
		t.Error("the desk does not say that it is ready")
	}
	for _, c := range b.panel.outline.Choices() {
		if c.Note != "" {
			t.Errorf("%s: %s", c.Title, c.Note)
		}
	}
}

func TestWhatIsMissingIsListedAndAClickGoesThere(t *testing.T) {
	b := openDesk(t, sample(t))
	place := b.duty(2)
	s := b.goInto(place, agreement.Nynorsk)
	s.entry.SetText("")
	b.open(frontPage)
	b.time.pass(2 * reviewDelay)

	lines := b.panel.open.Choices()
	if len(lines) != 1 || !strings.Contains(lines[0].Title, "Nynorsk") {
		t.Fatalf("listed: %+v", lines)
	}
	b.panel.open.Choose(lines[0].ID)
	if f := b.focused(); f == nil || f.id() != (slotID{place, agreement.Nynorsk, ""}) {
		t.Errorf("the click went to %v", f)
	}
	mark := ""
	for _, c := range b.panel.outline.Choices() {
		if c.ID == place.Section {
			mark = c.Note
		}
	}
	if mark != "Nynorsk: éin tekst manglar" {
		t.Errorf("the outline says %q", mark)
	}
	if got := b.status.forms.Text(); !strings.Contains(got, "Bokmål: klar") || !strings.Contains(got, "Nynorsk: éin mangel") {
		t.Errorf("the status line says %q", got)
	}
}

func TestEveryFindingCanBeGoneTo(t *testing.T) {
	a := sample(t)
	a.Parties = nil
	for i := range a.Sections {
		a.Sections[i].Items = nil
		a.Sections[i].Heading = agreement.Text{}
	}
	for i := range a.Fields {
		a.Fields[i].Answer = agreement.Answer{}
	}
	b := openDesk(t, a)
	if len(b.panel.shown) < 10 {
		t.Fatalf("only %d open points", len(b.panel.shown))
	}
	for i, o := range b.panel.shown {
		b.window.Canvas().Unfocus()
		b.panel.open.Choose(b.panel.open.Choices()[i].ID)
		if b.pageID != pageOf(o.Place) {
			t.Errorf("%s at %v opened %s", o.Code, o.Place, b.pageID)
		}
		if b.window.Canvas().Focused() == nil {
			t.Errorf("%s at %v: nothing got the focus", o.Code, o.Place)
		}
	}
}

func TestAReviewFollowsTypingOnceAndLater(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Bokmal)
	b.typed("abc")
	if n := len(b.time.work); n != 0 {
		t.Fatalf("%d reviews while a key is down", n)
	}
	if len(b.panel.open.Choices()) != 0 {
		t.Fatal("the list was changed on the key")
	}
	b.time.pass(reviewDelay)
	if len(b.panel.open.Choices()) != 1 {
		t.Errorf("the list is %v", b.panel.open.Choices())
	}
}

func TestAnEmptySectionHasNothingButTheButtonThatAdds(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	for range b.duties().Items {
		b.RemoveItem()
	}
	page := b.page.(*sectionPage)
	if b.window.Canvas().Focused() != fyne.Focusable(page.add) {
		t.Errorf("the focus is on %v", b.window.Canvas().Focused())
	}
	test.Tap(page.add)
	if f := b.focused(); f == nil || f.place != b.duty(1) {
		t.Errorf("the cursor is in %v", f)
	}
}

func TestNumbersFollowTheOrder(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.MoveDown()
	page := b.page.(*sectionPage)
	for i, id := range page.order {
		up, down := page.items[id].up, page.items[id].down
		if up.Disabled() != (i == 0) || down.Disabled() != (i == len(page.order)-1) {
			t.Errorf("duty %d: up %v, down %v", i+1, !up.Disabled(), !down.Disabled())
		}
	}
}

func TestEveryIconSaysWhatItDoes(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Bokmal)
	item := b.page.(*sectionPage).items[b.duty(2).Item]
	item.up.MouseIn(nil)
	if got := b.hints.Text(); got != "Flytt opp (Alt+Pil opp)" {
		t.Errorf("the hint is %q", got)
	}
	item.up.MouseOut()
	if got := b.hints.Text(); got != "" {
		t.Errorf("the hint stays: %q", got)
	}
	b.typed("x")
	if b.bar.undo.Hint != "Angre: endra tekst (Ctrl+Z)" {
		t.Errorf("undo's hint is %q", b.bar.undo.Hint)
	}
}

func fieldAgreement(t *testing.T) agreement.Agreement {
	a := sample(t)
	low, high := int64(1), int64(24)
	a.Fields = []agreement.Field{
		{ID: "start", Type: agreement.DateField, Label: agreement.Pair{NB: "Oppstart", NN: "Oppstart"}},
		{ID: "notice", Type: agreement.MonthsField, Label: agreement.Pair{NB: "Varsel", NN: "Varsel"}, Required: true, Min: &low, Max: &high},
		{ID: "sum", Type: agreement.AmountField, Label: agreement.Pair{NB: "Beløp", NN: "Beløp"}},
		{ID: "unit", Type: agreement.TextField, Label: agreement.Pair{NB: "Enhet", NN: "Eining"}},
	}
	return a
}

func TestAnswersAreCheckedAndWrittenOutAsTheyAreTyped(t *testing.T) {
	b := openDesk(t, fieldAgreement(t))
	for _, c := range []struct{ field, typed, kept, caption string }{
		{"start", "8.2.2027", "2027-02-08", "8.\u00a0februar\u00a02027"},
		{"start", "i morgon", "i morgon", b.words.T("problem.not_date")},
		{"notice", "3", "3", "tre månader"},
		{"notice", "25", "25", b.words.T("problem.too_large", "Limit", "24")},
		{"notice", "tre", "tre", b.words.T("problem.not_number")},
		{"sum", "500000", "500000", "500\u00a0000\u00a0kroner"},
	} {
		place := agreement.Place{Field: c.field, Part: agreement.PartAnswer}
		b.goTo(place, "")
		s := b.at(place, "")
		s.entry.SetText("")
		b.typed(c.typed)
		f, _ := b.Agreement().Field(c.field)
		if f.Answer.Value != c.kept {
			t.Errorf("%s: %q is kept as %q", c.field, c.typed, f.Answer.Value)
		}
		if got := s.row.Caption(0); got != c.caption {
			t.Errorf("%s: beneath %q stands %q, want %q", c.field, c.typed, got, c.caption)
		}
		if s.entry.Text != c.typed {
			t.Errorf("%s: %q became %q while being typed", c.field, c.typed, s.entry.Text)
		}
	}
}

func TestADateIsShownTheNorwegianWayWhenItIsLeft(t *testing.T) {
	b := openDesk(t, fieldAgreement(t))
	place := agreement.Place{Field: "start", Part: agreement.PartAnswer}
	b.goTo(place, "")
	b.typed("8. februar 2027")
	b.window.Canvas().FocusNext()
	if got := b.at(place, "").entry.Text; got != "08.02.2027" {
		t.Errorf("shown as %q", got)
	}
}

func TestAFieldCanBeLeftToThePen(t *testing.T) {
	b := openDesk(t, fieldAgreement(t))
	b.open(fieldsPage)
	page := b.page.(*answersPage)
	if page.fields[1].editor.Pen != nil {
		t.Error("a required field can be left to the pen")
	}
	start := page.fields[0]
	test.Tap(start.editor.Pen)
	if f, _ := b.Agreement().Field("start"); !f.Answer.ByHand {
		t.Fatal("not left to the pen")
	}
	if !start.slots[0].entry.Disabled() {
		t.Error("it can still be typed in")
	}
	b.Undo()
	if f, _ := b.Agreement().Field("start"); f.Answer.ByHand || start.editor.Pen.Checked || start.slots[0].entry.Disabled() {
		t.Error("undo did not bring it back")
	}
}

func TestAPartyIsChosenAndFilledIn(t *testing.T) {
	a := sample(t)
	a.Parties = a.Parties[:1]
	asked := ""
	b := openDesk(t, a, func(o *Options) {
		o.ChooseParty = func(r agreement.Role, done func(agreement.Party)) {
			asked = r.ID
			done(agreement.Party{Role: r.ID, Kind: r.Kind, Name: "Røros kommune", Short: "Røros"})
		}
	})
	rows := b.page.(*titlePage).parties[1]
	test.Tap(rows.choose)
	party, ok := b.Agreement().Party("municipality")
	if asked != "municipality" || !ok || party.Name != "Røros kommune" || len(party.Signatories) == 0 {
		t.Fatalf("asked for %s, got %+v", asked, party)
	}
	f := b.focused()
	if f == nil || f.place != (agreement.Place{Party: "municipality", Part: agreement.PartName}) {
		t.Fatalf("the cursor is in %v", f)
	}
	b.typed("X")
	if p, _ := b.Agreement().Party("municipality"); p.Name != "Røros kommuneX" {
		t.Errorf("the name is %q", p.Name)
	}
	b.Undo()
	b.Undo()
	if _, ok := b.Agreement().Party("municipality"); ok {
		t.Error("undone, the party is still there")
	}
}

func TestPeopleAreAddedFilledInAndRemoved(t *testing.T) {
	b := openDesk(t, sample(t))
	rows := b.page.(*titlePage).parties[1]
	before, _ := b.Agreement().Party("municipality")
	test.Tap(rows.groups[contacts].add)
	b.typed("Åse Ødegård")
	b.window.Canvas().FocusNext()
	b.typed("ase@bodo.kommune.no")
	b.window.Canvas().FocusNext()
	b.typed("75 55 50 00")
	after, _ := b.Agreement().Party("municipality")
	if len(after.Contacts) != len(before.Contacts)+1 {
		t.Fatalf("%d contact persons", len(after.Contacts))
	}
	person := after.Contacts[len(after.Contacts)-1]
	if person.Name != "Åse Ødegård" || person.Phone != "75 55 50 00" || person.Email != "ase@bodo.kommune.no" {
		t.Errorf("filled in %+v", person)
	}
	if len(before.Contacts) > 0 && before.Contacts[0].Name != "" {
		t.Error("an agreement that was handed out has changed")
	}
	rows.removePerson(contacts, person.ID)
	if p, _ := b.Agreement().Party("municipality"); len(p.Contacts) != len(before.Contacts) {
		t.Errorf("%d contact persons are left", len(p.Contacts))
	}
	b.Undo()
	if p, _ := b.Agreement().Party("municipality"); len(p.Contacts) != len(before.Contacts)+1 {
		t.Errorf("undone, there are %d contact persons", len(p.Contacts))
	}
}

func TestPlaceholdersAreSpelledOutBeneathTheText(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.typed(" i {municipality}s kystlinje")
	b.time.pass(2 * reviewDelay)
	if got := b.at(b.duty(1), agreement.Bokmal).row.Caption(0); got != "{municipality}s: Bodøs" {
		t.Errorf("beneath it stands %q", got)
	}
}

func TestEveryPlaceOfAnAgreementHasAnEntry(t *testing.T) {
	b := openDesk(t, sample(t))
	for place := range b.Agreement().Passages() {
		for _, form := range agreement.Forms {
			b.goTo(place, form)
			if f := b.focused(); f == nil || f.id() != (slotID{place, form, ""}) {
				t.Errorf("%v in %s: the cursor is in %v", place, form, f)
			}
		}
	}
}

func TestF6GoesRoundThePanes(t *testing.T) {
	b := openDesk(t, sample(t))
	f6 := &fyne.KeyEvent{Name: fyne.KeyF6}
	press := func() fyne.Focusable {
		b.window.Canvas().Focused().TypedKey(f6)
		return b.window.Canvas().Focused()
	}
	s := b.goInto(b.duty(2), agreement.Nynorsk)
	if press() != fyne.Focusable(b.panel.outline) {
		t.Fatal("not in the outline, with nothing on the list")
	}
	if press() != fyne.Focusable(s.entry) {
		t.Fatal("not back where the cursor was")
	}
	b.typed("x")
	b.time.pass(2 * reviewDelay)
	if press() != fyne.Focusable(b.panel.open) {
		t.Fatal("not in the list of what is missing")
	}
	if press() != fyne.Focusable(b.panel.outline) {
		t.Fatal("not in the outline")
	}
}

func TestTheWholeJobByKeyboard(t *testing.T) {
	b := openDesk(t, sample(t))
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	b.Focus()
	for b.pageID != pageID(b.duties().ID) {
		key(fyne.KeyDown)
	}
	key(fyne.KeyReturn) // into the heading
	for f := b.focused(); f == nil || f.place != b.duty(1); f = b.focused() {
		b.window.Canvas().FocusNext()
	}
	n := len(b.duties().Items)
	b.press(addBelow)
	b.typed("arrangere en årlig dag for frivilligheten")
	b.window.Canvas().FocusNext()
	b.typed("skipe til ein årleg dag for frivilligheita")
	b.press(altUp)
	b.time.pass(2 * reviewDelay)
	if got := b.duties().Items[0].Text; len(b.duties().Items) != n+1 || !strings.Contains(got.NB, "årlig") || !strings.Contains(got.NN, "årleg") {
		t.Errorf("%d duties, the first is %v", len(b.duties().Items), got)
	}
	if got := openTitles(b); got != "" {
		t.Errorf("still missing: %s", got)
	}
	if len(b.store.saved) == 0 {
		t.Error("nothing was saved")
	}
}
