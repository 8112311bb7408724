package parties_test

import (
	"fmt"
	"strings"
	"testing"

	"avtalebok/data/parties"
)

func BenchmarkReadAndPlan(b *testing.B) {
	var list strings.Builder
	list.WriteString("Navn;Orgnr;Adresse;E-post\n")
	for i := range 10_000 {
		fmt.Fprintf(&list, "Lag %d;;Storgata %d;lag%d@example.no\n", i%9_000, i, i)
	}
	content := []byte(list.String())
	for b.Loop() {
		read, err := parties.Read(content)
		if err != nil {
			b.Fatal(err)
		}
		parties.Plan(read.Rows, nil)
	}
}
