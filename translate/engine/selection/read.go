package selection

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"

	"avtalebok/translate/engine/transducer"
)

// Rules are the rules of one direction. They never change.
type Rules struct {
	m       *transducer.Machine
	accepts map[string]*transducer.Machine // by operation: the target words that it is about
	weights map[int32]float64              // by rule

	wordEnd, textStart                    transducer.Symbol
	anyTag, anyLetter, anySmall, anyLarge transducer.Symbol
}

// Read reads a compiled file of rules. An error is a *transducer.FileError.
func Read(data []byte) (*Rules, error) {
	s := transducer.NewSource(data)
	a := transducer.ReadAlphabet(s)
	r := &Rules{
		accepts: make(map[string]*transducer.Machine), weights: make(map[int32]float64),
		wordEnd: a.Tag("$"), textStart: a.Tag("$$"),
		anyTag: a.Tag("ANY_TAG"), anyLetter: a.Tag("ANY_CHAR"), anySmall: a.Tag("ANY_LOWER"), anyLarge: a.Tag("ANY_UPPER"),
	}
	for range s.Count() {
		name := s.Text()
		r.accepts[name] = transducer.ReadMachine(s, a)
		if s.Err() != nil {
			return nil, s.Err()
		}
	}
	s.Text() // the rules' own name
	r.m = transducer.ReadMachine(s, a)
	for s.Err() == nil && s.Left() > 0 {
		if record := s.Bytes(16); record != nil {
			rule := int32(binary.LittleEndian.Uint32(record))
			r.weights[rule] = math.Float64frombits(binary.LittleEndian.Uint64(record[8:]))
		}
	}
	if s.Err() != nil {
		return nil, s.Err()
	}
	return r, nil
}

// weight gives the weight of the rule of a name.
func (r *Rules) weight(name string) float64 {
	n, err := strconv.Atoi(strings.Trim(name, "<>"))
	if err != nil {
		return 0
	}
	return r.weights[int32(n)]
}
