package register_test

import (
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

func tasks(list []register.Task) string {
	var out []string
	for _, task := range list {
		out = append(out, task.Due.String()+" "+task.Key)
	}
	return strings.Join(out, ", ")
}

func TestAnnualMeetingsFallOnTheDayThatTheAgreementCameIntoForce(t *testing.T) {
	e := inForce(t, entry("a", agreement.Partnership, municipality("3905", "Tønsberg")), "2024-02-29")
	got := tasks(e.Tasks(date(t, "2024-01-01"), date(t, "2028-12-31")))
	want := "2025-02-28 meeting-2025, 2026-02-28 meeting-2026, 2027-02-28 meeting-2027, 2028-02-29 meeting-2028"
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	e.MeetingMonth = time.September
	if got := tasks(e.Tasks(date(t, "2024-01-01"), date(t, "2025-12-31"))); got != "2024-09-30 meeting-2024, 2025-09-30 meeting-2025" {
		t.Errorf("in September: %s", got)
	}
	e.MeetingMonth = time.February // not the day on which it came into force itself
	if got := tasks(e.Tasks(date(t, "2024-01-01"), date(t, "2025-12-31"))); got != "2025-02-28 meeting-2025" {
		t.Errorf("in February: %s", got)
	}
	e.NoMeetings = true
	if got := tasks(e.Tasks(date(t, "2024-01-01"), date(t, "2028-12-31"))); got != "" {
		t.Errorf("without meetings: %s", got)
	}
}

func TestMeetingsStopWhenTheAgreementEnds(t *testing.T) {
	e := after(t, inForce(t, entry("a", agreement.Partnership, municipality("3905", "Tønsberg")), "2024-06-01"), notice(t, "2026-02-28"))
	got := tasks(e.Tasks(date(t, "2026-01-01"), date(t, "2028-12-31")))
	if want := "2026-05-28 end-2026-05-28"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAGrantHasPaymentsReportsAndAnEnd(t *testing.T) {
	e := entry("a", agreement.Grant, organisation("Færder Musikkråd"))
	e.Terms = register.Terms{
		Notice: 3, From: date(t, "2027-01-01"), Until: date(t, "2028-02-29"), Reports: []register.Date{date(t, "2028-04-01")},
		Payments: []register.Payment{{ID: "p2", Due: date(t, "2028-01-15"), Amount: 200_000}, {ID: "p1", Due: date(t, "2027-01-15"), Amount: 100_000}},
	}
	e = inForce(t, e, "2026-12-01")
	e.Facts.Reports = []register.Date{date(t, "2027-04-01")}
	list := e.Tasks(date(t, "2026-01-01"), date(t, "2030-12-31"))
	want := "2027-01-15 payment-p1, 2027-04-01 report-2027-04-01, 2027-11-30 notice-2028-02-29, " +
		"2028-01-15 payment-p2, 2028-02-29 expiry-2028-02-29, 2028-04-01 report-2028-04-01"
	if got := tasks(list); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if list[0].Amount != 100_000 || list[0].UID() != "a-payment-p1@avtalebok" {
		t.Errorf("%+v", list[0])
	}
	if got := tasks(e.Tasks(date(t, "2027-04-01"), date(t, "2027-11-30"))); !strings.HasPrefix(got, "2027-04-01") || !strings.HasSuffix(got, "notice-2028-02-29") {
		t.Errorf("both ends belong to the span: %s", got)
	}
}

func TestOnlySignedAgreementsAreFollowedUp(t *testing.T) {
	draft := entry("a", agreement.Partnership, municipality("3905", "Tønsberg"))
	draft.Terms.Until = date(t, "2027-12-31")
	amendment := inForce(t, entry("b", agreement.Partnership, municipality("3905", "Tønsberg")), "2026-01-01")
	amendment.Amends = &agreement.AgreementRef{ID: "c", Revision: 1}
	if got := tasks(register.FollowUp(pointers(draft, amendment), date(t, "2020-01-01"), date(t, "2040-01-01"))); got != "" {
		t.Errorf("to do about a draft and an amendment: %s", got)
	}
}

func TestWhatIsDoneIsNotDue(t *testing.T) {
	e := inForce(t, entry("a", agreement.Partnership, municipality("3905", "Tønsberg")), "2024-06-01")
	other := inForce(t, entry("b", agreement.Cooperation, organisation("Zonta")), "2025-05-20")
	day := date(t, "2026-05-25")
	due := func() string { return tasks(register.Due(pointers(e, other), day, 14, 30)) }
	if got := due(); got != "2026-05-20 meeting-2026, 2026-06-01 meeting-2026" {
		t.Errorf("due: %s", got)
	}
	e = after(t, e, register.Event{Kind: register.WasDone, Date: day, Task: "meeting-2026"})
	if got := due(); got != "2026-05-20 meeting-2026" {
		t.Errorf("due once it was held: %s", got)
	}
	list := e.Tasks(date(t, "2026-01-01"), date(t, "2026-12-31"))
	if len(list) != 1 || !list[0].Done {
		t.Errorf("the year's tasks: %+v", list)
	}
	months := register.Months(list, 2026)
	if len(months[time.June-1]) != 1 || len(months[time.May-1]) != 0 {
		t.Errorf("by month: %v", months)
	}
}
