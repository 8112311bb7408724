package sequence_test

import (
	"context"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/sequence"
)

func TestSplitGivesEachPartOfAWordAWord(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a word of one part", "^a<x>$", "^a<x>$"},
		{"two parts", "^a<x>+b<y>$", "^a<x>$ ^b<y>$"},
		{"what follows # stands before the tags", "^a<x># b$", "^a# b<x>$"},
		{"both", "^a<x># b+c<y>$", "^a# b<x>$ ^c<y>$"},
		{"a + before the tags parts nothing", "^a+b<x>$", "^a+b<x>$"},
		{"a backslash takes the meaning of a character before the tags", `^a\+b<x>+c$`, `^a\+b<x>$ ^c$`},
		{"behind a tag it does not", `^a<x>\+b$`, `^a<x>\$ ^b$`},
		{"but a word does not end there", `^a<x>+b\$c<y>$`, `^a<x>$ ^b\$c<y>$`},
		{"each part is bound to the same blank", "[[t]]^a<x>+b<y>$", "[[t]]^a<x>$ [[t]]^b<y>$"},
		{"blanks and format stay", " [<b>]^a<x>$ \n", " [<b>]^a<x>$ \n"},
		{"an unknown word", "^*a+b$", "^*a+b$"},
	} {
		got, err := sequence.Split(c.in)
		if err != nil || got != c.want {
			t.Errorf("%s: %q became %q, %v instead of %q", c.name, c.in, got, err, c.want)
		}
		if out, ok := enginetest.Program(t, nil, c.in+"\n", "apertium-pretransfer"); ok && out != c.want+"\n" {
			t.Errorf("%s: apertium-pretransfer makes of %q\n%s", c.name, c.in, out)
		}
	}
}

func TestAWordWithoutAnEndIsAnError(t *testing.T) {
	if got, err := sequence.Split("^a<x>"); err == nil {
		t.Errorf("it became %q", got)
	}
}

var list = enginetest.Main("",
	"i<pr><$>dag<n><$>:idag<adv><$>",
	"i<pr><$>dag<n><$>tidleg<adj><$>:tidleg<adj><$>idag<adv><$>",
	"bok<n><ANY_TAG><$>:bøk<n><ANY_TAG><$->er<det><$>",
	"der<adv><ANY_CHAR><$>:her<adv><ANY_CHAR><$>",
	"<$_>", "<$->",
)

func TestReplacement(t *testing.T) {
	r, err := sequence.NewReplacer(list)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, in, want string }{
		{"a sequence", "^i<pr>$ ^dag<n>$", "^idag<adv>$"},
		{"the longest one", "^i<pr>$ ^dag<n>$ ^tidleg<adj>$", "^tidleg<adj>$ ^idag<adv>$"},
		{"its beginning alone", "^i<pr>$ ^går<n>$", "^i<pr>$ ^går<n>$"},
		{"any tag, also one that the list does not know", "^bok<n><odd>$", "^bøk<n><odd>$^er<det>$"},
		{"any letter", "^der<adv>x$", "^her<adv>x$"},
		{"a capital may stand for a small letter; the list's case is written", "^I<pr>$ ^dag<n>$", "^idag<adv>$"},
		{"format between the words", "^i<pr>$[<b>]^dag<n>$ ^ja<ij>$", "^idag<adv>$[<b>] ^ja<ij>$"},
		{"blanks bound to the words", "[[a]]^i<pr>$ [[b]]^dag<n>$", "[[a; b]]^idag<adv>$"},
		{"the text goes on", "^ja<ij>$ ^i<pr>$ ^dag<n>$ ^ja<ij>$", "^ja<ij>$ ^idag<adv>$ ^ja<ij>$"},
	} {
		got, err := r.Run(context.Background(), c.in)
		if err != nil || got != c.want {
			t.Errorf("%s: %q became %q, %v instead of %q", c.name, c.in, got, err, c.want)
		}
		if out, ok := enginetest.Program(t, list, c.in+"\n", "lsx-proc", "-w", "FILE"); ok && out != c.want+"\n" {
			t.Errorf("%s: lsx-proc makes of %q\n%s", c.name, c.in, out)
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"^i<pr>$ ^dag<n>$", "^a<x># b+c$", "^bok<n><", `\`, "[[a]]^der<adv>ж$ ", "^"} {
		f.Add(s)
	}
	r, err := sequence.NewReplacer(list)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(_ *testing.T, text string) {
		_, _ = r.Run(context.Background(), text)
		_, _ = sequence.Split(text)
	})
}
