package check

import (
	"strings"
)

// names reports a name that a document spells in two ways: "Bodø Kommune" beside "Bodø kommune", "Hellevang" beside
// "Hellesvang". Only what differs in capitals, hyphens and blanks, or long names that differ in one letter within,
// can be taken for the same name.
func names(passages []passageText, known []string, take func(passage int, f Finding)) {
	spellings := map[string]*[2][]spot{}
	first := map[string]string{}
	add := func(key, written string, s spot) {
		if _, ok := first[key]; !ok {
			first[key] = written
			spellings[key] = &[2][]spot{}
		}
		which := 0
		if written != first[key] {
			which = 1
		}
		if which == 1 && len(spellings[key][1]) > 0 && spellings[key][1][0].found != written {
			return // a third spelling: let the first two be settled
		}
		spellings[key][which] = append(spellings[key][which], s)
	}
	right := map[string]string{}
	for _, name := range known {
		right[strings.ToLower(name)] = name
	}
	for p, passage := range passages {
		t := passage.text
		for i := range t.words {
			start, end, ok := t.body(i)
			if !ok {
				continue
			}
			written := t.raw[start:end]
			if name := right[strings.ToLower(written)]; name != "" {
				take(p, Finding{Rule: ruleNames, Start: start, End: end, Found: written, Replacements: []string{name}, Other: name})
				continue
			}
			add(strings.ToLower(written), written, spot{p, start, end, written, ""})
		}
	}
	for _, options := range spellings {
		settle(options)
		minority(*options, ruleNames, take)
	}
	similar(passages, take)
}

// settle gives each spot the other spelling as its replacement.
func settle(options *[2][]spot) {
	if len(options[0]) == 0 || len(options[1]) == 0 {
		return
	}
	for n := range options {
		for i := range options[n] {
			options[n][i].other = options[1-n][0].found
		}
	}
}

// bodies are the last words of the names of public bodies.
var bodies = words("kommune fylkeskommune kommunes fylkeskommunes")

// body finds a name such as "Bodø kommune" that ends behind word i+1. Its first word alone may be a known name.
func (t *text) body(i int) (start, end int, ok bool) {
	w := t.words[i]
	if !w.capital || !t.together(i) || w.masked && t.words[i+1].masked || !bodies[t.lower(i+1)] || w.lower == "ein" || w.lower == "en" {
		return 0, 0, false
	}
	if w.first && w.start < w.end && strings.ToUpper(t.raw[w.start:w.end]) == t.raw[w.start:w.end] {
		return 0, 0, false // a heading in capitals
	}
	if opening := t.opens(i); opening && !t.words[i+1].capital && notNames[w.lower] {
		return 0, 0, false
	}
	return w.start, t.words[i+1].end, true
}

// notNames open a sentence before "kommune" without being a name.
var notNames = words("hver kvar hvilken ingen inga enhver vår denne noen nokon kva samme same ny annen anna")

// similar reports long names of which two spellings differ in a single letter.
func similar(passages []passageText, take func(passage int, f Finding)) {
	spots := map[string][]spot{}
	var order []string
	for p, passage := range passages {
		t := passage.text
		for _, w := range t.words {
			if !w.capital || w.first || w.masked || len([]rune(w.lower)) < 8 {
				continue
			}
			if spots[w.lower] == nil {
				order = append(order, w.lower)
			}
			spots[w.lower] = append(spots[w.lower], spot{p, w.start, w.end, t.raw[w.start:w.end], ""})
		}
	}
	if len(order) > maxNames {
		return
	}
	for i, a := range order {
		for _, b := range order[i+1:] {
			if oneLetterWithin(a, b) {
				options := [2][]spot{spots[a], spots[b]}
				settle(&options)
				minority(options, ruleNames, take)
			}
		}
	}
}

// maxNames bounds the comparison of every name with every other.
const maxNames = 400

// oneLetterWithin reports whether two words differ by one letter left out, put in or exchanged that is neither the
// first nor among the last two, where inflection shows.
func oneLetterWithin(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	start := 0
	for start < len(x) && x[start] == y[start] {
		start++
	}
	end := 0
	for end < len(x)-start && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	return start >= 1 && end >= 2 && start+end >= len(y)-1 && start+end >= len(x)-1
}
