package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"avtalebok/agreement"
	"avtalebok/translate/terms"
)

// modals are the words after which nynorsk has the passive in -st: modal verbs, the infinitive's mark, and verbs that
// take an infinitive.
var modals = words(`skal skulle kan kunne må måtte vil ville bør burde får fekk treng trong lèt let lét late lat la å
	lyt laut tør torde pla bruker plar heiter`)

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
func (x *tables) findPassives(t *text, report reporter) {
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
		if replacements, ok := x.bokmalPassive(t, i, governed && !t.newClause(i)); ok {
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

// bokmalPassive reports whether word i is a passive in -es, and what stands for it in nynorsk: a passive of a verb in
// -ere, of a verb among the terms, or a word in -es directly behind a modal verb, where nothing else can stand.
func (x *tables) bokmalPassive(t *text, i int, governed bool) (replacements []string, ok bool) {
	lower := t.lower(i)
	if stem, ok := strings.CutSuffix(lower, "eres"); ok && utf8.RuneCountInString(stem) >= 3 {
		replacements = []string{"blir " + stem + "ert", stem + "erast"}
	} else if known := x.passives[lower]; known != nil {
		replacements = slices.Clone(known)
	} else {
		behind := i > 0 && modals[t.lower(i-1)] && t.lower(i-1) != "å" && t.together(i-1)
		return nil, behind && strings.HasSuffix(lower, "es") && utf8.RuneCountInString(lower) >= 6 && !notPassives[lower]
	}
	if governed {
		slices.Reverse(replacements)
	}
	return replacements, true
}

// notPassives are words in -es that may stand behind a modal verb.
var notPassives = words("felles samtundes alles ingens somme")

// passivesOf gives the passives in -es of the verbs among the terms, with what nynorsk has in the present and behind a
// modal verb.
func passivesOf(list *terms.List, also map[string]bool) map[string][]string {
	passives := map[string][]string{}
	for _, term := range list.All() {
		if term.Class != terms.Verb {
			continue
		}
		found := strings.ToLower(term.Form(term.Bokmal, agreement.Bokmal, terms.Passive))
		participle := term.Form(term.Nynorsk[0], agreement.Nynorsk, terms.Participle)
		infinitive := term.Form(term.Nynorsk[0], agreement.Nynorsk, terms.Passive)
		if found == "" || also[found] || participle == "" || infinitive == "" || strings.HasSuffix(found, "eres") {
			continue
		}
		passives[found] = []string{"blir " + participle, infinitive}
	}
	return passives
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
