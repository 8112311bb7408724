package grammar

import (
	"cmp"
	"slices"
)

// reading is one analysis of a word, or one part of it: parts hang on each other by next, the last part of the
// analysis first.
type reading struct {
	cohort    *cohort
	number    int
	tags      []*tag // as they came: word form, lemma, the rest
	sorted    []*tag // the distinct tags in the order of their hashes, without the mapping tag
	base      *tag
	mapping   *tag
	hash      uint32
	plainHash uint32
	next      *reading

	mapped    bool // has a mapping tag, or a MAP has seen to it
	magic     bool // stands in for readings that are not there; never printed
	protected bool
	tried     bool // the one that a rule's tests are being tried for
	fitted    bool // the target fitted
	hit       bool // and the tests too
	facts     *facts
}

// cohort is a word with its readings.
type cohort struct {
	window   *window
	place    int // in the window; 0 is the one that begins it
	form     *tag
	static   *reading // tags of the word itself
	readings []*reading
	unknown  bool   // the form begins with @
	bound    string // the blank bound to the word
	word     *word  // as it was read; nil when that has changed
	after    string // the blank behind it

	possible  bits // sets that have not failed for good
	candidate bits // rules whose target may fit here
	barred    bits // rules for other word forms
	changed   bool // some rule has been carried out on it
	renewed   bool // a rule of renewsBefore has been carried out on it
	failed    bits // rules that have been tried here since the last change
	failedAt  int  // the count of changes at which failed was begun
	removed   int
}

// window is what rules look at: about a sentence.
type window struct {
	text           string // before the first word
	cohorts        []*cohort
	variables      map[uint32]uint32 // changes that come with it: name to value; 0 removes
	previous, next *window
	possible       bits // sets in some cohort
	hopeless       bits // rules that can't hold for want of some set
	widened        bool // more has become possible since
}

// add puts a tag at the end of the reading. The reading is hashed anew by whoever adds the last.
func (r *reading) add(t *tag) {
	r.tags = append(r.tags, t)
	if t.is(kindMapping) {
		r.mapping = t
		return
	}
	if t.is(kindBaseForm) && r.base == nil {
		r.base = t
	}
	i, ok := slices.BinarySearchFunc(r.sorted, t, func(a, b *tag) int { return cmp.Compare(a.hash, b.hash) })
	if !ok {
		r.sorted = slices.Insert(r.sorted, i, t)
	}
	r.facts = nil
}

// has reports whether the reading has a tag.
func (r *reading) has(t *tag) bool {
	for _, x := range r.tags {
		if x == t {
			return true
		}
	}
	return false
}

// rehash computes the hashes of the reading and of its parts. It happens when a tag comes or goes and at no other
// time: a reading whose part came later keeps its hash, as in the original.
func (r *reading) rehash() {
	var h uint32
	for _, t := range r.sorted {
		h = mixHash(t.hash, h)
	}
	r.plainHash = h
	if r.mapping != nil {
		h = mixHash(r.mapping.hash, h)
	}
	if r.next != nil {
		r.next.rehash()
		h = mixHash(r.next.hash, h)
	}
	r.hash = h
	r.facts = nil
}

// copy gives the reading and its parts once more.
func (r *reading) copy() *reading {
	c := *r
	c.tags, c.sorted = slices.Clone(r.tags), slices.Clone(r.sorted)
	c.facts = nil
	if r.next != nil {
		c.next = r.next.copy()
	}
	return &c
}

// part gives a part of the reading: 0 the reading, 1 the part before, -1 the first part. nil where there is none.
func (r *reading) part(n int) *reading {
	switch {
	case n == 0:
		return r
	case n == anySubReading:
		return r.together()
	case n < 0:
		var all []*reading
		for p := r; p != nil; p = p.next {
			all = append(all, p)
		}
		if -n > len(all) {
			return nil
		}
		return all[len(all)+n]
	}
	for ; n > 0 && r != nil; n-- {
		r = r.next
	}
	return r
}

// together gives all parts as one reading; the reading itself where there is but one. The marks that rules left on
// the parts come along.
func (r *reading) together() *reading {
	if r.next == nil {
		return r
	}
	u := &reading{cohort: r.cohort, number: r.number}
	for p := r; p != nil; p = p.next {
		for _, t := range p.tags {
			u.add(t)
		}
		u.tried = u.tried || p.tried
		u.mapped = u.mapped || p.mapped
	}
	u.fitted, u.hit = r.marks()
	u.rehash()
	return u
}

// marks gives what rules have left on the reading and its parts.
func (r *reading) marks() (fitted, hit bool) {
	for p := r; p != nil; p = p.next {
		fitted, hit = fitted || p.fitted, hit || p.hit
	}
	return fitted, hit
}
