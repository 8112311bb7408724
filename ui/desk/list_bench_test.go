package desk

import (
	"testing"

	"avtalebok/agreement"
)

// BenchmarkMovingAmongFourHundred moves an item up and down in a section of four hundred, as it is shown.
func BenchmarkMovingAmongFourHundred(b *testing.B) {
	a := large(b)
	var all []agreement.Item
	for _, s := range a.Sections {
		all = append(all, s.Items...)
	}
	a.Sections[0].Items, a.Sections = all, a.Sections[:1]
	d, _, _ := benchDesk(b, a)
	section, item := a.Sections[0].ID, all[200].ID
	d.GoTo(agreement.Place{Section: section, Item: item, Part: agreement.PartText})
	for i := 0; b.Loop(); i++ {
		d.moveItem(section, item, 1-2*(i%2))
	}
}
