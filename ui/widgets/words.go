package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Words are words to be read, in a size and colour of the theme. A Fyne label of low importance has the colour of
// what is disabled, which is too faint to read (WCAG 2.2, 1.4.3).
type Words struct {
	widget.RichText
	segment *widget.TextSegment
}

// NewWords makes words that wrap.
func NewWords(text string, size fyne.ThemeSizeName, colour fyne.ThemeColorName) *Words {
	w := &Words{segment: &widget.TextSegment{Text: text}}
	w.segment.Style = widget.RichTextStyleParagraph
	w.segment.Style.SizeName, w.segment.Style.ColorName = size, colour
	w.Segments = []widget.RichTextSegment{w.segment}
	w.Wrapping, w.Scroll = fyne.TextWrapWord, fyne.ScrollNone
	w.ExtendBaseWidget(w)
	return w
}

// NewNote makes words of small, quiet letters.
func NewNote(text string) *Words {
	return NewWords(text, theme.SizeNameCaptionText, theme.ColorNamePlaceHolder)
}

// Bold sets the words in bold.
func (w *Words) Bold() *Words {
	w.segment.Style.TextStyle.Bold = true
	return w
}

// Text gives the words.
func (w *Words) Text() string { return w.segment.Text }

// SetText changes the words.
func (w *Words) SetText(text string) {
	if w.segment.Text != text {
		w.segment.Text = text
		w.Refresh()
	}
}

// SetColour changes the colour.
func (w *Words) SetColour(name fyne.ThemeColorName) {
	if w.segment.Style.ColorName != name {
		w.segment.Style.ColorName = name
		w.Refresh()
	}
}

// OneLine makes words that do not fit end in dots instead of wrapping.
func (w *Words) OneLine(on bool) {
	w.Wrapping, w.Truncation = fyne.TextWrapWord, fyne.TextTruncateOff
	if on {
		w.Wrapping, w.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	}
}
