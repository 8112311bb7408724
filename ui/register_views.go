package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement/register"
)

// nameView says on the button which saved view is shown.
func (s *registerScreen) nameView() {
	name := s.T("register.view.button")
	if s.view.Name != "" {
		name = s.T("register.view.shown", "Name", s.view.Name)
	}
	s.viewName.SetText(name + " …")
}

// showViews shows the saved views, and lets what is shown now be saved as one.
func (s *registerScreen) showViews() {
	var views []register.View
	s.do(func() (err error) {
		views, err = s.store.Views(context.Background())
		return err
	}, func() { s.presentViews(views) })
}

func (s *registerScreen) presentViews(views []register.View) {
	var box *sheet
	list := container.NewVBox()
	var first fyne.Focusable
	for _, v := range views {
		show := newQuietButton(v.Name, theme.ListIcon(), func() {
			box.Hide()
			s.useView(v)
		})
		if first == nil {
			first = show
		}
		remove := newButton(s.T("register.view.delete"), func() {
			box.Hide()
			s.do(func() error { return s.store.DeleteView(context.Background(), v.Name) }, s.showViews)
		})
		list.Add(container.NewBorder(nil, nil, nil, remove, show))
	}
	if len(views) == 0 {
		list.Add(note(s.T("register.view.none")))
	}
	name := newField(s.T("register.view.name"))
	name.SetText(s.view.Name)
	save := newMainButton(s.T("register.view.save"), func() {
		if strings.TrimSpace(name.Text) == "" {
			s.window.Canvas().Focus(name)
			return
		}
		box.Hide()
		s.saveView(name.Text)
	})
	name.OnSubmitted = func(string) { save.OnTapped() }
	if first == nil {
		first = name
	}
	content := container.NewVBox(list, widget.NewSeparator(), prose(s.T("register.view.about")), name)
	box = s.newSheet(s.T("register.view.title"), content, newButton(s.T("dialog.cancel"), func() { box.Hide() }), save)
	box.present(first, fyne.NewSize(520, 0))
}

// useView shows the register as a saved view has it.
func (s *registerScreen) useView(v register.View) {
	s.view = v
	s.at = 0
	s.refill() // the search and the grouping, too
	s.entered()
}

// saveView keeps what is searched for, filtered, ordered and grouped now.
func (s *registerScreen) saveView(name string) {
	v := s.view
	v.Name = name
	s.do(func() error { return s.store.SaveView(context.Background(), v) }, func() {
		s.view.Name = strings.TrimSpace(name)
		s.nameView()
	})
}
