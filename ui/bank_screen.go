package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"avtalebok/ui/desk"
)

// bankScreen shows the bank of goals, duties, focus areas and paragraphs outside of any draft, to be looked after.
type bankScreen struct {
	*Window
	view *desk.BankView
}

func newBankScreen(w *Window) *bankScreen { return &bankScreen{Window: w} }

func (s *bankScreen) content() fyne.CanvasObject {
	s.view = desk.NewBankView(desk.BankOptions{
		Bank: s.store, Templates: s.options.Templates, Localizer: s.words, Timing: s.options.Timing, OnError: s.fail,
	})
	head := container.NewVBox(heading(s.T("app.bank")), note(s.T("desk.bank_about")))
	page := container.NewBorder(head, atRight(s.view.Buttons()...), nil, nil, s.view.Content())
	return s.besideRail(s, measure(1120, page))
}

func (s *bankScreen) entered() { s.window.Canvas().Focus(s.view.First()) }

func (s *bankScreen) leave(then func()) { then() }

// back leaves the tags or the search, and then the bank.
func (s *bankScreen) back() {
	if !s.view.Back() {
		s.home()
	}
}
