package main

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// changedMarkup changes a file of rules in a few places: its elements, the values in them, or now and then its bytes,
// after which it mostly can't be read.
func changedMarkup(r *rand.Rand, original []byte, others [][]byte) []byte {
	b := original
	for range 1 + r.IntN(3) {
		switch r.IntN(12) {
		case 0:
			b = changeBytes(r, slices.Clone(b), others)
		case 1:
			b = changePieces(r, string(b), []string{"<", " ", `"`}[r.IntN(3)])
		case 2, 3, 4, 5:
			b = changeValue(r, b)
		default:
			b = changeElement(r, b)
		}
	}
	return b
}

// changedMode changes a mode file.
func changedMode(r *rand.Rand, original []byte, others [][]byte) []byte {
	b := original
	for range 1 + r.IntN(4) {
		if r.IntN(4) == 0 {
			b = changeBytes(r, slices.Clone(b), others)
		} else {
			b = changePieces(r, string(b), []string{"|", " ", "'", "/", "."}[r.IntN(5)])
		}
	}
	return b
}

// changePieces cuts a text into pieces at a sign, and takes some out, doubles or moves them.
func changePieces(r *rand.Rand, s, separator string) []byte {
	parts := strings.SplitAfter(s, separator)
	i, j := r.IntN(len(parts)), r.IntN(len(parts))
	k := min(len(parts), i+1+r.IntN(1<<r.IntN(6)))
	switch r.IntN(5) {
	case 0:
		parts = slices.Delete(parts, i, k)
	case 1:
		parts = slices.Insert(parts, j, slices.Clone(parts[i:k])...)
	case 2:
		const most = 32 << 10
		parts[i] = strings.Repeat(parts[i], 1+r.IntN(1+min(400, most/(len(parts[i])+1))))
	case 3:
		parts[i] = parts[j]
	default:
		parts[i], parts[j] = parts[j], parts[i]
	}
	return []byte(strings.Join(parts, ""))
}

var values = regexp.MustCompile(`="[^"]*"`)

// changeValue gives an attribute the value of another.
func changeValue(r *rand.Rand, b []byte) []byte {
	all := values.FindAllIndex(b, -1)
	if len(all) == 0 {
		return b
	}
	to, from := all[r.IntN(len(all))], all[r.IntN(len(all))]
	return slices.Concat(b[:to[0]], b[from[0]:from[1]], b[to[1]:])
}

var tags = regexp.MustCompile(`<[^<>]*>`)

// changeElement takes an element out, or puts it beside, into or in place of another, once or many times over.
func changeElement(r *rand.Rand, b []byte) []byte {
	all := elements(b)
	if len(all) == 0 {
		return b
	}
	to, from := all[r.IntN(len(all))], all[r.IntN(len(all))]
	what := b[from.begin:from.end]
	switch r.IntN(6) {
	case 0:
		return slices.Concat(b[:from.begin], b[from.end:])
	case 1:
		return slices.Concat(b[:to.begin], what, b[to.begin:])
	case 2:
		return slices.Concat(b[:to.inside], what, b[to.inside:])
	case 3:
		const most = 32 << 10
		many := slices.Repeat(what, 1+r.IntN(1+min(400, most/len(what))))
		return slices.Concat(b[:to.begin], many, b[to.begin:])
	case 4: // into itself, over and over: a deep nest
		return nested(b, to, 1+r.IntN(1<<r.IntN(11)))
	}
	return slices.Concat(b[:to.begin], what, b[to.end:])
}

// element is where an element stands; what is inside begins at inside, which is its end where nothing can be.
type element struct{ begin, inside, end int }

func elements(b []byte) (list []element) {
	var open []element
	for _, at := range tags.FindAllIndex(b, -1) {
		switch tag := string(b[at[0]:at[1]]); {
		case strings.HasPrefix(tag, "<?"), strings.HasPrefix(tag, "<!"):
		case strings.HasSuffix(tag, "/>"):
			list = append(list, element{at[0], at[1], at[1]})
		case !strings.HasPrefix(tag, "</"):
			open = append(open, element{at[0], at[1], at[1]})
		case len(open) > 0:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			e.end = at[1]
			list = append(list, e)
		}
	}
	return list
}

// nested puts an element's beginning and end around it so many times.
func nested(b []byte, e element, times int) []byte {
	begin := b[e.begin:e.inside]
	end := b[e.inside:e.end]
	if i := strings.LastIndex(string(end), "</"); i >= 0 {
		end = end[i:]
	}
	return slices.Concat(b[:e.begin], slices.Repeat(begin, times), b[e.begin:e.end], slices.Repeat(end, times), b[e.end:])
}
