package spreadsheet

import "testing"

func TestTheTextOfAListIsReadInWhateverItIsWritten(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		text    string
		latin   bool
		fails   bool
	}{
		"UTF-8":              {content: "Bodø", text: "Bodø"},
		"UTF-8 with a mark":  {content: "\uFEFFBodø", text: "Bodø"},
		"UTF-16":             {content: "\xff\xfeB\x00\xf8\x00", text: "Bø"},
		"UTF-16, the other":  {content: "\xfe\xff\x00B\x00\xf8", text: "Bø"},
		"Windows":            {content: "Bod\xf8 \x96 Rana", text: "Bodø – Rana", latin: true},
		"nothing":            {},
		"no text":            {content: "a\x00b", fails: true},
		"no letter of those": {content: "\xf8\x81", latin: true, fails: true},
	} {
		text, latin, err := Text([]byte(c.content))
		if (err != nil) != c.fails || latin != c.latin || !c.fails && string(text) != c.text {
			t.Errorf("%s: %q, latin %t, %v", name, text, latin, err)
		}
	}
}

func TestAWorkbookIsKnownByItsFirstBytes(t *testing.T) {
	for content, want := range map[string]bool{"PK\x03\x04…": true, "\xd0\xcf\x11\xe0": true, "Namn;Orgnr": false, "": false} {
		if Workbook([]byte(content)) != want {
			t.Errorf("%q", content)
		}
	}
}
