package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/locales"
)

// Run opens the window on a data folder and returns when it is closed. NewApp starts the graphics; it is called once
// it is known that there is a display. The error, if any, is one that a person can act on.
func Run(dir, version string, icon fyne.Resource, newApp func() fyne.App) (err error) {
	if !hasDisplay() {
		return errNoDisplay
	}
	if absolute, err := filepath.Abs(dir); err == nil {
		dir = absolute
	}
	go templates.All() // reads the program's templates while the store is being opened
	store, openError := data.Open(context.Background(), dir)
	logger := slog.New(slog.DiscardHandler)
	if openError == nil {
		defer func() { err = errors.Join(err, store.Close()) }()
		var closing io.Closer
		logger, closing = openLog(dir)
		defer closing.Close()
	}
	spoken := locales.System()
	if openError == nil {
		if p, err := readPreferences(context.Background(), store); err == nil {
			spoken = p.language
		}
	}
	var w *Window
	defer recoverCrash(logger, &err, func() { w.rescue() })
	log.SetFlags(0)
	log.SetOutput(&graphicsWatch{
		next: fyneLog{logger}, stderr: os.Stderr, words: locales.New(spoken), box: showBox,
		exit: func(code int) {
			if w != nil {
				w.endSession()
			}
			os.Exit(code)
		},
	})
	app := newApp()
	app.SetIcon(icon)
	if openError != nil {
		logger.Error("the store was not opened", "error", openError)
		explainFailure(app, openError)
		return openError
	}
	release, claimed := store.Claim(context.Background())
	if claimed {
		defer release()
	}
	preview := newPages()
	defer func() { err = errors.Join(err, preview.close()) }()
	language := NewLanguage(store, templates.All(), logger)
	defer func() { err = errors.Join(err, language.Close()) }()
	app.Lifecycle().SetOnStarted(func() {
		go preview.start(rasterFolder(logger))
		go language.Start(context.Background())
	})
	w, err = New(app, Options{
		Store: store, Templates: templates.All(), DataDir: dir, Version: version, Log: logger, Pages: preview, Language: language,
		Resume: claimed,
	})
	if err != nil {
		return err
	}
	w.Show()
	app.Run()
	w.stopped()
	w.leftovers.remove()
	return nil
}

var errNoDisplay = agreement.NewError(agreement.Refused, "error.noDisplay", nil)

// needsDisplay reports whether this is a system, such as Linux, that may run without a display.
const needsDisplay = runtime.GOOS != "windows" && runtime.GOOS != "darwin"

// hasDisplay reports whether a window can be shown.
func hasDisplay() bool {
	return !needsDisplay || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// recoverCrash turns a crash of the window into an error, with what a developer needs in the log. Rescue saves what
// can be saved.
func recoverCrash(logger *slog.Logger, err *error, rescue func()) {
	cause := recover()
	if cause == nil {
		return
	}
	logger.Error("crash", "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
	*err = agreement.NewError(agreement.Internal, "error.internal", fmt.Errorf("%v", cause))
	defer func() {
		if again := recover(); again != nil {
			logger.Error("crash on rescuing", "cause", fmt.Sprint(again))
		}
	}()
	rescue()
}

// rescue saves the open draft when the window has crashed.
func (w *Window) rescue() {
	if w == nil {
		return
	}
	for _, s := range []screen{w.shown, w.previous} {
		if d, ok := s.(*deskScreen); ok {
			if err := d.flush(); err != nil {
				w.log.Error("the open draft was not saved", "error", err)
			}
		}
	}
}

// stopped ends the session when the system has stopped the window, as on logging out: nobody was asked, so what is
// on the desk is saved.
func (w *Window) stopped() {
	if !w.closing {
		w.rescue()
		w.endSession()
	}
}

// graphicsWatch sees Fyne's own lines. When they say that the graphics do not start, it tells the user in plain words
// and ends the program: Fyne would go on without a window, or crash. Nothing has been changed by then.
type graphicsWatch struct {
	next   io.Writer
	stderr io.Writer
	words  *locales.Localizer
	box    func(title, text string)
	exit   func(code int)
}

func (w *graphicsWatch) Write(line []byte) (int, error) {
	n, err := w.next.Write(line)
	for _, sign := range []string{"window creation error", "failed to initialise GLFW", "failed to initialise OpenGL"} {
		if bytes.Contains(line, []byte(sign)) {
			text := w.words.T("error.noGraphics")
			fmt.Fprintf(w.stderr, "avtalebok: %s\n", text)
			w.box("Avtalebok", text)
			w.exit(1)
		}
	}
	return n, err
}

// explainFailure shows in a window of its own why the program can't start: whoever clicked an icon sees no terminal.
func explainFailure(app fyne.App, err error) {
	words := locales.New(locales.System())
	_ = speakFyne(words.Language) // at worst a word is in English
	app.Settings().SetTheme(NewTheme(SystemAppearance, TextSizes[0]))
	window := app.NewWindow("Avtalebok")
	t := &tools{window: window, words: words, log: slog.Default()}
	window.SetContent(failurePage(t, err, func() { app.Quit() }))
	window.Resize(fyne.NewSize(560, 240))
	window.CenterOnScreen()
	window.ShowAndRun()
}

func failurePage(t *tools, err error, quit func()) fyne.CanvasObject {
	details := newButton(t.T("dialog.copyDetails"), nil)
	details.OnTapped = func() {
		fyne.CurrentApp().Clipboard().SetContent(err.Error())
		details.SetText(t.T("dialog.copied"))
	}
	text := widget.NewLabel(t.words.Error(err))
	text.Wrapping = fyne.TextWrapWord
	return failureLayout(subheading(t.T(failureTitle(err))), text, atRight(details, newMainButton(t.T("dialog.close"), quit)))
}
