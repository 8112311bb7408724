package grammar

import mathbits "math/bits"

// bits is a set of small numbers.
type bits []uint64

func newBits(n int) bits { return make(bits, (n+63)/64) }

func (b bits) has(i int) bool { return b[i>>6]&(1<<(i&63)) != 0 }
func (b bits) add(i int)      { b[i>>6] |= 1 << (i & 63) }
func (b bits) drop(i int)     { b[i>>6] &^= 1 << (i & 63) }

// join adds all that is in other, which is empty or of the same size.
func (b bits) join(other bits) {
	for i, w := range other {
		b[i] |= w
	}
}

// without takes all that is in other out.
func (b bits) without(other bits) {
	for i, w := range other {
		b[i] &^= w
	}
}

// both gives what is in both sets.
func (b bits) both(other bits) bits {
	c := make(bits, len(b))
	for i, w := range b {
		c[i] = w & other[i]
	}
	return c
}

// meets reports whether something is in both sets.
func (b bits) meets(other bits) bool {
	for i, w := range b {
		if w&other[i] != 0 {
			return true
		}
	}
	return false
}

// next gives the first number from one on that is in both sets; -1 where there is none.
func (b bits) next(from int, other bits) int {
	i := from >> 6
	if i >= len(b) {
		return -1
	}
	w := b[i] & other[i] &^ (1<<(from&63) - 1)
	for w == 0 {
		if i++; i >= len(b) {
			return -1
		}
		w = b[i] & other[i]
	}
	return i<<6 + mathbits.TrailingZeros64(w)
}
