package agreement

// Part names a text within a place.
type Part string

// The parts that a place can name.
const (
	PartTitle   Part = "title"   // the agreement's or an item's title, or a person's
	PartTheme   Part = "theme"   // the agreement's theme
	PartHeading Part = "heading" // a section's heading
	PartLead    Part = "lead"    // a section's lead
	PartText    Part = "text"    // an item's text
	PartName    Part = "name"    // a party's or person's name
	PartAnswer  Part = "answer"  // a field's answer
	PartPurpose Part = "purpose" // what a payment is for
	PartDue     Part = "due"     // when a payment is due
	PartAmount  Part = "amount"  // a payment's amount
	PartLeader  Part = "leader"  // who leads a network
	PartMembers Part = "members" // who takes part in a network
	PartAbout   Part = "about"   // what a template is for
)

// Place names a spot in an agreement: a passage, a field, a party or a person. Findings, comments and the preview
// use it to find their way back to what they speak of. The zero Place is the agreement as a whole.
type Place struct {
	Section string `json:"section,omitempty"`
	Item    string `json:"item,omitempty"` // an item or a payment of that section
	Field   string `json:"field,omitempty"`
	Party   string `json:"party,omitempty"`  // a party's key, or the ID of a role that nobody holds
	Person  string `json:"person,omitempty"` // a signatory or contact person of that party
	Part    Part   `json:"part,omitempty"`
}
