package storetest

import (
	"errors"
	"io"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

func testSignedFile(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	f.ready(t, "a")
	_, _, err := f.SignedFile(t.Context(), "a")
	wantError(t, err, agreement.NotFound, "error.register.file_none")
	for name, content := range map[string]string{"notat.docx": "PK\x03\x04", "tom.pdf": "", "seint.pdf": strings.Repeat(" ", 2000) + "%PDF-"} {
		_, err := f.Attach(t.Context(), "a", name, strings.NewReader(content))
		wantError(t, err, agreement.Invalid, "error.register.file_kind")
	}
	_, err = f.Attach(t.Context(), "a", "a.pdf", io.MultiReader(strings.NewReader("%PDF-1.7"), failingReader{}))
	if err == nil {
		t.Error("a file that could not be read was taken in")
	}
	_, err = f.Attach(t.Context(), "nothing", "a.pdf", strings.NewReader("%PDF-1.7"))
	wantError(t, err, agreement.NotFound, "error.draft.unknown")
	e, err := f.Attach(t.Context(), "a", "/tmp/Signert avtale.pdf", strings.NewReader("%PDF-1.7 signed"))
	if err != nil || e.File == nil || e.File.Name != "Signert avtale.pdf" || e.File.Size != 15 {
		t.Fatalf("%+v, %v", e.File, err)
	}
	content, file, err := f.SignedFile(t.Context(), "a")
	if err != nil || string(content) != "%PDF-1.7 signed" || file != *e.File {
		t.Errorf("%q, %+v, %v", content, file, err)
	}
	e, err = f.Attach(t.Context(), "a", "ny.pdf", strings.NewReader("%PDF-1.7 better scan"))
	if err != nil || e.File.Name != "ny.pdf" {
		t.Errorf("a better copy: %+v, %v", e.File, err)
	}
	if e, err = f.UndoEvent(t.Context(), "a"); err != nil || e.File.Name != "Signert avtale.pdf" {
		t.Errorf("the earlier copy again: %+v, %v", e.File, err)
	}
	stranger := &register.File{Name: "x", SHA256: "../../avtalebok"}
	_, err = f.RecordEvents(t.Context(), "a", register.Event{Kind: register.WasAttached, Date: onDay("2026-10-01"), File: stranger})
	wantError(t, err, agreement.NotFound, "error.register.file_lost")
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("the network drive is gone") }
