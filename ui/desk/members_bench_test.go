package desk

import (
	"fmt"
	"testing"

	"avtalebok/agreement"
)

// fifty is an agreement between a county and fifty municipalities, each with its signatory and its contact person.
func fifty(b *testing.B) agreement.Agreement {
	var others []agreement.Party
	for i := range 50 {
		others = append(others, member(fmt.Sprintf("Nummer %d", i+1)))
	}
	return made(b, "partnership-networks", others...)
}

// BenchmarkOpeningFiftyParties shows the page with fifty parties, from another page.
func BenchmarkOpeningFiftyParties(b *testing.B) {
	d, _, _ := benchDesk(b, fifty(b))
	for b.Loop() {
		d.open(fieldsPage)
		d.open(frontPage)
	}
}

// BenchmarkMovingAmongFiftyParties moves a party up and down in the middle of fifty.
func BenchmarkMovingAmongFiftyParties(b *testing.B) {
	d, _, _ := benchDesk(b, fifty(b))
	d.GoTo(nameOf("municipalities-25"))
	for i := 0; b.Loop(); i++ {
		d.moveParty("municipalities-25", 1-2*(i%2))
	}
}
