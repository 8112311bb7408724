package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"avtalebok/translate"
	"avtalebok/translate/engines"
	"avtalebok/translate/settings"
)

// translation is the part of the settings about the engine and the house style.
func (s *settingsScreen) translation() fyne.CanvasObject {
	chosen, found, err := s.options.Language.state()
	state := prose(s.T("settings.engineLooking"))
	if found.Kind != engines.Automatic {
		state.SetText(s.T("settings.engineFound."+string(found.Kind), "Folder", found.Folder))
	}
	if err != nil {
		state.SetText(s.words.Error(err))
	}
	choose := newButton(s.T("settings.engineChoose"), func() {
		s.chooseFolder(cmp.Or(chosen.folder, "/"), func(folder string) { s.useEngine(chosen, chosen.kind, folder) })
	})
	again := newButton(s.T("settings.engineAgain"), func() { s.useEngine(chosen, chosen.kind, "") })
	forms := newButton(s.T("settings.styleChoose"), s.chooseStyle)
	return container.NewVBox(
		state, s.engineKinds(chosen, found), container.NewHBox(choose, again, layout.NewSpacer()),
		prose(s.styleWords(chosen.style)), container.NewHBox(forms, layout.NewSpacer()))
}

// engineKinds lets the user choose between the engine within the program and Apertium's own programs. The first is
// also what is used before anybody has chosen, with the other standing in where it can't be used.
func (s *settingsScreen) engineKinds(chosen engineChoice, found engines.Found) fyne.CanvasObject {
	kinds := []engines.Kind{engines.Automatic, engines.Apertium}
	selected := 0
	if chosen.kind == engines.Apertium || found.Kind == engines.Apertium {
		selected = 1
	}
	names := []string{s.T("settings.engines.internal"), s.T("settings.engines.apertium")}
	return newSegments(names, selected, func(i int) { s.useEngine(chosen, kinds[i], chosen.folder) }).object
}

// styleWords says which forms a house style has that differ from the default.
func (s *settingsScreen) styleWords(style translate.Style) string {
	forms := style.Forms()
	if len(forms) == 0 {
		return s.T("settings.styleDefault")
	}
	return s.T("settings.styleForms", "Forms", strings.Join(forms, ", "))
}

// useEngine takes an engine of an installation into use and keeps the choice. Where there is none in a folder or of a
// kind, it says so and stays with the one that was used before.
func (s *settingsScreen) useEngine(before engineChoice, kind engines.Kind, folder string) {
	s.run(func() func() {
		err := s.options.Language.use(engineChoice{before.style, kind, folder})
		refused := err != nil && (folder != "" || kind != before.kind)
		if refused {
			_ = s.options.Language.use(before) // what is missing there is told of on the page
		}
		return func() {
			s.redraw()
			if refused {
				s.fail(err)
				return
			}
			s.remember(settings.ApertiumKey, folder)
			s.remember(settings.EngineKey, string(kind))
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
	before, _, _ := s.options.Language.state()
	chosen := before.style
	rows := container.NewVBox(prose(s.T("settings.styleAbout")))
	var first fyne.Focusable
	for _, p := range translate.Preferences() {
		choice := newSegments(p.Options, slices.Index(p.Options, before.style.Choice(p.ID)), func(i int) {
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
		before.style = chosen
		s.useStyle(before)
	})
	height := s.window.Canvas().Size().Height - 200
	room := container.New(&least{height: height}, container.NewVScroll(rows))
	question = s.newSheet(s.T("settings.styleTitle"), room, leave, use)
	question.present(first, fyne.NewSize(520, 0))
}

// useStyle keeps a house style and takes it into use.
func (s *settingsScreen) useStyle(c engineChoice) {
	s.run(func() func() {
		err := s.store.SetSetting(context.Background(), settings.StyleKey, string(translate.WriteStyle(c.style)))
		if err == nil {
			_ = s.options.Language.use(c) // a missing engine is told of on the page
		}
		return func() {
			if err != nil {
				s.fail(err)
			}
			s.redraw()
		}
	})
}
