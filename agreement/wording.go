package agreement

import (
	"strconv"
	"strings"
	"time"
)

// hardSpace keeps figures and their units on one line.
const hardSpace = "\u00a0"

var labels = map[Form]Labels{
	Bokmal: {
		DraftMark: "UTKAST", Page: "Side", Of: "av", CaseNumber: "Saksnummer", PlaceDate: "Sted og dato",
		Signature: "Underskrift", Name: "Navn", Email: "E-post", Phone: "Telefon", SignHere: "Underskrift for",
	},
	Nynorsk: {
		DraftMark: "UTKAST", Page: "Side", Of: "av", CaseNumber: "Saksnummer", PlaceDate: "Stad og dato",
		Signature: "Underskrift", Name: "Namn", Email: "E-post", Phone: "Telefon", SignHere: "Underskrift for",
	},
}

// LabelsIn gives the labels of documents in one form.
func LabelsIn(form Form) Labels { return labels[form] }

// words are those that Resolve itself puts into a document.
type words struct {
	between, and              string
	mainGoal, subgoals        string
	noText, noHeading, noGoal string // stand in brackets where something is missing
	months                    [2]string
	leads, members            string // of a network
	due, purpose, amount, sum string // heads of the table of payments
	party, orgNumber, address string // heads of the table of parties
}

var wordings = map[Form]words{
	Bokmal: {
		between: "mellom", and: "og", mainGoal: "Hovedmål", subgoals: "Delmål",
		noText: "tekst mangler på bokmål", noHeading: "overskrift mangler på bokmål", noGoal: "hovedmål mangler på bokmål",
		months: [2]string{"måned", "måneder"},
		leads:  "Ledelse", members: "Medlemmer",
		due: "Utbetaling", purpose: "Gjelder", amount: "Beløp", sum: "Sum",
		party: "Part", orgNumber: "Organisasjonsnummer", address: "Adresse",
	},
	Nynorsk: {
		between: "mellom", and: "og", mainGoal: "Hovudmål", subgoals: "Delmål",
		noText: "tekst manglar på nynorsk", noHeading: "overskrift manglar på nynorsk", noGoal: "hovudmål manglar på nynorsk",
		months: [2]string{"månad", "månader"},
		leads:  "Leiing", members: "Medlemmer",
		due: "Utbetaling", purpose: "Gjeld", amount: "Beløp", sum: "Sum",
		party: "Part", orgNumber: "Organisasjonsnummer", address: "Adresse",
	},
}

// smallNumbers are written in words up to twelve, as running text has it. Masculine ("én måned") for one.
var smallNumbers = map[Form][]string{
	Bokmal:  {"null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"},
	Nynorsk: {"null", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"},
}

func countWord(n int, form Form) string {
	if list := smallNumbers[form]; n >= 0 && n < len(list) {
		return list[n]
	}
	return groupDigits(int64(n))
}

// groupDigits writes 10000 as "10 000" with a hard space; four digits stand together (Språkrådet, «Tall»).
func groupDigits(n int64) string {
	s := strconv.FormatInt(n, 10)
	digits := strings.TrimPrefix(s, "-")
	sign := s[:len(s)-len(digits)]
	if len(digits) <= 4 {
		return s
	}
	head := len(digits) % 3
	var parts []string
	if head > 0 {
		parts = append(parts, digits[:head])
	}
	for i := head; i < len(digits); i += 3 {
		parts = append(parts, digits[i:i+3])
	}
	return sign + strings.Join(parts, hardSpace)
}

var monthNames = [...]string{
	"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
}

// WrittenDate gives a date as it stands in running text, "8. februar 2015" with hard spaces; the names of the months are
// the same in both forms.
func WrittenDate(t time.Time) string {
	return strconv.Itoa(t.Day()) + "." + hardSpace + monthNames[t.Month()-1] + hardSpace + strconv.Itoa(t.Year())
}
