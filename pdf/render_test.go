package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/pdf/internal/sample"
)

// samples gives the usual agreement in both forms, and the awkward ones.
func samples() []sample.Named {
	list := sample.Awkward()
	for _, form := range agreement.Forms {
		list = append(list, sample.Named{Name: "partnership-" + string(form), Document: sample.Partnership(form)})
	}
	return list
}

func render(t testing.TB, d agreement.Document) []byte {
	t.Helper()
	file, err := pdf.Render(d, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestWriteSamples writes the samples to the folder PDF_SAMPLES, to be looked at and validated.
func TestWriteSamples(t *testing.T) {
	dir := os.Getenv("PDF_SAMPLES")
	if dir == "" {
		t.Skip("PDF_SAMPLES is not set")
	}
	for _, one := range samples() {
		if err := os.WriteFile(filepath.Join(dir, one.Name+".pdf"), render(t, one.Document), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	for _, one := range samples() {
		t.Run(one.Name, func(t *testing.T) {
			first := render(t, one.Document)
			var group sync.WaitGroup
			for range 4 {
				group.Go(func() {
					again, err := pdf.Render(one.Document, pdf.Options{})
					if err != nil || !bytes.Equal(first, again) {
						t.Errorf("another rendering differs (error %v)", err)
					}
				})
			}
			group.Wait()
		})
	}
}

func TestOtherDocumentsBeforeDoNotChangeAFile(t *testing.T) {
	d := sample.Partnership(agreement.Bokmal)
	first := render(t, d)
	other := sample.Empty(agreement.Bokmal)
	other.Theme = sample.Text("Ωμέγα и кириллица ǩǯ")
	if rare := render(t, other); bytes.Equal(first, rare) {
		t.Fatal("different documents give the same bytes")
	}
	if !bytes.Equal(first, render(t, d)) {
		t.Error("the file differs after another was made")
	}
}

// The only date in a file is the draft's own.
func TestTheDateIsThatOfTheDraft(t *testing.T) {
	file := render(t, sample.Partnership(agreement.Bokmal))
	dates := regexp.MustCompile(`\(D:[^)]*\)|\d{4}-\d\d-\d\dT[^<]*`).FindAllString(string(file), -1)
	if len(dates) != 5 {
		t.Errorf("%d dates: %v", len(dates), dates)
	}
	for _, d := range dates {
		if d != "(D:20260302093000+00'00')" && d != "2026-03-02T09:30:00Z" {
			t.Errorf("date %s", d)
		}
	}
}

func TestTheFileSaysWhatItIs(t *testing.T) {
	d := sample.Partnership(agreement.Nynorsk)
	d.CaseNumber = "2026/12 <A & B>"
	file := string(render(t, d))
	for _, want := range []string{
		"%PDF-1.7\n", "/Lang (nn-NO)", "/MarkInfo <</Marked true>>", "/DisplayDocTitle true", "/GTS_PDFA1",
		"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>",
		"Partnarskapsavtale – Gode stader å leve · Fjorden fylkeskommune · Bodø kommune",
		"<dc:identifier>avtalebok:draft/0198c2f0-sample</dc:identifier>",
		"<agreement:caseNumber>2026/12 &lt;A &amp; B&gt;</agreement:caseNumber>",
		"<agreement:template>sample</agreement:template>", "<agreement:templateVersion>1</agreement:templateVersion>",
		"<agreement:revision>7</agreement:revision>",
		"<agreement:parties><rdf:Seq><rdf:li>Fjorden fylkeskommune</rdf:li><rdf:li>Bodø kommune</rdf:li></rdf:Seq></agreement:parties>",
		"/S /H1", "/S /H2", "/S /H3", "/S /Lbl", "/S /LBody", "/S /Table", "/ListNumbering /Decimal", "/Scope /Row",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("the file has no %q", want)
		}
	}
	if !pdf.MadeFrom([]byte(file), d.ID) || pdf.MadeFrom([]byte(file), "another") {
		t.Error("the file is not known by its draft")
	}
}

func TestEverySignerHasAnEmptySignatureField(t *testing.T) {
	file := string(render(t, sample.Partnership(agreement.Bokmal)))
	for _, want := range []string{
		"/FT /Sig /T (county-1) /TU (Skriv under for Fjorden fylkeskommune)", "/FT /Sig /T (municipality-1)", "/SigFlags 1",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("the file has no %q", want)
		}
	}
	d := sample.Partnership(agreement.Bokmal)
	d.Draft = true
	if strings.Contains(string(render(t, d)), "/Sig") {
		t.Error("a draft can be signed")
	}
}

// Every object that the cross-reference table names begins where it says.
func TestTheCrossReferenceTableIsRight(t *testing.T) {
	for _, one := range samples() {
		file := render(t, one.Document)
		var start, count int
		tail := string(file[bytes.LastIndex(file, []byte("startxref")):])
		if _, err := fmt.Sscanf(tail, "startxref\n%d\n%%%%EOF", &start); err != nil {
			t.Fatal(err)
		}
		if _, err := fmt.Sscanf(string(file[start:start+30]), "xref\n0 %d\n", &count); err != nil {
			t.Fatal(err)
		}
		entries := strings.Split(string(file[start:]), "\n")[2:]
		for i := 1; i < count; i++ {
			var offset int
			if _, err := fmt.Sscanf(entries[i], "%010d 00000 n", &offset); err != nil {
				t.Fatalf("%s: entry %d, %q: %v", one.Name, i, entries[i], err)
			}
			if head := fmt.Sprintf("%d 0 obj\n", i); !bytes.HasPrefix(file[offset:], []byte(head)) {
				t.Errorf("%s: object %d is not where the table says", one.Name, i)
			}
		}
	}
}

func TestThePreviewKnowsWhereEachPlaceStands(t *testing.T) {
	p, err := pdf.RenderPreview(sample.Partnership(agreement.Bokmal), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := agreement.Place{Section: "county", Item: "i3", Part: agreement.PartText}
	lines := 0
	for _, r := range p.Regions {
		if r.Place == want {
			lines++
			if r.Page < 0 || r.Page >= p.Pages || r.Rect.Right() > p.Width || r.Rect.Bottom() > p.Height || r.Rect.Width <= 0 {
				t.Errorf("region %+v", r)
			}
		}
	}
	if lines < 2 {
		t.Errorf("%d lines of the county's third duty", lines)
	}
}

// FuzzRender puts any text anywhere: the answer is a file or a refusal that names a place, never a panic.
func FuzzRender(f *testing.F) {
	for _, s := range []string{
		"", "æøå Čáhci ŋ", "🙂", "\x00", "\xff", "e\u0301", "\ufffd", "a\u202eb", "\u00a0\u2011\u00ad\u200b", "1\n2", "\\()<>",
		strings.Repeat("x", 5000), "\ufeff", "\ue000", "\U0010ffff", "( \\ \r",
	} {
		f.Add(s, s, s)
	}
	f.Fuzz(func(t *testing.T, a, b, c string) {
		d := sample.Empty(agreement.Bokmal)
		d.Title, d.CaseNumber, d.ID = sample.Text(a), b, c
		d.Parties = []string{c, a}
		d.Labels.SignHere = b
		d.Sections = []agreement.DocumentSection{
			sample.Section("a", agreement.Prose, c, append(sample.Paragraphs("a", a, b), sample.Numbered("a", a, b, c, a, b, c))...),
			sample.Section("b", agreement.Signatures, b, agreement.ContactTable{Rows: []agreement.ContactRow{{Party: a, Email: sample.Text(b)}}},
				agreement.SignatureBlock{Signers: []agreement.Signer{{Field: c, Party: b, Name: sample.Text(a), Title: sample.Text(c)}}}),
		}
		problems, err := pdf.Uncovered(d)
		if err != nil {
			t.Fatal(err)
		}
		file, err := pdf.Render(d, pdf.Options{})
		switch {
		case err == nil && len(problems) > 0:
			t.Errorf("printed although %v", problems)
		case err != nil && len(problems) == 0:
			t.Errorf("refused without a reason: %v", err)
		case err != nil && agreement.CodeOf(err) != agreement.Refused:
			t.Errorf("failed: %v", err)
		case err == nil && !bytes.HasPrefix(file, []byte("%PDF-1.7")):
			t.Error("no file")
		case err == nil && !(utf8.ValidString(a) && utf8.ValidString(b) && utf8.ValidString(c)):
			t.Error("printed what is no UTF-8")
		}
	})
}
