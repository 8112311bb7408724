package diff

// Run is a stretch that two sequences have in common: a[A:A+Length] equals b[B:B+Length].
type Run struct{ A, B, Length int }

// maxEdits bounds the search within one stretch. Sequences that differ in more places than this have little to
// show to a person: what lies between their common beginning and end then counts as replaced as a whole.
const maxEdits = 1500

// Align finds what two sequences have in common, in order: as much as possible, by Myers's algorithm in linear space
// ("An O(ND) Difference Algorithm and Its Variations", 1986). The work grows with the number of differences and has
// an upper limit (maxEdits).
func Align[T comparable](a, b []T) []Run {
	x := aligner[T]{a: a, b: b}
	x.box(0, len(a), 0, len(b))
	return x.runs
}

type aligner[T comparable] struct {
	a, b              []T
	forward, backward []int // how far each diagonal has been followed
	runs              []Run
}

// box aligns a[a0:a1] with b[b0:b1].
func (x *aligner[T]) box(a0, a1, b0, b1 int) {
	start := a0
	for a0 < a1 && b0 < b1 && x.a[a0] == x.b[b0] {
		a0, b0 = a0+1, b0+1
	}
	x.add(start, b0-(a0-start), a0-start)
	end := a1
	for a0 < a1 && b0 < b1 && x.a[a1-1] == x.b[b1-1] {
		a1, b1 = a1-1, b1-1
	}
	if a0 < a1 && b0 < b1 {
		i, j, found := x.middle(a0, a1, b0, b1)
		if found && i+j > a0+b0 && i+j < a1+b1 { // both parts are smaller than the whole
			x.box(a0, i, b0, j)
			x.box(i, a1, j, b1)
		}
	}
	x.add(a1, b1, end-a1)
}

func (x *aligner[T]) add(a, b, length int) {
	if length == 0 {
		return
	}
	if n := len(x.runs); n > 0 {
		if last := &x.runs[n-1]; last.A+last.Length == a && last.B+last.Length == b {
			last.Length += length
			return
		}
	}
	x.runs = append(x.runs, Run{A: a, B: b, Length: length})
}

// middle gives a point that a shortest way from one corner of the box to the other leads through, by searching from
// both corners until the ways meet.
func (x *aligner[T]) middle(a0, a1, b0, b1 int) (i, j int, found bool) {
	n, m := a1-a0, b1-b0
	most := min((n+m+1)/2, maxEdits)
	size := 2*most + 3
	if len(x.forward) < size {
		x.forward, x.backward = make([]int, size), make([]int, size)
	}
	origin := most + 1 // where diagonal 0 stands in the slices
	delta := n - m
	x.forward[origin+1], x.backward[origin+1] = 0, 0
	for d := 0; d <= most; d++ {
		for k := -d; k <= d; k += 2 {
			at := furthest(x.forward, origin, k, d)
			if y := at - k; y < 0 || y > m || at > n {
				x.forward[origin+k] = at
				continue
			}
			for at < n && at-k < m && x.a[a0+at] == x.b[b0+at-k] {
				at++
			}
			x.forward[origin+k] = at
			if other := delta - k; delta%2 != 0 && other >= -(d-1) && other <= d-1 && at+x.backward[origin+other] >= n {
				return a0 + at, b0 + at - k, true
			}
		}
		for k := -d; k <= d; k += 2 {
			at := furthest(x.backward, origin, k, d)
			if y := at - k; y < 0 || y > m || at > n {
				x.backward[origin+k] = at
				continue
			}
			for at < n && at-k < m && x.a[a1-1-at] == x.b[b1-1-at+k] {
				at++
			}
			x.backward[origin+k] = at
			if other := delta - k; delta%2 == 0 && other >= -d && other <= d && at+x.forward[origin+other] >= n {
				return a1 - at, b1 - at + k, true
			}
		}
	}
	return 0, 0, false
}

// furthest gives where a way of d steps on diagonal k begins: one step on from the better of its neighbours.
func furthest(reached []int, origin, k, d int) int {
	if k == -d || k != d && reached[origin+k-1] < reached[origin+k+1] {
		return reached[origin+k+1]
	}
	return reached[origin+k-1] + 1
}
