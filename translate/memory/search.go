package memory

import (
	"cmp"
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

// maxCompared is how many entries a search compares word by word. Entries come in the order of what they could score,
// so the best are among them; only a wording of common words alone reaches the limit.
const maxCompared = 8000

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

// work is what a search needs for itself; searches hand it on to one another.
type work struct {
	seen    []uint32 // by entry: the search that met it last
	search  uint32
	wanted  []int32 // by token: how many the wording still has, while an entry is being looked at
	row     []int
	byScore [exact + 1][]int32 // entries by the score that they could reach
}

var works = sync.Pool{New: func() any { return new(work) }}

// nearHits gives the entries whose wording in a form comes near a text, with a score of at least least; the best
// first.
//
// An entry that scores least shares at least that part of the text's weight, so it must hold one of the text's rarest
// words that together weigh more than the rest of it may: only those words' entries are looked at. Of them, the ones
// that could score best by the words alone, whatever their order, are compared first.
func (x *index) nearHits(form agreement.Form, text string, least int) []hit {
	w := works.Get().(*work)
	defer works.Put(w)
	q := x.query(tokens(text))
	s := x.side(form)
	x.candidates(w, s, q, least)
	return x.compareAll(w, s, q, least)
}

// query is a wording in the index's numbers. Tokens that the index does not know have numbers below zero, each its
// own, since they are like no other one: words even numbers, marks odd ones.
type query struct {
	tokens []int32
	words  []int32 // tokens that are no marks
	total  int
}

func (x *index) query(all []token) query {
	var q query
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
			q.words = append(q.words, number)
		}
	}
	return q
}

func (s *side) list(token int32) []int32 {
	if token < 0 || int(token) >= len(s.postings) {
		return nil
	}
	return s.postings[token]
}

// candidates fills byScore with the entries that could score least or more.
func (x *index) candidates(w *work, s *side, q query, least int) {
	for i := range w.byScore {
		w.byScore[i] = w.byScore[i][:0]
	}
	if len(w.seen) < len(x.ids) {
		w.seen = append(w.seen, make([]uint32, len(x.ids)-len(w.seen))...)
	}
	if len(w.wanted) < len(x.weights) {
		w.wanted = append(w.wanted, make([]int32, len(x.weights)-len(w.wanted))...)
	}
	if w.search++; w.search == 0 { // the numbers have been through; begin anew
		clear(w.seen)
		w.search = 1
	}
	for _, t := range q.tokens {
		if t >= 0 {
			w.wanted[t]++
		}
	}
	rest := q.total
	for _, t := range byRarity(s, q.words) {
		if rest*exact < least*q.total {
			break
		}
		rest -= wordWeight
		for _, entry := range s.list(t) {
			if w.seen[entry] == w.search {
				continue
			}
			w.seen[entry] = w.search
			if could := x.couldScore(w, s, q, entry, least); could >= least && !x.gone[entry] {
				w.byScore[could] = append(w.byScore[could], entry)
			}
		}
	}
	for _, t := range q.tokens {
		if t >= 0 {
			w.wanted[t] = 0
		}
	}
}

// byRarity orders words by how few entries hold them.
func byRarity(s *side, words []int32) []int32 {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b int32) int { return cmp.Compare(len(s.list(a)), len(s.list(b))) })
	return words
}

// couldScore is the score of an entry if the tokens that it shares with the query stood in the same order.
func (x *index) couldScore(w *work, s *side, q query, entry int32, least int) int {
	total := max(q.total, int(s.total[entry]))
	if min(q.total, int(s.total[entry]))*exact < least*total {
		return 0
	}
	own := s.of(entry)
	shared := 0
	for _, t := range own {
		if w.wanted[t] > 0 {
			shared += int(x.weights[t])
		}
		w.wanted[t]--
	}
	for _, t := range own {
		w.wanted[t]++
	}
	return score(total-shared, total)
}

func (s *side) of(entry int32) []int32 { return s.tokens[s.start[entry]:s.start[entry+1]] }

// compareAll compares the candidates word by word, until none that is left could be among the best.
func (x *index) compareAll(w *work, s *side, q query, least int) []hit {
	var hits []hit
	compared := 0
	for could := exact; could >= least; could-- {
		if len(hits) == maxHits && hits[maxHits-1].score > could || compared > maxCompared {
			break
		}
		for _, entry := range w.byScore[could] {
			floor := least
			if len(hits) == maxHits {
				floor = hits[maxHits-1].score
			}
			compared++
			total := max(q.total, int(s.total[entry]))
			cost := distance(q.tokens, s.of(entry), x.weigh, most(floor, total), &w.row)
			h := hit{id: x.ids[entry], date: x.dates[entry], entry: entry, score: score(cost, total)}
			if h.score >= floor {
				hits = insert(hits, h)
			}
		}
	}
	return hits
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
