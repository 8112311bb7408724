package ui

import (
	"errors"
	"log/slog"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/ui/desk"
)

// tools are what every screen needs: the window, the store, the words, a way to do slow work, and a way to say that
// something failed.
type tools struct {
	window fyne.Window
	store  Store
	run    Runner
	timing desk.Timing
	now    func() time.Time
	log    *slog.Logger
	words  *locales.Localizer // another one when the language is switched
	open   []dismisser        // dialogs on the screen, the topmost last
}

func (t *tools) T(key string, args ...any) string { return t.words.T(key, args...) }

// form gives the written form in which lists show agreements: that of the interface, bokmål for the English one.
func (t *tools) form() agreement.Form {
	if t.words.Language == string(agreement.Nynorsk) {
		return agreement.Nynorsk
	}
	return agreement.Bokmal
}

// do works away from the UI thread. Where the work fails, the user is told; otherwise done runs on the UI thread.
func (t *tools) do(work func() error, done func()) {
	t.run(func() func() {
		err := work()
		return func() {
			if err != nil {
				t.fail(err)
				return
			}
			if done != nil {
				done()
			}
		}
	})
}

// dismisser is a dialog that Escape closes.
type dismisser interface{ Dismiss() }

// sheet is a dialog that Escape closes and that knows what has the focus first.
type sheet struct {
	*dialog.CustomDialog
	tools *tools
	size  fyne.Size // wanted; zero until the dialog is shown
}

// newSheet makes a dialog. The buttons stand below the content, the main one last.
func (t *tools) newSheet(title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) *sheet {
	s := &sheet{CustomDialog: dialog.NewCustomWithoutButtons(title, content, t.window), tools: t}
	s.SetButtons(buttons)
	s.SetOnClosed(func() { t.forget(s) })
	return s
}

// present shows the dialog with the focus on first, at least as large as size where the window has the room.
func (s *sheet) present(first fyne.Focusable, size fyne.Size) {
	room := s.tools.window.Canvas().Size()
	s.size = fyne.NewSize(min(size.Width*textScale(), room.Width-32), min(size.Height, room.Height-32))
	s.tools.open = append(s.tools.open, s)
	s.fit()
	s.Show()
	s.fit()
	if first != nil {
		s.tools.window.Canvas().Focus(first)
	}
}

// fit gives the dialog the height that its content needs. Words that wrap know theirs only when they have a width,
// so a dialog is fitted anew when it is on the window, and when its content changes.
func (s *sheet) fit() {
	if !s.size.IsZero() {
		s.Resize(s.size)
	}
}

func (t *tools) forget(d dismisser) {
	for i, other := range t.open {
		if other == d {
			t.open = append(t.open[:i], t.open[i+1:]...)
			return
		}
	}
}

// fail tells the user what went wrong and what to do about it. The details are for whoever helps: they go to the
// log, and on request to the clipboard.
func (t *tools) fail(err error) {
	t.log.Error("shown to the user", "error", err)
	message := widget.NewLabel(t.words.Error(err))
	message.Wrapping = fyne.TextWrapWord
	var s *sheet
	details := newButton(t.T("dialog.copyDetails"), nil)
	details.OnTapped = func() {
		fyne.CurrentApp().Clipboard().SetContent(err.Error())
		details.SetText(t.T("dialog.copied"))
	}
	closing := newMainButton(t.T("dialog.close"), func() { s.Hide() })
	s = t.newSheet(t.T(failureTitle(err)), message, details, closing)
	s.present(closing, fyne.NewSize(520, 0))
}

// tell says something that the user must know and that is no failure.
func (t *tools) tell(title, text string) {
	var s *sheet
	closing := newMainButton(t.T("dialog.close"), func() { s.Hide() })
	s = t.newSheet(title, prose(text), closing)
	s.present(closing, fyne.NewSize(520, 0))
}

// failureTitle says how bad it is: a wrong input is not a fault of the machine.
func failureTitle(err error) string {
	var e *agreement.Error
	if !errors.As(err, &e) {
		return "dialog.failed"
	}
	switch e.Code {
	case agreement.Invalid, agreement.Refused, agreement.NotFound:
		return "dialog.cannot"
	case agreement.Conflict:
		return "dialog.conflict"
	case agreement.Storage:
		return "dialog.storage"
	}
	return "dialog.failed"
}

// heading is the title of a screen.
func heading(text string) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.SizeName = "headingText"
	return l
}

// subheading is the title of a part of a screen.
func subheading(text string) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.SizeName = "subHeadingText"
	return l
}

// prose is a text of one or more lines.
func prose(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// note is a text that helps and is not in the way.
func note(text string) *widget.Label {
	l := prose(text)
	l.Importance = widget.LowImportance
	return l
}

// doneLine says beneath a list what was done last, with a way back; undo may be nil.
func doneLine(done string, undo fyne.CanvasObject) fyne.CanvasObject {
	said := widget.NewLabel(done)
	said.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(widget.NewSeparator(), nil, nil, undo, said)
}

// holdsAll reports whether a text has each of some words. Both are in lower case.
func holdsAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// measure holds an object to a comfortable width, in pixels at the normal text size, at the left of what there is.
func measure(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&measured{width}, o)
}

type measured struct{ width float32 }

func (m *measured) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (m *measured) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(min(size.Width, max(m.width*textScale(), objects[0].MinSize().Width)), size.Height))
}

// atRight puts objects side by side at the right edge.
func atRight(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewHBox(append([]fyne.CanvasObject{layout.NewSpacer()}, objects...)...)
}

// failureLayout sets a title, a text and buttons below each other.
func failureLayout(title, text, buttons fyne.CanvasObject) fyne.CanvasObject {
	return container.NewPadded(container.NewBorder(title, buttons, nil, nil, text))
}
