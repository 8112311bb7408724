package transducer

import (
	"fmt"
	"strings"
	"testing"

	"avtalebok/translate/engine/enginetest"
)

// Many ways lead through a long word, and most of them nowhere: what they put out must not stay, and what the others
// put out must.
func TestWaysThatLeadNowhereAreLetGo(t *testing.T) {
	const length, ways = 400, 300
	var entries []string
	for i := range ways {
		out := fmt.Sprintf("%04d", i) + strings.Repeat("x", length-5) + string(rune('a'+i%26))
		in := strings.Repeat("a", length)
		if i >= 5 {
			in = strings.Repeat("a", length/2) + "b" + in[length/2+1:]
		}
		entries = append(entries, in+":"+out)
	}
	m, err := ReadDictionary(enginetest.Main("", entries...), true)
	if err != nil {
		t.Fatal(err)
	}
	s := m.NewState(true)
	s.Start()
	for i := range length {
		if i%7 == 0 {
			s.full = 0 // as if there were many
		}
		s.Step('a')
	}
	if s.Size() != 5 {
		t.Errorf("%d entries are left", s.Size())
	}
	for i, e := range s.Entries() {
		symbols, _ := s.Outputs(e.Path, nil)
		got := ""
		for _, x := range symbols {
			got += string(rune(x))
		}
		if _, want, _ := strings.Cut(entries[i], ":"); got != want {
			t.Errorf("way %d puts out %s…%s, not %s…", i, got[:8], got[len(got)-3:], want[:8])
		}
	}
	if len(s.steps) > 5*length {
		t.Errorf("%d steps are left of 5 ways", len(s.steps))
	}
}

func TestAWordWithTooManyWaysEndsNowhere(t *testing.T) {
	m, err := ReadDictionary(enginetest.Main("", "a:b"), true)
	if err != nil {
		t.Fatal(err)
	}
	s := m.NewState(true)
	s.Start()
	path := Path(-1)
	for range tooManySteps + 1 {
		path = s.Grow(path, 'x')
	}
	s.Add(Entry{Node: m.starts[0], Path: path})
	s.Step('a')
	if s.Alive() {
		t.Errorf("it has %d entries", s.Size())
	}
}
