package desk

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/ui/widgets"
)

// made makes an agreement from a built-in template between Nordland and some others.
func made(t testing.TB, id string, others ...agreement.Party) agreement.Agreement {
	t.Helper()
	template, err := templates.Get(id)
	if err != nil {
		t.Fatal(err)
	}
	return agreement.New(template, append([]agreement.Party{
		{Role: "county", Kind: agreement.CountyParty, Name: "Nordland fylkeskommune", Short: "Nordland"},
	}, others...)...)
}

// instalments is a grant that is paid in two parts.
func instalments(t testing.TB) agreement.Agreement {
	a := made(t, "grant-project", agreement.Party{Role: "organisation", Kind: agreement.OrganisationParty, Name: "Turlaget", Short: "Turlaget"})
	for i := range a.Fields {
		if a.Fields[i].ID == "payment" {
			a.Fields[i].Answer.Value = "instalments"
		}
	}
	return a
}

func paymentAt(id string, part agreement.Part) agreement.Place {
	return agreement.Place{Section: "payment-plan", Item: id, Part: part}
}

func (b *bench) payments() []agreement.Payment {
	s, _ := b.Agreement().Section("payment-plan")
	return s.Payments
}

func (b *bench) grantRows() *grantRows { return b.page.(*sectionPage).grant }

func TestPaymentsAreTypedWithTheirSumBelow(t *testing.T) {
	b := openDesk(t, instalments(t))
	b.goInto(paymentAt("last", agreement.PartAmount), "")
	sum := b.grantRows().sum
	if !strings.Contains(sum.Text(), "stemmer") || !strings.Contains(sum.Text(), "300\u00a0000") {
		t.Fatalf("the sum says %q", sum.Text())
	}
	b.typed("0")
	if got := b.payments()[1].Amount; got != "750000" {
		t.Errorf("the amount is %q", got)
	}
	if !strings.Contains(sum.Text(), "675\u00a0000 meir enn") {
		t.Errorf("the sum says %q", sum.Text())
	}
	b.typed("x")
	if !strings.Contains(sum.Text(), "manglar") {
		t.Errorf("the sum says %q", sum.Text())
	}
	row := b.grantRows().payments[1].row
	if !strings.Contains(row.Caption(1), "heile kroner") {
		t.Errorf("beneath the amount stands %q", row.Caption(1))
	}
	b.press(undo)
	b.press(undo)
	if got := b.payments()[1].Amount; got != "75000" {
		t.Errorf("after undo the amount is %q", got)
	}
	if f := b.focused(); f == nil || f.place != paymentAt("last", agreement.PartAmount) {
		t.Errorf("after undo the cursor is in %+v", f)
	}
}

func TestPaymentsAreAddedMovedAndRemovedFromTheKeyboard(t *testing.T) {
	b := openDesk(t, instalments(t))
	b.goInto(paymentAt("first", agreement.PartDue), "")
	b.press(addBelow)
	if got := b.payments(); len(got) != 3 || got[1].Due != "" {
		t.Fatalf("payments are %+v", got)
	}
	added := b.payments()[1].ID
	if f := b.focused(); f == nil || f.place != paymentAt(added, agreement.PartDue) {
		t.Fatalf("the cursor is in %+v", f)
	}
	b.typed("1.6.2027")
	b.press(altDown)
	if got := b.payments()[2]; got.ID != added || got.DueWritten() != "1.\u00a0juni\u00a02027" {
		t.Errorf("the last payment is %+v", got)
	}
	b.RemoveItem()
	if got := b.payments(); len(got) != 2 {
		t.Fatalf("payments are %+v", got)
	}
	if f := b.focused(); f == nil || f.place != paymentAt("last", agreement.PartDue) {
		t.Errorf("the cursor is in %+v", f)
	}
	for b.UndoName() != "" {
		name := b.UndoName()
		b.Undo()
		if b.focused() == nil {
			t.Errorf("after undoing %q the cursor is in %T", name, b.window.Canvas().Focused())
		}
	}
	if got := b.payments(); len(got) != 2 || got[0].ID != "first" {
		t.Errorf("after undoing all, payments are %+v", got)
	}
	if got := len(b.grantRows().payments); got != 2 {
		t.Errorf("%d payments are shown", got)
	}
}

func TestPurposesAreWrittenInBothForms(t *testing.T) {
	b := openDesk(t, instalments(t))
	place := paymentAt("first", agreement.PartPurpose)
	b.goInto(place, agreement.Nynorsk)
	b.typed(" av alle")
	if got := b.text(place, agreement.Nynorsk); got != "Når avtalen er underskriven av alle" {
		t.Errorf("the purpose is %q", got)
	}
	b.time.pass(reviewDelay)
	b.goInto(place, agreement.Bokmal)
	if row := b.at(place, agreement.Bokmal).row; !strings.Contains(row.Caption(0), "Nynorsken er endra") {
		t.Errorf("beneath the other form stands %q", row.Caption(0))
	}
}

func TestTheFactsOfAGrantAreShown(t *testing.T) {
	b := openDesk(t, instalments(t))
	b.open("grant")
	var facts []string
	for _, line := range b.grantRows().facts()[1].(*fyne.Container).Objects {
		facts = append(facts, line.(*widgets.Words).Text())
	}
	if got := strings.Join(facts, "\n"); !strings.Contains(got, "Tilskot: 300\u00a0000\u00a0kroner\n") || !strings.Contains(got, "Vedtaksdato: Ikkje svart på, og kjem ikkje med") {
		t.Errorf("the facts are\n%s", got)
	}
	b.focusFact("grant")
	b.open(fieldsPage)
	b.focusFact("grant")
	if f := b.focused(); f == nil || f.place.Field != "project" {
		t.Errorf("the cursor is in %+v", f)
	}
}

func TestWhatAnAnswerLeavesOutIsFaintWithTheReason(t *testing.T) {
	b := openDesk(t, instalments(t))
	line := func(id string) (faint bool, note string) {
		for _, c := range b.panel.outline.Choices() {
			if c.ID == id {
				return c.Faint, c.Note
			}
		}
		t.Fatalf("no line for %s", id)
		return false, ""
	}
	if faint, note := line("payment"); !faint || !strings.Contains(note, "Kjem med når") {
		t.Errorf("faint %t, %q", faint, note)
	}
	if faint, _ := line("payment-plan"); faint {
		t.Error("what belongs to the agreement is faint")
	}
	b.open("payment")
	if why := b.page.(*sectionPage).why.Text(); !strings.Contains(why, "Kjem med når") {
		t.Errorf("the page says %q", why)
	}
	b.do(agreement.SetAnswer("payment", agreement.Answer{Value: "once"}))
	b.time.pass(reviewDelay)
	if faint, _ := line("payment"); faint {
		t.Error("what came to belong to the agreement is still faint")
	}
	if why := b.page.(*sectionPage).why.Text(); why != "" {
		t.Errorf("the page says %q", why)
	}
	b.open("organisation-duties")
	if got := b.page.(*sectionPage).items["police-certificate"]; got == nil {
		t.Error("an item that is left out can't be seen")
	}
}

func member(short string) agreement.Party {
	return agreement.Party{Role: "municipalities", Kind: agreement.MunicipalityParty, Name: short + " kommune", Short: short}
}

func networks(t testing.TB) agreement.Agreement {
	return made(t, "partnership-networks", member("Bodø"), member("Rana"), member("Vågan"),
		agreement.Party{Role: "organisations", Kind: agreement.OrganisationParty, Name: "Turlaget", Short: "Turlaget"})
}

func (b *bench) municipalities() string {
	var names []string
	for _, p := range b.Agreement().PartiesIn("municipalities") {
		names = append(names, p.Short)
	}
	return strings.Join(names, " ")
}

func nameOf(key string) agreement.Place { return agreement.Place{Party: key, Part: agreement.PartName} }

func TestPartiesAreAddedMovedAndRemovedFromTheKeyboard(t *testing.T) {
	choose := func(o *Options) {
		o.ChooseParty = func(role agreement.Role, done func(agreement.Party)) {
			done(agreement.Party{Kind: role.Kind, Name: "Vega kommune", Short: "Vega"})
		}
	}
	b := openDesk(t, networks(t), choose)
	b.goInto(nameOf("municipalities-2"), "")
	b.press(altUp)
	if got := b.municipalities(); got != "Rana Bodø Vågan" {
		t.Fatalf("after moving: %s", got)
	}
	b.press(addBelow)
	if got := b.municipalities(); got != "Rana Bodø Vågan Vega" {
		t.Fatalf("after adding: %s", got)
	}
	added := b.Agreement().PartiesIn("municipalities")[3]
	if f := b.focused(); f == nil || f.place != nameOf(added.Key()) || len(added.Signatories) != 1 {
		t.Errorf("the cursor is in %+v, signatories %+v", f, added.Signatories)
	}
	b.goInto(nameOf("municipalities-1"), "")
	b.RemoveItem()
	if got := b.municipalities(); got != "Rana Vågan Vega" {
		t.Fatalf("after removing: %s", got)
	}
	if f := b.focused(); f == nil || f.place != nameOf("municipalities-3") {
		t.Errorf("the cursor is in %+v", f)
	}
	for b.UndoName() != "" {
		b.Undo()
	}
	if got := b.municipalities(); got != "Bodø Rana Vågan" {
		t.Errorf("after undoing all: %s", got)
	}
}

func TestTheRestOfAPartyIsShownWhenItIsAskedFor(t *testing.T) {
	b := openDesk(t, networks(t))
	page := b.page.(*titlePage)
	rows := keptRows(page.parties, "municipalities-2")
	if len(rows.slots()) != 2 {
		t.Fatalf("%d entries are shown at first", len(rows.slots()))
	}
	rows.first.Link(0).OnTapped()
	if len(rows.slots()) < 6 {
		t.Errorf("%d entries are shown of all", len(rows.slots()))
	}
	person := rows.people[0].id
	b.goTo(agreement.Place{Party: "municipalities-1", Person: "signatory-1", Part: agreement.PartName}, "")
	if f := b.focused(); f == nil || f.place.Party != "municipalities-1" || f.place.Person != person {
		t.Errorf("the cursor is in %+v", f)
	}
	b.typed("Kari")
	p, _ := b.Agreement().Party("municipalities-1")
	if p.Signatories[0].Name != "Kari" {
		t.Errorf("the signatory is %+v", p.Signatories[0])
	}
}

func TestTooFewPartiesLeadToTheButtonThatAddsOne(t *testing.T) {
	b := openDesk(t, made(t, "partnership-networks"), func(o *Options) { o.ChooseParty = func(agreement.Role, func(agreement.Party)) {} })
	b.goTo(agreement.Place{Party: "municipalities"}, "")
	if b.window.Canvas().Focused() != b.page.(*titlePage).repeated["municipalities"].add {
		t.Errorf("the keyboard is in %T", b.window.Canvas().Focused())
	}
}

func climate(part agreement.Part) agreement.Place {
	return agreement.Place{Section: "networks", Item: "climate", Part: part}
}

func (b *bench) network() agreement.Item {
	s, _ := b.Agreement().Section("networks")
	it, _ := s.Item("climate")
	return it
}

func TestNetworksNamePartiesAndOthers(t *testing.T) {
	b := openDesk(t, networks(t))
	leader := b.goInto(climate(agreement.PartLeader), "")
	if leader.entry.Text != "Nordland fylkeskommune" {
		t.Fatalf("the leader is shown as %q", leader.entry.Text)
	}
	members := b.goInto(climate(agreement.PartMembers), "")
	if members.entry.Text != "alle kommunar" {
		t.Fatalf("the members are shown as %q", members.entry.Text)
	}
	b.typed("\nturlaget\nSkjergardstenesta")
	if got := strings.Join(b.network().Members, "|"); got != "municipalities|organisations-1|Skjergardstenesta" {
		t.Errorf("the members are %s", got)
	}
	b.goInto(climate(agreement.PartTitle), agreement.Nynorsk)
	if got := b.at(climate(agreement.PartMembers), "").entry.Text; got != "alle kommunar\nTurlaget\nSkjergardstenesta" {
		t.Errorf("the members are shown as %q", got)
	}
	b.press(undo)
	if got := strings.Join(b.network().Members, "|"); got != "municipalities" {
		t.Errorf("after undo the members are %s", got)
	}
}

func TestMembersArePickedAmongTheParties(t *testing.T) {
	b := openDesk(t, networks(t))
	b.goInto(climate(agreement.PartTitle), agreement.Nynorsk)
	row := b.page.(*sectionPage).items["climate"].network
	row.pickMembers()
	if len(b.boxes) != 1 {
		t.Fatal("no dialog")
	}
	b.Escape()
	var names []string
	for _, s := range b.everybody(b.Agreement()) {
		names = append(names, s.name)
	}
	want := "Nordland fylkeskommune|alle kommunar|Bodø kommune|Rana kommune|Vågan kommune|alle organisasjonar|Turlaget"
	if got := strings.Join(names, "|"); got != want {
		t.Errorf("offered are %s", got)
	}
}
