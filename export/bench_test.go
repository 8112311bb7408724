package export_test

import (
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
	"avtalebok/pdf"
)

// BenchmarkDemoAgreementPDF measures the way from the demo's agreement to the bytes of one file, without the disk.
func BenchmarkDemoAgreementPDF(b *testing.B) {
	template, err := templates.Get("partnership-county-municipality")
	if err != nil {
		b.Fatal(err)
	}
	county, _ := facts.County("18")
	municipality, _ := facts.Municipality("1804")
	parties := []agreement.Party{county.Party(), municipality.Party()}
	parties[0].Role, parties[1].Role = "county", "municipality"
	a := agreement.New(template, parties...)
	for b.Loop() {
		doc, err := a.Resolve(agreement.Nynorsk)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := pdf.Render(doc, pdf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
