// Package enginetest writes small compiled files for the tests of the engine's stages: dictionaries, rules and models
// of a few words, so that a test shows all that a stage knows.
package enginetest

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Writer writes a compiled file.
type Writer struct {
	Data     []byte
	Weighted bool // the transducers that follow have weights

	tags  []string
	pairs [][2]int
}

// Number writes a number: two bits for how many bytes follow, then the number, the highest bits first.
func (w *Writer) Number(n int) *Writer {
	extra := 0
	for n >= 1<<(6+8*extra) {
		extra++
	}
	b := binary.BigEndian.AppendUint32(nil, uint32(n))[3-extra:]
	b[0] |= byte(extra) << 6
	w.Data = append(w.Data, b...)
	return w
}

// Text writes a count of characters and the characters.
func (w *Writer) Text(s string) *Writer {
	w.Number(utf8.RuneCountInString(s))
	for _, r := range s {
		w.Number(int(r))
	}
	return w
}

// Double writes a double, the highest byte first.
func (w *Writer) Double(x float64) *Writer {
	w.Data = binary.BigEndian.AppendUint64(w.Data, math.Float64bits(x))
	return w
}

// Weight writes a weight: mantissa and exponent, the mantissa in two parts.
func (w *Writer) Weight(x float64) *Writer {
	fraction, exponent := math.Frexp(x)
	const lower = 1 << 26
	m := int(fraction * (1 << 30))
	w.Number(lower | m/lower).Number(m % lower)
	return w.Number(exponent)
}

// weigh writes a weight, where transducers have them.
func (w *Writer) weigh(x float64) {
	if w.Weighted {
		w.Weight(x)
	}
}

// Alphabet writes the tags and pairs of symbols of some entries.
func (w *Writer) Alphabet(entries ...string) *Writer {
	for _, e := range entries {
		for _, s := range symbols(strings.ReplaceAll(e, ":", "")) {
			if name, tag := strings.CutPrefix(s, "<"); tag && !slices.Contains(w.tags, strings.TrimSuffix(name, ">")) {
				w.tags = append(w.tags, strings.TrimSuffix(name, ">"))
			}
		}
	}
	for _, e := range entries {
		for _, p := range w.path(e) {
			if !slices.Contains(w.pairs, p) {
				w.pairs = append(w.pairs, p)
			}
		}
	}
	w.Number(len(w.tags))
	for _, t := range w.tags {
		w.Text(t)
	}
	w.Number(len(w.pairs))
	for _, p := range w.pairs {
		w.Number(p[0] + len(w.tags)).Number(p[1] + len(w.tags))
	}
	return w
}

// Machine writes a transducer with a way for each entry, in their order: "inn<n>:ut<n>", or what is the same on both
// sides. The alphabet has been written.
func (w *Writer) Machine(entries ...string) *Writer {
	w.machine(entries, func(p [2]int) int { return slices.Index(w.pairs, p) }, 0, false)
	return w
}

// Patterns writes a transducer of patterns, whose labels are symbols, and the numbers of its ends, from 1.
func (w *Writer) Patterns(patterns ...string) *Writer {
	return w.PatternsWith(patterns, nil)
}

// PatternsWith does the same with numbers of one's own.
func (w *Writer) PatternsWith(patterns []string, numbers []int) *Writer {
	ends := w.machine(patterns, func(p [2]int) int { return p[0] }, len(w.tags), true)
	w.Number(len(patterns))
	for i, state := range ends {
		n := i + 1
		if numbers != nil {
			n = numbers[i]
		}
		w.Number(state).Number(n)
	}
	return w
}

type arc struct{ label, to int }

// machine writes ways from state 0 on and gives the states in which they end. Where they share their beginnings, no
// state has two arcs with one label.
func (w *Writer) machine(entries []string, label func([2]int) int, bias int, share bool) (ends []int) {
	arcs := [][]arc{nil}
	for _, e := range entries {
		at := 0
		for _, p := range w.path(e) {
			l := label(p)
			i := slices.IndexFunc(arcs[at], func(a arc) bool { return a.label == l })
			if i < 0 || !share {
				i = len(arcs[at])
				arcs[at] = append(arcs[at], arc{l, len(arcs)})
				arcs = append(arcs, nil)
			}
			at = arcs[at][i].to
		}
		ends = append(ends, at)
	}
	sorted := slices.Sorted(slices.Values(ends))
	if w.Weighted {
		w.Data = binary.BigEndian.AppendUint64(append(w.Data, "LTTD"...), 1)
	}
	w.Number(0).Number(len(sorted))
	before := 0
	for i, e := range sorted {
		w.Number(e - before)
		w.weigh(float64(i + 1))
		before = e
	}
	w.Number(len(arcs))
	for state, list := range arcs {
		slices.SortStableFunc(list, func(a, b arc) int { return a.label - b.label })
		w.Number(len(list))
		before := 0
		for _, a := range list {
			w.Number(a.label - before + bias).Number(a.to - state)
			w.weigh(float64(state + 1))
			before = a.label
		}
	}
	return ends
}

// path gives the pairs of an entry, the shorter side filled up with nothing.
func (w *Writer) path(entry string) [][2]int {
	left, right, two := strings.Cut(entry, ":")
	if !two {
		right = left
	}
	in, out := w.numbers(left), w.numbers(right)
	path := make([][2]int, max(len(in), len(out)))
	for i := range path {
		if i < len(in) {
			path[i][0] = in[i]
		}
		if i < len(out) {
			path[i][1] = out[i]
		}
	}
	return path
}

func (w *Writer) numbers(side string) []int {
	var list []int
	for _, s := range symbols(side) {
		if name, tag := strings.CutPrefix(s, "<"); tag {
			list = append(list, -1-slices.Index(w.tags, strings.TrimSuffix(name, ">")))
			continue
		}
		r, _ := utf8.DecodeRuneInString(s)
		list = append(list, int(r))
	}
	return list
}

// symbols parts a text into characters and tags.
func symbols(s string) []string {
	var list []string
	for len(s) > 0 {
		_, n := utf8.DecodeRuneInString(s)
		if s[0] == '<' {
			n = strings.IndexByte(s, '>') + 1
		}
		list = append(list, s[:n])
		s = s[n:]
	}
	return list
}

// Section is a part of a dictionary, named with its kind: "main@standard".
type Section struct {
	Name    string
	Entries []string
}

// Dictionary writes a dictionary with a list of letters.
func Dictionary(letters string, sections ...Section) []byte {
	w := &Writer{}
	w.Text(letters)
	var all []string
	for _, s := range sections {
		all = append(all, s.Entries...)
	}
	w.Alphabet(all...).Number(len(sections))
	for _, s := range sections {
		w.Text(s.Name).Machine(s.Entries...)
	}
	return w.Data
}

// Main makes a dictionary of one section of ordinary words.
func Main(letters string, entries ...string) []byte {
	return Dictionary(letters, Section{"main@standard", entries})
}
