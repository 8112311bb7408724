package agreement

import "time"

// Translation is a pair of wordings that say the same, as the translation memory keeps it. Placeholders stand in it
// as they stand in the passages.
type Translation struct {
	ID int64 // given by the store, never used again for another one
	Pair
	Origin    Provenance
	Source    string    // what it comes from: the agreement's title, the template's name, the file's name
	Confirmed time.Time // when it was last accepted or, in an imported file, changed; UTC, to the second
	Uses      int       // how often it was inserted
}

// Provenance says who vouches for a translation.
type Provenance string

// The provenances.
const (
	FromApproval Provenance = "approved" // a person accepted the pair in an agreement
	FromTemplate Provenance = "template" // it stands in a template of the program
	FromImport   Provenance = "imported" // it came with a file from elsewhere
)
