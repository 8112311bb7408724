package templates_test

import (
	"os"
	"strings"
	"testing"

	"avtalebok/data/templates"
)

func TestALockedSectionOrItemIsAgreedWording(t *testing.T) {
	source, err := os.ReadFile("partnership-county-municipality.toml")
	if err != nil {
		t.Fatal(err)
	}
	oneItem := strings.Replace(string(source), "id = \"political\"\n", "id = \"political\"\nlocked = true\n", 1)
	template, err := templates.Parse("x.toml", []byte(oneItem))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range template.Sections {
		for _, it := range s.Items {
			want := s.ID == "duration" || it.ID == "political"
			if it.Text.Locked() != want || it.Text.Deviates() {
				t.Errorf("%s/%s: locked %v, deviates %v", s.ID, it.ID, it.Text.Locked(), it.Text.Deviates())
			}
		}
	}
	wrong := strings.Replace(oneItem, "locked = true\n", "locked = \"ja\"\n", 1)
	if _, err := templates.Parse("x.toml", []byte(wrong)); err == nil {
		t.Error("a lock that is neither true nor false was taken")
	}
}
