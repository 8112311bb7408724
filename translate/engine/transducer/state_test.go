package transducer

import (
	"testing"

	"avtalebok/translate/engine/enginetest"
)

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
