package cli_test

import (
	"strings"
	"testing"
)

func TestARoleForSeveralTakesSeveralParties(t *testing.T) {
	d := newDesk(t)
	id := d.must("new", "project-many-municipalities", "--party", "county=39",
		"--party", "municipalities=3901", "--party", "municipalities=Holmestrand", "--party", "municipalities=3905")
	text := d.must("show", id, "--lang", "nn")
	want := "mellom Vestfold fylkeskommune, Horten kommune, Holmestrand kommune og Tønsberg kommune"
	if !strings.Contains(text, want) {
		t.Errorf("%q not in\n%s", want, text)
	}
	d.must("check", id)
}

func TestTheLeastNumberOfPartiesIsAskedFor(t *testing.T) {
	d := newDesk(t)
	id := d.must("new", "project-many-municipalities", "--party", "county=39", "--party", "municipalities=3901")
	if got := d.run("check", id); got.code == 0 || !strings.Contains(got.out, "kommun") {
		t.Errorf("one municipality is enough: %+v", got)
	}
}
