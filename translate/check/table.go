package check

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate/terms"
)

//go:embed words
var files embed.FS

// phrase is a wording that a table advises against.
type phrase struct {
	rule         string
	words        []string
	replacements []string
	rightAfter   map[string]bool // words after which the wording is right
}

// phrases finds phrases by their first word.
type phrases map[string][]phrase

// add puts in a phrase. A second entry for the same words is left out: the first one counts.
func (p phrases) add(rule, found string, replacements ...string) {
	p.put(phrase{rule: rule, words: strings.Fields(found), replacements: replacements})
}

func (p phrases) put(entry phrase) {
	first := entry.words[0]
	if !slices.ContainsFunc(p[first], func(other phrase) bool { return slices.Equal(other.words, entry.words) }) {
		p[first] = append(p[first], entry)
	}
}

// readPhrases reads a table: rule, wording, replacements (parted by "|"), words after which the wording is right.
func readPhrases(p phrases, name string) {
	for _, line := range lines(name) {
		fields := strings.Split(line, "\t")
		if len(fields) < 3 {
			panic(fmt.Sprintf("check: %s: %q", name, line)) // the file is part of the program and read by tests
		}
		var replacements []string
		if fields[2] != "" {
			replacements = strings.Split(fields[2], "|")
		}
		entry := phrase{rule: fields[0], words: strings.Fields(fields[1]), replacements: replacements}
		if len(fields) > 3 {
			entry.rightAfter = words(fields[3])
		}
		p.put(entry)
	}
}

// lines gives the lines of a file of words without comments.
func lines(name string) []string {
	content, err := files.ReadFile("words/" + name)
	if err != nil {
		panic(fmt.Sprintf("check: %v", err)) // embedded
	}
	var list []string
	for _, line := range strings.Split(string(content), "\n") {
		if line = strings.TrimRight(line, "\r"); line != "" && !strings.HasPrefix(line, "#") {
			list = append(list, line)
		}
	}
	return list
}

// set reads a file of words, any number on a line.
func set(name string) map[string]bool {
	words := map[string]bool{}
	for _, line := range lines(name) {
		for _, w := range strings.Fields(line) {
			words[w] = true
		}
	}
	return words
}

// find reports the phrases of a text, the longest at each word.
func (p phrases) find(t *text, report reporter) {
	for i := 0; i < len(t.words); i++ {
		best, ok := p.at(t, i)
		if !ok {
			continue
		}
		last := i + len(best.words) - 1
		start, end := t.words[i].start, t.words[last].end
		report(best.rule, start, end, likeCapitals(t.raw[start:end], best.replacements)...)
		i = last
	}
}

func (p phrases) at(t *text, i int) (best phrase, ok bool) {
	if !t.plain(i) || t.words[i].hanging || t.nameAhead(i) && !functionWords[t.words[i].lower] {
		return best, false
	}
	for _, candidate := range p[t.words[i].lower] {
		if len(candidate.words) > len(best.words) && matches(t, i, candidate.words) && !candidate.rightAfter[t.lower(i-1)] {
			best, ok = candidate, true
		}
	}
	return best, ok
}

func matches(t *text, i int, words []string) bool {
	for n, w := range words[1:] {
		j := i + 1 + n
		if j >= len(t.words) || !t.together(j-1) || t.words[j].lower != w || !t.plain(j) {
			return false
		}
	}
	return true
}

func likeCapitals(found string, replacements []string) []string {
	list := make([]string, len(replacements))
	for i, r := range replacements {
		list[i] = terms.LikeCapitals(found, r)
	}
	return list
}

// functionWords never begin a name, so that they are looked at even before a name.
var functionWords = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`ikke jeg hun hva hvem hvor hvordan hvorfor hvis hver noe noen fra uten innen innenfor
		utenfor mellom selv når disse ikkje eg ho kva kven kor korleis kvifor noko nokon frå utan innan innanfor utanfor
		sjølv ifølge vedrørende angående samt både`) {
		words[w] = true
	}
	return words
}()

// addTerms puts in the inflected forms of terms that only the other written form has.
func (p phrases) addTerms(list *terms.List, form agreement.Form, also map[string]bool) {
	other := form.Other()
	rule := map[agreement.Form]string{agreement.Nynorsk: ruleBokmalTerm, agreement.Bokmal: ruleNynorskTerm}[form]
	replacements := map[string][]string{}
	var order []string
	for _, term := range list.All() {
		own := list.Own(term) // what the user asks for is looked for, whatever kind of wording it is
		if term.Class == terms.Phrase && !own {
			continue
		}
		for _, w := range term.In(other) {
			for slot := terms.Base; slot <= terms.Many; slot++ {
				found := strings.ToLower(term.Form(w, other, slot))
				if found == "" || also[found] || slot == terms.Passive || len(list.Lookup(found, form)) > 0 || strings.Contains(found, " ") && !own {
					continue
				}
				if replacements[found] == nil {
					order = append(order, found)
				}
				replacements[found] = united(replacements[found], replacementsOf(term, form, slot))
			}
		}
	}
	for _, found := range order {
		p.add(rule, found, replacements[found]...)
	}
}

// united gives the words of both lists, each once.
func united(list, more []string) []string {
	for _, w := range more {
		if !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

func replacementsOf(term terms.Term, form agreement.Form, slot terms.Slot) []string {
	var list []string
	for _, w := range term.In(form) {
		if text := term.Form(w, form, slot); text != "" {
			list = append(list, text)
		}
	}
	return list
}
