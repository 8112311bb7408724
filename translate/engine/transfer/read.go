package transfer

import (
	"avtalebok/translate/engine/transducer"
)

// compiled is what a compiled file says: which sequences of words a rule is about, and what the rules speak of.
type compiled struct {
	patterns   *transducer.Patterns
	attributes map[string]*attribute
	variables  map[string]int // their places in values
	values     []string       // that the variables begin with
	lists      map[string][]string
}

// readCompiled reads a .t1x.bin, .t2x.bin or .t3x.bin file. An error is a *transducer.FileError.
func readCompiled(data []byte) (*compiled, error) {
	s := transducer.NewSource(data)
	a := transducer.ReadAlphabet(s)
	c := &compiled{
		attributes: make(map[string]*attribute), variables: make(map[string]int),
		lists: make(map[string][]string),
	}
	c.patterns = transducer.ReadPatterns(s, a)
	c.patterns.ReadNumbers(s)
	if form := s.Text(); form != "" {
		s.Fail("the file is of an older form, which this version does not know")
	}
	c.readAttributes(s)
	for range s.Count() {
		name := s.Text()
		c.values[c.variable(name)] = s.Text()
	}
	for range s.Count() {
		s.Text() // a macro's name and number; rules name it themselves
		s.Number()
	}
	for range s.Count() {
		name := s.Text()
		for range s.Count() {
			c.lists[name] = append(c.lists[name], s.Text())
		}
	}
	if s.Err() == nil && s.Left() > 0 {
		s.Fail("%d bytes stand after the end", s.Left())
	}
	return c, s.Err()
}

func (c *compiled) readAttributes(s *transducer.Source) {
	for range s.Count() {
		name := s.Text()
		s.Bytes(int(s.Number()))
		pattern := s.Text()
		a, err := newAttribute(name, pattern)
		if err != nil {
			s.Fail("the attribute %q can't be used: %v", name, err)
			return
		}
		c.attributes[name] = a
	}
}

// variable gives the place of a variable, which is made where the file does not have it.
func (c *compiled) variable(name string) int {
	place, known := c.variables[name]
	if !known {
		place = len(c.values)
		c.variables[name] = place
		c.values = append(c.values, "")
	}
	return place
}
