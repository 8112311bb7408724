package tmx_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"avtalebok/agreement"
	"avtalebok/translate/memory/tmx"
)

// read reads a file whole.
func read(in io.Reader) (pairs []agreement.Translation, report tmx.Report, err error) {
	for t, err := range tmx.Read(in, &report) {
		if err != nil {
			return pairs, report, err
		}
		pairs = append(pairs, t)
	}
	return pairs, report, nil
}

// file puts units into a TMX file.
func file(units ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">` +
		`<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="nb" datatype="plaintext"/>` +
		`<body>` + strings.Join(units, "\n") + `</body></tmx>`
}

func unit(nb, nn string) string {
	return `<tu><tuv xml:lang="nb"><seg>` + nb + `</seg></tuv><tuv xml:lang="nn"><seg>` + nn + `</seg></tuv></tu>`
}

func TestLanguageCodes(t *testing.T) {
	const nb, nn, other = "nb", "nn", ""
	for code, want := range map[string]string{
		"nb": nb, "NB": nb, "nb-NO": nb, "nb_NO": nb, "nob": nb, "no": nb, "no-NO": nb, "nor": nb, "no-bok": nb,
		"nn": nn, "nn-NO": nn, "NN_no": nn, "nno": nn, "no-nyn": nn, "no_NO_NY": nn,
		"": other, "en": other, "sv-SE": other, "n": other, "nds": other, "nnh": other, "-nb": nb, "*all*": other,
	} {
		form := "nb"
		if want == nb {
			form = "nn"
		}
		in := fmt.Sprintf(`<tu><tuv xml:lang=%q><seg>a</seg></tuv><tuv xml:lang=%q><seg>b</seg></tuv></tu>`, code, form)
		pairs, report, err := read(strings.NewReader(file(in)))
		switch {
		case err != nil:
			t.Errorf("%q: %v", code, err)
		case want == other && (len(pairs) != 0 || report != tmx.Report{Units: 1, OtherLanguage: 1}):
			t.Errorf("%q was taken for bokmål or nynorsk: %v, %+v", code, pairs, report)
		case want != other && (len(pairs) != 1 || pairs[0].In(agreement.Form(want)) != "a"):
			t.Errorf("%q is not taken for %s: %v", code, want, pairs)
		}
	}
}

func TestWhatASegmentSays(t *testing.T) {
	for _, c := range []struct{ name, segment, want string }{
		{"text", "Mål og tiltak", "Mål og tiltak"},
		{"entities of XML", "R&amp;D &lt;a&gt; &quot;b&quot; &#229; &#xE5;", `R&D <a> "b" å å`},
		{"character data", "<![CDATA[a < b & c]]>", "a < b & c"},
		{"formatting", `Avtale<bpt i="1">&lt;b&gt;</bpt>n<ept i="1">&lt;/b&gt;</ept> gjeld`, "Avtalen gjeld"},
		{"a stray code", `a <it pos="begin">&lt;i&gt;</it>b <ut>{\cs1}</ut>c`, "a b c"},
		{"highlighted text is text", `a <hi type="x">viktig</hi> b`, "a viktig b"},
		{"highlights within one another", `<hi><hi>a</hi> b</hi>`, "a b"},
		{"a placeholder of ours", `i <ph x="1">{county}</ph>s regi`, "i {county}s regi"},
		{"another program's placeholder", `i <ph x="1">%1$s</ph> regi`, "i regi"},
		{"a line break", `a<ph type="lb"/>b<ph>&lt;br/&gt;</ph>c`, "a\nb\nc"},
		{"a note within a code is no text", `a<ph>x<sub>fotnote</sub>y</ph> b`, "a b"},
		{"tags that are none of TMX's", `a <g id="1">b</g> <x/>c`, "a b c"},
		{"how the file is laid out", "\n      a\n      b\t c\n   ", "a b c"},
		{"control characters", "a\x01b\x1fc&#x1;d&#11;e&#xFFFE;f", "a b c d e f"},
		{"invisible characters", "a\u200bb\u00adc\ufeffd\u202ee", "abcde"},
		{"normal form", "a\u030a", "å"},
		{"hard blanks stay", "10\u00a0000", "10\u00a0000"},
		{"emoji", "👩‍👧", "👩‍👧"},
		{"signs", `^ $ [ ] { } \ {x`, `^ $ [ ] { } \ {x`},
		{"comments", "a<!-- b -->c", "ac"},
	} {
		pairs, _, err := read(strings.NewReader(file(unit(c.segment, "x"))))
		if err != nil || len(pairs) != 1 || pairs[0].NB != c.want {
			t.Errorf("%s: %v, %v; want %q", c.name, pairs, err, c.want)
		}
	}
}

func TestUnitsThatAreOfNoUseAreCounted(t *testing.T) {
	long := strings.Repeat("ord ", tmx.MaxLength/4)
	pairs, report, err := read(strings.NewReader(file(
		unit("a", "b"),
		unit("", "b"), unit("a", " \t\n"), unit("a", "<ph>x</ph>"),
		unit(long+"!", "b"), unit("a", long+"!"), unit(long, "b"),
		`<tu><tuv xml:lang="nb"><seg>a</seg></tuv></tu>`, `<tu/>`, `<tu><tuv><seg>a</seg></tuv><tuv xml:lang="nn"><seg>b</seg></tuv></tu>`,
		`<tu><tuv xml:lang="nb"><seg>a</seg></tuv><tuv xml:lang="nb-NO"><seg>b</seg></tuv></tu>`,
	)))
	if want := (tmx.Report{Units: 11, Taken: 2, Empty: 3, TooLong: 2, OtherLanguage: 4}); err != nil || report != want || len(pairs) != 2 {
		t.Errorf("%+v, %v; want %+v", report, err, want)
	}
}

func TestTheFirstOfTwoVariantsInOneFormCounts(t *testing.T) {
	pairs, _, err := read(strings.NewReader(file(`<tu><tuv xml:lang="nn"><seg>først</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv>` +
		`<tuv lang="no"><seg>a</seg></tuv><tuv xml:lang="nn-NO"><seg>sist</seg></tuv></tu>`)))
	if err != nil || len(pairs) != 1 || pairs[0].Pair != (agreement.Pair{NB: "a", NN: "først"}) {
		t.Errorf("%v, %v", pairs, err)
	}
}

func TestDates(t *testing.T) {
	made, changed := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC), time.Date(2021, 1, 2, 3, 4, 5, 0, time.UTC)
	for attributes, want := range map[string]time.Time{
		``:                                {},
		`creationdate="20200102T030405Z"`: made,
		`changedate="20210102T030405Z" creationdate="20200102T030405Z"`: changed,
		`creationdate="20200102T030405Z" changedate="20210102T030405Z"`: changed,
		`creationdate="20200102T030405Z" changedate="i går"`:            made,
		`changedate="20211332T030405Z"`:                                 {},
	} {
		pairs, _, err := read(strings.NewReader(file(strings.Replace(unit("a", "b"), "<tu>", "<tu "+attributes+">", 1))))
		if err != nil || len(pairs) != 1 || !pairs[0].Confirmed.Equal(want) {
			t.Errorf("%s: %v, %v; want %v", attributes, pairs, err, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	text := file(unit("får", "får"))
	utf16Text := strings.Replace(text, "UTF-8", "UTF-16", 1)
	for name, in := range map[string][]byte{
		"UTF-8":                        []byte(text),
		"UTF-8 with a mark":            []byte("\ufeff" + text),
		"UTF-16, little end first":     wide("\ufeff"+utf16Text, false),
		"UTF-16, big end first":        wide("\ufeff"+utf16Text, true),
		"Latin 1":                      []byte(strings.ReplaceAll(strings.Replace(text, "UTF-8", "ISO-8859-1", 1), "å", "\xe5")),
		"no encoding named":            []byte(strings.Replace(text, ` encoding="UTF-8"`, "", 1)),
		"no XML declaration and blank": []byte(" \n" + text[strings.Index(text, "<!DOCTYPE"):]),
	} {
		pairs, _, err := read(bytes.NewReader(in))
		if err != nil || len(pairs) != 1 || pairs[0].NB != "får" {
			t.Errorf("%s: %v, %v", name, pairs, err)
		}
	}
}

func wide(s string, bigEnd bool) (out []byte) {
	for _, unit := range utf16.Encode([]rune(s)) {
		high, low := byte(unit>>8), byte(unit)
		if bigEnd {
			out = append(out, high, low)
		} else {
			out = append(out, low, high)
		}
	}
	return out
}

// flood gives some bytes, then others again and again until there are very many, and counts those it gave.
type flood struct {
	start string
	again string
	given int
	at    int // in again
}

func (f *flood) Read(p []byte) (int, error) {
	if f.given > 1<<30 {
		return 0, io.EOF
	}
	n := copy(p, f.start)
	f.start = f.start[n:]
	for n < len(p) && f.start == "" {
		copied := copy(p[n:], f.again[f.at:])
		n, f.at = n+copied, (f.at+copied)%len(f.again)
	}
	f.given += n
	return n, nil
}

func TestFilesThatAreRefused(t *testing.T) {
	head, _, _ := strings.Cut(file(), "</body>")
	for _, c := range []struct {
		name string
		in   io.Reader
		key  string
	}{
		{"nothing", strings.NewReader(""), "notTMX"},
		{"text", strings.NewReader("Kjære kollega"), "notTMX"},
		{"a web page", strings.NewReader("<html><body></body></html>"), "notTMX"},
		{"a zip file", strings.NewReader("PK\x03\x04\x00\x00\xff\xfe\x00"), "notTMX"},
		{"only a declaration", strings.NewReader(`<?xml version="1.0"?>`), "notTMX"},
		{"cut off in the middle", strings.NewReader(head + unit("a", "b")), "cutOff"},
		{"cut off in a tag", strings.NewReader(head + "<tu><tu"), "cutOff"},
		{"tags that cross", strings.NewReader(head + "<tu></body></tu></tmx>"), "broken"},
		{"an entity from a file", strings.NewReader(`<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx/>`), "entities"},
		{"an entity in small letters", strings.NewReader(`<!DOCTYPE tmx [<!entity % x "y">]><tmx/>`), "entities"},
		{"an entity that nobody declared", strings.NewReader(head + unit("&x;", "b")), "broken"},
		{"another encoding within", strings.NewReader(head + unit("f\xe5r", "b")), "broken"},
		{"an encoding that nobody knows", strings.NewReader(`<?xml version="1.0" encoding="EBCDIC"?><tmx/>`), "encoding"},
		{"a text without end", &flood{start: head + "<tu><tuv xml:lang='nb'><seg>", again: "abc "}, "broken"},
		{"a tag without end", &flood{start: head + "<tu ", again: `a="b" `}, "broken"},
		{"a comment without end", &flood{start: head + "<!--", again: `abc `}, "broken"},
		{"a declaration without end", &flood{start: "<!DOCTYPE tmx [", again: `<!ELEMENT a>`}, "broken"},
		{"declarations without end", &flood{start: "", again: `<!ELEMENT a>`}, "broken"},
		{"tags without end", &flood{start: head, again: `<tu>`}, "broken"},
		{"a name without end", &flood{start: head + "<", again: `a`}, "broken"},
	} {
		_, _, err := read(c.in)
		var e *agreement.Error
		if !errors.As(err, &e) || e.Key != "error.tm."+c.key || e.Code != agreement.Invalid {
			t.Errorf("%s: %v, want %s", c.name, err, c.key)
		}
		if f, ok := c.in.(*flood); ok && f.given > 4<<20 {
			t.Errorf("%s: %d bytes were read before the file was refused", c.name, f.given)
		}
	}
}

func TestADiskThatFailsIsNoFaultOfTheFile(t *testing.T) {
	failing := io.MultiReader(strings.NewReader(file()[:150]), failure{})
	_, _, err := read(failing)
	var e *agreement.Error
	if !errors.As(err, &e) || e.Code != agreement.Storage || e.Key != "error.tm.reading" || !errors.Is(err, errDisk) {
		t.Errorf("error %v", err)
	}
}

var errDisk = errors.New("disk")

type failure struct{}

func (failure) Read([]byte) (int, error) { return 0, errDisk }

func TestAHugeFileIsReadAUnitAtATime(t *testing.T) {
	head, _, _ := strings.Cut(file(), "</body>")
	in := &flood{start: head, again: unit("Partane møtest", "Partene møtes") + "\n"}
	count := 0
	for _, err := range tmx.Read(in, &tmx.Report{}) {
		if err != nil {
			t.Fatal(err)
		}
		if count++; count == 20_000 {
			break
		}
	}
	if in.given > count*len(in.again)+(1<<20) {
		t.Errorf("%d bytes read for %d units", in.given, count)
	}
}

func all(pairs []agreement.Translation) iter.Seq2[agreement.Translation, error] {
	return func(yield func(agreement.Translation, error) bool) {
		for _, p := range pairs {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	pieces := strings.Split(`Partane| |møtest|{county}|{county}s|{|}|<|>|&|"|'|]]>|å|👩‍👧|`+"\n"+`|\|^|$|&#1;|<ph>|`+"\u00a0", "|")
	for range 500 {
		var pairs []agreement.Translation
		for range random.IntN(5) {
			p := agreement.Translation{Origin: agreement.FromImport, Pair: agreement.Pair{NB: text(random, pieces), NN: text(random, pieces)}}
			if random.IntN(2) == 0 {
				p.Confirmed = time.Unix(random.Int64N(1<<31), 0).UTC()
			}
			pairs = append(pairs, p)
		}
		var out, again bytes.Buffer
		for _, w := range []*bytes.Buffer{&out, &again} {
			if err := tmx.Write(w, "1.2", all(pairs)); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Fatal("the same pairs gave two files")
		}
		got, _, err := read(bytes.NewReader(out.Bytes()))
		if err != nil || !reflect.DeepEqual(got, pairs) {
			t.Fatalf("%v, %v\nwant %v\nfrom %s", got, err, pairs, out.Bytes())
		}
	}
}

// text makes up a wording as it is kept, and never an empty one.
func text(random *rand.Rand, pieces []string) string {
	var b strings.Builder
	for range 1 + random.IntN(12) {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return tmx.Clean("a" + b.String())
}

func TestTheHeaderHasWhatTheSpecificationAsksFor(t *testing.T) {
	var out bytes.Buffer
	if err := tmx.Write(&out, `1 "beta"`, all(nil)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<tmx version="1.4">`, `creationtool="Avtalebok"`, `creationtoolversion="1 &#34;beta&#34;"`, `segtype="paragraph"`, `o-tmf="Avtalebok"`,
		`adminlang="en"`, `srclang="nb"`, `datatype="plaintext"`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in %s", want, out.String())
		}
	}
}

func TestAWriterThatFailsIsHeard(t *testing.T) {
	many := make([]agreement.Translation, 2000)
	for i := range many {
		many[i].NB, many[i].NN = "Partene møtes", "Partane møtest"
	}
	if err := tmx.Write(full{}, "1", all(many)); !errors.Is(err, errDisk) {
		t.Errorf("error %v", err)
	}
	failing := func(yield func(agreement.Translation, error) bool) { yield(agreement.Translation{}, errDisk) }
	if err := tmx.Write(io.Discard, "1", failing); !errors.Is(err, errDisk) {
		t.Errorf("error %v", err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errDisk }

func FuzzRead(f *testing.F) {
	f.Add([]byte(file(unit("Partane {county}", `a<ph type="lb"/>b`))))
	f.Add([]byte(file(`<tu><tuv xml:lang="nb"><seg><bpt>x</bpt>&#1;<hi>a</hi></seg></tuv>`)))
	f.Add([]byte(`<!DOCTYPE tmx [<!ENTITY x "y">]><tmx/>`))
	f.Add(wide("\ufeff<tmx/>", true))
	f.Fuzz(func(t *testing.T, in []byte) {
		pairs, report, err := read(bytes.NewReader(in))
		var known *agreement.Error
		if err != nil && !errors.As(err, &known) {
			t.Fatalf("error %v", err)
		}
		if report.Units != report.Taken+report.OtherLanguage+report.Empty+report.TooLong || report.Taken != len(pairs) {
			t.Fatalf("%+v does not add up, %d pairs", report, len(pairs))
		}
		for _, p := range pairs {
			if p.NB == "" || p.NN == "" || p.NB != tmx.Clean(p.NB) || p.NN != tmx.Clean(p.NN) {
				t.Fatalf("%v is not clean", p)
			}
		}
		var out bytes.Buffer
		if err := tmx.Write(&out, "1", all(pairs)); err != nil {
			t.Fatal(err)
		}
		again, _, err := read(&out)
		if err != nil || len(again) != len(pairs) {
			t.Fatalf("read again: %v, %v", again, err)
		}
		for i := range again {
			if again[i].Pair != pairs[i].Pair {
				t.Fatalf("%q became %q", pairs[i].Pair, again[i].Pair)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	head, tail, _ := strings.Cut(file(), "</body>")
	in := head + strings.Repeat(unit("Partene møtes årlig og drøfter tiltakene.", "Partane møtest årleg og drøftar tiltaka.")+"\n", 20_000) + "</body>" + tail
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		for _, err := range tmx.Read(strings.NewReader(in), &tmx.Report{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
