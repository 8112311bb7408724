package check

import (
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate/terms"
)

// Passage is a passage of a document in both written forms; either may be empty.
type Passage struct {
	Place  agreement.Place
	NB, NN string
}

// In gives the passage in one form.
func (p Passage) In(form agreement.Form) string { return agreement.Pair{NB: p.NB, NN: p.NN}.In(form) }

// PassagesOf lists the passages of an agreement in reading order.
func PassagesOf(a agreement.Agreement) []Passage {
	var list []Passage
	for place, text := range a.Shown().Passages() {
		list = append(list, Passage{Place: place, NB: text.NB, NN: text.NN})
	}
	return list
}

// NamesOf lists the names in an agreement: of its parties, in full and in short, and of their people.
func NamesOf(a agreement.Agreement) []string {
	var list []string
	for _, p := range a.Parties {
		list = append(list, p.Name, p.Short)
		for _, person := range slices.Concat(p.Contacts, p.Signatories) {
			list = append(list, person.Name)
		}
	}
	list = slices.DeleteFunc(list, func(name string) bool { return strings.TrimSpace(name) == "" })
	slices.Sort(list)
	return slices.Compact(list)
}

// Lines gives a text in one form as a document, a line a passage.
func Lines(raw string, form agreement.Form) []Passage {
	var list []Passage
	for _, line := range strings.Split(raw, "\n") {
		pair := agreement.Pair{}.With(form, strings.TrimSuffix(line, "\r"))
		list = append(list, Passage{NB: pair.NB, NN: pair.NN})
	}
	return list
}

// Document checks a document in one form: every passage by itself, then what must be the same throughout, then, where
// a passage has both forms, what one says and the other doesn't. The findings stand by passage, in the order of the
// text; the number of the passage is the index into the list.
func (c *Checker) Document(passages []Passage, form agreement.Form) [][]Finding {
	found := make([][]Finding, len(passages))
	if !form.Valid() {
		return found
	}
	texts := make([]passageText, len(passages))
	for i, p := range passages {
		texts[i] = passageText{p.Place, newText(p.In(form), form, c.options.Names...)}
		found[i] = c.collect(texts[i].text, p.Place)
	}
	take := func(i int, f Finding) {
		f.Form, f.Place = form, passages[i].Place
		found[i] = c.take(found[i], f)
	}
	c.consistent(form, texts, take)
	names(texts, c.options.Names, take)
	if form == agreement.Nynorsk {
		c.varyingTerms(passages, texts, take)
	}
	for i, p := range passages {
		mine, other := texts[i].text, p.In(form.Other())
		if strings.TrimSpace(mine.raw) != "" && strings.TrimSpace(other) != "" {
			take := func(f Finding) { take(i, f) }
			against := newText(other, form.Other())
			compareFigures(mine, against, take)
			comparePlaceholders(mine, against, take)
		}
	}
	for i := range found {
		found[i] = withoutOverlaps(inOrder(found[i]))
	}
	return found
}

// varyingTerms reports a bokmål term that the document translates now with one and now with another of its nynorsk
// words. Only nouns count: with other words, variation is good style.
func (c *Checker) varyingTerms(passages []Passage, texts []passageText, take func(int, Finding)) {
	used := map[string]map[string][]spot{} // by bokmål term, by nynorsk word
	var order []string
	for i, p := range passages {
		if strings.TrimSpace(p.NB) == "" || strings.TrimSpace(p.NN) == "" {
			continue
		}
		for term, word := range c.translated(p, texts[i].text) {
			if used[term] == nil {
				used[term] = map[string][]spot{}
				order = append(order, term)
			}
			used[term][word.lemma] = append(used[term][word.lemma], spot{i, word.start, word.end, word.found, ""})
		}
	}
	for _, term := range order {
		if len(used[term]) != 2 {
			continue
		}
		var options [2][]spot
		for _, spots := range used[term] {
			if options[0] == nil {
				options[0] = spots
			} else {
				options[1] = spots
			}
		}
		if before(options[1][0], options[0][0]) {
			options[0], options[1] = options[1], options[0]
		}
		minority(options, ruleTermVaries, take)
	}
}

// rendering is the nynorsk word that stands for a term in a passage.
type rendering struct {
	lemma      string
	start, end int
	found      string
}

// translated gives, for each bokmål noun of a passage that has several nynorsk words, the one that was used. A term
// that occurs more than once, or with more than one of its words, says nothing sure.
func (c *Checker) translated(p Passage, t *text) map[string]rendering {
	seen := map[string]int{}
	known := map[string]terms.Term{}
	for _, hit := range c.options.Terms.Find(p.NB, agreement.Bokmal) {
		for _, e := range hit.Entries {
			if e.Term.Class == terms.Noun && len(e.Term.Nynorsk) > 1 {
				seen[e.Term.Bokmal.Lemma]++
				known[e.Term.Bokmal.Lemma] = e.Term
			}
		}
	}
	if len(seen) == 0 {
		return nil
	}
	found := map[string][]rendering{}
	for _, hit := range c.options.Terms.Find(t.raw, agreement.Nynorsk) {
		for _, e := range hit.Entries {
			lemma := e.Term.Bokmal.Lemma
			if seen[lemma] == 1 && e.Term.Class == terms.Noun && !t.masked(hit.Start, hit.End) {
				found[lemma] = append(found[lemma], rendering{e.Word.Lemma, hit.Start, hit.End, t.raw[hit.Start:hit.End]})
			}
		}
	}
	one := map[string]rendering{}
	for lemma, list := range found {
		if len(list) == 1 {
			one[lemma] = list[0]
		}
	}
	return one
}
