package tagger

import (
	"slices"

	"avtalebok/translate/engine/transducer"
)

// Model is a trained model of which kind of word follows which.
type Model struct {
	openClass []int   // the kinds that an unknown word may be of
	classes   [][]int // of kinds that a word can be between
	follows   [][]float64
	shows     []map[int]float64 // by kind and class
	patterns  *transducer.Patterns

	sentence, end, undefined int
}

// leastShows is how likely a kind is to show as a class that was never seen.
const leastShows = 1e-10

// tooLarge bounds a model: the largest known has a few hundred kinds.
const tooLarge = 4096

// Read reads a compiled model. An error is a *transducer.FileError.
func Read(data []byte) (*Model, error) {
	s := transducer.NewSource(data)
	m := &Model{openClass: readSet(s)}
	if len(m.openClass) == 0 {
		s.Fail("there is no kind that an unknown word may be of")
	}
	for range s.Count() { // what may not follow what; already in the probabilities
		s.Number()
		s.Number()
	}
	for range s.Count() {
		s.Text() // the kinds' names
	}
	m.readIndex(s)
	for range s.Count() { // what must follow what; likewise
		s.Number()
		for range s.Count() {
			s.Number()
		}
	}
	if s.Count() > 0 {
		s.Fail("the model prefers some forms of a kind to others, which this version does not know")
	}
	for range s.Count() {
		s.Text()
		s.Number()
	}
	for range s.Count() {
		var class []int
		for range s.Count() {
			class = append(class, int(s.Number()))
		}
		m.classes = append(m.classes, class)
	}
	m.readProbabilities(s)
	m.readPatterns(s)
	if s.Err() != nil {
		return nil, s.Err()
	}
	return m, nil
}

func readSet(s *transducer.Source) []int {
	var set []int
	at := 0
	for range s.Count() {
		at += int(s.Number())
		set = append(set, at)
	}
	return set
}

func (m *Model) readIndex(s *transducer.Source) {
	index := make(map[string]int)
	for range s.Count() {
		name := s.Text()
		index[name] = int(s.Number())
	}
	for name, into := range map[string]*int{"TAG_SENT": &m.sentence, "TAG_kEOF": &m.end, "TAG_kUNDEF": &m.undefined} {
		n, ok := index[name]
		if !ok {
			s.Fail("the model does not have %s", name)
		}
		*into = n
	}
}

func (m *Model) readProbabilities(s *transducer.Source) {
	kinds, classes := int(s.Number()), int(s.Number())
	if kinds > tooLarge || kinds*kinds*8 > s.Left() || classes != len(m.classes) {
		s.Fail("the model has %d kinds and %d classes", kinds, classes)
		return
	}
	for range kinds {
		row := make([]float64, kinds)
		for j := range row {
			row[j] = readProbability(s)
		}
		m.follows = append(m.follows, row)
		m.shows = append(m.shows, make(map[int]float64))
	}
	for range s.Count() {
		i, j := int(s.Number()), int(s.Number())
		p := readProbability(s)
		if i >= kinds || j >= classes {
			s.Fail("a probability is about kind %d and class %d, which are not there", i, j)
			return
		}
		m.shows[i][j] = p
	}
	for _, set := range append(slices.Clone(m.classes), m.openClass, []int{m.sentence, m.end, m.undefined}) {
		for _, kind := range set {
			if kind >= kinds {
				s.Fail("kind %d is not there", kind)
				return
			}
		}
	}
}

// readProbability refuses what is none. With it no way through a text might be likely enough to be taken.
func readProbability(s *transducer.Source) float64 {
	const rounding = 1e-6
	p := s.Double()
	if !(p >= 0 && p <= 1+rounding) {
		s.Fail("%v is no probability", p)
	}
	return p
}

func (m *Model) readPatterns(s *transducer.Source) {
	a := transducer.ReadAlphabet(s)
	if n := s.Number(); s.Err() == nil && n != 1 {
		s.Fail("the model has %d transducers of patterns, not one", n)
	}
	s.Text()
	m.patterns = transducer.ReadPatterns(s, a)
	m.patterns.ReadNumbers(s)
	if n := m.patterns.Highest(); n >= len(m.follows) {
		s.Fail("a pattern is of kind %d, which is not there", n)
	}
}

func (m *Model) likely(kind, class int) float64 {
	if p, ok := m.shows[kind][class]; ok {
		return p
	}
	return leastShows
}
