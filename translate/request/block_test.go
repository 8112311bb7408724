package request

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestWhatAChainPassesOnUnchangedComesBackAsItWas(t *testing.T) {
	for _, text := range difficult {
		block := Encode(7, "", text)
		if strings.Contains(block.Text, "\x00") {
			t.Errorf("%q: NUL within the block %q", text, block.Text)
		}
		got, err := block.Decode(block.Text)
		if err != nil || got.Text != text || got.Unknown != nil {
			t.Errorf("%q came back as %v, %v", text, got, err)
		}
	}
}

var difficult = []string{
	"", "og", "a/b", `\ [ ] { } ^ $ / < > @ * # + ~`, "[7]", "[7.0]", "[[t:b:x]]ord[[/]]", "{municipality}s rolle {county.name}",
	"\U0001F469\u200D\U0001F469\u200D\U0001F466 familie", "\xff\xfe", "a\x00b", "\u2028", "b=øst", "\tinnrykk", "tal\u00a0500\u00a0000 kroner",
	"[<STREAMCMD:FLUSH>]", "^ord/ord<n>$", "Čáhppe ŋ š ŧ ž", "ein\rto",
}

func TestAnswersToOtherRequestsAreRefused(t *testing.T) {
	block := Encode(7, "", "a {x} b {y} c")
	for _, answer := range []string{
		"", "a [7.0] b [7.1] c", "a [7.0] b [7.1] c[8]", "a [8.0] b [7.1] c[7]", "a [7.0] b c[7]", "a [7.0] [7.1] b [7.1] c[7]",
		"a [7.0] b [7.2] c[7]", "a [7.0] b [7.1 c[7]", "a [7.00] b [7.1] c[7]", "a [7.0] b [7.1] c[7]x", "a [7.0] b [7.1] \xff[7]", "[7]", "a\\[7]",
	} {
		if got, err := block.Decode(answer); !errors.Is(err, ErrForeign) {
			t.Errorf("%q was taken for %v", answer, got)
		}
	}
}

func TestUnknownWordsAreGivenByPosition(t *testing.T) {
	block := Encode(1, "[<x>]", "a {y} b")
	if !strings.HasPrefix(block.Text, "[<x>]a ") {
		t.Errorf("the block is %q", block.Text)
	}
	got, err := block.Decode("[<x>]Ein *blåse [1.0] #fin-fin, @på.*[1]\n")
	if err != nil || got.Text != "Ein blåse {y} fin-fin, på." {
		t.Errorf("got %v, %v", got, err)
	}
	var words []string
	for _, s := range got.Unknown {
		words = append(words, got.Text[s.Start:s.End])
	}
	if !slices.Equal(words, []string{"blåse", "fin-fin", "på"}) {
		t.Errorf("unknown: %q", words)
	}
}

func FuzzAnyTextSurvivesTheStream(f *testing.F) {
	for _, text := range difficult {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		block := Encode(12, "", text)
		if strings.Contains(block.Text, "\x00") {
			t.Fatalf("NUL within %q", block.Text)
		}
		// The stages take a block for what it is only where nothing but blanks has brackets.
		if outside(block.Text) {
			t.Fatalf("%q has characters that mean something to the stages", block.Text)
		}
		got, err := block.Decode(block.Text)
		if trimmed := strings.TrimRight(text, " \n"); err != nil || strings.TrimRight(got.Text, " \n") != trimmed {
			t.Fatalf("%q came back as %v, %v", text, got, err)
		}
	})
}

// outside reports whether characters of the stream format stand outside of blanks.
func outside(block string) bool {
	in := false
	for i, r := range block {
		switch {
		case r == '[':
			in = true
		case r == ']':
			in = false
		case r == '/' && i > 0 && block[i-1] == '\\', r == '\\' && block[i+1] == '/':
		case !in && strings.ContainsRune(`\{}^$/<>@*#`, r):
			return true
		}
	}
	return false
}

func FuzzAnyAnswerIsReadOrRefused(f *testing.F) {
	f.Add([]byte("a [1.0] *b[1]\n"))
	f.Add([]byte(`\[1]`))
	f.Fuzz(func(t *testing.T, answer []byte) {
		got, err := Encode(1, "", "a {x} b").Decode(string(answer))
		if err != nil {
			return
		}
		if strings.Count(got.Text, "{x}") < 1 {
			t.Fatalf("%q lost its fixed part: %v", answer, got)
		}
		for _, s := range got.Unknown {
			if s.Start < 0 || s.End > len(got.Text) || s.Start >= s.End {
				t.Fatalf("%q: %v in %q", answer, s, got.Text)
			}
		}
	})
}
