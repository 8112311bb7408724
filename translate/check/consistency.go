package check

import (
	"avtalebok/agreement"
)

// spot is a word in one of a document's passages.
type spot struct {
	passage    int
	start, end int
	found      string
	other      string // the wording of the other option
}

// passageText is a passage as rules look at it.
type passageText struct {
	place agreement.Place
	text  *text
}

// consistent reports choices that a document in one form makes both ways: infinitives in -e and in -a, double forms.
// The rarer way is reported; where both are as frequent, the one that comes second.
func (c *Checker) consistent(form agreement.Form, passages []passageText, take func(passage int, f Finding)) {
	for n := range c.groups {
		if g := &c.groups[n]; g.form == form && g.chosen < 0 {
			for _, bundle := range g.bundles(passages) {
				minority(bundle, ruleDoubleForms, take)
			}
		}
	}
	if form == agreement.Nynorsk && c.options.Style == nil {
		minority(infinitiveSpots(passages), ruleInfinitives, take)
	}
}

// bundles gives the spots of a group, by option. Verbs with and without j are one bundle a verb: "byggje" beside
// "legge" is two choices, not one made two ways.
func (g *group) bundles(passages []passageText) map[string][2][]spot {
	bundles := map[string][2][]spot{}
	for p, passage := range passages {
		t := passage.text
		for i := range t.words {
			which, end, other := g.optionAt(t, i)
			if which < 0 {
				continue
			}
			start := t.words[i].start
			s := spot{p, start, end, t.raw[start:end], other}
			key := ""
			if g.preference == "gj" || g.preference == "kj" {
				key = min(t.words[i].lower, other)[:4]
			}
			b := bundles[key]
			b[which] = append(b[which], s)
			bundles[key] = b
		}
	}
	return bundles
}

func infinitiveSpots(passages []passageText) [2][]spot {
	var spots [2][]spot
	split := true // every infinitive in -a is one that the split infinitive has, and none of those in -e
	for p, passage := range passages {
		t := passage.text
		for _, f := range t.infinitives() {
			w := t.words[f.word]
			which := 0
			if f.vowel == 'a' {
				which = 1
			}
			inSplit := splitInfinitives[w.lower[:len(w.lower)-1]+"a"]
			split = split && inSplit == (which == 1)
			found := t.raw[w.start:w.end]
			spots[which] = append(spots[which], spot{p, w.start, w.end, found, otherVowel(found)})
		}
	}
	if split {
		return [2][]spot{}
	}
	return spots
}

func minority(options [2][]spot, rule string, take func(passage int, f Finding)) {
	if len(options[0]) == 0 || len(options[1]) == 0 {
		return
	}
	rare, usual := options[1], options[0]
	if len(rare) > len(usual) || len(rare) == len(usual) && before(rare[0], usual[0]) {
		rare, usual = usual, rare
	}
	for _, s := range rare {
		f := Finding{Rule: rule, Start: s.start, End: s.end, Found: s.found, Other: usual[0].found}
		if s.other != "" {
			f.Replacements = likeCapitals(s.found, []string{s.other})
		}
		take(s.passage, f)
	}
}

func before(a, b spot) bool {
	return a.passage < b.passage || a.passage == b.passage && a.start < b.start
}
