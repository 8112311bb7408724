package memory

import "math/bits"

// order counts how many words wordings have in common with a query in the same order: the length of their longest
// common subsequence, 64 words of the query at a step (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
type order struct {
	place  []uint16 // by token: which mask is its; 0 where the query does not have it
	masks  []uint64 // where each of the query's words stands, blocks numbers each; the first mask is empty
	blocks int
	length int // words in the query
	state  []uint64
}

func blocksOf(words int) int { return (words + 63) / 64 }

// learn takes in a query's words; tokens is how many the index knows.
func (o *order) learn(q query, tokens int) {
	o.place = grown(o.place, tokens)
	o.length = len(q.tokens) - q.marks()
	o.blocks = blocksOf(o.length)
	o.masks = append(o.masks[:0], make([]uint64, (1+len(q.words))*o.blocks)...)
	o.state = append(o.state[:0], make([]uint64, o.blocks)...)
	known, at := 0, 0
	for _, t := range q.tokens {
		if _, word := q.words[t]; !word {
			continue
		}
		if t >= 0 {
			if o.place[t] == 0 {
				known++
				o.place[t] = uint16(known)
			}
			o.masks[int(o.place[t])*o.blocks+at/64] |= 1 << (at % 64)
		}
		at++
	}
}

// forget makes ready for another query.
func (o *order) forget(q query) {
	for t := range q.words {
		if t >= 0 {
			o.place[t] = 0
		}
	}
}

// common counts the words that a wording shares with the query in the same order.
func (o *order) common(wording []int32) int {
	if o.blocks == 1 {
		return o.commonShort(wording)
	}
	state := o.state
	for i := range state {
		state[i] = ^uint64(0)
	}
	for _, t := range wording {
		place := int(o.place[t])
		if place == 0 {
			continue
		}
		var carry uint64
		for i, mask := range o.masks[place*o.blocks : (place+1)*o.blocks] {
			met := state[i] & mask
			var sum uint64
			sum, carry = bits.Add64(state[i], met, carry)
			state[i] = sum | state[i]&^mask
		}
	}
	count := 0
	for i, block := range state {
		if left := o.length - 64*i; left < 64 {
			block |= ^uint64(0) << left
		}
		count += bits.OnesCount64(^block)
	}
	return count
}

// commonShort is common for a query of at most 64 words, as most are.
func (o *order) commonShort(wording []int32) int {
	state := ^uint64(0)
	for _, t := range wording {
		mask := o.masks[o.place[t]] // no question whether there is one: the processor would guess wrong too often
		state = state + state&mask | state&^mask
	}
	return bits.OnesCount64(^state << (64 - o.length))
}
