package data_test

import (
	"slices"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
)

// between makes an agreement between Nordland and a municipality, ready in the forms that are given.
func between(t *testing.T, municipality string, ready ...agreement.Form) agreement.Agreement {
	t.Helper()
	template := templates.All()[0]
	var parties []agreement.Party
	for i, number := range []string{"18", municipality} {
		b, err := facts.Lookup(template.Roles[i].Kind, number)
		if err != nil {
			t.Fatal(err)
		}
		p := b.Party()
		p.Role = template.Roles[i].ID
		parties = append(parties, p)
	}
	a := agreement.New(template, parties...)
	section := a.Sections[len(a.Sections)-1]
	for _, form := range agreement.Forms {
		if !slices.Contains(ready, form) {
			for _, s := range a.Sections {
				if s.Kind == agreement.Goals {
					section = s
				}
			}
			editor := agreement.NewEditor(a)
			place := agreement.Place{Section: section.ID, Item: section.Items[0].ID, Part: agreement.PartText}
			if err := editor.Do(agreement.SetText(place, form, "")); err != nil {
				t.Fatal(err)
			}
			a = editor.Agreement()
		}
	}
	return a
}

// The adopted forms of municipalities that the tests need.
func municipalityThatAdopted(t *testing.T, form agreement.AdoptedForm) string {
	t.Helper()
	for _, b := range facts.Municipalities() {
		if b.Adopted == form {
			return b.Number
		}
	}
	t.Fatalf("no municipality has adopted %q", form)
	return ""
}

func TestAnAgreementCountsInTheFormThatItGoesOutIn(t *testing.T) {
	nb, nn := agreement.Bokmal, agreement.Nynorsk
	for _, c := range []struct {
		name    string
		adopted agreement.AdoptedForm
		ready   []agreement.Form
		want    []agreement.Form
	}{
		{"ready in both, the counterpart has nynorsk", agreement.AdoptedNynorsk, []agreement.Form{nb, nn}, []agreement.Form{nn}},
		{"ready in both, the counterpart has bokmål", agreement.AdoptedBokmal, []agreement.Form{nb, nn}, []agreement.Form{nb}},
		{"ready in both, the counterpart is neutral", agreement.AdoptedNeutral, []agreement.Form{nb, nn}, []agreement.Form{nb, nn}},
		{"ready in the other form only", agreement.AdoptedNynorsk, []agreement.Form{nb}, []agreement.Form{nb}},
		{"ready in one form", agreement.AdoptedNeutral, []agreement.Form{nn}, []agreement.Form{nn}},
		{"not ready", agreement.AdoptedNynorsk, nil, nil},
	} {
		if got := data.FormsOf(between(t, municipalityThatAdopted(t, c.adopted), c.ready...)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestTheBalanceIsOfTheYearInWhichAnAgreementWasFirstSaved(t *testing.T) {
	now := time.Date(2026, time.December, 31, 23, 30, 0, 0, time.UTC)
	store := open(t, t.TempDir(), data.WithClock(func() time.Time { return now }))
	defer store.Close()
	ctx := t.Context()
	keep := func(a agreement.Agreement) agreement.Agreement {
		saved, err := store.Save(ctx, a)
		if err != nil {
			t.Fatal(err)
		}
		return saved
	}
	old := keep(between(t, municipalityThatAdopted(t, agreement.AdoptedNynorsk), agreement.Forms[:]...))
	now = now.AddDate(0, 3, 0)
	edited := agreement.NewEditor(old)
	for place := range old.Passages() { // changing it later does not move it into the next year
		if err := edited.Do(agreement.SetText(place, agreement.Nynorsk, "Ny ordlyd")); err != nil {
			t.Fatal(err)
		}
		break
	}
	keep(edited.Agreement())
	keep(between(t, municipalityThatAdopted(t, agreement.AdoptedBokmal), agreement.Forms[:]...))
	keep(between(t, municipalityThatAdopted(t, agreement.AdoptedBokmal), agreement.Forms[:]...))
	keep(between(t, municipalityThatAdopted(t, agreement.AdoptedNeutral), agreement.Forms[:]...))
	keep(between(t, municipalityThatAdopted(t, agreement.AdoptedNeutral)))
	gone := keep(between(t, municipalityThatAdopted(t, agreement.AdoptedNynorsk), agreement.Forms[:]...))
	if err := store.Delete(ctx, gone.ID); err != nil {
		t.Fatal(err)
	}
	got, years, err := data.CountForms(ctx, store, 2027, time.UTC)
	if want := (data.FormBalance{Year: 2027, Bokmal: 2, Both: 1, Open: 1}); err != nil || got != want || !slices.Equal(years, []int{2026, 2027}) {
		t.Errorf("%+v, %v, %v", got, years, err)
	}
	if share := got.Share(agreement.Nynorsk); share != 0.25 {
		t.Errorf("a share of %v", share)
	}
	got, _, err = data.CountForms(ctx, store, 2026, time.UTC)
	if want := (data.FormBalance{Year: 2026, Nynorsk: 1}); err != nil || got != want || got.Share(agreement.Nynorsk) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	if empty := (data.FormBalance{}); empty.Share(agreement.Bokmal) != 0 {
		t.Error("nothing has a share")
	}
}
