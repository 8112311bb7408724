package finish

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// drawn is a file such as gofpdf writes, with one page.
const drawn = "%PDF-1.3\n3 0 obj\n<</Type /Page\n/Parent 1 0 R\n/Resources 2 0 R\n/Contents 4 0 R>>\nendobj\n" +
	"4 0 obj\n<</Length 6>>\nstream\nBT\nET\n\nendstream\nendobj\n" +
	"1 0 obj\n<</Type /Pages\n/Kids [3 0 R ]\n/Count 1\n>>\nendobj\n" +
	"2 0 obj\n<<\n>>\nendobj\n" +
	"xref\n0 5\n0000000000 65535 f \n0000000141 00000 n \n0000000200 00000 n \n0000000009 00000 n \n0000000090 00000 n \n" +
	"trailer\n<<\n/Size 5\n>>\nstartxref\n222\n%%EOF\n"

// fixed offsets of the objects above, so that the file can be read as it is.
func drawnFile() []byte {
	file := drawn
	for i, head := range []string{"1 0 obj", "2 0 obj", "3 0 obj", "4 0 obj"} {
		at := strings.Index(file, head)
		entry := strings.Index(file, "65535 f \n") + len("65535 f \n") + 20*i
		digits := "0000000000"
		n := []byte(digits)
		for p := 9; at > 0; p, at = p-1, at/10 {
			n[p] = byte('0' + at%10)
		}
		file = file[:entry] + string(n) + file[entry+10:]
	}
	start := strings.Index(file, "xref\n0 5")
	return []byte(strings.Replace(file, "startxref\n222", "startxref\n"+itoa(start), 1))
}

func itoa(n int) string {
	var b bytes.Buffer
	w := &writer{}
	w.integer(n)
	b.Write(w.out.Bytes())
	return b.String()
}

func TestContentsAreCutByTheCrossReferenceTable(t *testing.T) {
	streams, err := contents(drawnFile())
	if err != nil || len(streams) != 1 || string(streams[0]) != "BT\nET\n" {
		t.Errorf("got %q, %v", streams, err)
	}
}

func TestADamagedDrawingIsAnError(t *testing.T) {
	good := drawnFile()
	for _, c := range [][2]string{
		{"startxref", "startyref"},
		{"/Kids [3 0 R ]", "/Kids 3 0 R  ."},
		{"/Contents 4", "/Contentz 4"},
		{"/Length 6", "/Length 9999"},
		{"xref\n0 5", "xref\n0 9"},
		{"stream\nBT", "streem\nBT"},
		{"/Kids [3 0 R", "/Kids [8 0 R"},
	} {
		bad := bytes.Replace(good, []byte(c[0]), []byte(c[1]), 1)
		if _, err := contents(bad); !errors.Is(err, errDrawing) {
			t.Errorf("%q for %q: %v", c[1], c[0], err)
		}
	}
	if _, err := File(Input{Drawn: good}); !errors.Is(err, errDrawing) {
		t.Errorf("too few pages: %v", err)
	}
}

func FuzzContents(f *testing.F) {
	f.Add(drawnFile())
	f.Fuzz(func(_ *testing.T, file []byte) { _, _ = contents(file) })
}

func TestTextStrings(t *testing.T) {
	for in, want := range map[string]string{
		"":           "()",
		"plain":      "(plain)",
		"å":          "<FEFF00E5>",
		"a(b)":       "<FEFF0061002800620029>",
		`a\`:         "<FEFF0061005C>",
		"a\nb":       "<FEFF0061000A0062>",
		"\U0001D11E": "<FEFFD834DD1E>",
	} {
		if got := textString(in); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

func TestDatesAreInUTC(t *testing.T) {
	oslo := time.FixedZone("", 2*60*60)
	if got := date(time.Date(2026, 5, 17, 1, 2, 3, 0, oslo)); got != "(D:20260516230203+00'00')" {
		t.Error(got)
	}
}

func TestMetadataIsWellFormedWhateverTheFacts(t *testing.T) {
	packet := xmp(Facts{Title: `</x> & "«»"`, Parties: []string{"A & B", "<C>"}, CaseNumber: "]]>", Identifier: "avtalebok:draft/1"})
	decoder := xml.NewDecoder(bytes.NewReader(packet))
	for {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheColourProfileIsWhole(t *testing.T) {
	p := sRGB()
	if size := int(binary.BigEndian.Uint32(p)); size != len(p) || string(p[36:40]) != "acsp" || string(p[12:20]) != "mntrRGB " {
		t.Fatalf("size %d of %d", size, len(p))
	}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		entry := p[132+12*i:]
		at, length := int(binary.BigEndian.Uint32(entry[4:])), int(binary.BigEndian.Uint32(entry[8:]))
		if at%4 != 0 || at+length > len(p) {
			t.Errorf("tag %s from %d, %d bytes long", entry[:4], at, length)
		}
	}
}
