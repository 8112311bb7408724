package memory

import (
	"cmp"
	"maps"
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
// what they could score, so the best are among those that are compared; only a wording of very common words, among
// many long ones, reaches the limit.
const maxCells = 8_000_000

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
	wanted  []int32  // by token: how many the query has
	row     []int
	byScore [exact + 1][]int32 // entries by the score that they could reach
}

var works = sync.Pool{New: func() any { return new(work) }}

// nearHits gives the entries whose wording in a form comes near a text, with a score of at least least; the best
// first.
//
// An entry that scores least shares at least that part of the text's weight. So of the text's rarest words it must
// have so many that the other ones can make up for the rest. Only what passes this is looked at more closely, and
// of that, the entries that could score best by their words alone, whatever their order, are compared first.
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
	words  map[int32]int // what each word weighs, times how often it occurs
	total  int
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
			q.words[number] += wordWeight
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
	w.shared = grown(w.shared, len(x.ids))
	w.wanted = grown(w.wanted, len(x.weights))
	for _, t := range q.tokens {
		if t >= 0 {
			w.wanted[t]++
		}
	}
	rest := x.countShared(w, s, q, least)
	for _, entry := range w.touched {
		shared := int(w.shared[entry])
		w.shared[entry] = 0
		total := max(q.total, int(s.total[entry]))
		if (shared+rest)*exact < least*total || x.gone[entry] {
			continue
		}
		if could := x.couldScore(w, s, q, entry, least); could >= least {
			w.byScore[could] = append(w.byScore[could], entry)
		}
	}
	for _, t := range q.tokens {
		if t >= 0 {
			w.wanted[t] = 0
		}
	}
}

// countShared goes through the lists of the query's words, the rarest first, until those that are left are too
// little to reach least by themselves and are too common to be worth the way. It gives what those weigh.
func (x *index) countShared(w *work, s *side, q query, least int) (rest int) {
	w.touched = w.touched[:0]
	rest = q.total
	for _, t := range byRarity(s, q.words) {
		list := s.list(t)
		if rest*exact < least*q.total && len(list) > len(x.ids)/16 {
			break
		}
		weight := q.words[t]
		rest -= weight
		for _, entry := range list {
			if w.shared[entry] == 0 {
				w.touched = append(w.touched, entry)
			}
			w.shared[entry] += uint16(weight)
		}
	}
	return rest
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
		return cmp.Or(cmp.Compare(len(s.list(a)), len(s.list(b))), cmp.Compare(a, b))
	})
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
	cells := 0
	for could := exact; could >= least; could-- {
		if len(hits) == maxHits && hits[maxHits-1].score > could || cells > maxCells {
			break
		}
		for _, entry := range w.byScore[could] {
			floor := least
			if len(hits) == maxHits {
				floor = hits[maxHits-1].score
			}
			if cells += len(q.tokens) * len(s.of(entry)); cells > maxCells {
				break
			}
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
