package demo_test

import (
	"context"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/demo"
)

func filled(t *testing.T) (*data.Store, []*register.Entry) {
	t.Helper()
	at := time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)
	s, err := data.Open(t.Context(), t.TempDir(), data.WithClock(func() time.Time { return at }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := demo.FillRegister(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	entries, err := s.Register(t.Context(), register.Query{})
	if err != nil {
		t.Fatal(err)
	}
	return s, entries
}

func TestTheSampleRegisterHasTheTotalsOfACounty(t *testing.T) {
	s, entries := filled(t)
	total := register.Total(entries, s.Today())
	for form, want := range map[agreement.Form]string{
		agreement.Nynorsk: "25 avtalar med 24 organisasjonar, 13 partnarskapsavtalar, 12 samarbeidsavtalar",
		agreement.Bokmal:  "25 avtaler med 24 organisasjoner, 13 partnerskapsavtaler, 12 samarbeidsavtaler",
	} {
		if got := total.Sentence(form); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, status := range register.Statuses {
		if register.Of(total.Statuses, string(status)) == 0 {
			t.Errorf("none is %s", status)
		}
	}
	if networks := register.GroupBy(entries, register.GroupSubject, agreement.Nynorsk, s.Today()); len(networks) != 4 {
		t.Errorf("%d networks", len(networks))
	}
	if len(total.Years) < 4 || len(total.Forms) != 3 {
		t.Errorf("years %v, forms %v", total.Years, total.Forms)
	}
	if due := register.FollowUp(entries, s.Today(), s.Today().AddMonths(12)); len(due) < 20 {
		t.Errorf("only %d things to do in a year", len(due))
	}
	if i := slices.IndexFunc(entries, func(e *register.Entry) bool { return e.File != nil }); i < 0 {
		t.Error("no signed copy")
	} else if _, _, err := s.SignedFile(t.Context(), entries[i].ID); err != nil {
		t.Error(err)
	}
}

func TestTheSampleRegisterIsTheSameEveryTime(t *testing.T) {
	_, first := filled(t)
	s, second := filled(t)
	one, _ := json.Marshal(first)
	two, _ := json.Marshal(second)
	if string(one) != string(two) {
		t.Error("another register")
	}
	if err := s.Delete(context.Background(), "vestfold-25"); err != nil {
		t.Fatal(err)
	}
	if err := demo.FillRegister(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	again, err := s.Register(t.Context(), register.Query{})
	if err != nil || len(again) != 25 {
		t.Errorf("made twice: %d agreements, %v", len(again), err)
	}
}
