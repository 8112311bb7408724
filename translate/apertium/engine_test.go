package apertium

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate"
)

func TestTextsComeBackInOrderWithTheirWhiteSpaceAndFixedParts(t *testing.T) {
	b := newBench(t, testLimits, good)
	got, err := b.ask("rolla", "", "  to avsnitt\n\nog {county}s plan [b] ^$ \U0001F600\n", "12 345", "sjå https://x.no/søk?b=øst")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"ROLLA", "", "  TO AVSNITT\n\nOG {county}s PLAN [B] ^$ \U0001F600\n", "12 345", "SJÅ https://x.no/søk?b=øst"}
	for i, w := range want {
		if got[i].Text != w || got[i].Err != nil {
			t.Errorf("text %d: %q (%v), want %q", i, got[i].Text, got[i].Err, w)
		}
	}
	if b.started() != 1 {
		t.Errorf("%d chains were started", b.started())
	}
}

func TestNothingIsStartedForTextsWithoutLanguage(t *testing.T) {
	b := newBench(t, testLimits, dead)
	b.must("", " \n", "12 000", "{1}", "3,5 %", "[1] \\ \U0001F600")
	if b.started() != 0 {
		t.Errorf("%d chains were started", b.started())
	}
}

func TestAChainThatMisbehavesIsReplacedAndTheRequestRepeated(t *testing.T) {
	for _, behaviour := range []string{dead, garbage, swapped, endless, cut, binary, doubled, bare} {
		t.Run(behaviour, func(t *testing.T) {
			b := newBench(t, testLimits, behaviour, good)
			b.must("{1} ein", "to", "tre", "fire")
			if b.started() != 2 {
				t.Errorf("%d chains were started, want 2", b.started())
			}
			b.wantGone(b.chains[0])
		})
	}
}

func TestAHungChainIsReplacedWhenPatienceEnds(t *testing.T) {
	b := newBench(t, testLimits, hung, good)
	b.impatient = 1
	b.must("ein", "to")
	if b.started() != 2 {
		t.Errorf("%d chains were started, want 2", b.started())
	}
	b.wantGone(b.chains[0])
}

func TestTheSameTextIsSentOnceAndComesBackEachTime(t *testing.T) {
	b := newBench(t, testLimits, good)
	b.must("ein", "to {1}", "ein", "ein\nto {1}\n tre", "to {2}", "ein")
	if want := 4 + 1; b.waits != want { // once more than there are answers
		t.Errorf("waited %d times, want %d", b.waits, want)
	}
}

// A long request may take as long as it needs, as long as answers come.
func TestPatienceBeginsAnewWithEveryAnswer(t *testing.T) {
	b := newBench(t, testLimits, good)
	b.must("ein", "to", "tre", "fire")
	if b.waits != 5 {
		t.Errorf("waited %d times for 4 answers, want once more than there are answers", b.waits)
	}
}

func TestAChainThatAnswersTooMuchIsNotTrustedAgain(t *testing.T) {
	b := newBench(t, testLimits, chatty, good)
	b.must("ein")
	b.must("to")
	b.must("tre", "fire")
}

func TestATextThatKillsTheChainTwiceIsLeftAndTheRestGoesOn(t *testing.T) {
	b := newBench(t, testLimits, frail)
	texts := []string{"ein", "poison", "tre", "poison igjen", "fem"}
	got, err := b.ask(texts...)
	if err != nil {
		t.Fatal(err)
	}
	if err := wantCapitals(texts, got); err != nil {
		t.Error(err)
	}
	for i, failed := range []bool{false, true, false, true, false} {
		if (got[i].Err != nil) != failed {
			t.Errorf("%q: %v", texts[i], got[i].Err)
		}
	}
	b.must("etter")
}

func TestABrokenInstallationIsSaidToBeSoWithoutTryingEveryText(t *testing.T) {
	for _, behaviour := range []string{dead, garbage, endless} {
		b := newBench(t, testLimits, behaviour)
		_, err := b.ask("ein", "to", "tre", "fire", "fem", "seks")
		wantKey(t, err, "error.translate.failing")
		if b.started() != 2*mostLost {
			t.Errorf("%s: %d chains were started, want %d", behaviour, b.started(), 2*mostLost)
		}
	}
}

func TestProgramsThatCannotBeStartedAreAnError(t *testing.T) {
	for missing := range 3 {
		e := newEngine(func(translate.Direction) (*chain, error) {
			stages := []command{{"/bin/cat", nil}, {"/bin/cat", nil}, {"/bin/cat", nil}}
			stages[missing].path = t.TempDir() + "/nothing"
			return startChain(stages, t.TempDir(), environment(), "")
		}, testLimits, realAfter)
		_, err := e.Translate(context.Background(), translate.ToNynorsk, segmentsOf("ein"))
		wantKey(t, err, "error.translate.start")
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestACancelledRequestEndsAtOnceAndTheNextOneWorks(t *testing.T) {
	b := newBench(t, testLimits, hung, good)
	ctx, cancel := context.WithCancel(context.Background())
	b.onWait = cancel
	_, err := b.Translate(ctx, translate.ToNynorsk, segmentsOf("ein"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	b.must("to")
	b.wantGone(b.chains[0])
}

func TestWaitingForTheTurnCanBeCancelled(t *testing.T) {
	b := newBench(t, testLimits, hung)
	waiting := make(chan struct{})
	b.onWait = func() { close(waiting) }
	first, stopFirst := context.WithCancel(context.Background())
	done := make(chan error)
	go func() {
		_, err := b.Translate(first, translate.ToNynorsk, segmentsOf("ein"))
		done <- err
	}()
	<-waiting
	second, stopSecond := context.WithCancel(context.Background())
	stopSecond()
	if _, err := b.Translate(second, translate.ToNynorsk, segmentsOf("to")); !errors.Is(err, context.Canceled) {
		t.Errorf("the second request: %v", err)
	}
	stopFirst()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("the first request: %v", err)
	}
}

func TestClosingEndsWhatRunsAndLeavesNoProcess(t *testing.T) {
	b := newBench(t, testLimits, hung)
	waiting := make(chan struct{})
	b.onWait = func() { close(waiting) }
	done := make(chan error)
	go func() {
		_, err := b.ask("ein")
		done <- err
	}()
	<-waiting
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	wantKey(t, <-done, "error.translate.closed")
	b.wantGone(b.chains[0])
	_, err := b.ask("to")
	wantKey(t, err, "error.translate.closed")
	if err := b.Close(); err != nil {
		t.Errorf("closing again: %v", err)
	}
}

func TestAnyStageMayBeKilledBetweenRequests(t *testing.T) {
	for stage := range 3 {
		b := newBench(t, testLimits, good)
		b.must("ein")
		if err := b.chains[0].stages[stage].Process.Kill(); err != nil {
			t.Fatal(err)
		}
		b.must("to", "tre")
		b.wantGone(b.chains[0])
	}
}

func TestAnIdleChainIsEndedAndStartedAgainWhenNeeded(t *testing.T) {
	b := newBench(t, testLimits, good)
	b.must("ein")
	b.idle()
	b.wantGone(b.chains[0])
	b.must("to")
	if b.started() != 2 {
		t.Errorf("%d chains were started, want 2", b.started())
	}
}

func TestAChainIsRenewedAfterSoManyTexts(t *testing.T) {
	limits := testLimits
	limits.Renew = 3
	b := newBench(t, limits, good)
	b.must("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
	if b.started() != 4 {
		t.Errorf("%d chains were started for 10 texts, want 4", b.started())
	}
	for _, c := range b.chains[:3] {
		b.wantGone(c)
	}
}

func TestLongTextsAreTranslatedInPieces(t *testing.T) {
	b := newBench(t, testLimits, good)
	var long string
	for i := range 200 {
		long += fmt.Sprintf("setning nummer %d er ikkje lang. ", i)
	}
	b.must(long)
}

func TestAnEndlessWordIsLeftAsItIs(t *testing.T) {
	b := newBench(t, testLimits, good)
	word := strings.Repeat("a", testLimits.Piece+1)
	got, err := b.ask(word + " og")
	if err != nil || got[0].Text != word+" OG" {
		t.Errorf("got %.20q…, %v", got[0].Text, err)
	}
}

func TestARequestBeyondMeasureIsRefused(t *testing.T) {
	limits := testLimits
	limits.Request = 10
	b := newBench(t, limits, good)
	_, err := b.ask("123456", "78901")
	wantKey(t, err, "error.translate.size")
	_, err = b.Translate(context.Background(), translate.Direction{From: "nb", To: "nb"}, nil)
	wantKey(t, err, "error.form")
}

func TestRequestsFromSeveralPlacesAtOnceGetTheirOwnAnswers(t *testing.T) {
	b := newBench(t, testLimits, good, frail, good)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			texts := []string{fmt.Sprintf("tekst %d a", i), fmt.Sprintf("tekst %d b", i)}
			for range 5 {
				got, err := b.ask(texts...)
				if err != nil {
					t.Error(err)
					return
				}
				if err := wantCapitals(texts, got); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}

func wantKey(t *testing.T, err error, key string) {
	t.Helper()
	var e *agreement.Error
	if !errors.As(err, &e) || e.Key != key {
		t.Errorf("got %v, want %s", err, key)
	}
}
