package typeface

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/go-fonts/liberation/liberationsansregular"
)

func family(t testing.TB) *Family {
	t.Helper()
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheFamilyCoversWhatNorwegianAgreementsNeed(t *testing.T) {
	f := family(t)
	for _, r := range "abcABC0123456789æøåÆØÅéèêóòôüöäÉÖÄ«»“”‘’–—-\u2010\u2011§€%&@/()…•−×½°áčđŋšŧžÁČĐŊŠŦŽïõǥǧǩʒǯ\u00a0\u00ad" {
		if !f.Covers(r) {
			t.Errorf("%q (%U) is missing", r, r)
		}
	}
	for _, r := range "漢🙂\u0000" {
		if f.Covers(r) {
			t.Errorf("%U counts as covered", r)
		}
	}
}

func TestWidthIsTheSumOfAdvancesAndKerning(t *testing.T) {
	f := family(t).Regular
	if kern := f.Kern('A', 'V'); kern >= 0 {
		t.Errorf("A and V are kerned by %v", kern)
	}
	if got, want := f.Width("AV"), f.Advance('A')+f.Advance('V')+f.Kern('A', 'V'); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := f.Width("A V"), f.Width("A")+f.Width(" ")+f.Width("V"); got != want {
		t.Errorf("a space is kerned: got %v, want %v", got, want)
	}
	if got := f.Width("0"); math.Abs(got-556) > 0.5 {
		t.Errorf("a figure is %v wide, want 556", got)
	}
}

func TestASubsetKeepsOutlinesAndWidths(t *testing.T) {
	f := family(t).Regular
	s := f.Subset(map[rune]struct{}{'ǯ': {}, 'Ω': {}})
	original, err := sfnt.Parse(liberationsansregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	// A subset has no tables about characters; with those of the whole font it can be read for its outlines.
	olds := []uint16{0}
	for _, r := range s.Runes {
		olds = append(olds, f.glyph(r).number)
	}
	cut, err := readSubset(f, f.program(olds))
	if err != nil {
		t.Fatal(err)
	}
	var a, b sfnt.Buffer
	size := fixed.I(2048)
	for i, r := range s.Runes {
		want, err := original.LoadGlyph(&a, sfnt.GlyphIndex(olds[i+1]), size, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := cut.LoadGlyph(&b, sfnt.GlyphIndex(s.Number(r)), size, nil)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("the outline of %q differs (error %v)", r, err)
		}
		if s.Widths[s.Number(r)] != f.Advance(r) {
			t.Errorf("the width of %q is %v, want %v", r, s.Widths[s.Number(r)], f.Advance(r))
		}
	}
}

// readSubset reads a subset with the tables that it lacks taken from the whole font.
func readSubset(f *Face, program []byte) (*sfnt.Font, error) {
	var list []table
	for i := range int(uint16At(program, 4)) {
		at := 12 + 16*i
		start, length := uint32At(program, at+8), uint32At(program, at+12)
		list = append(list, table{string(program[at : at+4]), program[start : start+length]})
	}
	for _, tag := range []string{"OS/2", "cmap", "name", "post"} {
		list = append(list, table{tag, f.tables[tag]})
	}
	slices.SortFunc(list, func(a, b table) int {
		if a.tag < b.tag {
			return -1
		}
		return 1
	})
	return sfnt.Parse(assemble(list))
}

func TestEveryCharacterHasAGlyphOfItsOwn(t *testing.T) {
	s := family(t).Regular.Subset(nil)
	seen := make(map[uint16]rune)
	for _, r := range s.Runes {
		n := s.Number(r)
		if other, ok := seen[n]; ok || n == 0 {
			t.Errorf("%q and %q share glyph %d", r, other, n)
		}
		seen[n] = r
	}
	if s.Number('\u2011') == s.Number('\u2010') {
		t.Error("the no-break hyphen would be extracted as another")
	}
}

func TestCommonDocumentsShareASubsetAndOthersGetTheirOwn(t *testing.T) {
	f := family(t).Bold
	if f.Subset(nil) != f.Subset(map[rune]struct{}{'ŋ': {}, 'å': {}}) {
		t.Error("common characters make a new subset")
	}
	rare := map[rune]struct{}{'Ж': {}, 'Ω': {}}
	one, two := f.Subset(rare), f.Subset(rare)
	if one.Number('Ж') == 0 || one.Tag == f.Subset(nil).Tag {
		t.Error("rare characters are not covered")
	}
	if !reflect.DeepEqual(one.Program, two.Program) || one.Tag != two.Tag {
		t.Error("the same characters give different subsets")
	}
}

func TestWhatIsNoFontIsAnError(t *testing.T) {
	whole := liberationsansregular.TTF
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("this is no font at all"), "cut short": whole[:200], "half": whole[:len(whole)/2],
	} {
		if _, err := parse("x", data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSubsetOfRareCharacters(b *testing.B) {
	f := family(b)
	rare := map[rune]struct{}{'Ж': {}}
	for b.Loop() {
		f.Regular.Subset(rare)
	}
}
