package agreement

import "time"

// Kind is what sort of agreement it is.
type Kind string

// The kinds of agreements.
const (
	Partnership Kind = "partnership"
	Cooperation Kind = "cooperation"
	Grant       Kind = "grant"
)

// Status is where an agreement stands on its way from draft to expiry.
type Status string

// The statuses.
const (
	Draft      Status = "draft"      // being written
	Sent       Status = "sent"       // with the other parties
	Anchored   Status = "anchored"   // decided on politically
	Signed     Status = "signed"     // by all, not yet in force
	Running    Status = "running"    // in force
	Terminated Status = "terminated" // ended by notice
	Expired    Status = "expired"    // ended by its own terms
)

// TemplateRef names the template, and the version of it, that an agreement was made from.
type TemplateRef struct {
	ID      string `json:"id"`
	Version int    `json:"version"`
}

// AgreementRef names a state of another agreement.
type AgreementRef struct {
	ID       string `json:"id"`
	Revision int    `json:"revision"`
	Replaces bool   `json:"replaces,omitempty"` // of Amends: all of that agreement is replaced, and not only parts changed
}

// Agreement is a draft in both written forms. Values are never changed in place: a command gives a new Agreement
// that shares what did not change, so that any value once handed out can be saved, printed or undone to at leisure.
type Agreement struct {
	ID       string      `json:"id"`
	Template TemplateRef `json:"template"`
	Kind     Kind        `json:"kind"`
	Status   Status      `json:"status"`
	Title    Text        `json:"title"` // the genre: "Partnerskapsavtale"
	Theme    Text        `json:"theme"` // what it is about; may be empty
	Roles    []Role      `json:"roles"`
	Parties  []Party     `json:"parties"` // in the order of Roles; more than one only in repeated roles
	Fields   []Field     `json:"fields"`
	Sections []Section   `json:"sections"`
	Notes    []Note      `json:"notes,omitempty"`

	// Amends is the signed agreement that this one changes; nil for one that stands by itself.
	Amends *AgreementRef `json:"amends,omitempty"`

	// Head is there where this is a template that is being written and not an agreement: see Template.Working.
	Head *TemplateHead `json:"head,omitempty"`

	// Revision counts the saves; 0 was never saved. Updated is the moment of the last save in UTC, to the second.
	Revision int       `json:"revision"`
	Updated  time.Time `json:"updated"`
}

// SectionKind says how a section is edited, checked and set.
type SectionKind string

// The kinds of sections.
const (
	Prose      SectionKind = "prose"      // items are paragraphs
	Goals      SectionKind = "goals"      // the lead is the main goal, items are numbered subgoals
	Roles      SectionKind = "roles"      // items are one party's numbered duties
	Focus      SectionKind = "focus"      // items are numbered focus areas, each with a title
	Contacts   SectionKind = "contacts"   // items are paragraphs; the parties' contact persons follow
	Signatures SectionKind = "signatures" // items are paragraphs; the parties' signature blocks follow
	GrantTerms SectionKind = "grant"      // facts in a table, items are paragraphs, payments in a table with their sum
	Networks   SectionKind = "networks"   // items are numbered networks, each with a title, who leads and who takes part
	PartyList  SectionKind = "parties"    // items are paragraphs; a table of the parties follows
)

// Numbered reports whether a section of this kind numbers its items.
func (k SectionKind) Numbered() bool { return k == Goals || k == Roles || k == Focus || k == Networks }

// Titled reports whether the items of a section of this kind have titles.
func (k SectionKind) Titled() bool { return k == Focus || k == Networks }

// Standing reports whether a section of this kind prints something of its own, beyond what is written in it.
func (k SectionKind) Standing() bool { return k == Contacts || k == Signatures || k == PartyList }

// Section is a part of the agreement with a heading of its own.
type Section struct {
	ID       string      `json:"id"`
	Kind     SectionKind `json:"kind"`
	Party    string      `json:"party,omitempty"` // the role whose duties a Roles section lists
	Required bool        `json:"required,omitempty"`
	Heading  Text        `json:"heading"`
	Lead     Text        `json:"lead"` // before the items: the main goal, or an introduction; may be empty
	Items    []Item      `json:"items"`
	Removed  []Removed   `json:"removed,omitempty"` // items with agreed wording that were taken out
	ShowIf   *Condition  `json:"showIf,omitempty"`  // nil is always

	// Only a GrantTerms section has these.
	Facts    []string  `json:"facts,omitempty"`    // IDs of the fields that are set as a table
	Payments []Payment `json:"payments,omitempty"` // in the order in which they are listed
	Total    string    `json:"total,omitempty"`    // ID of the field whose amount the payments add up to; "" for none
}

// Item is a paragraph, subgoal, duty, focus area or network. Blank lines in Text part it into paragraphs.
type Item struct {
	ID     string     `json:"id"`
	Title  Text       `json:"title,omitzero"`
	Text   Text       `json:"text"`
	ShowIf *Condition `json:"showIf,omitempty"` // nil is always

	// Only items of a Networks section have these: keys of parties, IDs of roles for all the parties in them, or names
	// of others.
	Lead    string   `json:"lead,omitempty"`
	Members []string `json:"members,omitempty"`
}

// Section finds a section by its ID.
func (a Agreement) Section(id string) (Section, bool) {
	for _, s := range a.Sections {
		if s.ID == id {
			return s, true
		}
	}
	return Section{}, false
}

// Item finds an item by its ID.
func (s Section) Item(id string) (Item, bool) {
	for _, it := range s.Items {
		if it.ID == id {
			return it, true
		}
	}
	return Item{}, false
}

// Party finds a party by its key. The key of the party in a role that is not repeated is the role's ID.
func (a Agreement) Party(key string) (Party, bool) {
	for _, p := range a.Parties {
		if p.Key() == key {
			return p, true
		}
	}
	return Party{}, false
}

// PartiesIn gives the parties in a role, in order.
func (a Agreement) PartiesIn(role string) []Party {
	var out []Party
	for _, p := range a.Parties {
		if p.Role == role {
			out = append(out, p)
		}
	}
	return out
}

// Role finds a role by its ID.
func (a Agreement) Role(id string) (Role, bool) {
	for _, r := range a.Roles {
		if r.ID == id {
			return r, true
		}
	}
	return Role{}, false
}

// Field finds a field by its ID.
func (a Agreement) Field(id string) (Field, bool) {
	for _, f := range a.Fields {
		if f.ID == id {
			return f, true
		}
	}
	return Field{}, false
}
