package templates

import "testing"

func TestAll(t *testing.T) {
	for _, tpl := range All() {
		t.Log(tpl.ID, len(tpl.Sections))
	}
}
