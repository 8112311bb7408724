package memory

import (
	"hash/maphash"
	"math"
	"strings"
	"time"

	"avtalebok/agreement"
	"avtalebok/translate/diff"
)

// index finds pairs by their wordings in either form. It holds no texts, only numbers that stand for their tokens:
// some 350 bytes a pair. One writer and no readers, or any number of readers, may use it at a time.
type index struct {
	words   map[string]int32 // numbers of tokens, by key
	weights []uint8          // of tokens, by number
	entries map[int64]int32  // by a pair's ID
	ids     []int64          // of each entry
	dates   []int64          // when each entry was confirmed, seconds since 1970
	gone    []bool           // entries that were deleted
	deleted int
	sides   [len(agreement.Forms)]side
	seed    maphash.Seed
}

// side is one form's wordings.
type side struct {
	start    []uint32 // where each entry's tokens begin in tokens; one more than there are entries
	tokens   []int32
	total    []uint16         // weight of each entry's tokens
	postings []postings       // of words, by number
	same     map[uint64]int32 // the newest entry with a text's hash
	before   []int32          // the entry before it with the same hash, or -1
}

// postings are the entries that hold a word.
type postings struct {
	entries []int32 // rising
	times   []uint8 // how often each one holds it; 255 also for more
}

func (p *postings) add(entry int32) {
	last := len(p.entries) - 1
	if last < 0 || p.entries[last] != entry {
		p.entries, p.times = append(p.entries, entry), append(p.times, 1)
		return
	}
	if p.times[last] < math.MaxUint8 {
		p.times[last]++
	}
}

func newIndex() *index {
	x := &index{words: map[string]int32{}, entries: map[int64]int32{}, seed: maphash.MakeSeed()}
	for i := range x.sides {
		x.sides[i] = side{start: []uint32{0}, same: map[uint64]int32{}}
	}
	return x
}

func (x *index) side(form agreement.Form) *side {
	if form == agreement.Nynorsk {
		return &x.sides[1]
	}
	return &x.sides[0]
}

// living is how many pairs can be found.
func (x *index) living() int { return len(x.ids) - x.deleted }

// add takes in a pair. One that is there already is only dated anew.
func (x *index) add(t agreement.Translation) {
	if entry, ok := x.entries[t.ID]; ok {
		x.dates[entry] = max(x.dates[entry], seconds(t.Confirmed))
		return
	}
	entry := int32(len(x.ids))
	x.entries[t.ID] = entry
	x.ids = append(x.ids, t.ID)
	x.dates = append(x.dates, seconds(t.Confirmed))
	x.gone = append(x.gone, false)
	for _, form := range agreement.Forms {
		x.addSide(x.side(form), entry, t.In(form))
	}
}

// seconds gives a moment as a number; no moment lies before all others.
func seconds(t time.Time) int64 {
	if t.IsZero() {
		return -1
	}
	return t.Unix()
}

func (x *index) addSide(s *side, entry int32, text string) {
	total := 0
	all := tokens(text)
	if len(all) > maxNear {
		all = nil // found only when it is the same
	}
	for _, t := range all {
		number, known := x.words[t.key]
		if !known {
			number = int32(len(x.weights))
			x.words[t.key] = number
			x.weights = append(x.weights, uint8(weight(t.Kind)))
		}
		s.tokens = append(s.tokens, number)
		total += weight(t.Kind)
		if t.Kind == diff.Mark {
			continue // too common to look for
		}
		for int(number) >= len(s.postings) {
			s.postings = append(s.postings, postings{})
		}
		s.postings[number].add(entry)
	}
	s.start = append(s.start, uint32(len(s.tokens)))
	s.total = append(s.total, uint16(total))
	hash := x.hash(text)
	before, ok := s.same[hash]
	if !ok {
		before = -1
	}
	s.before = append(s.before, before)
	s.same[hash] = entry
}

// hash tells wordings apart that are not the same; blanks make no difference.
func (x *index) hash(text string) uint64 {
	var h maphash.Hash
	h.SetSeed(x.seed)
	for word := range strings.FieldsSeq(text) {
		h.WriteString(word)
		h.WriteByte(' ')
	}
	return h.Sum64()
}

// remove takes a pair out. Its place is used again when the index is made anew.
func (x *index) remove(id int64) {
	if entry, ok := x.entries[id]; ok && !x.gone[entry] {
		x.gone[entry] = true
		x.deleted++
		delete(x.entries, id)
	}
}

// tokens is how many tokens the longer side holds.
func (x *index) tokens() int { return max(len(x.sides[0].tokens), len(x.sides[1].tokens)) }

// full reports whether the index holds so many pairs, or as many tokens as it may.
func (x *index) full(most int) bool { return x.living() >= most || x.tokens() > maxTokens }

// wasteful reports whether the index should be made anew: much of it is deleted, or it has outgrown its limit.
func (x *index) wasteful(limit int) bool {
	return x.deleted > 1000 && x.deleted > x.living() || len(x.ids) > limit+limit/10 || x.tokens() > maxTokens+maxTokens/10
}
