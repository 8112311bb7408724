package agreement

// PartyKind is what sort of body a party is.
type PartyKind string

// The kinds of parties.
const (
	CountyParty       PartyKind = "county"
	MunicipalityParty PartyKind = "municipality"
	OrganisationParty PartyKind = "organisation"
)

// Role is a place for a party in an agreement, such as "county" or "municipality". It comes from the template.
type Role struct {
	ID          string    `json:"id"`
	Kind        PartyKind `json:"kind"`
	Label       Pair      `json:"label"`       // what the party is called in the text: "fylkeskommunen"
	Signatories []Pair    `json:"signatories"` // titles that a fresh party's signatories get
	Contacts    []Pair    `json:"contacts"`    // functions that a fresh party's contact persons get
}

// Party is a body that enters the agreement, in a role.
type Party struct {
	Role        string      `json:"role"`
	Kind        PartyKind   `json:"kind"`
	Number      string      `json:"number,omitempty"`    // municipality or county number, e.g. "1804" or "18"
	OrgNumber   string      `json:"orgNumber,omitempty"` // nine digits, Enhetsregisteret
	Name        string      `json:"name"`                // in full: "Bodø kommune"
	Short       string      `json:"short"`               // as used in running text: "Bodø"
	Address     string      `json:"address,omitempty"`
	Adopted     AdoptedForm `json:"adopted,omitempty"` // the written form it has adopted, where known
	Contacts    []Person    `json:"contacts"`
	Signatories []Person    `json:"signatories"`
}

// Person is a signatory or a contact person of a party. A blank name is printed as a line to be filled in by hand.
type Person struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title Text   `json:"title"`
	Email string `json:"email,omitempty"`
	Phone string `json:"phone,omitempty"`
}
