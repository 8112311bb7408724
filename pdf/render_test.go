package pdf_test

import (
	"os"
	"path/filepath"
	"testing"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/pdf/internal/sample"
)

// TestWriteSamples writes the samples to the folder PDF_SAMPLES, for looking at.
func TestWriteSamples(t *testing.T) {
	dir := os.Getenv("PDF_SAMPLES")
	if dir == "" {
		t.Skip("PDF_SAMPLES is not set")
	}
	list := sample.Awkward()
	for _, form := range agreement.Forms {
		list = append(list, sample.Named{Name: "partnership-" + string(form), Document: sample.Partnership(form)})
	}
	for _, one := range list {
		file, err := pdf.Render(one.Document, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, one.Name+".pdf"), file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	doc := sample.Partnership(agreement.Bokmal)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pdf.Render(doc, pdf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
