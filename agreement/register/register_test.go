package register_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// entry gives the entry of a draft between a county and another body, with three months' notice.
func entry(id string, kind agreement.Kind, other register.Party) register.Entry {
	other.Key = "other"
	return register.Entry{
		ID: id, Kind: kind, Revision: 4, Title: agreement.Pair{NB: "Avtale med " + other.Name, NN: "Avtale med " + other.Name},
		Content: register.Content{
			Genre: agreement.Pair{NB: "Avtale", NN: "Avtale"}, Forms: register.InBoth,
			Parties: []register.Party{{Key: "county", Kind: agreement.CountyParty, Number: "39", Name: "Vestfold fylkeskommune"}, other},
			Terms:   register.Terms{Notice: 3},
		},
	}
}

func municipality(number, name string) register.Party {
	return register.Party{Kind: agreement.MunicipalityParty, Number: number, Name: name + " kommune"}
}

func organisation(name string) register.Party {
	return register.Party{Kind: agreement.OrganisationParty, Name: name}
}

// after gives the entry after events, which must be possible.
func after(t testing.TB, e register.Entry, events ...register.Event) register.Entry {
	t.Helper()
	for _, ev := range events {
		var err error
		if e, _, err = e.Apply(ev, register.Date{}); err != nil {
			t.Fatal(err)
		}
	}
	return e
}

func sent(t testing.TB, day string) register.Event {
	return register.Event{Kind: register.WasSent, Date: date(t, day)}
}

func anchored(t testing.TB, party, day string) register.Event {
	return register.Event{Kind: register.WasAnchored, Party: party, Case: "26/" + party, Date: date(t, day)}
}

func signed(t testing.TB, day string) register.Event {
	return register.Event{Kind: register.WasSigned, Date: date(t, day)}
}

func notice(t testing.TB, day string) register.Event {
	return register.Event{Kind: register.NoticeGiven, Date: date(t, day), Party: "other"}
}

func ended(t testing.TB, day string) register.Event {
	return register.Event{Kind: register.WasEnded, Date: date(t, day)}
}

// inForce gives an entry signed on a day, with all that comes before it.
func inForce(t testing.TB, e register.Entry, day string) register.Entry {
	for _, p := range e.Unanchored() {
		e = after(t, e, anchored(t, p.Key, day))
	}
	return after(t, e, signed(t, day))
}

func wantStatus(t *testing.T, e register.Entry, day string, want agreement.Status) {
	t.Helper()
	if got := e.Status(date(t, day)); got != want {
		t.Errorf("on %s it is %s, want %s", day, got, want)
	}
}

func TestAnAgreementGoesFromDraftToItsEnd(t *testing.T) {
	e := entry("a", agreement.Partnership, municipality("3905", "Tønsberg"))
	wantStatus(t, e, "2026-01-01", agreement.Draft)
	e = after(t, e, sent(t, "2026-08-01"))
	wantStatus(t, e, "2026-08-01", agreement.Sent)
	e = after(t, e, anchored(t, "county", "2026-09-01"))
	wantStatus(t, e, "2026-09-02", agreement.Sent) // the municipality has not decided
	if left := e.Unanchored(); len(left) != 1 || left[0].Name != "Tønsberg kommune" {
		t.Errorf("still to decide: %v", left)
	}
	e = after(t, e, anchored(t, "other", "2026-09-20"))
	wantStatus(t, e, "2026-09-21", agreement.Anchored)
	e = after(t, e, signed(t, "2026-10-01"))
	if !e.Frozen() || e.SignedIn != register.InBoth {
		t.Errorf("frozen %v, signed in %s", e.Frozen(), e.SignedIn)
	}
	wantStatus(t, e, "2026-10-01", agreement.Running) // in force when all have signed
	if last, _ := e.End(); !last.IsZero() {
		t.Errorf("an agreement that runs on ends on %s", last)
	}
	e = after(t, e, notice(t, "2026-11-30"))
	wantStatus(t, e, "2027-02-28", agreement.Running)
	wantStatus(t, e, "2027-03-01", agreement.Terminated)
}

func TestNoticeOverAYearsEndEndsOnTheRightDay(t *testing.T) {
	for given, want := range map[string]string{
		"2026-10-31": "2027-01-31", "2026-11-30": "2027-02-28", "2027-11-29": "2028-02-29", "2027-11-30": "2028-02-29",
		"2027-12-31": "2028-03-31", "2028-02-29": "2028-05-29",
	} {
		e := after(t, inForce(t, entry("a", agreement.Partnership, municipality("3905", "Tønsberg")), "2026-10-01"), notice(t, given))
		if last, outcome := e.End(); last.String() != want || outcome != agreement.Terminated {
			t.Errorf("notice on %s: %s on %s, want %s", given, outcome, last, want)
		}
	}
}

func TestAnAgreementIsInForceFromTheDayThatWasAgreedOn(t *testing.T) {
	e := entry("a", agreement.Grant, organisation("Færder Musikkråd"))
	e.Terms.From, e.Terms.Until = date(t, "2027-01-01"), date(t, "2028-12-31")
	e = inForce(t, e, "2026-11-15")
	wantStatus(t, e, "2026-12-31", agreement.Signed)
	wantStatus(t, e, "2027-01-01", agreement.Running)
	wantStatus(t, e, "2028-12-31", agreement.Running)
	wantStatus(t, e, "2029-01-01", agreement.Expired)
	e.Facts.Until = date(t, "2029-06-30") // prolonged
	wantStatus(t, e, "2029-01-01", agreement.Running)
	e = after(t, e, register.Event{Kind: register.CameInForce, Date: date(t, "2026-12-01")})
	wantStatus(t, e, "2026-12-01", agreement.Running)
	e = after(t, e, notice(t, "2027-01-15"))
	if last, outcome := e.End(); last.String() != "2027-04-15" || outcome != agreement.Terminated {
		t.Errorf("notice before the last day: %s on %s", outcome, last)
	}
	late := entry("b", agreement.Grant, organisation("Færder Musikkråd"))
	late.Terms.From = date(t, "2026-01-01")
	late = inForce(t, late, "2026-02-03")
	if got := late.Start().String(); got != "2026-02-03" {
		t.Errorf("signed after the first day: in force from %s", got)
	}
}

func TestAStepThatCannotBeTakenSaysWhy(t *testing.T) {
	draft := entry("a", agreement.Partnership, municipality("3905", "Tønsberg"))
	club := entry("b", agreement.Cooperation, organisation("Skiforeningen"))
	running := inForce(t, draft, "2026-10-01")
	given := after(t, running, notice(t, "2026-11-30"))
	alone := draft
	alone.Parties = alone.Parties[:1]
	silent := running
	silent.Terms.Notice = 0
	today := date(t, "2027-01-15")
	for _, c := range []struct {
		name  string
		entry register.Entry
		event register.Event
		key   string
	}{
		{"no date", draft, register.Event{Kind: register.WasSent}, "date_missing"},
		{"a day to come", draft, sent(t, "2027-01-16"), "date_future"},
		{"sent once signed", running, sent(t, "2026-12-01"), "signed_already"},
		{"a decision without a case number", draft, register.Event{Kind: register.WasAnchored, Party: "county", Date: date(t, "2026-09-01"), Case: " "}, "case_missing"},
		{"a decision by nobody", draft, anchored(t, "nobody", "2026-09-01"), "party_unknown"},
		{"a decision by a club", club, anchored(t, "other", "2026-09-01"), "not_public"},
		{"a decision once signed", running, anchored(t, "county", "2026-09-01"), "signed_already"},
		{"signed without a decision", after(t, draft, anchored(t, "county", "2026-09-01")), signed(t, "2026-10-01"), "unanchored"},
		{"signed before the decision", after(t, draft, anchored(t, "county", "2026-09-01"), anchored(t, "other", "2026-09-20")), signed(t, "2026-09-19"), "before_anchoring"},
		{"signed before it was sent", after(t, club, sent(t, "2026-09-20"), anchored(t, "county", "2026-09-01")), signed(t, "2026-09-19"), "before_sent"},
		{"signed twice", running, signed(t, "2026-10-02"), "signed_already"},
		{"signed alone", alone, signed(t, "2026-10-01"), "party_missing"},
		{"signed in Danish", after(t, club, anchored(t, "county", "2026-09-01")), register.Event{Kind: register.WasSigned, Date: today, Form: "da"}, "form"},
		{"in force without being signed", draft, register.Event{Kind: register.CameInForce, Date: today}, "not_signed"},
		{"notice of a draft", draft, notice(t, "2026-11-30"), "not_signed"},
		{"notice before the signing", running, notice(t, "2026-09-30"), "before_signing"},
		{"notice twice", given, notice(t, "2026-12-01"), "notice_given"},
		{"notice without a term", silent, notice(t, "2026-11-30"), "notice_unknown"},
		{"notice by a stranger", running, register.Event{Kind: register.NoticeGiven, Date: today, Party: "stranger"}, "party_unknown"},
		{"notice of what is over", after(t, running, ended(t, "2026-12-31")), notice(t, "2027-01-02"), "over"},
		{"ending before the signing", running, ended(t, "2026-09-30"), "before_signing"},
		{"ending what is over", after(t, running, ended(t, "2026-12-31")), ended(t, "2027-01-31"), "over"},
		{"a successor without a name", running, register.Event{Kind: register.WasSucceeded, Date: today, Party: "county", To: &register.Party{Name: " "}}, "successor_missing"},
		{"a successor of nobody", running, register.Event{Kind: register.WasSucceeded, Date: today, Party: "x", To: &register.Party{Name: "Ny"}}, "party_unknown"},
		{"a task without a name", running, register.Event{Kind: register.WasDone, Date: today}, "event"},
		{"a file that is none", running, register.Event{Kind: register.WasAttached, Date: today}, "event"},
		{"something else", running, register.Event{Kind: "lost", Date: today}, "event"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _, err := c.entry.Apply(c.event, today)
			var e *agreement.Error
			if !errors.As(err, &e) || e.Key != "error.register."+c.key {
				t.Errorf("error %v, want error.register.%s", err, c.key)
			}
			if fmt.Sprint(got) != fmt.Sprint(c.entry) {
				t.Error("the entry was changed all the same")
			}
		})
	}
}

func TestEventsThatWereTakenBackLeaveNothing(t *testing.T) {
	fresh := entry("a", agreement.Partnership, municipality("3905", "Tønsberg"))
	events := []register.Event{
		sent(t, "2026-08-01"), anchored(t, "county", "2026-09-01"), anchored(t, "other", "2026-09-02"),
		signed(t, "2026-10-01"), notice(t, "2026-11-30"),
	}
	all, hanging := fresh.Replay(events)
	if len(hanging) != 0 || all.Given == nil {
		t.Fatalf("replayed %+v, left %v", all.Steps, hanging)
	}
	events[4].Undone = true
	e, _ := fresh.Replay(events)
	if e.Given != nil || !e.Frozen() {
		t.Errorf("without the notice: %+v", e.Steps)
	}
	events[3].Undone = true
	if e, _ = fresh.Replay(events); e.Frozen() || e.Stage() != agreement.Anchored {
		t.Errorf("without the signing: %+v", e.Steps)
	}
	events[3].Undone, events[2].Undone, events[4].Undone = false, true, false // the signing now hangs in the air, and the notice on it
	if e, hanging = fresh.Replay(events); len(hanging) != 2 || e.Frozen() {
		t.Errorf("without a decision: %+v, left %v", e.Steps, hanging)
	}
}

func TestADecisionHoldsForTheTextThatItWasMadeOn(t *testing.T) {
	e := after(t, entry("a", agreement.Partnership, municipality("3905", "Tønsberg")), anchored(t, "county", "2026-09-01"))
	if len(e.ChangedSince()) != 0 {
		t.Error("changed since the decision, though nothing was saved")
	}
	e.Revision++
	if got := e.ChangedSince(); len(got) != 1 || got[0].Party != "county" {
		t.Errorf("changed since %v", got)
	}
	e = after(t, e, anchored(t, "county", "2026-09-20")) // decided anew
	if len(e.ChangedSince()) != 0 || len(e.Anchored) != 1 {
		t.Errorf("after a new decision: %v", e.Anchored)
	}
}

func TestASuccessorTakesTheCountysPlaceFromItsFirstDay(t *testing.T) {
	e := entry("a", agreement.Partnership, municipality("3803", "Tønsberg"))
	e.Parties[0] = register.Party{Key: "county", Kind: agreement.CountyParty, Number: "38", Name: "Vestfold og Telemark fylkeskommune"}
	e = inForce(t, e, "2021-05-01")
	to := register.Party{Kind: agreement.CountyParty, Number: "39", Name: "Vestfold fylkeskommune"}
	e = after(t, e, register.Event{Kind: register.WasSucceeded, Date: date(t, "2024-01-01"), Party: "county", To: &to})
	if got := e.PartiesOn(date(t, "2023-12-31"))[0].Name; got != "Vestfold og Telemark fylkeskommune" {
		t.Errorf("before the split: %s", got)
	}
	now := e.PartiesOn(date(t, "2024-01-01"))[0]
	if now.Name != "Vestfold fylkeskommune" || now.Key != "county" {
		t.Errorf("after the split: %+v", now)
	}
	if e.Parties[0].Number != "38" {
		t.Error("the agreement itself was changed")
	}
	day := date(t, "2026-01-01")
	if got := e.Counties(day); !slices.Equal(got, []string{"38", "39"}) {
		t.Errorf("counties %v", got)
	}
	for _, county := range []string{"38", "39"} {
		if f := (register.Filter{Counties: []string{county}}); !f.Matches(&e, day) {
			t.Errorf("not found under county %s", county)
		}
	}
}

func TestTheTextOfAnAgreementGivesItsTerms(t *testing.T) {
	field := func(id string, kind agreement.FieldType, value string) agreement.Field {
		return agreement.Field{ID: id, Type: kind, Answer: agreement.Answer{Value: value}}
	}
	a := agreement.Agreement{
		Parties: []agreement.Party{{Role: "county", Kind: agreement.CountyParty, Number: "46", Name: " Vestland fylkeskommune "}},
		Fields: []agreement.Field{
			field("notice", agreement.MonthsField, "3"), field("case_number", agreement.LineField, " 26/77 "),
			field("first_year", agreement.YearField, "2027"), field("last_year", agreement.YearField, "2029"),
			field("amount", agreement.AmountField, "1 500 000"), field("report_deadline", agreement.DateField, "2028-02-29"),
		},
		Sections: []agreement.Section{{Kind: agreement.GrantTerms, Payments: []agreement.Payment{
			{ID: "p1", Due: "2027-03-01", Amount: "500 000"}, {ID: "p2", Due: "2028", Amount: "1 000 000"}, {ID: "p3", Due: "seinare", Amount: "1"},
		}}},
	}
	want := "{26/77 3 2027-01-01 2029-12-31 1 500 000 [2028-02-29 2029-02-28 2030-02-28] [{p1 2027-03-01 500000} {p2 2028-12-31 1000000}]}"
	if got := fmt.Sprint(register.TermsOf(a)); got != want {
		t.Errorf("terms %s\nwant  %s", got, want)
	}
	c := register.ContentOf(a)
	if len(c.Parties) != 1 || c.Parties[0].Name != "Vestland fylkeskommune" || c.Parties[0].Key != "county" {
		t.Errorf("parties %+v", c.Parties)
	}
	a.Fields[0].Answer.ByHand = true
	if got := register.TermsOf(a).Notice; got != 0 {
		t.Errorf("a line to fill in by hand gives %d months", got)
	}
}

func TestAFormCountsWhereAllIsWrittenInIt(t *testing.T) {
	draft := func(title, theme agreement.Text) agreement.Agreement {
		return agreement.Agreement{Title: title, Theme: theme}
	}
	both, nb, nn := agreement.Both("Avtale", "Avtale"), agreement.Both("Tilskudd", ""), agreement.Both("", "Tilskot")
	for _, c := range []struct {
		a    agreement.Agreement
		want register.Written
	}{
		{draft(both, both), register.InBoth},
		{draft(both, nn), register.InNynorsk},
		{draft(both, nb), register.InBokmal},
		{draft(nb, nn), register.InBoth},
		{agreement.Agreement{}, register.InBoth},
	} {
		if got := register.FormsOf(c.a); got != c.want {
			t.Errorf("%v %v: %s, want %s", c.a.Title, c.a.Theme, got, c.want)
		}
	}
}

func TestFactsThatMakeNoSenseAreRefused(t *testing.T) {
	for key, f := range map[string]register.Facts{
		"notice_range": {Notice: 121}, "month": {MeetingMonth: 13}, "long": {Remark: strings.Repeat("x", 10_001)},
		"until_before_from": {From: date(t, "2027-01-01"), Until: date(t, "2026-12-31")},
	} {
		var e *agreement.Error
		if err := f.Validate(); !errors.As(err, &e) || e.Key != "error.register."+key {
			t.Errorf("%s: %v", key, err)
		}
	}
	f := register.Facts{Responsible: " Kari\n", Reports: []register.Date{date(t, "2027-03-01"), {}, date(t, "2026-03-01"), date(t, "2027-03-01")}}.Clean()
	if f.Responsible != "Kari" || fmt.Sprint(f.Reports) != "[2026-03-01 2027-03-01]" || f.Validate() != nil {
		t.Errorf("%+v", f)
	}
	if _, err := (register.View{Name: " \n"}).Clean(); err == nil {
		t.Error("a view without a name was taken")
	}
}
