package check

import "strings"

// participles are strong participles in nynorsk: common gender, neuter, plural. They agree with the subject.
var participles = func() map[string][3]string {
	forms := map[string][3]string{}
	add := func(common, neuter, plural string, prefixes ...string) {
		for _, p := range append(prefixes, "") {
			forms[p+common] = [3]string{p + common, p + neuter, p + plural}
		}
	}
	add("skriven", "skrive", "skrivne", "under", "om", "be", "opp", "inn")
	add("komen", "kome", "komne", "an", "inn", "fram")
	add("teken", "teke", "tekne", "ved", "opp", "inn", "over", "mot", "ut", "unn")
	add("frosen", "frose", "frosne")
	add("halden", "halde", "haldne", "over", "inne", "unn", "be")
	add("bunden", "bunde", "bundne", "for", "sam", "om")
	add("funnen", "funne", "funne", "opp")
	add("broten", "brote", "brotne", "av")
	add("driven", "drive", "drivne", "inn")
	add("dregen", "drege", "dregne", "inn", "unn")
	add("slegen", "slege", "slegne", "føre", "fast")
	add("stolen", "stole", "stolne")
	add("lesen", "lese", "lesne", "gjennom")
	add("tilboden", "tilbode", "tilbodne")
	return forms
}()

var linkingVerbs = words("er var vart blei blir vert")

// ofSubject gives which of the three forms a subject asks for: its index, or -1 where that is not sure.
func (l *lexicon) ofSubject(t *text, i int) int {
	w := t.lower(i)
	switch {
	case w == "dei" || l.definitePlural[w]:
		return 2
	case l.definiteNeuter[w]:
		return 1
	case l.definiteCommon[w]:
		return 0
	}
	return -1
}

// findParticiples reports strong participles that don't agree with a subject directly before "er" or "blir":
// "avtalane er skriven". Only a subject that opens its sentence counts.
func (l *lexicon) findParticiples(t *text, report reporter) {
	for i := range t.words {
		if !linkingVerbs[t.lower(i)] || i == 0 || !t.together(i-1) || !t.opens(i-1) || !t.together(i) {
			continue
		}
		j := i + 1
		for n := 0; n < 2 && t.together(j) && maySeparate[t.lower(j)]; n++ {
			j++
		}
		want := l.ofSubject(t, i-1)
		if want < 0 || t.words[j].masked {
			continue
		}
		forms, ok := participles[t.lower(j)]
		if ok && forms[want] != t.lower(j) && !continues(t, j) {
			w := t.words[j]
			report(ruleParticiple, w.start, w.end, forms[want])
		}
	}
}

// continues reports whether the word after a participle makes it an adjective before a noun.
func continues(t *text, j int) bool {
	return t.lower(j+1) == "og" && strings.HasSuffix(t.lower(j+2), "e")
}

// demonstratives ask for a definite noun in nynorsk, and so do they before an adjective.
var demonstratives = words("den det dei denne dette desse")

// beforeDeterminer are prepositions after which a demonstrative can't be a pronoun of its own.
var beforeDeterminer = words("i på av til med frå etter under ved innanfor utanfor gjennom mot")

// findIndefinites reports a noun without its definite ending after a demonstrative and an adjective: "den nye avtale".
// "Det" and "dei" may be pronouns ("gir dei nye oppgåver"), so only the beginning of a sentence and the place behind
// a preposition are looked at.
func (l *lexicon) findIndefinites(t *text, report reporter) {
	for i := range t.words {
		if !demonstratives[t.lower(i)] || !t.plain(i) || i+2 >= len(t.words) || !t.together(i) || !t.together(i+1) {
			continue
		}
		opens := t.opens(i) && t.lower(i) != "det" && t.lower(i) != "dette" && t.lower(i) != "desse"
		behind := i > 0 && beforeDeterminer[t.lower(i-1)] && t.together(i-1)
		if !opens && !behind || !isDefiniteAdjective(t.lower(i+1)) || !t.plain(i+1) || !t.plain(i+2) || t.words[i+2].hanging {
			continue
		}
		if definite := l.definiteOf(t.lower(i), t.lower(i+2)); definite != "" {
			w := t.words[i+2]
			report(ruleDefinite, w.start, w.end, definite)
		}
	}
}

// isDefiniteAdjective reports whether a word is an adjective in the definite form.
func isDefiniteAdjective(w string) bool {
	return definiteAdjectives[w] || endsInAny(w, []string{"lege", "iske", "ande", "ale", "elle", "tige", "dige"}) && len(w) > 5
}

var definiteAdjectives = words(`nye gamle store små gode beste lange korte heile same norske felles eigne frivillige årlege
	viktige viktigaste siste første neste nåverande noverande nåværande aktuelle enkelte einskilde fulle ansvarlege underskrivne vedtekne
	godkjende felles planlagde avtalte overordna fylkeskommunale kommunale politiske`)

// definiteOf gives the definite form of a noun that a demonstrative governs, or "" where the noun is not known, its
// number or gender doesn't fit, or the form may be something else.
func (l *lexicon) definiteOf(demonstrative, noun string) string {
	n, ok := l.indefinite[noun]
	if !ok {
		return ""
	}
	switch demonstrative {
	case "den", "denne":
		if !n.neuter && n.definite != "" {
			return n.definite
		}
	case "det", "dette":
		if n.neuter {
			return n.definite
		}
	case "dei", "desse":
		return n.definitePlural
	}
	return ""
}

// findGenitives reports the s-genitive of a definite common noun ("kommunens vedtak"), where nynorsk would rather say
// "vedtaket i kommunen" or "vedtaket til kommunen".
func (l *lexicon) findGenitives(t *text, report reporter) {
	for i, w := range t.words {
		base, ok := strings.CutSuffix(w.lower, "s")
		if !ok || !t.plain(i) || w.hanging || w.capital && t.nameAhead(i) || !t.together(i) || measures[base] {
			continue
		}
		if !l.definiteCommon[base] && !l.definiteNeuter[base] && !l.definitePlural[base] {
			continue
		}
		next := t.words[i+1]
		if next.masked || next.capital || functionAfterGenitive[next.lower] {
			continue
		}
		if thing := l.definiteAlone(next.lower); thing != "" && !w.capital {
			report(ruleGenitive, w.start, next.end, thing+" til "+base)
			continue
		}
		report(ruleGenitive, w.start, w.end)
	}
}

var (
	// measures take the genitive freely: time and place.
	measures = words("året tida perioden månaden veka dagen verda landet byen fylket staden samfunnet")
	// functionAfterGenitive can't be what is possessed.
	functionAfterGenitive = words("og eller som er i på av til med")
)

// definiteAlone gives the definite form of a noun whose number is clear from its form.
func (l *lexicon) definiteAlone(noun string) string {
	n, ok := l.indefinite[noun]
	if !ok || n.neuter || n.plural == noun && n.singular == noun {
		return ""
	}
	if n.plural == noun {
		return n.definitePlural
	}
	return n.definite
}
