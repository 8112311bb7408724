package calendar_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/export/calendar"
)

var day = register.Date{Year: 2026, Month: time.November, Day: 23}

func tasks() []register.Task {
	return []register.Task{
		{
			Key: "meeting-2028", Kind: register.HoldMeeting, Due: register.Date{Year: 2028, Month: time.February, Day: 29}, Agreement: "k7m2",
			Title: agreement.Pair{NB: "Samarbeidsavtale med Ås; Bø, Træna \\ Å", NN: "Samarbeidsavtale med Ås; Bø, Træna \\ Å"}, Responsible: "Kari Øvrevåg",
		},
		{Key: "payment-p1", Kind: register.PayGrant, Due: register.Date{Year: 2027, Month: time.December, Day: 31}, Agreement: "k7m2", Amount: 1_500_000, Title: agreement.Pair{NB: "Tilskuddsavtale", NN: "Tilskotsavtale"}},
		{Key: "report-2027", Kind: register.SendReport, Due: register.Date{Year: 2027, Month: time.March, Day: 1}, Agreement: "k7m2", Done: true},
	}
}

func written(t *testing.T, form agreement.Form) string {
	t.Helper()
	content, err := calendar.Tasks(tasks(), calendar.Options{Form: form, Day: day})
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestEventsLastOneDayAndComeBackAsTheyWere(t *testing.T) {
	content := written(t, agreement.Nynorsk)
	cal, err := ics.ParseCalendar(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	events := cal.Events()
	if len(events) != 2 {
		t.Fatalf("%d events: those that are done are left out", len(events))
	}
	e := events[0]
	for property, want := range map[ics.ComponentProperty]string{
		ics.ComponentPropertyUniqueId: "k7m2-meeting-2028@avtalebok",
		ics.ComponentPropertyDtStart:  "20280229",
		ics.ComponentPropertyDtEnd:    "20280301",
		ics.ComponentPropertyDtstamp:  "20261123T000000Z",
		ics.ComponentPropertySummary:  "Årleg møte: Samarbeidsavtale med Ås; Bø, Træna \\ Å",
		ics.ComponentPropertyTransp:   "TRANSPARENT",
	} {
		if got := e.GetProperty(property); got == nil || got.Value != want {
			t.Errorf("%s: %+v, want %s", property, got, want)
		}
	}
	if !strings.Contains(content, "DTSTART;VALUE=DATE:20280229\r\n") {
		t.Error("the day is not written as a date without a time")
	}
	if a := e.Alarms(); len(a) != 1 || a[0].GetProperty(ics.ComponentPropertyTrigger).Value != "-P20DT15H" {
		t.Errorf("alarms %+v", a)
	}
}

func TestACalendarKeepsToTheStandardsLines(t *testing.T) {
	content := written(t, agreement.Bokmal)
	for line := range strings.SplitSeq(strings.TrimSuffix(content, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	if !strings.HasPrefix(content, "BEGIN:VCALENDAR\r\n") || !strings.HasSuffix(content, "END:VCALENDAR\r\n") {
		t.Error("not a whole calendar")
	}
	unfolded := strings.ReplaceAll(content, "\r\n ", "")
	for _, want := range []string{
		`SUMMARY:Årlig møte: Samarbeidsavtale med Ås\; Bø\, Træna \\ Å`, "DESCRIPTION:kr\u00a01\u00a0500\u00a0000",
		"DESCRIPTION:Ansvarlig: Kari Øvrevåg", "PRODID:-//Avtalebok//Avtaleregister//NO", "VERSION:2.0",
	} {
		if !strings.Contains(unfolded, want+"\r\n") {
			t.Errorf("lacks %s in\n%s", want, unfolded)
		}
	}
}

func TestTheSameTasksGiveTheSameBytes(t *testing.T) {
	first := written(t, agreement.Nynorsk)
	for range 20 {
		if again := written(t, agreement.Nynorsk); !bytes.Equal([]byte(again), []byte(first)) {
			t.Fatal("another file")
		}
	}
}
