package register

import (
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// Words are what the register is called in files, in one written form. The window's own words are in locales.
type Words struct {
	Register, Totals, FollowUp string // titles
	Statuses                   map[agreement.Status]string
	Forms                      map[Written]string
	Tasks                      map[TaskKind]string
	Responsible                string
	Several                    string // "Avtaler", above a column of counts
	Unsigned                   string // instead of a year
	Other                      string // a kind that is not known

	agreements, organisations, municipalities, counties [2]string // one, several
	kinds                                               map[agreement.Kind][2]string
	with, and                                           string
}

var words = map[agreement.Form]Words{
	agreement.Bokmal: {
		Register: "Avtaleregister", Totals: "Sammendrag", FollowUp: "Oppfølging",
		Statuses: map[agreement.Status]string{
			agreement.Draft: "Utkast", agreement.Sent: "Hos motparten", agreement.Anchored: "Politisk forankret",
			agreement.Signed: "Signert", agreement.Running: "Løpende", agreement.Terminated: "Sagt opp", agreement.Expired: "Utløpt",
		},
		Forms: map[Written]string{InBokmal: "bokmål", InNynorsk: "nynorsk", InBoth: "bokmål og nynorsk"},
		Tasks: map[TaskKind]string{
			HoldMeeting: "Årlig møte", DecideNotice: "Siste frist for å si opp eller bli enige om å fortsette",
			SendReport: "Frist for rapport", PayGrant: "Utbetaling av tilskudd", Expires: "Avtalen går ut", Ends: "Avtalen tar slutt",
		},
		Responsible: "Ansvarlig", Several: "Avtaler", Unsigned: "ikke signert", Other: "Annen avtale",
		agreements: [2]string{"avtale", "avtaler"}, organisations: [2]string{"organisasjon", "organisasjoner"},
		municipalities: [2]string{"kommune", "kommuner"}, counties: [2]string{"fylkeskommune", "fylkeskommuner"},
		kinds: map[agreement.Kind][2]string{
			agreement.Partnership: {"partnerskapsavtale", "partnerskapsavtaler"},
			agreement.Cooperation: {"samarbeidsavtale", "samarbeidsavtaler"},
			agreement.Grant:       {"tilskuddsavtale", "tilskuddsavtaler"},
		},
		with: "med", and: "og",
	},
	agreement.Nynorsk: {
		Register: "Avtaleregister", Totals: "Samandrag", FollowUp: "Oppfølging",
		Statuses: map[agreement.Status]string{
			agreement.Draft: "Utkast", agreement.Sent: "Hos motparten", agreement.Anchored: "Politisk forankra",
			agreement.Signed: "Signert", agreement.Running: "Løpande", agreement.Terminated: "Oppsagd", agreement.Expired: "Utgått",
		},
		Forms: map[Written]string{InBokmal: "bokmål", InNynorsk: "nynorsk", InBoth: "bokmål og nynorsk"},
		Tasks: map[TaskKind]string{
			HoldMeeting: "Årleg møte", DecideNotice: "Siste frist for å seie opp eller bli samde om å halde fram",
			SendReport: "Frist for rapport", PayGrant: "Utbetaling av tilskot", Expires: "Avtalen går ut", Ends: "Avtalen tek slutt",
		},
		Responsible: "Ansvarleg", Several: "Avtalar", Unsigned: "ikkje signert", Other: "Annan avtale",
		agreements: [2]string{"avtale", "avtalar"}, organisations: [2]string{"organisasjon", "organisasjonar"},
		municipalities: [2]string{"kommune", "kommunar"}, counties: [2]string{"fylkeskommune", "fylkeskommunar"},
		kinds: map[agreement.Kind][2]string{
			agreement.Partnership: {"partnarskapsavtale", "partnarskapsavtalar"},
			agreement.Cooperation: {"samarbeidsavtale", "samarbeidsavtalar"},
			agreement.Grant:       {"tilskotsavtale", "tilskotsavtalar"},
		},
		with: "med", and: "og",
	},
}

// WordsIn gives the register's words in one form.
func WordsIn(form agreement.Form) Words { return words[form] }

// Kind gives the word for a kind, with a capital first letter.
func (w Words) Kind(k agreement.Kind) string {
	if of, ok := w.kinds[k]; ok {
		return strings.ToUpper(of[0][:1]) + of[0][1:]
	}
	return w.Other
}

// Year gives a year as a group or count names it; "0" is not signed.
func (w Words) Year(key string) string {
	if key == "0" {
		return w.Unsigned
	}
	return key
}

// Sentence says the totals in one line: "25 avtalar med 24 organisasjonar, 13 partnarskapsavtalar, 12
// samarbeidsavtalar". What there is none of is left out.
func (t Totals) Sentence(form agreement.Form) string {
	w := words[form]
	counted := func(n int, of [2]string) string {
		word := of[1]
		if n == 1 {
			word = of[0]
		}
		return strconv.Itoa(n) + " " + word
	}
	var with []string
	for _, c := range []struct {
		n  int
		of [2]string
	}{{t.Organisations, w.organisations}, {t.Municipalities, w.municipalities}, {t.Counties, w.counties}} {
		if c.n > 0 {
			with = append(with, counted(c.n, c.of))
		}
	}
	s := counted(t.Agreements, w.agreements)
	switch n := len(with); {
	case n == 1:
		s += " " + w.with + " " + with[0]
	case n > 1:
		s += " " + w.with + " " + strings.Join(with[:n-1], ", ") + " " + w.and + " " + with[n-1]
	}
	for _, c := range t.Kinds {
		if of, ok := w.kinds[agreement.Kind(c.Key)]; ok {
			s += ", " + counted(c.Count, of)
		}
	}
	return s
}

// WrittenDate gives a date as agreement.WrittenDate does, and "" for none.
func WrittenDate(d Date) string {
	if d.IsZero() {
		return ""
	}
	return agreement.WrittenDate(d.Time())
}
