package ui_test

import (
	"context"
	"slices"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
)

// A title with many parties is cut; the line below it says who the first one is, and how many more there are.
func TestTheListSaysHowManyPartiesThereAre(t *testing.T) {
	u, store := newUser(t)
	all := templates.All()
	template := all[slices.IndexFunc(all, func(t agreement.Template) bool { return t.ID == "project-many-municipalities" })]
	var parties []agreement.Party
	for i, number := range []string{"18", "1804", "1806", "1811"} {
		role := template.Roles[min(i, 1)]
		b, err := facts.Lookup(role.Kind, number)
		if err != nil {
			t.Fatal(err)
		}
		p := b.Party()
		p.Role = role.ID
		parties = append(parties, p)
	}
	if _, err := store.Save(context.Background(), agreement.New(template, parties...)); err != nil {
		t.Fatal(err)
	}
	u.draftWith("1820")
	u.start(store)
	u.mustSee("Bodø kommune og 2 til  ·")
	u.mustSee("Alstahaug kommune  ·")
}
