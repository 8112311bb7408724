package pdf_test

import (
	"fmt"
	"sync"
	"testing"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/pdf/internal/sample"
)

// sixPages is an agreement of six pages.
func sixPages(form agreement.Form) agreement.Document {
	d := sample.Partnership(form)
	first := d.Sections[0]
	for len(first.Blocks) < 20 {
		first.Blocks = append(first.Blocks, d.Sections[0].Blocks...)
	}
	d.Sections = append([]agreement.DocumentSection{first}, d.Sections[1:]...)
	d.Sections = append(d.Sections[:len(d.Sections)-1:len(d.Sections)-1], d.Sections[4], d.Sections[len(d.Sections)-1])
	return d
}

func BenchmarkSixPages(b *testing.B) {
	d := sixPages(agreement.Bokmal)
	p, err := pdf.RenderPreview(d, pdf.Options{})
	if err != nil || p.Pages != 6 {
		b.Fatalf("%d pages, error %v", p.Pages, err)
	}
	b.ReportAllocs()
	for b.Loop() {
		render(b, d)
	}
	b.ReportMetric(float64(len(p.File)), "bytes/file")
}

// Benchmark92Documents makes what a county sends to its 46 municipalities, in both forms, on two goroutines.
func Benchmark92Documents(b *testing.B) {
	var documents []agreement.Document
	for i := range 46 {
		for _, form := range agreement.Forms {
			d := sixPages(form)
			d.ID = fmt.Sprintf("draft-%d-%s", i, form)
			d.Parties = []string{d.Parties[0], fmt.Sprintf("Kommune %d", i)}
			documents = append(documents, d)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		work := make(chan agreement.Document)
		var group sync.WaitGroup
		for range 2 {
			group.Go(func() {
				for d := range work {
					if _, err := pdf.Render(d, pdf.Options{}); err != nil {
						b.Error(err)
					}
				}
			})
		}
		for _, d := range documents {
			work <- d
		}
		close(work)
		group.Wait()
	}
}
