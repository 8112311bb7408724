package grammar

import "unicode/utf16"

// The hashes are part of the file format: they order tags and tries, break ties between readings and decide which
// readings are the same. All arithmetic is on 32 unsigned bits.

// hashStart is the value that hashing begins with, and stands for the values that are reserved.
const hashStart uint32 = 705577479

// reserved keeps results away from the values that mean "none".
func reserved(h uint32) uint32 {
	if h == 0 || h >= 1<<32-2 {
		return hashStart
	}
	return h
}

func settle(h uint32) uint32 {
	h ^= h << 3
	h += h >> 5
	h ^= h << 4
	h += h >> 17
	h ^= h << 25
	h += h >> 6
	return reserved(h)
}

// textHash hashes the UTF-16 units of a text, two at a time. The empty text gives 0.
func textHash(s string) uint32 {
	if s == "" {
		return 0
	}
	h := hashStart
	units := utf16.Encode([]rune(s))
	for ; len(units) > 1; units = units[2:] {
		h += uint32(units[0])
		h = (h << 16) ^ (uint32(units[1]) << 11) ^ h
		h += h >> 11
	}
	if len(units) == 1 {
		h += uint32(units[0])
		h ^= h << 11
		h += h >> 17
	}
	return settle(h)
}

// markHash goes on from h with the bytes of a mark such as "VAR:" or "i".
func markHash(mark string, h uint32) uint32 {
	if h == 0 {
		h = hashStart
	}
	for ; len(mark) > 3; mark = mark[4:] {
		h += uint32(mark[0]) | uint32(mark[1])<<8
		t := ((uint32(mark[2]) | uint32(mark[3])<<8) << 11) ^ h
		h = (h << 16) ^ t
		h += h >> 11
	}
	switch len(mark) {
	case 3:
		h += uint32(mark[0]) | uint32(mark[1])<<8
		h ^= h << 16
		h ^= uint32(mark[2]) << 18
		h += h >> 11
	case 2:
		h += uint32(mark[0]) | uint32(mark[1])<<8
		h ^= h << 11
		h += h >> 17
	case 1:
		h += uint32(mark[0])
		h ^= h << 10
		h += h >> 1
	}
	return settle(h)
}

// mixHash puts one number into a hash.
func mixHash(c, h uint32) uint32 {
	if h == 0 {
		h = hashStart
	}
	return reserved(c + (h << 6) + (h << 16) - h)
}
