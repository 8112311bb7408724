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

// mixHash puts one number into a hash.
func mixHash(c, h uint32) uint32 {
	if h == 0 {
		h = hashStart
	}
	return reserved(c + (h << 6) + (h << 16) - h)
}
