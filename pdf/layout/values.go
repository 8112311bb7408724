package layout

import "avtalebok/agreement"

// Style is a weight of the one type family.
type Style uint8

// The styles.
const (
	Regular Style = iota
	Bold
)

// Metrics measures text: its width in points at a type size in points. A space must measure the same wherever it
// stands, so that the width of a line is the sum of its words and spaces.
type Metrics interface {
	Width(style Style, size float64, text string) float64
}

// Colour is what a colour is for; which it is, is for the one who draws to say.
type Colour uint8

// The colours.
const (
	Ink    Colour = iota // text
	Muted                // labels and footers
	Accent               // numbers and what structures the page
	Alarm                // the draft mark
	Marker               // behind what is missing
	Hair                 // thin rules between things
)

// Rect is a rectangle by its top left corner and its size.
type Rect struct{ X, Y, Width, Height float64 }

// Right gives the right edge.
func (r Rect) Right() float64 { return r.X + r.Width }

// Bottom gives the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.Height }

// Run is text in one style that starts X to the right of its line's left edge.
type Run struct {
	Text   string
	X      float64
	Style  Style
	Size   float64
	Colour Colour
}

// Line is one line of text. Its rectangle covers what is seen: a space kept at the end of a wrapped line, so that
// words don't run together when text is extracted, sticks out of it. A line to be filled in by hand has no runs.
type Line struct {
	Rect
	Baseline float64 // y
	Runs     []Run
	Element  int // index into Layout.Elements; Artifact for footers and marks
	Place    agreement.Place
}

// Artifact is the Element of what is not part of the text.
const Artifact = -1

// Shape is a filled rectangle: a rule, a line to write on, or the ground behind a missing part. Shapes are never
// part of the text.
type Shape struct {
	Rect
	Colour Colour
	Frame  bool // outlined instead of filled
}

// Field is an empty signature field.
type Field struct {
	Rect
	Name    string // unique in the document, ASCII
	Tooltip string
	Element int // its Form element
}

// Picture is a picture to be set on the first page.
type Picture struct {
	Width, Height float64 // in any unit: only their ratio counts
	Alternative   string  // text for those who can't see it
}

// Image is where the picture stands.
type Image struct {
	Rect
	Element int
}

// Page is one page; Lines are in reading order, after Images.
type Page struct {
	Images    []Image
	Lines     []Line
	Shapes    []Shape
	Fields    []Field
	Furniture []Line // footer and draft mark, outside of the margins
	Repeated  []Line // headings of tables that go on from the page before; no part of the text
}

// Role is the type of a structure element, named as in ISO 32000-1, 14.8.4.
type Role string

// The roles.
const (
	RoleDocument Role = "Document"
	RoleSection  Role = "Sect"
	RoleH1       Role = "H1"
	RoleH2       Role = "H2"
	RoleH3       Role = "H3"
	RoleP        Role = "P"
	RoleList     Role = "L"
	RoleItem     Role = "LI"
	RoleLabel    Role = "Lbl"
	RoleBody     Role = "LBody"
	RoleTable    Role = "Table"
	RoleRow      Role = "TR"
	RoleHead     Role = "TH"
	RoleCell     Role = "TD"
	RoleForm     Role = "Form"
	RoleFigure   Role = "Figure"
)

// Element is a node of the structure tree. An element has either children or text, never both; children come after
// their parent in Layout.Elements and in reading order.
type Element struct {
	Role     Role
	Parent   int // index; Artifact for the root
	Children []int
	Scope    Scope  // of a TH
	Text     string // of a heading, for the outline; of a figure, in place of it
}

// Scope is what a table header heads.
type Scope string

// The scopes.
const (
	ScopeColumn Scope = "Column"
	ScopeRow    Scope = "Row"
)

// Layout is a document on its pages.
type Layout struct {
	Width, Height float64 // of every page
	Area          Rect    // within the margins
	Pages         []Page
	Elements      []Element // element 0 is the Document
}
