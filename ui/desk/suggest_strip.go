package desk

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/translate/check"
	"avtalebok/ui/widgets"
)

// stripMost is how high the strip gets before it scrolls, in units of the text size.
const stripMost = 11

// strip stands beneath the section and shows what there is to choose from for the passage that is worked on:
// suggestions of the other form, and findings about the language. It stays out of the text, which does not move.
type strip struct {
	desk    *Desk
	content *fyne.Container
	list    *fyne.Container
	scroll  *container.Scroll
	shown   string // tells whether there is anything new to show
}

func newStrip(d *Desk) *strip {
	s := &strip{desk: d, list: container.NewVBox()}
	s.scroll = container.NewVScroll(container.NewPadded(s.list))
	s.content = container.NewVBox(widget.NewSeparator(), s.scroll)
	s.content.Hide()
	return s
}

// show brings the strip up to date.
func (s *strip) show() {
	findings, suggestions := s.desk.proof.here(), s.desk.suggester.offered()
	suggestions = suggestions[:min(len(suggestions), 3)]
	key := s.key(findings, suggestions)
	if key == s.shown {
		return
	}
	s.shown = key
	s.list.Objects = nil
	for i, f := range findings {
		s.list.Objects = append(s.list.Objects, s.finding(f, i == 0))
	}
	for i, f := range suggestions {
		s.list.Objects = append(s.list.Objects, s.suggestion(f, i+1))
	}
	if key == "" {
		s.content.Hide()
	} else {
		s.content.Show()
		s.fit()
	}
	s.desk.middle.Refresh()
	if current := s.desk.focusedSlot(); current != nil {
		s.desk.reveal(current)
	}
}

// key says in words what is to be shown, to compare it with what is.
func (s *strip) key(findings []check.Finding, suggestions []suggestion) string {
	if len(findings)+len(suggestions) == 0 {
		return ""
	}
	var words strings.Builder
	for _, f := range findings {
		fmt.Fprintln(&words, f.Rule, f.Form, f.Start, f.Found)
	}
	for _, f := range suggestions {
		fmt.Fprintln(&words, s.origin(f), f.text)
	}
	return words.String()
}

// fit gives the strip its height. Words that wrap know theirs when they have their width.
func (s *strip) fit() {
	width := s.desk.sheet.Size().Width - 2*theme.Padding()
	for range 2 {
		s.list.Resize(fyne.NewSize(width, s.list.MinSize().Height))
	}
	height := min(s.list.MinSize().Height+2*theme.Padding(), stripMost*theme.TextSize())
	s.scroll.SetMinSize(fyne.NewSize(0, height))
	s.scroll.ScrollToTop()
}

// suggestion gives the lines for a suggestion: how to insert it, where it comes from, and what it says.
func (s *strip) suggestion(f suggestion, number int) fyne.CanvasObject {
	w := s.desk.words
	keys := fmt.Sprintf("%s+%d", w.T("desk.key.ctrl"), number)
	link := widgets.NewLink(w.T("desk.suggest.insert", "Keys", keys), func() { s.desk.InsertSuggestion(number) })
	origin := widgets.NewNote(s.origin(f))
	origin.OneLine(true)
	lines := stacked(container.NewBorder(nil, nil, link, nil, origin), marked(f))
	if changes := f.changes(); changes != nil {
		shown := widgets.NewChanges(theme.SizeNameCaptionText)
		shown.Present(w.T("desk.suggest.differs."+string(s.desk.suggester.asked.form.Other())), changes)
		lines.Add(shown)
	}
	return lines
}

// stacked stacks lines without the room that Fyne leaves around each.
func stacked(lines ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()), lines...)
}

// origin says where a suggestion comes from, and how well it fits.
func (s *strip) origin(f suggestion) string {
	w := s.desk.words
	if f.match != nil {
		return w.T("desk.suggest.memory", "Score", f.match.Score, "Source", f.match.Source) + " · " +
			w.T("tm.provenance."+string(f.match.Origin))
	}
	out := w.T("desk.suggest.engine")
	if len(f.unknown) > 0 {
		out += " · " + w.N("desk.suggest.unknown", len(f.unknown))
	}
	return out
}

// marked gives a suggestion's text, with the words that the engine did not know underlined and in a colour.
func marked(f suggestion) *widget.RichText {
	plain := widget.RichTextStyleInline
	strange := plain
	strange.ColorName, strange.TextStyle = theme.ColorNameWarning, fyne.TextStyle{Underline: true, Bold: true}
	text := widget.NewRichText()
	text.Wrapping = fyne.TextWrapWord
	at := 0
	add := func(to int, style widget.RichTextStyle) {
		if to = min(to, len(f.text)); to > at {
			text.Segments = append(text.Segments, &widget.TextSegment{Text: f.text[at:to], Style: style})
			at = to
		}
	}
	for _, span := range f.unknown {
		add(span.Start, plain)
		add(span.End, strange)
	}
	add(len(f.text), plain)
	text.Refresh()
	return text
}

// formName is the name of a written form in the language of the interface.
func (d *Desk) formName(f agreement.Form) string { return d.words.T("desk.form." + string(f)) }
