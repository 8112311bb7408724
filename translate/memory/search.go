package memory

import (
	"cmp"
	"container/heap"
	"maps"
	"math"
	"slices"
	"sync"

	"avtalebok/agreement"
	"avtalebok/translate/diff"
)

// hit is an entry that may match, by what is known without its text: figures, placeholders, addresses and capitals
// count as alike. The score can only become lower.
type hit struct {
	id    int64
	date  int64
	entry int32
	score int
}

// better orders hits: the higher score first, among equals the newer one.
func better(a, b hit) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.date, a.date), cmp.Compare(b.id, a.id))
}

// maxHits is how many entries' texts are looked at.
const maxHits = 48

// maxCells bounds the work of comparing word by word: one cell is a word against a word. Entries come in the order of
// what they could score, the newest first, so the best are among those that are compared.
const maxCells = 4_000_000

// maxNear is how many tokens a wording may have to be found by likeness, some three pages. A longer one is found when
// it is the same, and its paragraphs are remembered by themselves.
const maxNear = 1000

// exactHits gives the entries whose wording in a form has the same hash, the newest first.
func (x *index) exactHits(form agreement.Form, text string) []hit {
	s := x.side(form)
	var hits []hit
	entry, ok := s.same[x.hash(text)]
	for ; ok && entry >= 0; entry = s.before[entry] {
		if !x.gone[entry] {
			hits = append(hits, hit{id: x.ids[entry], date: x.dates[entry], entry: entry, score: exact})
		}
	}
	slices.SortFunc(hits, better)
	return hits[:min(len(hits), maxHits)]
}

// work is what a search needs for itself; searches hand it on to one another, with every count at zero.
type work struct {
	shared  []uint16 // by entry: what the words weigh that it shares with the query, of those looked at so far
	touched []int32  // entries that share any
	order   order
	row     []int
	byScore [exact + 1][]int32 // entries by the score that they could reach
}

var works = sync.Pool{New: func() any { return new(work) }}

// nearHits gives the entries whose wording in a form comes near a text, with a score of at least least; the best
// first.
//
// An entry that scores least shares at least that part of the text's weight. So of the text's rarest words it must
// have so many that the other ones can make up for the rest. Only what passes this is looked at more closely: how many
// words it has in the same order says what it could score. Those that could score best are compared first.
func (x *index) nearHits(form agreement.Form, text string, least int) []hit {
	w := works.Get().(*work)
	defer works.Put(w)
	all := tokens(text)
	if len(all) > maxNear {
		return nil
	}
	q := x.query(all)
	s := x.side(form)
	x.candidates(w, s, q, least)
	return x.compareAll(w, s, q, least)
}

// query is a wording in the index's numbers. Tokens that the index does not know have numbers below zero, each its
// own, since they are like no other one: words even numbers, marks odd ones.
type query struct {
	tokens []int32
	words  map[int32]int // how often each word occurs
	total  int
}

// marks is how many of the tokens are marks.
func (q query) marks() int {
	return (len(q.tokens)*wordWeight - q.total) / (wordWeight - markWeight)
}

func (x *index) query(all []token) query {
	q := query{words: map[int32]int{}}
	for i, t := range all {
		number, known := x.words[t.key]
		if !known {
			number = int32(-2 - 2*i)
			if t.Kind == diff.Mark {
				number--
			}
		}
		q.tokens = append(q.tokens, number)
		q.total += weight(t.Kind)
		if t.Kind != diff.Mark {
			q.words[number]++
		}
	}
	return q
}

func (s *side) list(token int32) postings {
	if token < 0 || int(token) >= len(s.postings) {
		return postings{}
	}
	return s.postings[token]
}

// candidates fills byScore with the entries that could score least or more.
func (x *index) candidates(w *work, s *side, q query, least int) {
	for i := range w.byScore {
		w.byScore[i] = w.byScore[i][:0]
	}
	w.shared = grown(w.shared, len(x.ids))
	rest := x.countShared(w, s, q, least)
	w.order.learn(q, len(x.weights))
	for _, entry := range w.touched {
		shared := int(w.shared[entry])
		w.shared[entry] = 0
		weight := int(s.total[entry])
		if min(q.total, weight, shared+rest)*exact < least*max(q.total, weight) || x.gone[entry] {
			continue
		}
		if could := couldScore(&w.order, s, q, entry); could >= least {
			w.byScore[could] = append(w.byScore[could], entry)
		}
	}
	w.order.forget(q)
}

// countShared goes through the lists of the query's words, the rarest first, until those that are left are too
// little to reach least by themselves and are too common to be worth the way. It gives what those weigh.
func (x *index) countShared(w *work, s *side, q query, least int) (rest int) {
	w.touched = w.touched[:0]
	rest = q.total
	words := byRarity(s, q.words)
	for len(words) > 0 {
		list, times := s.list(words[0]), min(q.words[words[0]], math.MaxUint8)
		if rest*exact < least*q.total && len(list.entries) > len(x.ids)/16 {
			break
		}
		for i, entry := range list.entries {
			if w.shared[entry] == 0 {
				w.touched = append(w.touched, entry)
			}
			w.shared[entry] += uint16(min(times, int(list.times[i])) * wordWeight)
		}
		rest -= times * wordWeight
		words = words[1:]
	}
	if !worthCounting(s, words, len(w.touched)*len(q.tokens)*blocksOf(len(q.tokens))) {
		return rest
	}
	for _, word := range words {
		list, times := s.list(word), min(q.words[word], math.MaxUint8)
		for i, entry := range list.entries {
			if w.shared[entry] > 0 {
				w.shared[entry] += uint16(min(times, int(list.times[i])) * wordWeight)
			}
		}
		rest -= times * wordWeight
	}
	return rest
}

// worthCounting reports whether going through the lists of common words, too, is less work than looking at the words of
// all entries as they are: where a wording is long, there are few lists, and many entries are spared.
func worthCounting(s *side, words []int32, comparing int) bool {
	counting := 0
	for _, t := range words {
		counting += len(s.list(t).entries)
	}
	return counting < comparing/2
}

func grown[T any](s []T, length int) []T {
	if len(s) < length {
		s = append(s, make([]T, length-len(s))...)
	}
	return s
}

// byRarity orders words by how few entries hold them.
func byRarity(s *side, words map[int32]int) []int32 {
	return slices.SortedFunc(maps.Keys(words), func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(s.list(a).entries), len(s.list(b).entries)), cmp.Compare(a, b))
	})
}

// couldScore is the score of an entry if nothing but the words that it shares with the query in the same order, and
// all marks that both may share, made them alike. No entry scores more.
func couldScore(o *order, s *side, q query, entry int32) int {
	own, weight := s.of(entry), int(s.total[entry])
	words := (weight - len(own)*markWeight) / (wordWeight - markWeight)
	total := max(q.total, weight)
	alike := o.common(own)*wordWeight + min(q.marks(), len(own)-words)*markWeight
	return min(score(total-alike, total), exact)
}

func (s *side) of(entry int32) []int32 { return s.tokens[s.start[entry]:s.start[entry+1]] }

// compareAll compares the candidates word by word, until none that is left could be among the best.
func (x *index) compareAll(w *work, s *side, q query, least int) []hit {
	var hits []hit
	cells := 0
	for could := exact; could >= least; could-- {
		left := byAge{x, w.byScore[could]}
		heap.Init(&left)
		for left.Len() > 0 && cells <= maxCells {
			entry := heap.Pop(&left).(int32)
			h := hit{id: x.ids[entry], date: x.dates[entry], entry: entry, score: could}
			floor := least
			if len(hits) == maxHits {
				if better(hits[maxHits-1], h) < 0 {
					return hits
				}
				floor = hits[maxHits-1].score
			}
			own := s.of(entry)
			cells += len(q.tokens) * len(own)
			total := max(q.total, int(s.total[entry]))
			h.score = score(distance(q.tokens, own, x.weigh, most(floor, total), &w.row), total)
			if h.score >= floor {
				hits = insert(hits, h)
			}
		}
	}
	return hits
}

// byAge is a heap of entries with the newest on top.
type byAge struct {
	index   *index
	entries []int32
}

func (h *byAge) Len() int      { return len(h.entries) }
func (h *byAge) Swap(i, j int) { h.entries[i], h.entries[j] = h.entries[j], h.entries[i] }
func (h *byAge) Less(i, j int) bool {
	a, b := h.entries[i], h.entries[j]
	return cmp.Or(cmp.Compare(h.index.dates[b], h.index.dates[a]), cmp.Compare(h.index.ids[b], h.index.ids[a])) < 0
}

func (h *byAge) Push(any) { panic("entries only leave") }

func (h *byAge) Pop() any {
	last := len(h.entries) - 1
	entry := h.entries[last]
	h.entries = h.entries[:last]
	return entry
}

func (x *index) weigh(token int32) int {
	switch {
	case token >= 0:
		return int(x.weights[token])
	case token%2 == 0:
		return wordWeight
	default:
		return markWeight
	}
}

// insert puts a hit among the best.
func insert(hits []hit, h hit) []hit {
	at, _ := slices.BinarySearchFunc(hits, h, better)
	if at == maxHits {
		return hits
	}
	hits = slices.Insert(hits, at, h)
	return hits[:min(len(hits), maxHits)]
}
