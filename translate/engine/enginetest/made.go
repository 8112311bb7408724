package enginetest

import (
	"encoding/binary"
	"math"
)

// The kinds of words of Model.
const (
	end = iota
	undefined
	sentence
	noun
	verb
	determiner
)

// Model writes a model that knows nouns, verbs and determiners: behind a determiner a noun is likely, and behind a noun a verb.
func Model() []byte {
	w := &Writer{}
	set := func(list ...int) {
		w.Number(len(list))
		before := 0
		for _, k := range list {
			w.Number(k - before)
			before = k
		}
	}
	names := []string{"TAG_kEOF", "TAG_kUNDEF", "TAG_SENT", "NOUN", "VERB", "DET"}
	set(noun, verb)
	w.Number(0).Number(len(names))
	for _, n := range names {
		w.Text(n)
	}
	w.Number(len(names))
	for i, n := range names {
		w.Text(n).Number(i)
	}
	w.Number(0).Number(0).Number(0) // nothing is enforced or preferred, and there are no constants
	classes := [][]int{{end}, {undefined}, {sentence}, {noun}, {verb}, {determiner}, {noun, verb}}
	w.Number(len(classes))
	for _, c := range classes {
		w.Number(len(c))
		for _, k := range c {
			w.Number(k)
		}
	}
	w.Number(len(names)).Number(len(classes))
	for i := range names {
		for j := range names {
			switch {
			case i == determiner && j == noun, i == noun && j == verb:
				w.Double(0.8)
			default:
				w.Double(0.1)
			}
		}
	}
	w.Number(8)
	for kind := range names {
		w.Number(kind).Number(kind).Double(0.5)
	}
	w.Number(noun).Number(6).Double(0.5)
	w.Number(verb).Number(6).Double(0.5)
	patterns := []string{"<ANY_CHAR><sent>", "abok<n><ANY_TAG>", "bok<n><ANY_TAG>", "bok<v>", "ei<det>"}
	w.Alphabet(append(patterns, "<ANY_TAG>")...).Number(1).Text("patterns")
	w.PatternsWith(patterns, []int{sentence, noun, noun, verb, determiner})
	return w.Data
}

// SelectionRules writes three rules: hus is heim before god (1), bygning is never chosen (2), and behind i it is hus after all, with more weight (3).
func SelectionRules() []byte {
	targets := []string{"heim<ANY_TAG>", "bygning<ANY_TAG>", "hus<ANY_TAG>"}
	ways := []string{
		"hus<n><$>god<adj><$><$>:<select>heim<ANY_TAG><$><skip><$><1>",
		"hus<ANY_TAG><$><$>:<remove>bygning<ANY_TAG><$><2>",
		"i<pr><$>hus<ANY_TAG><$><$>:<skip><$><select>hus<ANY_TAG><$><3>",
	}
	w := &Writer{}
	w.Alphabet(append(append([]string{"<ANY_CHAR>", "<ANY_UPPER>", "<ANY_LOWER>", "<$$>"}, targets...), ways...)...)
	w.Number(3)
	w.Text("<select>heim<ANY_TAG>").Machine(targets[0])
	w.Text("<remove>bygning<ANY_TAG>").Machine(targets[1])
	w.Text("<select>hus<ANY_TAG>").Machine(targets[2])
	w.Text("main").Machine(ways...)
	for rule, weight := range []float64{1: 1, 2: 1, 3: 2} {
		w.Data = binary.LittleEndian.AppendUint64(w.Data, uint64(rule))
		w.Data = binary.LittleEndian.AppendUint64(w.Data, math.Float64bits(weight))
	}
	return w.Data
}
