package ui

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"avtalebok/translate"
	"avtalebok/translate/settings"
)

// translation is the part of the settings about the engine and the house style.
func (s *settingsScreen) translation() fyne.CanvasObject {
	style, folder, where, err := s.options.Language.state()
	state := prose(s.T("settings.engineFound", "Folder", where))
	if where == "" {
		state.SetText(s.T("settings.engineLooking"))
	}
	if err != nil {
		state.SetText(s.words.Error(err))
	}
	choose := newButton(s.T("settings.engineChoose"), func() {
		s.chooseFolder(cmp.Or(folder, "/"), func(chosen string) { s.useEngine(style, folder, chosen) })
	})
	again := newButton(s.T("settings.engineAgain"), func() { s.useEngine(style, folder, "") })
	forms := newButton(s.T("settings.styleChoose"), s.chooseStyle)
	return container.NewVBox(
		state, container.NewHBox(choose, again, layout.NewSpacer()),
		prose(s.styleWords(style)), container.NewHBox(forms, layout.NewSpacer()))
}

// styleWords says which forms a house style has that differ from the default.
func (s *settingsScreen) styleWords(style translate.Style) string {
	forms := style.Forms()
	if len(forms) == 0 {
		return s.T("settings.styleDefault")
	}
	list := ""
	for i, f := range forms {
		if i > 0 {
			list += ", "
		}
		list += f
	}
	return s.T("settings.styleForms", "Forms", list)
}

// useEngine takes the engine of an installation into use and keeps the choice. Where a folder has none, it says so and
// stays with the one that was used before.
func (s *settingsScreen) useEngine(style translate.Style, before, folder string) {
	s.run(func() func() {
		err := s.options.Language.use(style, folder)
		if err != nil && folder != "" {
			_ = s.options.Language.use(style, before) // what is missing there is told of on the page
		}
		return func() {
			s.redraw()
			if err != nil && folder != "" {
				s.fail(err)
				return
			}
			s.remember(settings.ApertiumKey, folder)
		}
	})
}

func (s *settingsScreen) redraw() {
	if s.shown == screen(s) {
		s.refill()
		s.entered()
	}
}

// chooseStyle lets the user choose one form of each preference. It takes effect when the dialog is closed.
func (s *settingsScreen) chooseStyle() {
	style, folder, _, _ := s.options.Language.state()
	chosen := style
	rows := container.NewVBox(prose(s.T("settings.styleAbout")))
	var first fyne.Focusable
	for _, p := range translate.Preferences() {
		choice := newSegments(p.Options, slices.Index(p.Options, style.Choice(p.ID)), func(i int) {
			if with, err := chosen.With(p.Options[i]); err == nil {
				chosen = with
			}
		})
		if first == nil {
			first = choice.buttons[choice.selected]
		}
		rows.Add(choice.object)
	}
	var question *sheet
	leave := newButton(s.T("dialog.cancel"), func() { question.Hide() })
	use := newMainButton(s.T("settings.styleUse"), func() {
		question.Hide()
		s.useStyle(chosen, folder)
	})
	height := s.window.Canvas().Size().Height - 200
	room := container.New(&least{height: height}, container.NewVScroll(rows))
	question = s.newSheet(s.T("settings.styleTitle"), room, leave, use)
	question.present(first, fyne.NewSize(520, 0))
}

// useStyle keeps a house style and takes it into use.
func (s *settingsScreen) useStyle(style translate.Style, folder string) {
	s.run(func() func() {
		err := s.store.SetSetting(context.Background(), settings.StyleKey, string(translate.WriteStyle(style)))
		if err == nil {
			_ = s.options.Language.use(style, folder) // a missing engine is told of on the page
		}
		return func() {
			if err != nil {
				s.fail(err)
			}
			s.redraw()
		}
	})
}
