package grammar

import (
	"maps"
	"slices"
)

// prepare files sets and rules under the tags that make them possible, and the rules under their sections.
func (g *Grammar) prepare() {
	g.byText = make(map[string]*tag, len(g.tags))
	for _, t := range g.tags {
		if t != nil && t.hash == t.plainHash+t.seed {
			g.byText[t.text] = t
		}
	}
	g.anySets = newBits(len(g.sets))
	for _, b := range []*bits{&g.anyRules, &g.pure, &g.open, &g.chooses, &g.renews} {
		*b = newBits(len(g.rules))
	}
	under := make(map[*set]map[*tag]bool)
	for _, x := range g.sets {
		for t := range g.tagsOf(x, under) {
			g.file(t, x.number, func(t *tag) *bits { return &t.inSets }, g.anySets)
		}
	}
	for _, r := range g.rules {
		for t := range g.tagsOf(r.target, under) {
			g.file(t, r.number, func(t *tag) *bits { return &t.inRules }, g.anyRules)
		}
		switch r.kind {
		case ruleSelect, ruleRemove:
			g.chooses.add(r.number)
		case ruleMap, ruleAppend:
			if r.kind == ruleAppend || r.maps.renews() {
				g.renews.add(r.number)
			}
		}
	}
	g.fileLists()
	g.fileForms()
	g.fileSections()
	g.renewsBefore, g.choosesLater = g.renews.both(g.before), slices.Clone(g.chooses)
	g.renews.without(g.before)
	g.choosesLater.without(g.before)
	for _, r := range g.rules {
		if r.target.pure && r.subReading == 0 && !g.protects && !g.anyRules.has(r.number) { // a protected reading counts without fitting
			g.pure.add(r.number)
		}
		if r.subReading == 0 && !g.protects && g.anyRules.has(r.number) && g.mayWait(r) {
			g.open.add(r.number)
		}
		g.settleNeeds(r)
	}
	if g.folds {
		for _, t := range g.tags {
			if t != nil && t.folded == "" && t.is(kindTextual|kindWordForm|kindBaseForm) {
				t.folded = fold(t.text)
			}
		}
	}
}

// fileLists files the lists that a single tag is enough for under it.
func (g *Grammar) fileLists() {
	g.simple = newBits(len(g.sets))
	for _, x := range g.sets {
		if !x.pure || len(x.parts) > 0 || x.is(setAny) {
			continue
		}
		simple := true
		for _, e := range x.plain {
			if simple = simple && e.terminal; !e.terminal {
				continue
			}
			if e.tag.lists == nil {
				e.tag.lists = newBits(len(g.sets))
			}
			e.tag.lists.add(x.number)
		}
		if simple {
			g.simple.add(x.number)
		}
	}
}

// fileForms files the rules for a word form under it.
func (g *Grammar) fileForms() {
	g.forms = newBits(len(g.rules))
	g.formRules = make(map[*tag]bits)
	for _, r := range g.rules {
		if r.wordForm == nil {
			continue
		}
		g.forms.add(r.number)
		if g.formRules[r.wordForm] == nil {
			g.formRules[r.wordForm] = newBits(len(g.rules))
			if r.wordForm.is(kindExpression | kindAnyCase) {
				g.formPatterns = append(g.formPatterns, r.wordForm)
			}
		}
		g.formRules[r.wordForm].add(r.number)
	}
}

// file enters a set or rule under a tag; no tag means any.
func (g *Grammar) file(t *tag, number int, where func(*tag) *bits, everywhere bits) {
	if t == nil || t.is(kindAny) {
		everywhere.add(number)
		return
	}
	b := where(t)
	if *b == nil {
		*b = make(bits, len(everywhere))
	}
	b.add(number)
}

// tagsOf gives the tags that a reading must have one of for a set to be possible; nil among them stands for any.
func (g *Grammar) tagsOf(x *set, known map[*set]map[*tag]bool) map[*tag]bool {
	if found, ok := known[x]; ok {
		return found
	}
	found := make(map[*tag]bool)
	known[x] = found
	if x.is(setSpecial | setTagUnify) {
		found[nil] = true
		return found
	}
	x.plain.each(func(t *tag) { found[t] = true })
	x.special.each(func(t *tag) { found[t] = true })
	for _, part := range x.parts {
		maps.Copy(found, g.tagsOf(part, known))
	}
	return found
}

// fileSections puts the rules under the section in which they run. Section n runs the rules of sections 0 to n.
func (g *Grammar) fileSections() {
	g.before, g.after = newBits(len(g.rules)), newBits(len(g.rules))
	var numbers []int
	for _, r := range g.rules {
		switch {
		case r.section == sectionBefore:
			g.before.add(r.number)
		case r.section == sectionAfter:
			g.after.add(r.number)
		case r.section >= 0:
			numbers = append(numbers, r.section)
		}
	}
	slices.Sort(numbers)
	for _, n := range slices.Compact(numbers) {
		section := newBits(len(g.rules))
		for _, r := range g.rules {
			if r.section >= 0 && r.section <= n {
				section.add(r.number)
			}
		}
		g.sections = append(g.sections, section)
	}
}

// renews reports whether the tags of a list can make a reading fit where nothing is filed under them, or more readings
// of one.
func (x *set) renews() bool {
	texts, mappings := 0, 0
	x.each(func(t *tag) {
		switch {
		case t.is(kindVarString | kindVarStringV | kindTextual | kindWordForm | kindBaseForm):
			texts++
		case t.is(kindMapping):
			mappings++
		}
	})
	return texts > 0 || mappings > 1
}

// each calls a function with the tags of a set.
func (x *set) each(do func(*tag)) {
	x.plain.each(do)
	x.special.each(do)
	for _, part := range x.parts {
		part.each(do)
	}
}

func (t trie) each(do func(*tag)) {
	for _, e := range t {
		do(e.tag)
		e.below.each(do)
	}
}
