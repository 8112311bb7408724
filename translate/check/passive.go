package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// modals are the words after which nynorsk has the passive in -st: modal verbs, the infinitive's mark, and verbs that
// take an infinitive.
var modals = words(`skal skulle kan kunne må måtte vil ville bør burde får fekk treng trong lèt let lét late lat la å
	tør torde pla bruker plar heiter`)

// passives are verbs whose present passive is met in office language, with the participle that the passive with
// "blir" needs. Verbs that live in the -st form (møtast, lykkast, minnast …) are not among them.
var passives = map[string]string{
	"gjerast": "gjort", "brukast": "brukt", "nyttast": "nytta", "sendast": "sendt", "behandlast": "behandla",
	"handsamast": "handsama", "betalast": "betalt", "skrivast": "skrive", "leggjast": "lagt", "leggast": "lagt",
	"setjast": "sett", "haldast": "halde", "byggjast": "bygd", "byggast": "bygd", "opnast": "opna",
	"stengjast": "stengt", "undersøkjast": "undersøkt", "undersøkast": "undersøkt", "søkjast": "søkt",
	"vedtakast": "vedteke", "takast": "teke", "gjevast": "gjeve", "givast": "gitt", "oppnemnast": "oppnemnd",
	"utarbeidast": "utarbeidd", "utviklast": "utvikla", "endrast": "endra", "drøftast": "drøfta", "styrkjast": "styrkt",
	"styrkast": "styrkt", "støttast": "støtta", "fremjast": "fremja", "forankrast": "forankra", "godkjennast": "godkjend",
	"gjennomførast": "gjennomført", "vidareførast": "vidareført", "overførast": "overført", "oppdaterast": "oppdatert",
	"fordelast": "fordelt", "delast": "delt", "tildelast": "tildelt", "innvilgast": "innvilga", "løyvast": "løyvd",
	"utbetalast": "utbetalt", "fastsetjast": "fastsett", "fastsettast": "fastsett", "påleggjast": "pålagt",
	"varslast": "varsla", "meldast": "meldt", "sikrast": "sikra", "vurderast": "vurdert", "kartleggjast": "kartlagt",
	"kartleggast": "kartlagt", "planleggjast": "planlagt", "kunngjerast": "kunngjort", "avgjerast": "avgjort",
	"følgjast": "følgt", "følgast": "følgt", "leiast": "leidd", "oppfattast": "oppfatta", "omtalast": "omtalt",
	"påverkast": "påverka", "prioriterast": "prioritert", "dekkjast": "dekt", "dekkast": "dekt",
}

// opensClause are words after which a modal said before no longer governs the next verb.
var opensClause = words("når dersom som fordi viss sidan medan mens om")

// maySeparate are words that stand between a clause's opening and its verb.
var maySeparate = words(`han ho det dei vi me de ein ikkje også òg alltid ofte no saka avtalen søknaden planen tilskotet
	vedtaket prosjektet tiltaket`)

// findPassives reports the passive in -es of bokmål, and the passive in -st in the present ("saka undersøkjast"), where nynorsk has "blir undersøkt".
// A text that begins with a small letter goes on after a lead such as "Kommunen skal", so that its first sentence is
// left alone.
func findPassives(t *text, report reporter) {
	governed := false
	for i, w := range t.words {
		if t.opens(i) {
			governed = !w.capital && i == 0
		}
		if modals[w.lower] {
			governed = true
		}
		if !t.plain(i) {
			continue
		}
		if stem, ok := strings.CutSuffix(w.lower, "eres"); ok && utf8.RuneCountInString(stem) >= 3 {
			replacements := []string{"blir " + stem + "ert", stem + "erast"}
			if governed && !t.newClause(i) {
				slices.Reverse(replacements)
			}
			report(rulePassiveS, w.start, w.end, likeCapitals(t.raw[w.start:w.end], replacements)...)
			continue
		}
		participle := participleOf(w.lower)
		if participle == "" || w.first || governed && !t.newClause(i) {
			continue
		}
		report(ruleStPassive, w.start, w.end, "blir "+participle)
	}
}

func participleOf(w string) string {
	if p := passives[w]; p != "" {
		return p
	}
	if stem, ok := strings.CutSuffix(w, "erast"); ok && len(stem) >= 4 {
		return stem + "ert"
	}
	return ""
}

// newClause reports whether the verb at i follows the opening of a clause directly or after one short word.
func (t *text) newClause(i int) bool {
	return opensClause[t.lower(i-1)] && t.lower(i-1) != "om" && t.together(i-1) ||
		i > 1 && maySeparate[t.lower(i-1)] && opensClause[t.lower(i-2)] && t.together(i-1) && t.together(i-2)
}

// words makes a set of the words of a string.
func words(s string) map[string]bool {
	list := map[string]bool{}
	for _, w := range strings.Fields(s) {
		list[w] = true
	}
	return list
}
