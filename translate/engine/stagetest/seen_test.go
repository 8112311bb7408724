package stagetest

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	"avtalebok/translate/engine/enginetest"
)

// seen are streams in which stages once differed, with what Apertium's programs make of them.
var seen = []struct{ name, call, in, want string }{
	{
		"an unknown word with a guess", "apertium-tagger -p -g nob-nno.prob",
		"^SDL/*SDL/SDL<np><org><cgguess>$[1.0]^image/image<n><nt><sg><ind>/image<n><m><sg><ind>$ ^kort/kort<n><nt><sg><ind>$[1]",
		"^SDL/*SDL$[1.0]^image/image<n><nt><sg><ind>$ ^kort/kort<n><nt><sg><ind>$[1]",
	},
	{
		"parts that might have gone on", "apertium-tagger -g nno-nob.prob",
		"^p/pro<n><m><sg><ind><cmp>+vide<n><f><sg><ind><gen>/pro<n><m><sg><ind><cmp>+vid<n><xpsts><sg><def><gen>$",
		"^pro<n><m><sg><ind><cmp>+vide<n><f><sg><ind><gen>$",
	},
	{
		"the last such form counts", "apertium-tagger -g nno-nob.prob",
		"^p/tran<n><m><sg><ind><cmp>+lat<n><xpsts><pl><def><gen>/trans<n><m><sg><ind><cmp>+lat<n><xpsts><pl><def><gen>$",
		"^trans<n><m><sg><ind><cmp>+lat<n><xpsts><pl><def><gen>$",
	},
	{
		"readings that share a hash", "cg-proc nob-nno.rlx.bin",
		"^b/b<n><f><cmp>+f<n><m>/b<n><m><cmp>+f<n><m>/b<n><m><cmp>+f<n><f>$",
		"^b/b<n><m><cmp>+f<n><f>$",
	},
	{
		"long rows of a letter", "lt-proc -p nob-nno.autopgen.bin",
		"*UHHHHHHHH HHHHHHh uhhhhhhhh", "*UHHHHHH HHHHH uhhhhhh",
	},
}

func TestWhatHasBeenSeenToDiffer(t *testing.T) {
	enginetest.NeedsRecordedData(t)
	for _, c := range seen {
		got, err := stage(t, c.call)(context.Background(), c.in+"\n")
		if err != nil || got != c.want+"\n" {
			t.Errorf("%s: %s became\n%s, %v\ninstead of\n%s", c.name, c.in, got, err, c.want)
		}
		if hasProgram(c.call) {
			wantSame(t, program(t, c.call, c.in+"\n"), c.want+"\n")
		}
	}
}

func hasProgram(call string) bool {
	return enginetest.HasProgram(strings.Fields(call)[0])
}

// A tagger that is kept alive weighs the words of a text otherwise after it has read a word that may be of kinds which it
// has not seen together. The engine weighs each text as a program does that was started for it.
func TestATaggerThatIsKeptAliveDependsOnWhatItReadBefore(t *testing.T) {
	enginetest.NeedsRecordedData(t)
	const (
		call   = "apertium-tagger -z -g nno-nob.prob"
		before = "^Opna/Opne<vblex><pret>/Opne<adj><pp><pl>/Opne<adj><pp><nt><sg><ind>$ ^media/media<n><nt><sp>/medium<n><nt><pl><def>$\n"
		in     = "^(/(<lpar>$^Inga/Inga<np><ant><f>/Ingen<det><qnt><f><sg>/Ingen<prn><ind><f><sg><acc>$^)/)<rpar>$\n"
		alone  = "^(<lpar>$^Inga<np><ant><f>$^)<rpar>$\n"
		after  = "^(<lpar>$^Ingen<det><qnt><f><sg>$^)<rpar>$\n"
	)
	tag := stage(t, "apertium-tagger -g nno-nob.prob")
	for _, text := range []string{in, before, in} {
		got, err := tag(context.Background(), text)
		if text == in && (err != nil || got != alone) {
			t.Errorf("it became %q, %v", got, err)
		}
	}
	if !hasProgram(call) {
		return
	}
	if got := strings.Split(program(t, call, in+"\x00"), "\x00")[0]; got != alone {
		t.Errorf("the program alone makes %q", got)
	}
	if got := strings.Split(program(t, call, before+"\x00"+in+"\x00"), "\x00")[1]; got != after {
		t.Errorf("after another text the program makes %q", got)
	}
}

// A constraint grammar, too, may judge a word otherwise after words that have nothing to do with it: that *Ctrl is unknown
// is forgotten after mottakere in the sentence before, but not after another word.
func TestAGrammarDependsOnWordsThatHaveNothingToDoWithAWord(t *testing.T) {
	enginetest.NeedsRecordedData(t)
	const (
		call   = "cg-proc capstag.rlx.bin"
		before = "^mottakere/mottaker<n>$ ^./.<sent>$ "
		other  = "^mottakere/person<n>$ ^./.<sent>$ "
		in     = "^Ctrl/*Ctrl$\n"
	)
	for _, c := range []struct{ before, own, program string }{
		{"", "^Ctrl/*Ctrl$\n", "^Ctrl/*Ctrl$\n"},
		{other, "^Ctrl/*Ctrl$\n", "^Ctrl/*Ctrl$\n"},
		{before, "^Ctrl/*Ctrl$\n", "^Ctrl/*Ctrl<Aa>$\n"},
	} {
		got, err := stage(t, call)(context.Background(), c.before+in)
		if err != nil || !strings.HasSuffix(got, c.own) {
			t.Errorf("after %q it becomes %q, %v", c.before, got, err)
		}
		if hasProgram(call) && !strings.HasSuffix(program(t, call, c.before+in), c.program) {
			t.Errorf("after %q the program makes %q", c.before, program(t, call, c.before+in))
		}
	}
}

// hangs are calls that go on for ever with a text, where the engine comes to an end.
var hangs = []struct{ call, in string }{
	{"apertium-interchunk apertium-nno-nob.nob-nno.t2x nob-nno.t2x.bin", "^n<SN><m>{^dag<n><2>$"},
	{"apertium-postchunk apertium-nno-nob.nob-nno.t3x nob-nno.t3x.bin", "^n<SN><m>{^dag<n><2>$"},
	{"lt-proc -w -e nob-nno.automorf.bin", strings.Repeat("bok\U00010400 ", 3000) + "\n"},
}

func TestWhereProgramsHangTheEngineEnds(t *testing.T) {
	enginetest.NeedsRecordedData(t)
	for _, c := range hangs {
		if _, err := stage(t, c.call)(context.Background(), c.in); errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", c.call, err)
		}
		if testing.Short() || !hasProgram(c.call) {
			continue
		}
		words := strings.Fields(c.call)
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		command := exec.CommandContext(ctx, words[0], words[1:]...)
		command.Dir = folder
		command.Stdin = strings.NewReader(c.in)
		if _, err := command.Output(); err == nil {
			t.Errorf("%s: the program comes to an end", c.call)
		}
		cancel()
	}
}
