package check

import "strings"

// findMark reports "og" where the infinitive's mark "å" belongs: behind a preposition that can't stand alone before
// an infinitive ("for og sikre"), and behind verbs of wish and beginning.
func (c *tables) findMark(t *text, report reporter) {
	for i, w := range t.words {
		if w.masked || !t.together(i) || !t.together(i-1) || i == 0 {
			continue
		}
		switch {
		case w.lower == "og" && c.sureInfinitive(t, i+1) && (beforeMark[t.lower(i-1)] || t.presentBeforeMark(i)):
			report(ruleOgForA, w.start, w.end, "å")
		case w.lower == "å" && !w.capital && notInfinitives[t.lower(i+1)] && !t.words[i+1].masked:
			report(ruleAForOg, w.start, w.end, "og")
		}
	}
}

var (
	beforeMark = words("for uten utan ved gjennom")
	// wishes are verbs in the present that are followed by an infinitive.
	wishes = words("ønsker ønskjer ynskjer ynsker forsøker byrjar begynner planlegger planlegg forplikter forpliktar")
	// notInfinitives are pronouns and determiners, which can't follow the mark of the infinitive.
	notInfinitives = words("jeg eg du han hun vi dere dei han hun vår våre vårt sin sitt sine denne dette disse desse kommunen fylkeskommunen partene partane organisasjonen")
)

// presentBeforeMark reports whether the word before i is a verb of wish in the present and no modal verb or
// infinitive stands in the sentence before it: "skal begynne og slutte" is right.
func (t *text) presentBeforeMark(i int) bool { return wishes[t.lower(i-1)] }

// sureInfinitive reports whether word i is an infinitive and nothing else.
func (c *tables) sureInfinitive(t *text, i int) bool {
	return i < len(t.words) && !t.words[i].masked && !t.words[i].capital && c.infinitives[t.lower(i)]
}

// findRelative reports "om" where "som" is meant: "tiltak om virker". "Om" before a finite verb has no subject; but
// it may end a clause ("det avtalen handlar om, er"), so that only nouns and verbs are looked at that leave no doubt.
func findRelative(t *text, report reporter) {
	for i, w := range t.words {
		if w.lower == "om" && i > 0 && t.together(i-1) && t.together(i) && !w.masked && actors[t.lower(i-1)] && effects[t.lower(i+1)] &&
			!demonstratives[t.lower(i-2)] {
			report(ruleOmForSom, w.start, w.end, "som")
		}
	}
}

var (
	actors = words(`tiltak prosjekter prosjekt aktiviteter aktivitetar metoder metodar verktøy ordninger ordningar
		organisasjoner organisasjonar personer personar aktører aktørar barn unge kommuner kommunar tilbud tilbod
		arrangementer arrangement nettverk møteplasser møteplassar tjenester tenester`)
	effects = words(`virker verkar fungerer bidrar bidreg fører gir gjev skaper skapar fremmer fremjar styrker styrkjer
		sikrer sikrar støtter støttar hjelper øker aukar retter rettar arbeider jobber jobbar omfatter omfattar utvikler utviklar`)
)

// findHanging reports a compound's first part that lacks its hyphen: "barne og ungdomsarbeid".
func findHanging(t *text, report reporter) {
	for i, w := range t.words {
		if i+2 >= len(t.words) || w.hanging || !t.plain(i) || !t.together(i) || !t.together(i+1) {
			continue
		}
		if and := t.lower(i + 1); and != "og" && and != "eller" && and != "samt" {
			continue
		}
		second := t.words[i+2]
		if second.masked || second.capital && !w.first {
			continue
		}
		if boundParts[w.lower] && compoundLike(second.lower) || looseParts[w.lower] != "" && sharedHead(w.lower, second.lower) {
			report(ruleHanging, w.start, w.end, t.raw[w.start:w.end]+"-")
		}
	}
}

// findStrayHyphens reports a hyphen after an adjective that stands by itself: "økonomiske- og klimasmarte val".
func findStrayHyphens(t *text, report reporter) {
	for i, w := range t.words {
		if w.hanging && t.plain(i) && endsInAny(w.lower, []string{"iske", "lige", "lege", "elle"}) &&
			strings.HasPrefix(t.raw[w.end:], "- ") && (t.lower(i+1) == "og" || t.lower(i+1) == "eller") {
			report(ruleStray, w.start, w.end+1, t.raw[w.start:w.end])
		}
	}
}

// boundParts are first parts of compounds that are no words of their own, not even a genitive that anyone would use
// before "og".
var boundParts = words(`barne ungdoms samarbeids partnerskaps partnarskaps arbeids utviklings tilskudds tilskots
	frivillighets frivilligheits opplærings utdannings forsknings forskings nærings velferds rekrutterings
	aktivitets evaluerings rapporterings kommunikasjons integrerings inkluderings kompetanse-`)

// compoundLike reports whether a word is long enough to be the compound whose last part is shared.
func compoundLike(w string) bool { return len(w) >= 8 }

// looseParts are nouns that often share the last part of a compound with a sibling: the sibling's beginning.
var looseParts = map[string]string{
	"klima": "miljø", "miljø": "klima", "plan": "bygnings", "helse": "omsorgs", "arbeids": "velferds", "kultur": "fritids", "natur": "miljø",
	"bygnings": "plan", "vann": "avløps", "vatn": "avløps",
}

// sharedHead reports whether the second word is a sibling's compound with a last part that both can have. Some pairs
// may also be read as two things ("klima og miljøpolitikk"); they hardly are in office texts.
func sharedHead(first, second string) bool {
	head, ok := strings.CutPrefix(second, looseParts[first])
	return ok && len(head) >= 3 && endsWithHead(head)
}

func endsWithHead(head string) bool {
	for _, h := range strings.Fields(`utfordring tiltak arbeid politikk plan mål lov departement tilbud tilbod tjeneste teneste
		avdeling sektor tenest område etat avgift loven lova`) {
		if strings.HasPrefix(head, h) {
			return true
		}
	}
	return false
}

// findRepeated reports a small word that stands twice. Words that may rightly follow themselves ("det det gjeld",
// "for for mykje", "slå på på alle sider") are not looked at.
func findRepeated(t *text, report reporter) {
	for i, w := range t.words {
		if repeatable[w.lower] && t.together(i) && t.lower(i+1) == w.lower && !w.masked && !t.words[i+1].masked && !t.words[i+1].capital {
			report(ruleRepeated, w.start, t.words[i+1].end, t.raw[w.start:w.end])
		}
	}
}

var repeatable = words("og å en et ein eit ikke ikkje eller frå fra mellom ved hos")
