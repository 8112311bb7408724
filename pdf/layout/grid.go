package layout

// The grid, in points. Body text has a leading of 15; every space above and below is a multiple of half of it, so
// that lines of facing columns and pages stand level.
const (
	pageWidth  = 595.28 // A4, ISO 216
	pageHeight = 841.89

	leading = 15.0
	half    = leading / 2

	marginLeft  = 74.0
	marginTop   = 72.0
	areaWidth   = 447.0
	areaHeight  = 46 * leading
	proseWidth  = 410.0 // some 78 characters: longer lines tire the eye
	indent      = 19.0  // of a list's text; its numbers hang in it
	gutter      = 27.0  // between two columns
	columnWidth = (areaWidth - gutter) / 2

	bodySize    = 10.5
	smallSize   = 9.5
	labelSize   = 8.0
	titleSize   = 25.0
	themeSize   = 14.0
	headingSize = 13.5

	hairline = 0.5
)

// area is the rectangle that text must stay within.
var area = Rect{X: marginLeft, Y: marginTop, Width: areaWidth, Height: areaHeight}

// The manners of text.
var (
	bodyFace      = face{Regular, bodySize, Ink}
	strongFace    = face{Bold, bodySize, Ink}
	numberFace    = face{Bold, bodySize, Accent}
	titleFace     = face{Bold, titleSize, Ink}
	themeFace     = face{Regular, themeSize, Accent}
	headingFace   = face{Bold, headingSize, Accent}
	subheadFace   = face{Bold, bodySize + 0.5, Ink}
	goalFace      = face{Regular, 13, Ink}
	tableFace     = face{Regular, smallSize, Ink}
	tableHeadFace = face{Bold, smallSize, Ink}
	labelFace     = face{Regular, labelSize, Muted}
)
