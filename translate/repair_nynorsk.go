package translate

import (
	"slices"
	"strings"
)

// repairNynorsk mends a sentence that was translated from bokmål.
func repairNynorsk(p *pair) {
	p.correct(nynorskCorrections)
	p.genitive()
	p.begge()
	p.agree()
	p.agreeWithOne()
}

// nynorskCorrections are what the engine was seen to get wrong, or turns that official nynorsk does without.
var nynorskCorrections = []correction{
	{"hvis", "viss", "dersom"},
	{"å nå|å nå fram|å nå frem", "å no", "å nå"},
	{"felles", "fellast", "felles"},
	{"trygge", "og tryggje", "og trygge"},
	{"skoler|skolene", "skuler", "skular"},
	{"være", "være", "vere"},
	{"fremme", "framme", "fremje"},
	{"fremmer", "set i verk", "fremjar"},
	{"møteplass", "stad å møtast", "møteplass"},
	{"møteplassen", "staden å møtast", "møteplassen"},
	{"møteplasser", "stader å møtast", "møteplassar"},
	{"møteplassene", "stadene å møtast", "møteplassane"},
	{"hvert annet år", "kvart anna år", "annakvart år"},
	{"hver annen måned", "kvar annan månad", "annankvar månad"},
	{"hver annen uke", "kvar annan veke", "annakvar veke"},
	{"ivareta", "vareta", "ta vare på"},
	{"ivaretar", "varetek", "tek vare på"},
	{"ivaretar", "varetar", "tar vare på"},
	{"ivaretatt", "vareteke", "teke vare på"},
	{"enstemmig", "einstemmig", "samrøystes"},
	{"vedtaket|vedtak", "blei gjord", "blei gjort"},
	{"vedtaket|vedtak", "vart gjord", "vart gjort"},
	{"har myndighet til", "har myndigheit til", "har mynde til"},
	{"mislighold", "misleghald", "mishald"},
	{"misligholdet", "misleghaldet", "mishaldet"},
	{"misligholder", "mislegheld", "misheld"},
	{"seg imellom", "seg i mellom", "seg imellom"},
	{"til barnets beste", "til barnets beste", "til det beste for barnet"},
	{"medlemmene av", "medlemmene av", "medlemmene i"},
	{"samarbeid*", "samarbeida om", "samarbeidd om"},
}

// givers are what comes from somebody; the genitive of all else is written with "til".
var givers = []string{
	"bidrag", "innsats", "søknad", "tilbod", "tilskot", "støtte", "oppfølging", "brev", "svar", "krav", "ønske", "forslag",
	"framlegg", "innspel", "uttale", "vedtak", "rapport", "initiativ",
}

// genitive mends "Rolla frå fylkeskommunen", which is what "Fylkeskommunens rolle" became: where the source has no
// "fra", the belonging is written with "til", unless the thing is given by somebody.
func (p *pair) genitive() {
	if p.source.has("fra|ifra|herfra|derfra|hvorfra") {
		return
	}
	for i := range p.target.words {
		if p.target.lower(i) != "frå" || i == 0 || !p.target.joined(i-1) || !definite(p.target.lower(i-1)) {
			continue
		}
		thing := p.target.lower(i - 1)
		if !slices.ContainsFunc(givers, func(g string) bool { return compoundOf(thing, g) }) {
			p.target.put(i, 1, "til")
		}
	}
	p.owned()
}

// compoundOf reports whether a word in the definite is a thing or a compound that ends with it.
func compoundOf(word, thing string) bool {
	for _, ending := range []string{"en", "et", "a", "ane", "ene", "n"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && stem == thing {
			return true
		}
	}
	return false
}

func definite(word string) bool {
	for _, ending := range []string{"en", "et", "a", "ane", "ene"} {
		if strings.HasSuffix(word, ending) && len(word) > len(ending)+2 {
			return true
		}
	}
	return false
}

// owned mends "Oppgåvene i kommunen" for "Kommunens oppgaver": duties and rights belong to somebody.
func (p *pair) owned() {
	if p.source.has("i") {
		return
	}
	for i := range p.target.words {
		switch p.target.lower(i) {
		case "oppgåvene", "pliktene", "forpliktingane", "rettane", "rolla", "rollene", "ansvaret":
			if p.target.joined(i) && p.target.joined(i+1) && p.target.lower(i+1) == "i" && definite(p.target.lower(i+2)) {
				p.target.put(i+1, 1, "til")
			}
		}
	}
}

// begge puts what follows "begge" into the definite, as nynorsk has it: begge partane.
func (p *pair) begge() {
	for i := range p.target.words {
		if p.target.lower(i) != "begge" || !p.target.joined(i) {
			continue
		}
		if stem, ok := strings.CutSuffix(p.target.words[i+1], "ar"); ok && len(stem) > 2 {
			p.target.words[i+1] = stem + "ane"
		}
	}
}

// agree gives participles behind "er" and "blir" the plural of their subject, where engines lose sight of it:
// "Ungdommar frå heile regionen blei inviterte". It acts only where the subject can be nothing but plural.
func (p *pair) agree() {
	plural := pluralSubject(p.source) && p.target.lower(0) != "nokon"
	main := plural
	for i := 1; i < len(p.target.words); i++ {
		word, gap := p.target.lower(i), p.target.gaps[i]
		switch {
		case strings.ContainsAny(gap, ";:"):
			return
		case subordinating[word]:
			// "Tiltaka som er …" speaks of the tiltak; any other clause has a subject of its own.
			plural = word == "som" && i == 1 && main || word != "som" && pluralHead(p.target, i+1)
			continue
		case strings.Contains(gap, ","):
			plural = main && clauseVerbs[word] // behind the inserted clause the first one goes on
		}
		if plural && copulas[word] && !clauseVerbs[p.target.lower(i+1)] {
			p.agreeBehind(i)
		}
	}
}

// pluralHead reports whether the nynorsk word at i begins a subject in the plural, beyond doubt.
func pluralHead(s sentence, i int) bool {
	switch word := s.lower(i); word {
	case "alle", "begge", "desse", "mange", "fleire", "vi", "dei":
		return true
	default:
		return strings.HasSuffix(word, "ane") && len(word) > 5
	}
}

// agreeWithOne takes the plural from participles of one body with "og" in its name: "Kultur- og idrettsutvalet er
// representert".
func (p *pair) agreeWithOne() {
	first, third := p.source.lower(0), p.source.lower(2)
	if !strings.HasSuffix(first, "-") || p.source.lower(1) != "og" || !strings.HasSuffix(third, "et") && !strings.HasSuffix(third, "en") {
		return
	}
	for i := 1; i+1 < len(p.target.words); i++ {
		if p.target.gaps[i] != " " {
			return
		}
		if copulas[p.target.lower(i)] && strings.HasSuffix(p.target.words[i+1], "erte") && p.target.joined(i) {
			p.target.words[i+1] = strings.TrimSuffix(p.target.words[i+1], "e")
			return
		}
	}
}

// agreeBehind puts the participle behind the copula at i into the plural.
func (p *pair) agreeBehind(i int) {
	for n := i + 1; n < len(p.target.words) && n <= i+3 && p.target.joined(n-1); n++ {
		word := p.target.words[n]
		if plural := pluralParticiple(word); plural != "" {
			p.target.words[n] = plural
			return
		}
		if !adverbs[strings.ToLower(word)] {
			return
		}
	}
}

func pluralParticiple(word string) string {
	if strings.HasSuffix(word, "ert") && len(word) > 5 {
		return word + "e"
	}
	return pluralParticiples[word]
}

var pluralParticiples = map[string]string{
	"vald": "valde", "dekt": "dekte", "gjennomført": "gjennomførte", "brukt": "brukte", "løyst": "løyste", "nemnd": "nemnde",
	"kjend": "kjende", "send": "sende", "sett": "sette", "lagd": "lagde", "fordelt": "fordelte", "godkjend": "godkjende",
	"oppnemnd": "oppnemnde", "oppfylt": "oppfylte", "utpeikt": "utpeikte", "fastsett": "fastsette", "avvist": "avviste",
	"delt": "delte", "bygd": "bygde", "betalt": "betalte", "høyrd": "høyrde", "tilsett": "tilsette", "utlyst": "utlyste",
	"bunden": "bundne", "skriven": "skrivne", "underskriven": "underskrivne", "teken": "tekne",
}

var (
	copulas       = wordSet("er var blir blei vart vert bli blitt vorte verte vere vore kjenne kjenner")
	clauseVerbs   = wordSet("er var blir blei vart vert skal kan må vil bør har hadde skulle kunne måtte ville burde")
	subordinating = wordSet("som at om når dersom viss fordi der kva korleis kvar kven mens medan då enn")
	adverbs       = wordSet("ikkje òg også alt allereie heilt tydeleg sosialt godt seg då no framleis alltid aldri politisk økonomisk likevel difor derfor")
)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// pluralSubject reports whether a bokmål sentence begins with a subject that can be nothing but plural, or with two
// joined by "og".
func pluralSubject(s sentence) bool {
	first := s.lower(0)
	switch first {
	case "de", "alle", "begge", "noen", "mange", "flere", "disse", "vi", "dere":
		return true
	case "":
		return false
	}
	for _, ending := range []string{
		"ene", "ere", "inger", "heter", "sjoner", "skaper", "nader", "muner", "ommer", "gifter", "later", "dager", "planer", "partier",
	} {
		if strings.HasSuffix(first, ending) && len(first) > len(ending)+1 {
			return true
		}
	}
	return s.lower(1) == "og" && s.joined(0) && s.joined(1) && clauseVerbs[nynorskVerb(s.lower(3))]
}

// nynorskVerb gives the bokmål auxiliaries and passives that may follow a subject, as those of clauseVerbs.
func nynorskVerb(word string) string {
	switch word {
	case "ble":
		return "blei"
	case "velges", "oppnevnes", "utpekes", "sendes", "brukes":
		return "blir"
	}
	return word
}
