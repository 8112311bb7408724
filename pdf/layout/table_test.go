package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/pdf/internal/sample"
	"avtalebok/pdf/layout"
)

// payments gives a table of so many payments, with headings and a sum.
func payments(n int) agreement.Table {
	t := agreement.Table{Columns: []agreement.Column{
		{Heading: sample.Text("Utbetaling"), RowHeader: true}, {Heading: sample.Text("Gjelder")}, {Heading: sample.Text("Beløp"), Numeric: true},
	}}
	for i := range n {
		t.Rows = append(t.Rows, []agreement.Passage{
			sample.Text(fmt.Sprintf("Termin%d", i+1)), sample.Text(sample.Words(3 + i%20)), sample.Text(fmt.Sprintf("kr\u00a0%d01", i+1)),
		})
	}
	t.Total = []agreement.Passage{sample.Text("Sum"), {}, sample.Text("kr\u00a099999")}
	return t
}

func tabled(before int, t agreement.Table) agreement.Document {
	return document(sample.Section("grant", agreement.GrantTerms, "Tilskuddet",
		append(sample.Paragraphs("grant", sample.Words(before)), t)...))
}

func TestATableRepeatsItsHeadingsOnEveryPage(t *testing.T) {
	d := tabled(20, payments(120))
	l := compose(d)
	if len(l.Pages) < 3 {
		t.Fatalf("%d pages", len(l.Pages))
	}
	for i, p := range l.Pages {
		var heads []string
		for _, line := range p.Repeated {
			heads = append(heads, text(line))
			if line.Element != layout.Artifact || line.Bottom() > p.Lines[0].Y+tolerance {
				t.Errorf("page %d: %q is element %d at %+v", i+1, text(line), line.Element, line.Rect)
			}
		}
		want := "Utbetaling Gjelder Beløp"
		if i == 0 {
			want = ""
		}
		if got := strings.Join(heads, " "); got != want {
			t.Errorf("page %d repeats %q, want %q", i+1, got, want)
		}
	}
	checkAll(t, d, l)
}

// The table is moved word by word down over the foot of the page.
func TestNeitherHeadingsNorSumStandAlone(t *testing.T) {
	for words := 300; words < 700; words += 7 {
		d := tabled(words, payments(4))
		l := compose(d)
		if head, first := find(t, l, "Utbetaling"), find(t, l, "Termin1"); head.page != first.page {
			t.Errorf("after %d words the headings stand on page %d, the first row on page %d", words, head.page+1, first.page+1)
		}
		if last, sum := find(t, l, "Termin4"), find(t, l, "Sum"); last.page != sum.page {
			t.Errorf("after %d words the sum stands alone on page %d", words, sum.page+1)
		}
		checkAll(t, d, l)
	}
}

func TestFiguresStandToTheRight(t *testing.T) {
	l := compose(tabled(5, payments(12)))
	for i := range 12 {
		if at := find(t, l, fmt.Sprintf("kr\u00a0%d01", i+1)); at.Right() < l.Area.Right()-1 || at.Right() > l.Area.Right()+tolerance {
			t.Errorf("amount %d ends at %.1f, the text at %.1f", i+1, at.Right(), l.Area.Right())
		}
	}
}

func TestOnlyLongTextsAreBroken(t *testing.T) {
	table := agreement.Table{Columns: []agreement.Column{
		{Heading: sample.Text("Part"), RowHeader: true}, {Heading: sample.Text("Nummer")}, {Heading: sample.Text("Adresse")},
	}, Rows: [][]agreement.Passage{{sample.Text("Nordlandsfjorden fylkeskommune"), sample.Text("974 760 673"), sample.Text(sample.Words(40))}}}
	l := compose(tabled(5, table))
	find(t, l, "Nordlandsfjorden fylkeskommune")
	find(t, l, "974 760 673")
}

func TestRowsThatAreTallGoOnOverleaf(t *testing.T) {
	table := payments(3)
	table.Rows[1][1] = sample.Text(sample.Words(2500))
	d := tabled(5, table)
	l := compose(d)
	if first, last := find(t, l, "Termin1"), find(t, l, "Termin3"); last.page-first.page < 2 {
		t.Errorf("it ends on page %d", last.page+1)
	}
	checkAll(t, d, l)
}

func TestTablesAreTagged(t *testing.T) {
	facts := agreement.Table{Columns: []agreement.Column{{RowHeader: true}, {}}, Rows: [][]agreement.Passage{{sample.Text("Beløp"), sample.Text("kr 1")}}}
	l := compose(document(sample.Section("grant", agreement.GrantTerms, "Tilskuddet", facts, payments(1))))
	var b strings.Builder
	for _, e := range l.Elements {
		switch e.Role {
		case layout.RoleTable, layout.RoleRow, layout.RoleHead, layout.RoleCell:
			fmt.Fprintf(&b, "%s%s ", e.Role, e.Scope)
		}
	}
	const want = "Table TR THRow TD Table TR THColumn THColumn THColumn TR THRow TD TD TR THRow TD TD "
	if got := b.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestFourSignersStandBelowEachOtherWhereThereAreMany(t *testing.T) {
	l := compose(document(prose(40), signing(50)))
	most := 0
	for _, p := range l.Pages {
		most = max(most, len(p.Fields))
	}
	if most != 8 || len(l.Pages) > 8 {
		t.Errorf("at most %d signers on a page, %d pages", most, len(l.Pages))
	}
}

// The table is moved word by word down over the foot of the page.
func TestAShortTableIsNotParted(t *testing.T) {
	for words := 300; words < 700; words += 7 {
		l := compose(tabled(words, payments(6)))
		if first, last := find(t, l, "Termin1"), find(t, l, "Termin6"); first.page != last.page {
			t.Errorf("after %d words it is parted over pages %d and %d", words, first.page+1, last.page+1)
		}
	}
}
