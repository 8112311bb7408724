package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/translate/diff"
)

// Changes shows what became of a wording: what went is struck through, what came is underlined, each in a colour of
// its own besides. A line above says what is shown, a choice beneath may do something about it.
type Changes struct {
	widget.BaseWidget
	title   *Words
	text    *widget.RichText
	link    *Link
	bar     *canvas.Rectangle
	size    fyne.ThemeSizeName
	changes []diff.Change
}

// NewChanges makes an empty one with letters of a size.
func NewChanges(size fyne.ThemeSizeName) *Changes {
	c := &Changes{
		title: hidden(NewNote("")), text: widget.NewRichText(), link: newLink(),
		bar: canvas.NewRectangle(nil), size: size,
	}
	c.text.Wrapping = fyne.TextWrapWord
	c.ExtendBaseWidget(c)
	return c
}

// context is how many words beside a change are shown of what stayed.
const context = 8

// Present shows changes under a title. It reports whether anything is shown otherwise than before.
func (c *Changes) Present(title string, changes []diff.Change) bool {
	if c.title.Text() == title && sameChanges(c.changes, changes) {
		return false
	}
	setWords(c.title, title)
	c.changes = changes
	c.text.Segments = c.text.Segments[:0]
	for i, change := range changes {
		text := change.Text
		if change.Operation == diff.Equal {
			text = shortened(text, i > 0, i < len(changes)-1)
		}
		c.text.Segments = append(c.text.Segments, &widget.TextSegment{Text: text, Style: c.style(change.Operation)})
	}
	c.text.Refresh()
	c.Refresh()
	return true
}

// SetLink sets the choice beneath the changes.
func (c *Changes) SetLink(words string, tapped func()) {
	c.link.SetText(words)
	c.link.OnTapped = tapped
	setVisible(c.link, words != "")
}

// Link gives the choice beneath the changes.
func (c *Changes) Link() *Link { return c.link }

// Title gives the line above the changes.
func (c *Changes) Title() string { return c.title.Text() }

// Text gives the changes as they are read: "[-what went-]" and "{+what came+}" among what stayed.
func (c *Changes) Text() string {
	var out strings.Builder
	for _, change := range c.changes {
		switch change.Operation {
		case diff.Delete:
			out.WriteString("[-" + change.Text + "-]")
		case diff.Insert:
			out.WriteString("{+" + change.Text + "+}")
		default:
			out.WriteString(change.Text)
		}
	}
	return out.String()
}

func (c *Changes) style(operation diff.Operation) widget.RichTextStyle {
	style := widget.RichTextStyleInline
	style.SizeName, style.ColorName = c.size, theme.ColorNameForeground
	switch operation {
	case diff.Delete:
		style.ColorName, style.TextStyle.Strikethrough = theme.ColorNameError, true
	case diff.Insert:
		style.ColorName, style.TextStyle.Underline = theme.ColorNameSuccess, true
	}
	return style
}

func sameChanges(a, b []diff.Change) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// shortened leaves out the middle of what stayed; what stands beside a change is kept.
func shortened(text string, changeBefore, changeAfter bool) string {
	words := strings.Fields(text)
	head, tail := 0, 0
	if changeBefore {
		head = context
	}
	if changeAfter {
		tail = context
	}
	if head+tail == 0 || len(words) <= head+tail+context/2 {
		return text
	}
	first, last := strings.Join(words[:head], " "), strings.Join(words[len(words)-tail:], " ")
	if head > 0 && strings.TrimLeft(text, " \n") != text {
		first = " " + first
	}
	if tail > 0 && strings.TrimRight(text, " \n") != text {
		last += " "
	}
	return first + " … " + last
}

// CreateRenderer puts a bar at the side of it all.
func (c *Changes) CreateRenderer() fyne.WidgetRenderer {
	return &changesRenderer{changes: c, objects: []fyne.CanvasObject{c.bar, c.title, c.text, c.link}}
}

type changesRenderer struct {
	changes *Changes
	objects []fyne.CanvasObject
}

func (r *changesRenderer) Destroy()                     {}
func (r *changesRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout stacks title, text and link without the padding that Fyne puts around each.
func (r *changesRenderer) Layout(size fyne.Size) {
	c, inner, pad := r.changes, theme.InnerPadding(), theme.Padding()
	left := 2 * pad
	c.bar.Resize(fyne.NewSize(pad/2, size.Height))
	y := float32(0)
	for _, part := range []fyne.CanvasObject{c.title, c.text, c.link} {
		if !part.Visible() {
			continue
		}
		width := size.Width - left + inner
		if part == fyne.CanvasObject(c.link) {
			width = c.link.MinSize().Width
		}
		part.Resize(fyne.NewSize(width, part.Size().Height))
		part.Resize(fyne.NewSize(width, part.MinSize().Height))
		part.Move(fyne.NewPos(left-inner, y-inner))
		y += lineHeight(part, 0)
	}
}

func (r *changesRenderer) MinSize() fyne.Size {
	c := r.changes
	if width := c.Size().Width - 2*theme.Padding() + theme.InnerPadding(); width > 0 {
		for _, part := range []fyne.CanvasObject{c.title, c.text} {
			if part.Size().Width != width {
				part.Resize(fyne.NewSize(width, part.Size().Height))
			}
		}
	}
	return fyne.NewSize(8*theme.TextSize(), lineHeight(c.title, 0)+lineHeight(c.text, 0)+lineHeight(c.link, 0))
}

func (r *changesRenderer) Refresh() {
	c := r.changes
	c.bar.FillColor = c.Theme().Color(theme.ColorNameSeparator, fyne.CurrentApp().Settings().ThemeVariant())
	c.bar.Refresh()
	for _, o := range r.objects[1:] {
		o.Refresh()
	}
	r.Layout(c.Size())
}
