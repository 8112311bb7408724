package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
)

// signed reports whether an agreement has been signed, so that its text stands.
func signed(a agreement.Agreement) bool {
	switch a.Status {
	case agreement.Signed, agreement.Running, agreement.Terminated, agreement.Expired:
		return true
	}
	return false
}

// underBanner sets the desk under a calm line that says that the agreement is signed, with the ways to change it.
func (s *deskScreen) underBanner(desk fyne.CanvasObject) fyne.CanvasObject {
	a := s.desk.Agreement()
	if s.template || !signed(a) {
		return desk
	}
	words := prose(s.T("register.frozen.about", "Status", s.T("register.status."+string(a.Status))))
	buttons := container.NewHBox(
		newButton(s.T("register.frozen.register"), func() { s.showEntry(a.ID) }),
		newButton(s.T("register.entry.revise"), func() { s.amend(a.ID, true) }),
		newButton(s.T("register.entry.amend"), func() { s.amend(a.ID, false) }),
	)
	icon := container.NewCenter(container.NewPadded(widget.NewIcon(theme.InfoIcon())))
	line := container.NewBorder(nil, nil, icon, container.NewCenter(container.NewPadded(buttons)),
		container.NewVBox(layout.NewSpacer(), words, layout.NewSpacer()))
	return container.NewBorder(container.NewVBox(line, widget.NewSeparator()), nil, nil, nil, desk)
}
