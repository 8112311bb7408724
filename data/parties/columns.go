package parties

import (
	"slices"
	"strings"

	"avtalebok/agreement"
)

// column is what a column of a list says.
type column string

const (
	nameColumn           column = "name"
	numberColumn         column = "number"
	bodyColumn           column = "body" // number of a municipality or county
	shortColumn          column = "short"
	addressColumn        column = "address"
	postcodeColumn       column = "postcode"
	placeColumn          column = "place"
	formColumn           column = "form"
	contactColumn        column = "contact"
	contactTitleColumn   column = "contact_title"
	contactTitleNBColumn column = "contact_title_nb"
	contactTitleNNColumn column = "contact_title_nn"
	emailColumn          column = "email"
	phoneColumn          column = "phone"
	signatoryColumn      column = "signatory"
	signatoryTitleColumn column = "signatory_title"
	signatoryTitleNB     column = "signatory_title_nb"
	signatoryTitleNN     column = "signatory_title_nn"
	groupColumn          column = "group"
)

// headings are the names that a column may have, in bokmål, nynorsk and English, as people and other systems write them.
// They are compared as names are: without case and signs. The plainest stand first.
var headings = map[column][]string{
	nameColumn: {
		"navn", "namn", "name", "organisasjon", "organisation", "organization", "organisasjonsnavn", "organisasjonsnamn",
		"organisation name", "organization name", "lag", "lag eller forening", "lag og foreininger", "forening", "foreining", "part", "motpart",
		"party", "counterpart", "fullt navn", "fullt namn", "full name", "juridisk navn", "juridisk namn", "foretaksnavn", "kommune", "municipality",
	},
	numberColumn: {
		"organisasjonsnummer", "organisasjonsnr", "orgnummer", "orgnr", "org nr", "org nummer", "organisation number",
		"organization number", "org number", "org no", "orgno",
	},
	bodyColumn: {
		"kommunenummer", "kommunenr", "komm nr", "knr", "fylkesnummer", "fylkesnr", "municipality number", "municipality no", "county number",
	},
	shortColumn: {"kortnavn", "kortnamn", "kort navn", "kort namn", "short name", "short", "forkortelse", "forkorting", "forkortning"},
	addressColumn: {
		"adresse", "address", "postadresse", "postal address", "gateadresse", "gateadressa", "besøksadresse", "street", "street address",
		"forretningsadresse", "postadresse adresse", "forretningsadresse adresse",
	},
	postcodeColumn: {"postnummer", "postnr", "postal code", "postcode", "zip", "zip code", "postadresse postnummer", "forretningsadresse postnummer"},
	placeColumn:    {"poststed", "poststad", "sted", "stad", "place", "city", "town", "postadresse poststed", "forretningsadresse poststed"},
	formColumn: {
		"målform", "maalform", "vedtatt målform", "vedteken målform", "skriftspråk", "skriftsspråk", "språk", "language", "written form", "adopted form",
		"form",
	},
	contactColumn: {"kontaktperson", "kontakt", "contact", "contact person", "contact name", "navn på kontaktperson", "namn på kontaktperson"},
	contactTitleColumn: {
		"tittel", "title", "rolle", "funksjon", "function", "kontaktperson tittel", "tittel kontaktperson", "contact title", "stilling", "position",
	},
	contactTitleNBColumn: {"tittel bokmål", "tittel nb", "kontaktperson tittel bokmål", "title bokmål", "contact title bokmål", "contact title nb"},
	contactTitleNNColumn: {"tittel nynorsk", "tittel nn", "kontaktperson tittel nynorsk", "title nynorsk", "contact title nynorsk", "contact title nn"},
	emailColumn: {
		"e post", "epost", "e postadresse", "epostadresse", "e mail", "email", "mail", "email address", "e mail address", "kontakt e post",
		"kontaktperson e post",
	},
	phoneColumn: {
		"telefon", "telefonnummer", "tlf", "mobil", "mobiltelefon", "mobilnummer", "phone", "phone number", "telephone", "mobile",
		"kontaktperson telefon",
	},
	signatoryColumn: {
		"underskriver", "underskrivar", "signatar", "signatør", "signatory", "signer", "leder", "leiar", "styreleder", "styreleiar",
		"signaturberettiget", "signaturrett", "navn på underskriver", "namn på underskrivar", "ordfører", "ordførar", "daglig leder", "dagleg leiar",
	},
	signatoryTitleColumn: {
		"tittel underskriver", "tittel underskrivar", "underskriver tittel", "underskrivar tittel", "underskriverens tittel",
		"tittelen til underskrivaren", "signatory title", "title of signatory",
	},
	signatoryTitleNB: {"tittel underskriver bokmål", "underskriver tittel bokmål", "tittel underskrivar bokmål", "signatory title bokmål", "signatory title nb"},
	signatoryTitleNN: {"tittel underskriver nynorsk", "underskrivar tittel nynorsk", "tittel underskrivar nynorsk", "signatory title nynorsk", "signatory title nn"},
	groupColumn:      {"gruppe", "gruppa", "group", "nettverk", "network"},
}

// columnOf gives what a heading means, or "", and how plainly it says so; 0 is the plainest.
func columnOf(heading string) (means column, rank int) {
	wanted := Normal(heading)
	for c, names := range headings {
		if i := slices.Index(names, wanted); i >= 0 {
			return c, i
		}
	}
	return "", 0
}

// columns says where each column stands.
type columns struct {
	at    map[column]int
	heads []string
}

// columnsOf reads the line with the columns' names. Without a name column nothing can be taken in: the error says what
// stands there instead. Ignored are headings that mean nothing here; of two that mean the same, the one that says it less
// plainly, or later.
func columnsOf(heads []string) (c columns, ignored []string, err error) {
	c = columns{at: map[column]int{}, heads: heads}
	ranks := map[column]int{}
	unused := map[int]bool{}
	for i, head := range heads {
		means, rank := columnOf(head)
		at, taken := c.at[means]
		switch {
		case Normal(head) == "":
		case means == "", taken && ranks[means] <= rank:
			unused[i] = true
		default:
			if taken {
				unused[at] = true
			}
			c.at[means], ranks[means] = i, rank
		}
	}
	for i, head := range heads {
		if unused[i] {
			ignored = append(ignored, shortened(strings.TrimSpace(agreement.CleanLine(head))))
		}
	}
	_, named := c.at[nameColumn]
	if _, numbered := c.at[bodyColumn]; !named && !numbered {
		return c, ignored, agreement.NewError(agreement.Invalid, "error.parties.columns", nil, "Heads", shortHeads(heads))
	}
	return c, ignored, nil
}

func shortHeads(heads []string) string {
	var out []string
	for _, h := range heads[:min(len(heads), 8)] {
		if h = strings.TrimSpace(agreement.CleanLine(h)); h != "" {
			out = append(out, shortened(h))
		}
	}
	return strings.Join(out, ", ")
}

// cell gives what a line has in a column.
func (c columns) cell(cells []string, means column) string {
	i, ok := c.at[means]
	if !ok || i >= len(cells) {
		return ""
	}
	return strings.Join(strings.Fields(agreement.CleanLine(cells[i])), " ")
}
