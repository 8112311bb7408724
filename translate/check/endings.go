package check

import (
	"strings"
	"unicode/utf8"
)

// ending is a bokmål ending that tells a bokmål word in nynorsk text, and what it becomes.
type ending struct {
	rule     string
	from, to string
	least    int // characters that the whole word must have
	except   []string
}

// bokmalEndings are tried from the top. An ending is here only where every word with it is bokmål, but for the
// exceptions, which are endings themselves.
var bokmalEndings = []ending{
	{rule: ruleHet, from: "lighet", to: "legheit", least: 8, except: []string{"villighet", "billighet"}},
	{rule: ruleHet, from: "ligheten", to: "legheita", least: 10, except: []string{"villigheten", "billigheten"}},
	{rule: ruleHet, from: "ligheter", to: "legheiter", least: 10},
	{rule: ruleHet, from: "lighetene", to: "legheitene", least: 11},
	{rule: ruleHet, from: "het", to: "heit", least: 6, except: []string{"cachet", "glohet", "rødhet", "halvhet"}},
	{rule: ruleHet, from: "heten", to: "heita", least: 7},
	{rule: ruleHet, from: "heter", to: "heiter", least: 7},
	{rule: ruleHet, from: "hetene", to: "heitene", least: 8},
	{rule: ruleHet, from: "heitar", to: "heiter", least: 7},
	{rule: ruleHet, from: "heitane", to: "heitene", least: 8},
	{rule: ruleLig, from: "lig", to: "leg", least: 5, except: ligWords},
	{rule: ruleLig, from: "lige", to: "lege", least: 6, except: withE(ligWords)},
	{rule: ruleLig, from: "ligere", to: "legare", least: 8},
	{rule: ruleLig, from: "ligst", to: "legast", least: 7},
	{rule: ruleLig, from: "ligste", to: "legaste", least: 8},
	{rule: ruleLig, from: "ligvis", to: "legvis", least: 8},
	{rule: ruleElse, from: "leggelse", to: "legging", least: 8},
	{rule: ruleElse, from: "leggelsen", to: "legginga", least: 9},
	{rule: ruleElse, from: "leggelser", to: "leggingar", least: 9},
	{rule: ruleElse, from: "leggelsene", to: "leggingane", least: 10},
	{rule: ruleElse, from: "settelse", to: "setjing", least: 8},
	{rule: ruleElse, from: "settelsen", to: "setjinga", least: 9},
	{rule: ruleElse, from: "settelser", to: "setjingar", least: 9},
	{rule: ruleElse, from: "settelsene", to: "setjingane", least: 10},
	{rule: ruleElse, from: "takelse", to: "taking", least: 7},
	{rule: ruleElse, from: "takelsen", to: "takinga", least: 8},
	{rule: ruleElse, from: "takelser", to: "takingar", least: 8},
	{rule: ruleElse, from: "takelsene", to: "takingane", least: 9},
	{rule: ruleElse, from: "førelse", to: "føring", least: 7},
	{rule: ruleElse, from: "førelsen", to: "føringa", least: 8},
	{rule: ruleElse, from: "førelser", to: "føringar", least: 8},
	{rule: ruleElse, from: "førelsene", to: "føringane", least: 9},
	{rule: ruleElse, from: "skrivelse", to: "skriving", least: 9},
	{rule: ruleElse, from: "skrivelsen", to: "skrivinga", least: 10},
	{rule: ruleElse, from: "skrivelser", to: "skrivingar", least: 10},
	{rule: ruleElse, from: "skrivelsene", to: "skrivingane", least: 11},
	{rule: rulePlural, from: "sjoner", to: "sjonar", least: 8},
	{rule: rulePlural, from: "sjonene", to: "sjonane", least: 9},
	{rule: rulePlural, from: "ninger", to: "ningar", least: 8, except: []string{"minninger"}},
	{rule: rulePlural, from: "eringer", to: "eringar", least: 9},
	{rule: rulePlural, from: "ingene", to: "ingane", least: 8},
	{rule: rulePlural, from: "eringen", to: "eringa", least: 9, except: []string{"gifteringen", "øyreringen", "koderingen"}},
	{rule: rulePlural, from: "asjonsene", to: "asjonane", least: 10},
}

// ligWords have an -ig that nynorsk keeps.
var ligWords = []string{"villig", "billig", "salig", "forskjellig", "heilig", "stillig", "ledig"}

func withE(words []string) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w + "e"
	}
	return list
}

// neuters are nouns whose plural has no -er and whose definite plural has -a in nynorsk. Compounds follow them.
// A plural that is also a verb ("møter") counts in compounds only.
var neuters = strings.Fields(`tiltak prosjekt møte område miljø dokument budsjett resultat kontor arrangement direktorat
	departement nettverk vedtak tilskot tilbod utval program punkt vilkår formål føremål spørsmål samfunn verktøy
	seminar referat anlegg bibliotek tilsegn bygg opplegg innlegg framlegg verkemiddel alternativ argument
	eksemplar initiativ element instrument perspektiv arkiv reglement dokument sertifikat moment talent
	råderom tidsrom utkast regelverk grunnlag engasjement forslag oppdrag bidrag fellesskap vennskap
	partnarskap medlemskap landskap lokale fylke`)

// neuterForms gives the faulty plurals of neuters and what they should be.
var neuterForms = func() map[string]string {
	forms := map[string]string{}
	for _, noun := range neuters {
		stem := strings.TrimSuffix(noun, "e")
		for _, plural := range []string{"er", "ar"} {
			forms[stem+plural] = noun
		}
		for _, definite := range []string{"ene", "ane"} {
			forms[stem+definite] = stem + "a"
		}
	}
	for _, verb := range []string{"møter", "vedtaker", "verktøyer", "bygger", "fylkar"} {
		delete(forms, verb)
	}
	return forms
}()

// The faulty plurals have these many bytes.
const shortestNeuter, longestNeuter = 5, 18

func findEndings(t *text, report reporter) {
	for i, w := range t.words {
		if !t.plain(i) || w.hanging || w.capital && t.nameAhead(i) {
			continue
		}
		if rule, replacement := bokmalEnding(w.lower); rule != "" && !(t.opens(i) && imperatives[w.lower]) {
			report(rule, w.start, w.end, likeCapitals(t.raw[w.start:w.end], []string{replacement})...)
		}
	}
}

func bokmalEnding(w string) (rule, replacement string) {
	for _, e := range bokmalEndings {
		stem, ok := strings.CutSuffix(w, e.from)
		if ok && utf8.RuneCountInString(w) >= e.least && !endsInAny(w, e.except) {
			return e.rule, stem + e.to
		}
	}
	return neuterPlural(w)
}

// imperatives are plurals with the wrong ending that, at the beginning of a sentence, are verbs: "Dokumenter utgiftene".
var imperatives = words("dokumenter argumenter programmer punkter prosjekter budsjetter instrumenter arrangementer referater")

func neuterPlural(w string) (rule, replacement string) {
	if right, ok := neuterForms[w]; ok {
		return rulePlural, right
	}
	for n := min(longestNeuter, len(w)-3); n >= shortestNeuter; n-- {
		stem, last := w[:len(w)-n], w[len(w)-n:]
		if right, ok := neuterForms[last]; ok || last == "møter" {
			if last == "møter" {
				right = "møte"
			}
			if utf8.RuneCountInString(stem) >= 3 {
				return rulePlural, stem + right
			}
		}
	}
	return "", ""
}

func endsInAny(w string, endings []string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
