package check

import (
	"strings"

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
	for _, bundle := range c.bundles(passages) {
		minority(bundle, ruleDoubleForms, take)
	}
	if form == agreement.Nynorsk && c.options.Style == nil {
		minority(infinitiveSpots(passages), ruleInfinitives, take)
	}
}

// bundles gives the spots of each group that the house style leaves open, by option. Verbs with and without j are
// one bundle a verb: "byggje" beside "legge" is two choices, not one made two ways.
func (c *Checker) bundles(passages []passageText) map[string][2][]spot {
	bundles := map[string][2][]spot{}
	for p, passage := range passages {
		t := passage.text
		c.eachChoice(t, func(at choice, start, end int) {
			g := &c.groups[at.group]
			if g.chosen >= 0 || g.optional {
				return
			}
			found := t.raw[start:end]
			key := g.options[0].name
			if g.preference == "gj" || g.preference == "kj" {
				key += stemOf(min(folded(found), at.other))
			}
			b := bundles[key]
			b[at.option] = append(b[at.option], spot{p, start, end, found, at.other})
			bundles[key] = b
		})
	}
	return bundles
}

// stemOf gives a verb without its ending: what comes before the last g or k.
func stemOf(verb string) string {
	if i := strings.LastIndexAny(verb, "gk"); i > 0 {
		return strings.TrimRight(verb[:i], "gk")
	}
	return verb
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
