package check

import (
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/terms"
)

// Options say what a Checker looks for. The zero value means every rule, the built-in terms, no house style.
type Options struct {
	Terms   *terms.List      // nil: the built-in list
	Style   *translate.Style // nil: only consistency within a document counts
	Off     []string         // IDs of rules that are not applied
	Ignored []Ignore         // findings that the user doesn't want to see
	Names   []string         // names of the parties, never taken for words
}

// Checker applies the rules. It never changes and may be used from several goroutines. The zero Place stands for a
// text that belongs to no agreement.
type Checker struct {
	options Options
	tables  map[agreement.Form]*tables
	off     map[string]bool
	groups  []group
	choices map[agreement.Form]map[string]choice
}

// tables are the words that the rules of one written form use.
type tables struct {
	phrases     phrases
	lexicon     *lexicon
	infinitives map[string]bool
	passives    map[string][]string // nynorsk: the passives in -es of bokmål
}

// reporter takes a finding of a rule.
type reporter func(rule string, start, end int, replacements ...string)

// New makes a checker. It reads tables and costs some milliseconds; keep it.
func New(options Options) *Checker {
	if options.Terms == nil {
		options.Terms = terms.Default()
	}
	c := &Checker{options: options, tables: map[agreement.Form]*tables{}, off: map[string]bool{}, choices: map[agreement.Form]map[string]choice{}}
	for _, id := range options.Off {
		c.off[id] = true
	}
	for _, form := range agreement.Forms {
		c.tables[form] = newTables(options.Terms, form)
	}
	c.groups = groupsFor(options.Style)
	for _, form := range agreement.Forms {
		c.choices[form] = choices(c.groups, form)
	}
	return c
}

func newTables(list *terms.List, form agreement.Form) *tables {
	x := &tables{phrases: phrases{}, infinitives: map[string]bool{}}
	readPhrases(x.phrases, "words."+string(form)+".tsv")
	readPhrases(x.phrases, "common.tsv")
	readPhrases(x.phrases, "office."+string(form)+".tsv")
	also := set("also." + string(form) + ".txt")
	x.phrases.addTerms(list, form, also)
	if form == agreement.Nynorsk {
		x.lexicon = newLexicon(list)
		x.passives = passivesOf(list, also)
	} else {
		addAgentPlurals(x.phrases, list)
	}
	addInfinitives(x.infinitives, list, form)
	return x
}

// addAgentPlurals puts in the misspelt definite plural of nouns in -er: "deltakerene" for "deltakerne".
func addAgentPlurals(p phrases, list *terms.List) {
	for _, term := range list.All() {
		if w := term.Bokmal; w.Inflection == "m-er" && term.Class == terms.Noun {
			p.add(ruleMisspelt, strings.ToLower(w.Lemma)+"ene", strings.ToLower(w.Lemma)+"ne")
		}
	}
}

// addInfinitives puts in the infinitives of terms and of common verbs that are no other word.
func addInfinitives(infinitives map[string]bool, list *terms.List, form agreement.Form) {
	for _, term := range list.All() {
		if term.Class != terms.Verb {
			continue
		}
		for _, w := range term.In(form) {
			if lemma, _, _ := strings.Cut(strings.ToLower(w.Lemma), " "); lemma != "" && !notOnlyVerbs[lemma] {
				infinitives[lemma] = true
			}
		}
	}
	for _, w := range strings.Fields(`gjøre gjere gjera være vere vera få få-til sikre nå oppnå gi gje skape komme finne
		ta ha sørge syte sette setje legge leggje bli unngå forhindre hindre hjelpe bedre tilpasse velge velje`) {
		infinitives[w] = true
	}
}

// notOnlyVerbs are infinitives that are nouns, adjectives or other forms too, so that "for og …" may be right.
var notOnlyVerbs = words(`støtte bruke løyve arbeide klage tilby melde høre høyre gjelde dele ta søke svare
	varsle betre nytte auke avtale`)

// Text checks one text and gives the findings in order, without overlaps.
func (c *Checker) Text(raw string, form agreement.Form) []Finding {
	if !form.Valid() {
		return nil
	}
	t := newText(raw, form, c.options.Names...)
	findings := c.collect(t, agreement.Place{})
	return withoutOverlaps(inOrder(findings))
}

func (c *Checker) collect(t *text, place agreement.Place) []Finding {
	var findings []Finding
	report := func(rule string, start, end int, replacements ...string) {
		findings = c.take(findings, Finding{
			Rule: rule, Form: t.form, Place: place, Start: start, End: end, Found: t.raw[start:end], Replacements: replacements,
		})
	}
	x := c.tables[t.form]
	x.phrases.find(t, report)
	x.findMark(t, report)
	findRelative(t, report)
	findHanging(t, report)
	findStrayHyphens(t, report)
	findRepeated(t, report)
	findMarks(t, report)
	if t.form == agreement.Nynorsk {
		findEndings(t, report)
		x.findPassives(t, report)
		x.lexicon.findParticiples(t, report)
		x.lexicon.findIndefinites(t, report)
		x.lexicon.findGenitives(t, report)
		c.findHouseStyle(t, report)
	}
	return findings
}

// take adds a finding unless its rule is off or the user ignores it.
func (c *Checker) take(findings []Finding, f Finding) []Finding {
	rule, ok := RuleOf(f.Rule)
	if !ok || c.off[f.Rule] || !slices.Contains(rule.Forms, f.Form) || f.Start > f.End {
		return findings
	}
	f.Level = rule.Level
	for _, i := range c.options.Ignored {
		if i.covers(f) {
			return findings
		}
	}
	return append(findings, f)
}
