package check

import (
	"strings"
	"unicode/utf8"
)

// infinitive is a nynorsk infinitive met in a text, with the vowel that it ends in.
type infinitive struct {
	word  int
	vowel byte // 'e' or 'a'
}

// bothVowels are infinitives that end so in every style: of one syllable, and compounds of those.
var bothVowels = words(`ha ta dra la gå bidra delta oppta overta innta utta anta motta vedta unnta fråta inneha foredra
	pådra unndra inndra tildra tilta forta avta godta ivareta påta gjenta medta framta omta be tilbe se ese skje kle avkle bekle tre le gje oppgje utgje
	overgje tilgje frigje angje rådgje omgje avgje innvie te besøka spa tva glo`)

// betweenMarkAndVerb are adverbs that stand between "å" and its verb, and other words in -e or -a that are no verbs.
var betweenMarkAndVerb = words(`ikkje også òg berre gjerne heile både ofte alle vidare alltid ikke stadig aktivt i
	saman mellom anna til dømes kanskje sjølve fleire mange lettare nærare betre ytterlegare meir heller stundom straks
	raskare lenge framleis no då alltid faktisk verkeleg endå ikkje-lenger`)

// splitInfinitives keep -a in the split infinitive (kløyvd infinitiv), which the norm allows too: verbs that had a
// short root syllable in Old Norse.
var splitInfinitives = words(`vera gjera koma vita lesa bera fara eta leva tala hava sova skapa vaka taka tola vona beda
	laga mala gnaga staka seia drepa veva svara skada rada baka raka skara`)

// infinitives finds the infinitives behind "å".
func (t *text) infinitives() []infinitive {
	var found []infinitive
	for i, w := range t.words {
		if w.lower != "å" || w.masked || w.capital {
			continue
		}
		j := i + 1
		for n := 0; n < 3 && t.together(j-1) && betweenMarkAndVerb[t.lower(j)]; n++ {
			j++
		}
		if j >= len(t.words) || !t.together(j-1) || t.words[j].masked || t.words[j].capital {
			continue
		}
		if vowel := infinitiveVowel(t.words[j].lower); vowel != 0 {
			found = append(found, infinitive{j, vowel})
		}
	}
	return append(found, t.modalInfinitives()...)
}

// modalInfinitives finds infinitives behind modal verbs. There, only endings that no other word class has are sure.
func (t *text) modalInfinitives() []infinitive {
	var found []infinitive
	for i, w := range t.words {
		if w.lower == "å" || !modals[w.lower] || w.masked {
			continue
		}
		for j := i + 1; j < len(t.words) && j <= i+4 && t.together(j-1) && !t.words[j].capital; j++ {
			if t.lower(j-1) == "å" || modals[t.lower(j)] || nounsInEra[t.lower(j)] {
				break
			}
			lower := t.lower(j)
			if utf8.RuneCountInString(lower) >= 6 && (strings.HasSuffix(lower, "era") || strings.HasSuffix(lower, "ere") && verbsInEre(lower)) {
				found = append(found, infinitive{j, lower[len(lower)-1]})
				break
			}
			if !betweenMarkAndVerb[lower] {
				if v := commonVerbs[lower]; v != 0 {
					found = append(found, infinitive{j, v})
				}
				break
			}
		}
	}
	return found
}

var nounsInEra = words("kamera opera leira hovudlera")

// verbsInEre tells the verbs in -ere from comparatives and plurals (betre, lettere, dyktigere).
func verbsInEre(w string) bool {
	return endsInAny(w, []string{"sere", "tere", "nere", "dere", "gere", "vere", "iere", "lere", "mere"}) &&
		!strings.HasSuffix(w, "igere")
}

// commonVerbs are infinitives in both styles that are sure behind a modal verb.
var commonVerbs = func() map[string]byte {
	verbs := map[string]byte{}
	for _, stem := range strings.Fields(`ver gjer kom bruk utvikl arbeid samarbeid byggj bygg leggj legg søkj hjelp
		styrkj fremj støtt sikr betal send skriv hald følgj gjennomfør forankr medverk varsl endr behandl velj skap
		nytt opn utarbeid drøft tenkj les meld`) {
		verbs[stem+"e"], verbs[stem+"a"] = 'e', 'a'
	}
	return verbs
}()

// infinitiveVowel gives the vowel that tells the style of an infinitive, 0 where it tells nothing.
func infinitiveVowel(w string) byte {
	if bothVowels[w] || len(w) < 3 || strings.ContainsAny(w, "0123456789-") {
		return 0
	}
	last := w[len(w)-1]
	if last != 'e' && last != 'a' || syllables(w) < 2 {
		return 0
	}
	return last
}

// syllables counts groups of vowels.
func syllables(w string) int {
	n, before := 0, false
	for _, r := range w {
		vowel := strings.ContainsRune("aeiouyæøåéèòôê", r)
		if vowel && !before {
			n++
		}
		before = vowel
	}
	return n
}
