package translate

import (
	"strings"
)

// repairBokmal mends a sentence that was translated from nynorsk.
func repairBokmal(p *pair) {
	p.infinitives()
	p.participlesBefore("av")
	p.singulars()
	p.linkingS()
	p.correct(bokmalCorrections)
	p.plainEndings()
	p.objects()
	p.things()
	p.plainParticiples()
}

// bokmalCorrections are words that the engine takes for others, or knows in nynorsk only.
var bokmalCorrections = []correction{
	{"fleire", "gjentatte", "flere"},
	{"føre til", "bevirke", "føre til"},
	{"fører til", "bevirker", "fører til"},
	{"førte til", "bevirket", "førte til"},
	{"ført til", "bevirket", "ført til"},
	{"avhengig", "betinget", "avhengig"},
	{"avhengige", "betingede", "avhengige"},
	{"måla", "måle", "målene"},
	{"verdi", "verdenen", "verdi"},
	{"verdiar", "verdener", "verdier"},
	{"heimel", "innbo", "hjemmel"},
	{"bur i|bur på", "bebor", "bor i"},
	{"bu i|bu på", "bebo", "bo i"},
	{"kjende", "bekjente", "kjent"},
	{"kjend|kjent", "bekjent", "kjent"},
	{"ingen", "intet av", "ingen av"},
	{"godta", "godte", "godta"},
	{"aukar", "økninger", "øker"},
	{"venta", "enn vente", "enn ventet"},
	{"syner", "syner", "viser"},
	{"framlegg", "fremlegg", "forslag"},
	{"framlegget", "fremlegget", "forslaget"},
	{"legg* til rette|leggje til rette", "tilrettelegge", "legge til rette"},
	{"legg til rette|legger til rette|legg*", "tilrettelegger", "legger til rette"},
	{"lagt til rette", "tilrettelagt", "lagt til rette"},
	{"betal* tilbake", "tilbakebetale", "betale tilbake"},
	{"betal* tilbake", "tilbakebetaler", "betaler tilbake"},
	{"jamn* ut", "utjevne", "jevne ut"},
	{"jamn* ut", "utjevner", "jevner ut"},
	{"ser fram til", "imøteser", "ser fram til"},
	{"sjå fram til", "imøtese", "se fram til"},
	{"føresegn", "føresegn", "bestemmelse"},
	{"føresegna", "føresegna", "bestemmelsen"},
	{"føresegner", "føresegner", "bestemmelser"},
	{"føresegnene", "føresegnene", "bestemmelsene"},
	{"mynde", "mynde", "myndighet"},
	{"mishald", "mishald", "mislighold"},
	{"misheld", "misheld", "misligholder"},
	{"samrøystes", "samrøystes", "enstemmig"},
	{"rådvelde", "rådvelde", "rådighet"},
	{"folketal", "folketal", "folketall"},
	{"lovval", "lovval", "lovvalg"},
	{"rettar og plikter", "retter og plikter", "rettigheter og plikter"},
	{"rettar etter", "retter etter", "rettigheter etter"},
	{"rettane", "rettene", "rettighetene"},
	{"forseinking", "forsenking", "forsinkelse"},
	{"forseinkinga", "forsenkingen", "forsinkelsen"},
	{"forseinkingar", "forsenkinger", "forsinkelser"},
	{"forseinkingane", "forsenkingene", "forsinkelsene"},
	{"ugrunna", "ubegrunnet", "ugrunnet"},
	{"leidd|leia", "leiet", "ledet"},
	{"leidde|leia", "leide av", "ledet av"},
	{"sette i gang", "satte i gang", "satt i gang"},
	{"nytte av", "benytte av", "nytte av"},
	{"nytte av", "benytten av", "nytten av"},
	{"eitt kvar", "et hver", "ett hver"},
	{"kva|kva for", "hvilket utfordringer", "hvilke utfordringer"},
	{"tek del i", "tek del i", "deltar i"},
	{"tek", "tek", "tar"},
	{"skular", "skuler", "skoler"},
	{"skulane", "skulene", "skolene"},
	{"frivilligsentral*", "frivillighetssentral", "frivilligsentral"},
	{"frivilligsentral*", "frivillighetssentralen", "frivilligsentralen"},
	{"frivilligsentral*", "frivillighetssentraler", "frivilligsentraler"},
	{"frivilligsentral*", "frivillighetssentralene", "frivilligsentralene"},
	{"utdanning", "utdannelse", "utdanning"},
	{"utdanninga", "utdannelsen", "utdanningen"},
	{"deltaking", "deltagelse", "deltakelse"},
	{"deltakinga", "deltagelsen", "deltakelsen"},
	{"fram", "frem", "fram"},
	{"framtid", "fremtid", "framtid"},
	{"framtida", "fremtiden", "framtida"},
	{"framtidsretta", "fremtidsrettede", "framtidsrettet"},
	{"framtidsretta", "fremtidsrettet", "framtidsrettet"},
	{"det gjer dei", "det gjør dem", "det gjør de"},
	{"malen", "malt", "malen"},
	{"akademia", "akademiene", "akademia"},
	{"trygge", "betrygge", "trygge"},
	{"like høve", "like mulighet", "like muligheter"},
	{"syte for", "syte for", "sørge for"},
	{"syter for|syt for", "syter for", "sørger for"},
	{"syt for", "syt for", "sørger for"},
	{"dømer|døme", "dømmer", "eksempler"},
	{"døme", "dømme på", "eksempler på"},
	{"gjer framlegg om å", "gjør forslag om å", "foreslår å"},
}

var bokmalModals = wordSet("må skal kan vil bør skulle kunne måtte ville burde å")

// infinitives mends "må inneholdt" and "skal de drøftet": behind a modal verb comes an infinitive, and where the
// source has the same word with -e, it is meant.
func (p *pair) infinitives() {
	for i := range p.target.words {
		if !bokmalModals[p.target.lower(i)] {
			continue
		}
		for n := i + 1; n <= i+2 && n < len(p.target.words) && p.target.joined(n-1); n++ {
			word := p.target.lower(n)
			if word == "inneholdt" && p.source.has("innehalde") {
				p.target.put(n, 1, "inneholde")
			}
			stem, participle := strings.CutSuffix(word, "et")
			if participle && p.source.has(stem+"e") && !p.source.has(stem+"a|"+stem+"et") {
				p.target.put(n, 1, stem+"e")
			}
		}
	}
}

// participlesBefore mends "undertegne av" for "underteikna av": before "av" an -a of the source is no infinitive's.
func (p *pair) participlesBefore(preposition string) {
	var from []string
	for i := range p.source.words {
		if p.source.lower(i+1) == preposition && p.source.joined(i) {
			from = append(from, p.source.lower(i))
		}
	}
	for i := range p.target.words {
		stem, infinitive := strings.CutSuffix(p.target.words[i], "e")
		if !infinitive || !p.target.joined(i) || p.target.lower(i+1) != preposition {
			continue
		}
		for _, source := range from {
			if participle, ok := strings.CutSuffix(source, "a"); ok && sharedStart(participle, strings.ToLower(stem)) >= 4 {
				p.target.words[i] = stem + "et"
			}
		}
	}
}

// singulars takes back a plural that the engine guessed where the source has the very word without an ending, as in
// "plan, klimaer og folkehelse" for "plan, klima og folkehelse".
func (p *pair) singulars() {
	for i, w := range p.target.words {
		for _, ending := range []string{"er", "r", "ene"} {
			stem, ok := strings.CutSuffix(w, ending)
			lower := strings.ToLower(stem)
			if ok && len(stem) > 3 && guessed[lower] && p.source.has(lower) && !p.source.has(lower+"ar|"+lower+"er|"+lower+"r") && !pluralBefore(p.target, i) {
				p.target.words[i] = stem
				break
			}
		}
		if _, ok := strings.CutSuffix(w, "arbeider"); ok && p.source.endsWith("arbeid") && !p.source.endsWith("arbeidar") && !p.source.endsWith("arbeider") {
			p.target.words[i] = strings.TrimSuffix(w, "er")
		}
		if stem, ok := strings.CutSuffix(w, "numre"); ok && p.source.has(strings.ToLower(stem)+"nummer") {
			p.target.words[i] = stem + "nummer"
		}
	}
}

func (s sentence) endsWith(ending string) bool {
	for i := range s.words {
		if strings.HasSuffix(s.lower(i), ending) {
			return true
		}
	}
	return false
}

// objects mends pronouns that nynorsk writes alike as subject and object: "en av de" for "ein av dei", "for de selve" for
// "for dei sjølve".
func (p *pair) objects() {
	for i := range p.target.words {
		if p.target.lower(i) == "selve" && p.source.has("sjølve") {
			alone := i+1 == len(p.target.words) || !p.target.joined(i)
			if alone || pronouns[p.target.lower(i-1)] || p.target.lower(i-1) == "og" {
				p.target.put(i, 1, "selv")
			}
		}
		if p.target.lower(i) == "de" && i > 0 && p.target.joined(i-1) {
			of := p.target.lower(i-1) == "av" && partitives[p.target.lower(i-2)] && afterPartitive[p.target.lower(i+1)]
			self := prepositions[p.target.lower(i-1)] && p.target.at(i+1, []string{"selve"})
			if of || self {
				p.target.put(i, 1, "dem")
			}
		}
	}
}

var (
	pronouns       = wordSet("de dem vi oss dere seg")
	partitives     = wordSet("en ei ett noen mange ingen to alle flere begge hver")
	afterPartitive = wordSet("sier er har skal kan vil må bør som ber ønsker får blir ble var mener søker")
	prepositions   = wordSet("for av til på med i hos om fra mellom")
)

// guessed are nouns, adjectives and verbs that are written alike in singular and plural, or as another word's plural.
var guessed = wordSet("klima arbeid akademi akademia rike miljø behov samfunn")

// pluralBefore reports whether the word before says that a plural follows.
func pluralBefore(s sentence, i int) bool {
	return i > 0 && s.joined(i-1) && strings.HasSuffix(s.lower(i-1), "e") && len(s.lower(i-1)) > 3
}

// linkingS puts the s into compounds that the engine made of parts: tilskuddsordning, frivillighetskoordinator.
func (p *pair) linkingS() {
	for _, link := range []struct{ source, target string }{{"tilskots", "tilskudd"}, {"heits", "het"}, {"skaps", "skap"}} {
		if !p.source.hasInside(link.source) {
			continue
		}
		for i, w := range p.target.words {
			at := strings.Index(w, link.target)
			if at < 0 && link.target == "tilskudd" && strings.HasPrefix(w, "Tilskudd") {
				at = 0
			}
			if at < 0 || at == 0 && link.target != "tilskudd" {
				continue
			}
			end := at + len(link.target)
			rest := w[end:]
			if len(rest) >= 4 && rest[0] != 'e' && (rest[0] != 's' || p.source.hasInside(link.source+"s")) {
				p.target.words[i] = w[:end] + "s" + rest
			}
		}
	}
}

func (s sentence) hasInside(part string) bool {
	for i := range s.words {
		if strings.Contains(s.lower(i), part) {
			return true
		}
	}
	return false
}

// plainEndings gives compounds that the engine did not know bokmål's ending: folketalet, klimagassutsleppa.
func (p *pair) plainEndings() {
	for i, w := range p.target.words {
		for _, e := range []struct{ wrong, right string }{
			{"talet", "tallet"}, {"utsleppene", "utslippene"}, {"utslepp", "utslipp"}, {"utsleppet", "utslippet"},
		} {
			if stem, ok := strings.CutSuffix(w, e.wrong); ok && stem != "" && p.source.hasInside(strings.TrimSuffix(e.wrong, "ene")) {
				p.target.words[i] = stem + e.right
			}
		}
		p.pluralNoun(i)
	}
}

// pluralNoun gives neuters without an ending bokmål's plural behind an adjective in the plural: gode nærmiljøer.
func (p *pair) pluralNoun(i int) {
	for _, noun := range []string{"miljø", "prosjekt", "resultat", "område", "dokument", "eksempel"} {
		stem, ok := strings.CutSuffix(p.target.lower(i), noun)
		if !ok || i == 0 || !p.target.joined(i-1) || stem == p.target.lower(i) {
			continue
		}
		before := p.target.lower(i - 1)
		if len(before) < 4 || !strings.HasSuffix(before, "e") || singularBefore[before] || singularBefore[p.target.lower(i-2)] {
			continue
		}
		word := p.target.words[i]
		switch noun {
		case "område":
			p.target.words[i] = word + "r"
		case "eksempel":
			p.target.words[i] = strings.TrimSuffix(word, "el") + "ler"
		default:
			p.target.words[i] = word + "er"
		}
	}
}

var singularBefore = wordSet("den det dette denne et en ei hver hvert vårt deres hvilke dette samme eneste denne neste første siste ikke være gjøre drive lage finne gi gjennomføre starte støtte")

// things mends "han" and "ham" where nynorsk says "han" of a thing: bokmål says "den". It does so only where a thing of
// that gender has been named and nobody who could be meant.
func (p *pair) things() {
	if p.source.hasPerson() {
		return
	}
	named := false
	for i := range p.target.words {
		word := p.target.lower(i)
		switch {
		case things[word]:
			named = true
		case named && (word == "han" || word == "ham" || word == "hun" || word == "henne"):
			p.target.put(i, 1, "den")
		}
	}
}

var things = wordSet(`avtale avtalen plan planen handlingsplanen søknad søknaden rapport rapporten kommune kommunen fylkeskommune fylkeskommunen
	organisasjon organisasjonen forening foreningen strategi strategien frist fristen revisjon revisjonen regnskapet avgjørelsen
	samarbeidsavtalen partnerskapsavtalen tilskuddsavtalen ordning ordningen protokollen summen helsetilstanden innsatsen
	malen versjonen teksten fila filen lista listen partnerskapet loven saken fylket bygningen virksomheten`)

// hasPerson reports whether a nynorsk sentence names somebody by title.
func (s sentence) hasPerson() bool {
	for i := range s.words {
		word := s.lower(i)
		for _, ending := range []string{"leiar", "leiaren", "førar", "føraren", "direktør", "direktøren", "person", "personen", "søkjar", "søkjaren", "mottakar", "mottakaren", "gjevar", "givar", "søkaren", "medlem", "medlemmen", "medlemet", "deltakar", "deltakaren", "rådmannen", "mann", "kvinne", "ordførar", "rådgivar", "rådgivaren", "barn", "barnet", "elev", "eleven", "brukaren", "underskrivaren", "skrivaren"} {
			if strings.HasSuffix(word, ending) {
				return true
			}
		}
	}
	return false
}

// plainParticiples takes the plural from participles behind "er" and "blir", where plain bokmål has none: er
// orientert, blir valgt.
func (p *pair) plainParticiples() {
	for i := range p.target.words {
		feeling := p.target.at(i, []string{"kjenne*", "seg"}) || p.target.at(i, []string{"føle*", "seg"})
		if !feeling && !bokmalCopulas[p.target.lower(i)] {
			continue
		}
		for n := i + 1; n <= i+3 && n < len(p.target.words) && p.target.joined(n-1); n++ {
			if plain := plainParticiple(p.target.lower(n)); plain != "" {
				p.target.put(n, 1, plain)
				break
			}
		}
	}
}

var bokmalCopulas = wordSet("er var blir ble bli blitt være vært hverandre")

func plainParticiple(word string) string {
	if stem, ok := strings.CutSuffix(word, "erte"); ok && len(stem) > 2 {
		return stem + "ert"
	}
	return bokmalParticiples[word]
}

var bokmalParticiples = map[string]string{
	"skreven": "skrevet", "underskreven": "underskrevet", "bunden": "bundet", "bundne": "bundet", "utestengte": "utestengt", "valgte": "valgt", "gjennomførte": "gjennomført",
	"kjente": "kjent", "satte": "satt", "lagte": "lagt", "sendte": "sendt", "delte": "delt", "fordelte": "fordelt",
	"godkjente": "godkjent", "oppfylte": "oppfylt", "dekte": "dekt", "dekkede": "dekket", "brukte": "brukt", "løste": "løst", "nevnte": "nevnt", "oppnevnte": "oppnevnt",
	"betalte": "betalt", "hørte": "hørt", "ansatte": "ansatt", "avviste": "avvist", "vedtatte": "vedtatt", "tatte": "tatt", "pålagte": "pålagt",
	"prioriterte": "prioritert", "avklarede": "avklart", "avklarte": "avklart",
}
