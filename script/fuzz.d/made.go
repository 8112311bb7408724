package main

import (
	"os"
	"path/filepath"
	"strings"

	"avtalebok/translate/engine/enginetest"
)

const letters = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"

// madeFiles gives small files of each kind: those of the tests of grammar and transfer, and some written here.
func madeFiles() ([]original, error) {
	list := append(madeDictionaries(),
		original{kind: "selection", content: enginetest.SelectionRules(), streams: []string{
			"^i<pr>/i<pr>$ ^hus<n>/hus<n>/heim<n>/bygning<n>$ ^god<adj>/god<adj>$ ^Hus<n>/heim<n>/bygning<n>$ ^*x/*x$",
		}},
		original{kind: "tagger", content: enginetest.Model(), streams: []string{
			"^ei/ei<det>$ ^bok/bok<v>/bok<n><sg>/bok<n><def>$ ^x/*x$ ^y/bok<n><sg>+ei<det>/abok<n><m>$ ^z/a<odd>$^./.<sent>$",
		}},
		original{kind: "mode", content: []byte("lt-proc -w -e '/usr/share/apertium/a/b.bin' | cg-proc a/c.bin| apertium-transfer -b a/x.t1x a/x.bin |lt-proc $1 a/d.bin|cat")},
	)
	grammars, err := filepath.Glob("translate/engine/grammar/testdata/*.bin")
	if err != nil {
		return nil, err
	}
	for _, path := range grammars {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		list = append(list, original{kind: "grammar", content: content, streams: []string{
			"^a/x<n>/x<v>/x<m>/x<f><sg>$ ^e/e<det>$ ^Oslo/oslo<np>/x<n>+y<v>/z<v>+y<v>$[<b>]^./.<p>$[<STREAMCMD:SETVAR:form=b>]^a/x<n>/x<v>$ ^e/e<det>/e<f>$",
		}})
	}
	rules, err := filepath.Glob("translate/engine/transfer/testdata/*.t?x")
	if err != nil {
		return nil, err
	}
	for _, path := range rules {
		written, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		compiled, err := os.ReadFile(path + ".bin")
		if err != nil {
			return nil, err
		}
		streams := []string{"^ein<det><m>/ein<det><m>$[b]^bok<n><f><sg>/bok<n><f><sg># med$ ^mann<n>/mann<n>$ ^stor<adj>/stor<adj>$ ^grå<adj>/grå<adj>$ ^*x/*x$"}
		if !strings.HasSuffix(path, ".t1x") {
			streams = []string{"^Dn<SN><f>{^ein<det>$[x]^bok<2><sg>$}$ ^big<SA>{^stor<adj>$}$ ^n<SN><nt>{^HUS<n>$}$ ^DN<SN>{^a<x>$ ^b<1>$}$ ^unknown<unknown>{^*abc$}$"}
		}
		list = append(list,
			original{kind: "written rules", content: written, partner: compiled, streams: streams},
			original{kind: "compiled rules", content: compiled, partner: written, streams: streams})
	}
	return list, nil
}

func madeDictionaries() []original {
	words := []string{
		"bok:bok<n><sg>", "bok:bok<n><compound-only-L>", "hylle:hylle<n><sg>", "hylle:hylle<n><sg><compound-R>",
		"bokhylle:bokhylle<n><compound-R>", "i dag:i dag<adv>", "Oslo:Oslo<np>", "a:b", "a:c", "ab:d<n>:", ":e",
	}
	marks := []string{".:.<sent>", "%:%<percent>"}
	pairs := []string{"bok<n>:bok<n><f>", "hus<n>:hus<n><nt>", "hus<n>:heim<n><m>", "god<adj><pst>:bra<adj>", "vere:være", "a.b<n>:c/d<n>", "b:~c"}
	sequences := []string{
		"i<pr><$>dag<n><$>:idag<adv><$>", "i<pr><$>dag<n><$>tidleg<adj><$>:tidleg<adj><$>idag<adv><$>",
		"bok<n><ANY_TAG><$>:bøk<n><ANY_TAG><$->er<det><$>", "der<adv><ANY_CHAR><$>:her<adv><ANY_CHAR><$>", "<$_>", "<$->",
	}
	weighted := &enginetest.Writer{Weighted: true}
	weighted.Text(letters).Alphabet(pairs...).Number(2)
	weighted.Text("a@standard").Machine(pairs...).Text("b@standard").Machine(pairs[2:]...)
	sequence := &enginetest.Writer{Weighted: true}
	sequence.Text("").Alphabet(sequences...).Number(1).Text("main@standard").Machine(sequences...)
	text := []string{"bok i[<b>]dag. Bokbokhylle 12 % oslo OSLO a\\[ab, [[t:b:x]]bokhylle[[/]] hyllebokx"}
	looked := []string{"^bok<n><sg><ind>$ [<b>]^Hus<n>$ ^god<adj><pst>$ ^VERE$ ^[[t:b:x]]a.b<n>$ ^*x$ ^@y<n>$ ^odd<x>$"}
	found := []string{"^i<pr>$ ^dag<n>$[<b>]^tidleg<adj>$ [[a]]^I<pr>$ [[b]]^dag<n>$ ^bok<n><odd>$ ^der<adv>x$"}
	return []original{
		{kind: "analysis", streams: text, content: enginetest.Dictionary(letters,
			enginetest.Section{Name: "main@standard", Entries: words}, enginetest.Section{Name: "final@inconditional", Entries: marks})},
		{kind: "analysis", streams: text, content: enginetest.Dictionary(letters,
			enginetest.Section{Name: "main@standard", Entries: words[:4]}, enginetest.Section{Name: "x@postblank", Entries: words[4:6]},
			enginetest.Section{Name: "y@preblank", Entries: words[7:]})},
		{kind: "dictionary", streams: looked, content: enginetest.Main(letters, pairs...)},
		{kind: "dictionary", streams: looked, content: weighted.Data},
		{kind: "post-generation", streams: []string{"ballleik ttt lll[lll]lll LLL ~bok a\\~b\n"}, content: enginetest.Main(letters, "lll:ll", "ttt:tt", "~a:b", "nn:nnn")},
		{kind: "sequences", streams: found, content: enginetest.Main("", sequences...)},
		{kind: "sequences", streams: found, content: sequence.Data},
	}
}
