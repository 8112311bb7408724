package main

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"strings"
)

// signs are what a stream is changed with: what means something to some stage, and odd letters.
var signs = []string{
	"^", "$", "/", "<", ">", `\`, "[", "]", "{", "}", "@", "*", "#", "+", "~", "_", "[[", "]]", "[[/]]", "[[t:b:x]]", "[[", "[<b>]",
	"[<STREAMCMD:SETVAR:infa_infe=1,me_vi>]", "[<STREAMCMD:SETVAR:me_vi>]", "[<STREAMCMD:REMVAR:me_vi>]", "[<STREAMCMD:FLUSH>]",
	"\x00", "\xff", "\xc3", "\xed\xa0\x80", "\ufeff", "\u00ad", "\u0301", "\u200d", "\U0001D400", "\U0001F600", "\U0010FFFF",
	"\ufffd", "\u2028", "\u0085", "\u00a0", "ß", "ẞ", "ǅ", "İ", "ı", "ﬁ", "Å", "١", "漢",
	"<n>", "<n><m><sg><ind>", "<>", "<@a>", "<<<", ">>>", "^a/a<n>$", "^/<>$", "^$", "^*x$", "^@x$", "^#x$", "{^a<n>$}", "<1>",
	"<99999999999999999999>", "<-1>", `\\`, `\`, `\n`, ".", "^./.<sent>$", "…", "-", "RETRY-CONNREFUSED-", "\r\n", "\t", "  ", "0",
}

// changedStream takes a piece of real streams and changes it.
func changedStream(r *rand.Rand, real []string) []byte {
	s := piece(r, real[r.IntN(len(real))])
	for range 1 + r.IntN(6) {
		s = changeText(r, s, real)
	}
	const most = 64 << 10
	return []byte(s[:min(len(s), most)])
}

// piece takes some words of a stream.
func piece(r *rand.Rand, s string) string {
	if r.IntN(20) == 0 {
		return s
	}
	i := snap(r, s, r.IntN(len(s)+1))
	return s[i:snap(r, s, min(len(s), i+r.IntN(400)))]
}

// snap moves a place to the next sign of the stream, more often than not.
func snap(r *rand.Rand, s string, i int) int {
	if r.IntN(4) == 0 {
		return i
	}
	if n := strings.IndexAny(s[i:], "^$/<[ "); n >= 0 {
		i += n
		if s[i] == '$' {
			i++
		}
	}
	return i
}

// span gives a place and another behind it.
func span(r *rand.Rand, s string) (i, j int) {
	i = snap(r, s, r.IntN(len(s)+1))
	return i, snap(r, s, min(len(s), i+r.IntN(1+min(len(s)-i, 200))))
}

func changeText(r *rand.Rand, s string, real []string) string {
	i, j := span(r, s)
	if j < i {
		i, j = j, i
	}
	switch r.IntN(14) {
	case 0:
		return s[:i]
	case 1:
		return s[i:]
	case 2:
		return s[:i] + s[j:]
	case 3:
		return s[:j] + s[i:]
	case 4:
		return s[:i] + strings.Repeat(s[i:j], 1+r.IntN(30)) + s[j:]
	case 5: // what stands there changes places with what is behind it
		k := min(len(s), j+(j-i))
		return s[:i] + s[j:k] + s[i:j] + s[k:]
	case 6:
		return s[:i] + piece(r, real[r.IntN(len(real))]) + s[i:]
	case 7:
		words := strings.SplitAfter(s, " ")
		r.Shuffle(len(words), func(a, b int) { words[a], words[b] = words[b], words[a] })
		return strings.Join(words, "")
	case 8:
		return s[:i] + strings.ToUpper(s[i:j]) + s[j:]
	case 9:
		return s[:i] + strings.Repeat(signs[r.IntN(len(signs))], 1+r.IntN(1<<r.IntN(12))) + s[i:]
	case 10:
		if len(s) == 0 {
			return s
		}
		b := []byte(s)
		b[r.IntN(len(b))] = byte(r.Uint32())
		return string(b)
	}
	return s[:i] + signs[r.IntN(len(signs))] + s[i+r.IntN(j-i+1):]
}

// changedFile changes a data file in a few places. others are files to take parts from.
func changedFile(r *rand.Rand, original []byte, others [][]byte) []byte {
	b := slices.Clone(original)
	for range 1 + r.IntN(2)*r.IntN(3) {
		b = changeBytes(r, b, others)
	}
	return b
}

func changeBytes(r *rand.Rand, b []byte, others [][]byte) []byte {
	if len(b) == 0 {
		return b
	}
	i := r.IntN(len(b))
	j := min(len(b), i+1+r.IntN(1<<r.IntN(9)))
	switch r.IntN(16) {
	case 0:
		return b[:i]
	case 1:
		return slices.Delete(b, i, j)
	case 2:
		return slices.Insert(b, i, slices.Clone(b[i:j])...)
	case 3: // a number of the dictionaries, as large as it can be
		return slices.Replace(b, i, min(len(b), i+1+r.IntN(4)), 0xff, byte(r.Uint32()), byte(r.Uint32()), byte(r.Uint32()))
	case 4: // one of the grammars
		if i+4 <= len(b) {
			binary.BigEndian.PutUint32(b[i:], []uint32{1<<32 - 1, 1 << 31, 1<<31 - 1, 1 << 20, 0, 1, uint32(len(b)), r.Uint32()}[r.IntN(8)])
		}
	case 5:
		other := others[r.IntN(len(others))]
		if len(other) == 0 {
			return b
		}
		k := r.IntN(len(other))
		return slices.Replace(b, i, j, other[k:min(len(other), k+1+r.IntN(1<<r.IntN(12)))]...)
	case 6:
		k := r.IntN(len(b))
		copy(b[i:j], slices.Clone(b[k:min(len(b), k+j-i)]))
	case 7, 8, 9:
		b[i] ^= 1 << r.IntN(8)
	case 10, 11, 12:
		b[i] += byte(1 + r.IntN(3))
	case 13, 14:
		b[i] -= byte(1 + r.IntN(3))
	default:
		b[i] = byte(r.Uint32())
	}
	return b
}
