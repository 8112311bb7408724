package agreement

// PartyKind is what sort of body a party is.
type PartyKind string

// The kinds of parties.
const (
	CountyParty       PartyKind = "county"
	MunicipalityParty PartyKind = "municipality"
	OrganisationParty PartyKind = "organisation"
)

// Role is a place for a party in an agreement, such as "county" or "municipality", or for several of a sort, such as
// "members". It comes from the template.
type Role struct {
	ID          string    `json:"id"`
	Kind        PartyKind `json:"kind"`
	Label       Pair      `json:"label"`           // what the party is called in the text: "fylkeskommunen"
	Plural      Pair      `json:"plural,omitzero"` // what several are called: "kommuner"; only of repeated roles
	Repeat      Repeat    `json:"repeat,omitzero"` // how many parties; the zero value is exactly one
	Signatories []Pair    `json:"signatories"`     // titles that a fresh party's signatories get
	Contacts    []Pair    `json:"contacts"`        // functions that a fresh party's contact persons get
}

// Repeat bounds the parties in a role, both ends included.
type Repeat struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// Repeated reports whether the role is for several parties.
func (r Role) Repeated() bool { return r.Repeat != Repeat{} }

// Bounds gives the least and the greatest number of parties in the role.
func (r Role) Bounds() (least, most int) {
	if !r.Repeated() {
		return 1, 1
	}
	return r.Repeat.Min, r.Repeat.Max
}

// Called gives the word for n parties in the role.
func (r Role) Called(n int, form Form) string {
	if n != 1 && r.Repeated() && !r.Plural.Blank() {
		return r.Plural.In(form)
	}
	return r.Label.In(form)
}

// Party is a body that enters the agreement, in a role.
type Party struct {
	ID          string      `json:"id,omitempty"` // only in repeated roles, where it tells the parties apart
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

// Key names the party within its agreement: its ID, or that of its role where it has none.
func (p Party) Key() string {
	if p.ID != "" {
		return p.ID
	}
	return p.Role
}

// Person is a signatory or a contact person of a party. A blank name is printed as a line to be filled in by hand.
type Person struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title Text   `json:"title"`
	Email string `json:"email,omitempty"`
	Phone string `json:"phone,omitempty"`
}
