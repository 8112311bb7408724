package cases_test

import (
	"testing"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/script/conformance.d/cases"
)

func TestEveryCaseIsAsItClaims(t *testing.T) {
	all, err := cases.All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Errorf("%d cases are too few for 40 files", len(all))
	}
	seen := map[string]bool{}
	for _, c := range all {
		if seen[c.Name] {
			t.Errorf("the name %q stands twice", c.Name)
		}
		seen[c.Name] = true
		for _, form := range agreement.Forms {
			doc, err := c.Agreement.Resolve(form)
			if err != nil {
				t.Errorf("%s-%s: %v", c.Name, form, err)
				continue
			}
			if doc.Draft != c.Draft {
				t.Errorf("%s-%s: a draft is %v, want %v: %v", c.Name, form, doc.Draft, c.Draft, c.Agreement.Check(form))
			}
			preview, err := pdf.RenderPreview(doc, c.Looks)
			if err != nil {
				t.Errorf("%s-%s: %v", c.Name, form, err)
			}
			if preview.Pages < c.LeastPage {
				t.Errorf("%s-%s has %d pages, want at least %d", c.Name, form, preview.Pages, c.LeastPage)
			}
		}
	}
}
