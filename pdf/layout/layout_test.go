package layout_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/pdf/internal/sample"
	"avtalebok/pdf/layout"
)

// document gives a Document with these sections only.
func document(sections ...agreement.DocumentSection) agreement.Document {
	d := sample.Empty(agreement.Bokmal)
	d.Sections = sections
	return d
}

func duties(n, length int) agreement.List {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("Oppgave%d %s", i+1, sample.Words(length))
	}
	return sample.Numbered("roles", texts...)
}

func roles(l agreement.List) agreement.DocumentSection {
	return sample.Section("roles", agreement.Roles, "Oppgaver", l)
}

func prose(words int) agreement.DocumentSection {
	return sample.Section("prose", agreement.Prose, "Bakgrunn", sample.Paragraphs("prose", sample.Words(words))...)
}

func signing(signers int, before ...agreement.Block) agreement.DocumentSection {
	return sample.Section("signatures", agreement.Signatures, "Underskrifter", append(before, sample.Signers(signers))...)
}

// spot is where a line stands.
type spot struct {
	page int
	layout.Line
}

// find gives the line that starts with a text, which must be there once.
func find(t *testing.T, l layout.Layout, start string) spot {
	t.Helper()
	var found []spot
	for i, p := range l.Pages {
		for _, line := range p.Lines {
			if strings.HasPrefix(text(line), start) {
				found = append(found, spot{i, line})
			}
		}
	}
	if len(found) != 1 {
		t.Fatalf("%q stands in %d places, want 1", start, len(found))
	}
	return found[0]
}

func TestEverySampleObeysTheRules(t *testing.T) {
	list := sample.Awkward()
	for _, form := range agreement.Forms {
		list = append(list, sample.Named{Name: "partnership-" + string(form), Document: sample.Partnership(form)})
	}
	for _, one := range list {
		t.Run(one.Name, func(t *testing.T) { checkAll(t, one.Document, compose(one.Document)) })
	}
}

func TestTenDutiesRunDownTheLeftColumnAndThenTheRight(t *testing.T) {
	l := compose(document(roles(duties(10, 6))))
	left, right := find(t, l, "Oppgave1 "), find(t, l, "Oppgave6 ")
	for i := 1; i <= 10; i++ {
		at := find(t, l, fmt.Sprintf("Oppgave%d ", i))
		column := left
		if i > 5 {
			column = right
		}
		if at.X != column.X || at.Y < column.Y || at.page != left.page {
			t.Errorf("duty %d stands at %+v", i, at.Rect)
		}
	}
	if left.Y != right.Y || left.X >= right.X {
		t.Errorf("the columns start at %+v and %+v", left.Rect, right.Rect)
	}
}

func TestNumbersStandClearOfTheirTexts(t *testing.T) {
	for _, count := range []int{9, 99, 120, 1200} {
		l := compose(document(roles(duties(count, 3))))
		for _, page := range l.Pages {
			for i, line := range page.Lines {
				if l.Elements[line.Element].Role != layout.RoleLabel {
					continue
				}
				if gap := page.Lines[i+1].X - line.Right(); gap < 7-tolerance {
					t.Errorf("%d items: number %q stands %.1f points from its text", count, text(line), gap)
				}
			}
		}
	}
}

func TestColumnsAreBalancedByHeight(t *testing.T) {
	list := duties(7, 4)
	list.Items[0].Paragraphs[0] = sample.Text("Oppgave1 " + sample.Words(28)) // as tall as three others
	l := compose(document(roles(list)))
	if four, five := find(t, l, "Oppgave4 "), find(t, l, "Oppgave5 "); four.Y > five.Y && four.X == five.X {
		t.Errorf("duties 4 and 5 stand at %+v and %+v", four.Rect, five.Rect)
	}
	foot := make(map[bool]float64) // of the right column and the left
	right := find(t, l, "Oppgave7 ").X
	for _, line := range l.Pages[0].Lines {
		if l.Elements[line.Element].Parent > find(t, l, "Oppgaver").Element {
			foot[line.X >= right] = max(foot[line.X >= right], line.Bottom())
		}
	}
	if gap := math.Abs(foot[false] - foot[true]); gap > 30 {
		t.Errorf("the columns end %.0f points apart", gap)
	}
}

func TestFewOrLongDutiesRunOverTheFullWidth(t *testing.T) {
	for name, list := range map[string]agreement.List{"five": duties(5, 6), "long": duties(10, 80)} {
		t.Run(name, func(t *testing.T) {
			l := compose(document(roles(list)))
			first := find(t, l, "Oppgave1 ")
			for i := 2; i <= len(list.Items); i++ {
				if at := find(t, l, fmt.Sprintf("Oppgave%d ", i)); at.X != first.X {
					t.Errorf("duty %d stands in a column of its own", i)
				}
			}
		})
	}
}

func TestColumnsTallerThanAPageGoOnOverleaf(t *testing.T) {
	l := compose(document(roles(duties(80, 8))))
	if len(l.Pages) < 2 {
		t.Fatalf("%d pages", len(l.Pages))
	}
	last := spot{}
	for i := 1; i <= 80; i++ {
		at := find(t, l, fmt.Sprintf("Oppgave%d ", i))
		forward := at.page > last.page || at.X > last.X || at.X == last.X && at.Y > last.Y
		if !forward {
			t.Fatalf("duty %d stands at page %d, %+v, before duty %d", i, at.page+1, at.Rect, i-1)
		}
		last = at
	}
}

func TestAnItemOfThreePagesIsSplitByLines(t *testing.T) {
	l := compose(document(roles(sample.Numbered("roles", "Kort.", sample.Words(1800), "Slutt."))))
	if first, last := find(t, l, "Kort."), find(t, l, "Slutt."); last.page-first.page < 3 {
		t.Errorf("it ends on page %d", last.page+1)
	}
}

// The heading is moved line by line down over the foot of the page.
func TestAHeadingIsNeverLastOnAPage(t *testing.T) {
	for lines := range 60 {
		var texts []string
		for range lines {
			texts = append(texts, "En linje.")
		}
		d := document(
			sample.Section("a", agreement.Prose, "Første", sample.Paragraphs("a", texts...)...),
			sample.Section("b", agreement.Prose, "Andre", sample.Paragraphs("b", sample.Words(60))...),
		)
		l := compose(d)
		heading, body := find(t, l, "Andre"), find(t, l, sample.Words(3))
		if heading.page != body.page {
			t.Errorf("after %d lines the heading stands on page %d, its text on page %d", lines, heading.page+1, body.page+1)
		}
		checkAll(t, d, l)
	}
}

func TestNoParagraphLeavesASingleLineBehindOrAhead(t *testing.T) {
	for lines := range 50 {
		var texts []string
		for range lines {
			texts = append(texts, "En linje.")
		}
		l := compose(document(sample.Section("a", agreement.Prose, "Første", sample.Paragraphs("a", append(texts, sample.Words(70))...)...)))
		perPage := make(map[int]int)
		for i, p := range l.Pages {
			for _, line := range p.Lines {
				if line.Place.Item == fmt.Sprint("p", lines+1) {
					perPage[i]++
				}
			}
		}
		for page, n := range perPage {
			if n == 1 {
				t.Errorf("after %d lines, page %d holds one line of the paragraph", lines, page+1)
			}
		}
	}
}

// The block is moved word by word down over the foot of the page.
func TestSignaturesStayTogetherWithTextBeforeThem(t *testing.T) {
	sentence := sample.Paragraphs("signatures", "Avtalen er skrevet ut i 2 eksemplarer.")
	for words := 0; words < 900; words += 9 {
		for name, d := range map[string]agreement.Document{
			"after prose":  document(prose(words), signing(2, sentence...)),
			"after duties": document(prose(words), roles(duties(10, 6)), signing(2, sentence...)),
			"bare":         document(prose(words), roles(duties(10, 6)), signing(2)),
			"three":        document(prose(words), signing(3)),
		} {
			l := compose(d)
			checkSignatures(t, fmt.Sprintf("%s, %d words", name, words), l)
			checkAll(t, d, l)
		}
	}
}

func checkSignatures(t *testing.T, name string, l layout.Layout) {
	t.Helper()
	page := -1
	for i, p := range l.Pages {
		for _, line := range p.Lines {
			if text(line) != "Underskrift" && text(line) != "Sted og dato" {
				continue
			}
			if page >= 0 && page != i {
				t.Errorf("%s: the block is split over pages %d and %d", name, page+1, i+1)
			}
			page = i
		}
	}
	before := 0
	for _, line := range l.Pages[page].Lines {
		if strings.HasPrefix(text(line), "Kommune nummer") {
			break
		}
		if role := l.Elements[line.Element].Role; role == layout.RoleP {
			before++
		}
	}
	if before < 2 {
		t.Errorf("%s: %d lines of text stand before the block on page %d", name, before, page+1)
	}
}

func TestVeryManySignersArePartedBetweenSigners(t *testing.T) {
	l := compose(document(prose(40), signing(46)))
	if len(l.Pages) < 3 {
		t.Fatalf("%d pages", len(l.Pages))
	}
	for i := 1; i <= 46; i++ {
		if n := strings.Count(readingText(l), fmt.Sprintf("Kommunenummer%dSted", i)); n != 1 {
			t.Errorf("signer %d stands in %d places", i, n)
		}
	}
	for i, p := range l.Pages {
		count := make(map[string]int)
		for _, line := range p.Lines {
			count[text(line)]++
		}
		if count["Underskrift"] != count["Sted og dato"] {
			t.Errorf("page %d parts a signer: %v", i+1, count)
		}
	}
}

func TestEverySignerHasAFieldOverTheLine(t *testing.T) {
	l := compose(document(prose(40), signing(3)))
	var fields []layout.Field
	for _, p := range l.Pages {
		fields = append(fields, p.Fields...)
	}
	if len(fields) != 3 {
		t.Fatalf("%d fields", len(fields))
	}
	for i, f := range fields {
		if f.Name != fmt.Sprintf("party-%d", i+1) || f.Tooltip != fmt.Sprintf("Skriv under for Kommune nummer %d", i+1) {
			t.Errorf("field %d: %+v", i+1, f)
		}
		if l.Elements[f.Element].Role != layout.RoleForm {
			t.Errorf("field %d belongs to a %s", i+1, l.Elements[f.Element].Role)
		}
	}
}

func TestADraftIsMarkedAndCannotBeSigned(t *testing.T) {
	d := document(prose(900), signing(2))
	d.Draft = true
	l := compose(d)
	for i, p := range l.Pages {
		marked := false
		for _, line := range p.Furniture {
			marked = marked || text(line) == "UTKAST"
		}
		if !marked || len(p.Fields) > 0 {
			t.Errorf("page %d: marked %t, %d fields", i+1, marked, len(p.Fields))
		}
	}
}

func TestFooterNamesThePartiesAndCountsPages(t *testing.T) {
	l := compose(document(prose(1500)))
	for i, p := range l.Pages {
		want := []string{
			"Partnerskapsavtale · Fjorden fylkeskommune · Bodø kommune", fmt.Sprintf("Side %d av %d", i+1, len(l.Pages)),
		}
		for n, line := range p.Furniture {
			if text(line) != want[n] {
				t.Errorf("page %d: %q, want %q", i+1, text(line), want[n])
			}
		}
	}
}

func TestSectionsWithoutContentAreLeftOut(t *testing.T) {
	l := compose(document(
		sample.Section("empty", agreement.Prose, "Tom"),
		sample.Section("list", agreement.Roles, "Tom liste", agreement.List{}),
		sample.Section("blank", agreement.Prose, "Tomt avsnitt", agreement.Paragraph{}),
		prose(20),
	))
	if got := readingText(l); strings.Contains(got, "Tom") {
		t.Errorf("got %q", got)
	}
}

func TestStructureFollowsTheDocument(t *testing.T) {
	areas := agreement.List{Items: []agreement.ListItem{{
		Number: 1, Title: sample.Text("Møteplasser"), Paragraphs: []agreement.Passage{sample.Text("Tekst.")},
	}}}
	l := compose(document(
		sample.Section("goals", agreement.Goals, "Mål", agreement.Paragraph{Passage: sample.Text("Hovedmål."), Strong: true},
			agreement.Subheading{Passage: sample.Text("Delmål")}, sample.Numbered("goals", "Ett.", "To.")),
		sample.Section("focus", agreement.Focus, "Områder", areas),
		sample.Section("contacts", agreement.Contacts, "Kontakter", agreement.ContactTable{Rows: []agreement.ContactRow{{Party: "A"}}}),
	))
	var b strings.Builder
	var walk func(int)
	walk = func(e int) {
		b.WriteString(string(l.Elements[e].Role))
		if children := l.Elements[e].Children; len(children) > 0 {
			b.WriteString("(")
			for i, child := range children {
				if i > 0 {
					b.WriteString(" ")
				}
				walk(child)
			}
			b.WriteString(")")
		}
	}
	walk(0)
	const want = "Document(P H1 P" +
		" Sect(H2 P H3 L(LI(Lbl LBody(P)) LI(Lbl LBody(P))))" +
		" Sect(H2 Sect(H3 P))" +
		" Sect(H2 Table(TR(TD TH TH TH) TR(TH(P) TD TD TD))))"
	if got := b.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestLinesKnowThePlaceTheyCameFrom(t *testing.T) {
	l := compose(sample.Partnership(agreement.Bokmal))
	got := find(t, l, "Holde oversikt over helsa i fylket").Place
	if want := (agreement.Place{Section: "county", Item: "i1", Part: agreement.PartText}); got != want {
		t.Errorf("got %+v", got)
	}
	if got := find(t, l, "Fylkeskommunens oppgaver").Place; got.Section != "county" || got.Part != agreement.PartHeading {
		t.Errorf("got %+v", got)
	}
}

func BenchmarkCompose(b *testing.B) {
	d := sample.Partnership(agreement.Bokmal)
	b.ReportAllocs()
	for b.Loop() {
		compose(d)
	}
}
