package export_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/export"
)

func document(title string, form agreement.Form, parties ...string) agreement.Document {
	return agreement.Document{
		ID: "k7m2", Form: form, Parties: parties,
		Title: agreement.Passage{Spans: []agreement.Span{{Text: title}}},
	}
}

func TestFileNamesSayWhatTheyAreInLettersThatEverySystemTakes(t *testing.T) {
	for _, c := range []struct {
		doc  agreement.Document
		want string
	}{
		{document("Partnerskapsavtale", agreement.Bokmal, "Nordland fylkeskommune", "Bodø kommune"), "partnerskapsavtale-bodo-kommune-nb.pdf"},
		{document("Partnarskapsavtale", agreement.Nynorsk, "Nordland fylkeskommune", "Bodø kommune"), "partnarskapsavtale-bodo-kommune-nn.pdf"},
		{document("Samarbeidsavtale", agreement.Bokmal, "Ås kommune", "Vågå kommune"), "samarbeidsavtale-vaga-kommune-nb.pdf"},
		{document("Avtale", agreement.Bokmal, "Unjárgga gielda/Nesseby kommune"), "avtale-unjargga-gielda-nesseby-kommune-nb.pdf"},
		{document("Avtale", agreement.Bokmal, "Romsa ja Finnmárkku fylkkagielda"), "avtale-romsa-ja-finnmarkku-fylkkagielda-nb.pdf"},
		{document("Avtale", agreement.Bokmal, "Ærlig & Sønn’s «Klubb» AS"), "avtale-aerlig-sonns-klubb-as-nb.pdf"},
		{document("Avtale", agreement.Bokmal, "../../etc/passwd"), "avtale-etc-passwd-nb.pdf"},
		{document("Avtale", agreement.Bokmal), "avtale-nb.pdf"},
		{document("文書", agreement.Nynorsk, "公司"), "avtale-nn.pdf"},
	} {
		if got := export.PDFName(c.doc); got != c.want {
			t.Errorf("%s: %s, want %s", c.doc.Parties, got, c.want)
		}
	}
	many := document("Samarbeidsavtale", agreement.Nynorsk, "A", "B", "C", "D", "E", "F", "G")
	many.Theme = agreement.Passage{Spans: []agreement.Span{{Text: "Rein kyst i sju kommunar"}}}
	if got := export.PDFName(many); got != "samarbeidsavtale-rein-kyst-i-sju-kommunar-nn.pdf" {
		t.Errorf("with many parties: %s", got)
	}
	long := export.PDFName(document("Avtale", agreement.Bokmal, strings.Repeat("Svært lang ", 60)))
	if len(long) > 200 {
		t.Errorf("a name of %d bytes", len(long))
	}
}

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "fil.avtale")
	for _, content := range []string{"første", "andre og lengre"} {
		if err := export.WriteFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != content {
			t.Errorf("the file holds %q", got)
		}
	}
	folder := filepath.Join(dir, "mappe")
	if err := os.MkdirAll(filepath.Join(folder, "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{folder, filepath.Join(path, "x"), filepath.Join(dir, "ikkje", "her")} {
		err := export.WriteFile(bad, []byte("x"))
		var e *agreement.Error
		if !errors.As(err, &e) || e.Code != agreement.Storage || !strings.HasPrefix(e.Key, "error.write.") {
			t.Errorf("%s: %v", bad, err)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("something half written is left: %v (%v)", left, err)
	}
}

func TestAnAgreementSentAsAFileComesBackTheSame(t *testing.T) {
	a := agreement.New(agreement.Template{ID: "t", Version: 1, Kind: agreement.Partnership, Title: agreement.Pair{NB: "Avtale", NN: "Avtale"}})
	path := filepath.Join(t.TempDir(), "a.avtale")
	if err := export.Agreement(a, path); err != nil {
		t.Fatal(err)
	}
	back, err := export.ReadAgreement(path)
	if err != nil || back.ID != a.ID || back.Title != a.Title {
		t.Errorf("got %+v (%v)", back, err)
	}
	if _, err := export.ReadAgreement(path + "x"); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("a missing file gives %v", err)
	}
}

func TestNothingIsWrittenForAnAgreementThatIsNotReadyInOneForm(t *testing.T) {
	tpl := agreement.Template{
		ID: "t", Version: 1, Kind: agreement.Partnership, Title: agreement.Pair{NB: "Avtale", NN: "Avtale"},
		Sections: []agreement.Section{{
			ID: "s", Kind: agreement.Prose, Heading: agreement.Both("Om", "Om"),
			Items: []agreement.Item{{ID: "i", Text: agreement.Text{Pair: agreement.Pair{NB: "bare her"}}}},
		}},
	}
	a := agreement.New(tpl)
	dir := filepath.Join(t.TempDir(), "ut")
	_, err := export.PDFs(context.Background(), a, dir, export.Options{}, agreement.Forms[:]...)
	var notReady *export.NotReady
	if !errors.As(err, &notReady) || len(notReady.Findings) != 1 || notReady.Findings[0].Code != agreement.TextMissing {
		t.Fatalf("got %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("a folder was made for nothing")
	}
	written, err := export.PDFs(context.Background(), a, dir, export.Options{}, agreement.Bokmal)
	if err != nil || len(written) != 1 {
		t.Errorf("the form that is ready: %v, %v", written, err)
	}
	if _, err := export.PDFs(context.Background(), a, dir, export.Options{Draft: true}, agreement.Forms[:]...); err != nil {
		t.Errorf("as a draft: %v", err)
	}
}
