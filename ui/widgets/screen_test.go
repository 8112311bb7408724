package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// screen is a window's driver that knows, as that of the running program does, the canvas of no object but those that
// could be seen when it was last painted: to refresh another does nothing.
type screen struct {
	fyne.Driver
	window    fyne.Window
	seen      map[fyne.CanvasObject]bool
	refreshed map[fyne.CanvasObject]bool // since the last painting; where there is none, it is not painted again
}

// screenApp is an application with a screen.
type screenApp struct {
	fyne.App
	screen *screen
}

func (a screenApp) Driver() fyne.Driver { return a.screen }

// onScreen puts a window's application before a screen and paints the window.
func onScreen(t *testing.T, w fyne.Window) *screen {
	t.Helper()
	app := fyne.CurrentApp()
	s := &screen{Driver: app.Driver(), window: w}
	fyne.SetCurrentApp(screenApp{app, s})
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	s.paint()
	return s
}

func (s *screen) paint() {
	s.seen, s.refreshed = make(map[fyne.CanvasObject]bool), make(map[fyne.CanvasObject]bool)
	s.see(s.window.Content())
}

func (s *screen) see(o fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	s.seen[o] = true
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		inside = o.Objects
	}
	for _, o := range inside {
		s.see(o)
	}
}

// CanvasForObject gives the canvas of what could be seen, else nil.
func (s *screen) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if !s.seen[o] {
		return nil
	}
	return screenCanvas{s.window.Canvas(), s}
}

// screenCanvas remembers what it is to paint anew.
type screenCanvas struct {
	fyne.Canvas
	screen *screen
}

func (c screenCanvas) Refresh(o fyne.CanvasObject) { c.screen.refreshed[o] = true }
