package check

import (
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
)

// option is one of the forms that a word may take, all of them right.
type option struct {
	name  string            // as in translate.Preferences, for nynorsk
	words map[string]string // a word of this form -> the same word of the group's other form
}

// group is a choice that the norm leaves to the writer, who should keep to it.
type group struct {
	preference string // ID in translate.Preferences, or "" in bokmål
	form       agreement.Form
	options    [2]option
	chosen     int  // by the house style: 0 or 1, -1 for none
	optional   bool // both may stand side by side; only an organisation that chose the second form minds the first
}

// pair gives the two options of a group from rows "a=b a2=b2".
func pair(form agreement.Form, preference, first, second, rows string) group {
	g := group{preference: preference, form: form, chosen: -1}
	g.options[0] = option{first, map[string]string{}}
	g.options[1] = option{second, map[string]string{}}
	for _, row := range strings.Fields(rows) {
		a, b, _ := strings.Cut(row, "=")
		a, b = strings.ReplaceAll(a, "_", " "), strings.ReplaceAll(b, "_", " ")
		g.options[0].words[a] = b
		g.options[1].words[b] = a
	}
	return g
}

// optional gives a group of nynorsk words that need not be kept apart within a document.
func optional(preference, first, second, rows string) group {
	g := pair(agreement.Nynorsk, preference, first, second, rows)
	g.optional = true
	return g
}

// forms are the groups that are watched. A word stands here only where it can be nothing else in running text.
var forms = []group{
	pair(agreement.Nynorsk, "gj", "byggje", "bygge", verbPairs("ggj", "gg",
		"bygg", "legg", "ligg", "utbygg", "oppbygg", "førebygg", "tilrettelegg", "planlegg", "kartlegg", "vedlegg", "fastlegg", "pålegg")),
	pair(agreement.Nynorsk, "kj", "søkje", "søke", verbPairs("kj", "k", "søk", "undersøk", "tenk", "trekk", "dekk", "strekk", "senk", "krenk", "vekk")),
	pair(agreement.Nynorsk, translate.We, "vi", "me", "vi=me"),
	pair(agreement.Nynorsk, translate.Became, "blei", "vart", "blei=vart blitt=vorte"),
	pair(agreement.Nynorsk, translate.Become, "bli", "verte", "bli=verte blir=vert"),
	pair(agreement.Nynorsk, "give", "gi", "gje", "gir=gjev gi=gje gitt=gjeve"),
	pair(agreement.Nynorsk, "take", "tek", "tar", "tek=tar deltek=deltar mottek=mottar vedtek=vedtar overtek=overtar"),
	pair(agreement.Nynorsk, "at", "hos", "hjå", "hos=hjå"),
	pair(agreement.Nynorsk, "first", "først", "fyrst", "først=fyrst første=fyrste"),
	pair(agreement.Nynorsk, "therefore", "difor", "derfor", "difor=derfor"),
	pair(agreement.Nynorsk, "simultaneously", "samstundes", "samtidig", "samstundes=samtidig"),
	pair(agreement.Nynorsk, "while", "medan", "mens", "medan=mens"),
	pair(agreement.Nynorsk, "thereby", "dermed", "dimed", "dermed=dimed"),
	pair(agreement.Nynorsk, "either", "anten", "enten", "anten=enten"),
	pair(agreement.Nynorsk, "neither", "verken", "korkje", "verken=korkje"),
	pair(agreement.Nynorsk, "between", "mellom anna", "blant anna", "mellom_anna=blant_anna"),
	pair(agreement.Nynorsk, "nearer", "nærare", "nærmare", "nærare=nærmare"),
	pair(agreement.Nynorsk, "nearest", "nærast", "nærmast", "nærast=nærmast"),
	pair(agreement.Nynorsk, "really", "eigentleg", "eigenleg", "eigentleg=eigenleg"),
	pair(agreement.Nynorsk, "school", "skule", "skole", "skule=skole skulen=skolen skular=skolar skulane=skolane"),
	pair(agreement.Nynorsk, "wish", "ønskje", "ynskje", "ønskjer=ynskjer ønskjer=ynskjer ønska=ynska ønskte=ynskte"),
	pair(agreement.Nynorsk, "when", "då", "da", "då=da"),
	optional("too", "òg", "også", "òg=også"),
	optional("now", "no", "nå", "no=nå"),
	optional("you", "de", "dokker", "de=dokker"),
	optional("example", "døme", "eksempel", "døme=eksempel dømet=eksempelet døma=eksempla"),
	optional("difference", "skilnad", "forskjell", "skilnad=forskjell skilnaden=forskjellen skilnader=forskjellar skilnadene=forskjellane"),
	optional("overview", "oversikt", "oversyn", "oversikt=oversyn oversikta=oversynet"),
	optional("agreed", "samd", "einig", "samd=einig samde=einige"),
	optional("describe", "beskrive", "skildre", "beskrive=skildre beskriv=skildrar beskriven=skildra"),
	optional("vote", "stemme", "røyste", "stemmer=røyster stemte=røysta"),
	pair(agreement.Bokmal, "", "fram", "frem", `fram=frem framover=fremover framtid=fremtid framtiden=fremtiden
		framtida=fremtida framtidig=fremtidig framtidige=fremtidige framgang=fremgang framgangen=fremgangen
		framdrift=fremdrift framdriften=fremdriften framdriftsplan=fremdriftsplan framdriftsplanen=fremdriftsplanen
		framlegge=fremlegge framlegges=fremlegges framheve=fremheve framskaffe=fremskaffe`),
	pair(agreement.Bokmal, "", "deltakelse", "deltagelse", `deltakelse=deltagelse deltakelsen=deltagelsen deltaker=deltager
		deltakere=deltagere deltakerne=deltagerne deltakeren=deltageren`),
	pair(agreement.Bokmal, "", "mottaker", "mottager", "mottaker=mottager mottakere=mottagere mottakeren=mottageren mottakerne=mottagerne"),
	pair(agreement.Bokmal, "", "sju", "syv", "sju=syv"),
	pair(agreement.Bokmal, "", "verken", "hverken", "verken=hverken"),
	pair(agreement.Bokmal, "", "satsing", "satsning", "satsing=satsning satsinger=satsninger satsingen=satsningen satsingene=satsningene"),
}

// verbPairs gives the present and infinitive forms of verbs with and without j.
func verbPairs(with, without string, stems ...string) string {
	var rows []string
	for _, stem := range stems {
		base := strings.TrimSuffix(stem, without)
		for _, end := range []string{"e", "a", "er", "ast", "ande"} {
			rows = append(rows, base+with+end+"="+base+without+end)
		}
	}
	return strings.Join(rows, " ")
}

// groupsFor gives the groups with the house style's choices.
func groupsFor(style *translate.Style) []group {
	groups := slices.Clone(forms)
	if style == nil {
		return groups
	}
	for i := range groups {
		for n, o := range groups[i].options {
			wanted := groups[i].preference != "" && style.Choice(groups[i].preference) == o.name
			if wanted && !(groups[i].optional && n == 0) {
				groups[i].chosen = n
			}
		}
	}
	return groups
}

// choice is a wording that a group has.
type choice struct {
	group  int
	option int
	other  string
}

// choices finds the wordings of the groups of one form, of one word or two.
func choices(groups []group, form agreement.Form) map[string]choice {
	index := map[string]choice{}
	for n, g := range groups {
		if g.form != form {
			continue
		}
		for o, option := range g.options {
			for w, other := range option.words {
				index[w] = choice{n, o, other}
			}
		}
	}
	return index
}

// eachChoice goes through the words of a text that a group has.
func (c *Checker) eachChoice(t *text, visit func(at choice, start, end int)) {
	index := c.choices[t.form]
	for i, w := range t.words {
		if !t.plain(i) || w.hanging {
			continue
		}
		if at, ok := index[w.lower]; ok {
			visit(at, w.start, w.end)
		} else if twoWords[w.lower] && t.together(i) {
			if at, ok := index[w.lower+" "+t.lower(i+1)]; ok {
				visit(at, w.start, t.words[i+1].end)
			}
		}
	}
}

// twoWords begin the wordings of two words.
var twoWords = words("mellom blant")

// findHouseStyle reports forms that the organisation doesn't use, in one text.
func (c *Checker) findHouseStyle(t *text, report reporter) {
	style := c.options.Style
	if style == nil {
		return
	}
	c.eachChoice(t, func(at choice, start, end int) {
		if chosen := c.groups[at.group].chosen; chosen >= 0 && chosen != at.option {
			report(ruleHouseStyle, start, end, likeCapitals(t.raw[start:end], []string{at.other})...)
		}
	})
	wrong := map[string]byte{"e-infinitiv": 'a', "a-infinitiv": 'e'}[style.Choice(translate.Infinitive)]
	for _, f := range t.infinitives() {
		if w := t.words[f.word]; f.vowel == wrong {
			report(ruleHouseStyle, w.start, w.end, otherVowel(t.raw[w.start:w.end]))
		}
	}
}

// otherVowel gives an infinitive in the other style.
func otherVowel(w string) string {
	stem := w[:len(w)-1]
	if strings.HasSuffix(w, "a") {
		return stem + "e"
	}
	return stem + "a"
}
