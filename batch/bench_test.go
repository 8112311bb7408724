package batch_test

import (
	"fmt"
	"testing"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data/parties"
)

// BenchmarkKnown finds 2,000 organisations in a register of as many by their names.
func BenchmarkKnown(b *testing.B) {
	var found []agreement.Party
	var entries []parties.Entry
	for i := range 2000 {
		p := agreement.Party{Kind: agreement.OrganisationParty, Name: fmt.Sprintf("Laget nummer %d", i)}
		found, entries = append(found, p), append(entries, parties.Entry{ID: int64(i + 1), Party: p})
	}
	for b.Loop() {
		if n := len(batch.Known(found, entries)); n != len(found) {
			b.Fatal(n)
		}
	}
}
