package apertium

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"avtalebok/translate"
)

// The tests' chain consists of this test program itself, started with fakeVariable set: two stages that pass on what
// they get, and between them one that "translates" into capitals or misbehaves.
const fakeVariable = "AVTALEBOK_FAKE_STAGE"

func TestMain(m *testing.M) {
	if behaviour := os.Getenv(fakeVariable); behaviour != "" {
		fakeStage(behaviour, os.Args[1])
		return
	}
	os.Exit(m.Run())
}

// The behaviours of a fake chain.
const (
	good    = "good"
	hung    = "hung"    // never answers
	dead    = "dead"    // ends at once
	garbage = "garbage" // answers something else
	swapped = "swapped" // answers the second block first
	endless = "endless" // an answer without end
	chatty  = "chatty"  // answers twice
	frail   = "frail"   // ends when it reads "poison"
	cut     = "cut"     // ends in the middle of its second answer
	binary  = "binary"  // answers with bytes that are no text
	doubled = "doubled" // gives fixed parts twice
	bare    = "bare"    // drops fixed parts
)

func fakeStage(behaviour, role string) {
	if role != "middle" {
		_, _ = io.Copy(os.Stdout, os.Stdin)
		return
	}
	in := bufio.NewReader(os.Stdin)
	for n := 1; ; n++ {
		block, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		answer := capitals(block)
		switch behaviour {
		case hung:
			continue
		case dead:
			return
		case garbage:
			answer = []byte("ikkje dette[7]\n\x00")
		case binary:
			answer = append([]byte("\xff\xfe"), answer...)
		case doubled:
			answer = bytes.ReplaceAll(answer, []byte("[1.0]"), []byte("[1.0][1.0]"))
		case bare:
			answer = bytes.ReplaceAll(answer, []byte("[1.0]"), nil)
		case swapped:
			second, _ := in.ReadBytes(0)
			answer = append(capitals(second), answer...)
		case endless:
			for err == nil {
				_, err = os.Stdout.Write(bytes.Repeat([]byte("og "), 1000))
			}
			return
		case chatty:
			answer = append(answer, answer...)
		case frail:
			if bytes.Contains(block, []byte("poison")) {
				return
			}
		case cut:
			if n == 2 {
				_, _ = os.Stdout.Write(answer[:len(answer)/2])
				return
			}
		}
		if _, err := os.Stdout.Write(answer); err != nil {
			return
		}
	}
}

// capitals is the fake's translation: what stands outside brackets, in capitals.
func capitals(block []byte) []byte {
	var out []byte
	depth := 0
	for _, r := range string(block) {
		switch r {
		case '[':
			depth++
		case ']':
			depth--
		}
		if depth > 0 {
			out = append(out, string(r)...)
			continue
		}
		out = append(out, strings.ToUpper(string(r))...)
	}
	return out
}

// bench is an engine whose chains behave as told, one after the other, the last behaviour for good. Time stands
// still for it unless the test moves it.
type bench struct {
	*Engine
	t *testing.T

	mu        sync.Mutex
	behaviour []string
	chains    []*chain
	onWait    func() // called when a request starts to wait for an answer
	waits     int    // how often an answer was waited for
	impatient int    // how many waits for an answer end at once
	idle      func() // ends the idle time
}

var testLimits = Limits{Patience: 1, Idle: 2, Renew: 1000, Piece: 200}

func newBench(t *testing.T, limits Limits, behaviour ...string) *bench {
	t.Helper()
	b := &bench{t: t, behaviour: behaviour}
	b.Engine = newEngine(b.startFake, limits, b.after)
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func (b *bench) startFake(translate.Direction) (*chain, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	behaviour := b.behaviour[0]
	if len(b.behaviour) > 1 {
		b.behaviour = b.behaviour[1:]
	}
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	var stages []command
	for _, role := range []string{"first", "middle", "last"} {
		stages = append(stages, command{program, []string{role}})
	}
	c, err := startChain(stages, b.t.TempDir(), append(environment(), fakeVariable+"="+behaviour), "")
	if err == nil {
		b.chains = append(b.chains, c)
	}
	return c, err
}

func (b *bench) after(d time.Duration, f func()) func() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if d == testLimits.Idle {
		b.idle = f
		return func() bool { return true }
	}
	b.waits++
	if b.onWait != nil {
		go b.onWait()
		b.onWait = nil
	}
	if b.impatient > 0 {
		b.impatient--
		go f()
		return func() bool { return false }
	}
	return func() bool { return true }
}

func (b *bench) started() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.chains)
}

// ask translates texts to nynorsk.
func (b *bench) ask(texts ...string) ([]translate.Translation, error) {
	return b.Translate(context.Background(), translate.ToNynorsk, segmentsOf(texts...))
}

func segmentsOf(texts ...string) []translate.Segment {
	var segments []translate.Segment
	for _, text := range texts {
		segments = append(segments, translate.Segment{Text: text})
	}
	return segments
}

// must asks and wants each text in capitals.
func (b *bench) must(texts ...string) {
	b.t.Helper()
	got, err := b.ask(texts...)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := wantCapitals(texts, got); err != nil {
		b.t.Error(err)
	}
}

// wantCapitals wants each text's own translation, or the text itself with an error.
func wantCapitals(texts []string, got []translate.Translation) error {
	if len(got) != len(texts) {
		return fmt.Errorf("%d translations of %d texts", len(got), len(texts))
	}
	var wrong []error
	for i, text := range texts {
		want := strings.ToUpper(text)
		if got[i].Err != nil {
			want = text
		}
		if got[i].Text != want {
			wrong = append(wrong, fmt.Errorf("%q became %q", text, got[i].Text))
		}
	}
	return errors.Join(wrong...)
}

func (b *bench) wantGone(c *chain) {
	b.t.Helper()
	<-c.gone
	for i, stage := range c.stages {
		if stage.ProcessState == nil {
			b.t.Errorf("stage %d was not waited for", i)
		}
	}
}
