package ui

import (
	"bytes"
	"context"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/export"
)

// looksForm is where the user sets the organisation's accent colour and logo in PDFs. Nothing is kept before it is
// known that PDFs can be made with it.
type looksForm struct {
	*Window
	looks  export.Looks // as they stand in the form
	loaded bool
	said   func() string // what came of the last try, in the present language; nil for nothing
	failed bool

	swatch  *canvas.Rectangle
	picture *fyne.Container
	outcome *widget.Label
	box     *fyne.Container
}

// content makes the form in the present language.
func (l *looksForm) content() fyne.CanvasObject {
	l.box = container.NewVBox()
	l.fill()
	return l.box
}

// load reads what is kept, once, away from the UI thread.
func (l *looksForm) load() {
	if l.loaded {
		return
	}
	l.loaded = true
	var kept export.Looks
	l.do(func() (err error) {
		kept, err = export.LoadLooks(context.Background(), l.store)
		return err
	}, func() {
		l.looks = kept
		l.fill()
	})
}

func (l *looksForm) fill() {
	accent := newField("#1b4b66")
	accent.SetText(l.looks.Accent)
	accent.OnChanged = func(text string) {
		l.looks.Accent = strings.ToLower(strings.TrimSpace(text))
		l.paint()
	}
	l.swatch = canvas.NewRectangle(color.Transparent)
	l.swatch.CornerRadius = theme.Size(theme.SizeNameInputRadius)
	l.swatch.StrokeWidth = 1
	l.swatch.SetMinSize(fyne.NewSize(48*textScale(), 1))
	l.picture = container.NewStack()
	l.showLogo()
	bokmal, nynorsk := l.logoText(&l.looks.LogoText.NB), l.logoText(&l.looks.LogoText.NN)
	l.outcome = prose("")
	l.say(l.said, l.failed)

	form := container.New(layout.NewFormLayout())
	add := func(label string, o fyne.CanvasObject) {
		form.Add(widget.NewLabel(l.T(label)))
		form.Add(o)
	}
	add("looks.accent", container.NewBorder(nil, nil, l.swatch, nil, accent))
	add("looks.logo", l.picture)
	add("looks.textNB", bokmal)
	add("looks.textNN", nynorsk)
	use := newButton(l.T("looks.use"), l.keep)
	reset := newButton(l.T("looks.reset"), l.reset)
	l.box.Objects = []fyne.CanvasObject{form, container.NewHBox(use, reset, layout.NewSpacer()), l.outcome}
	l.paint()
	l.box.Refresh()
}

func (l *looksForm) logoText(text *string) fyne.CanvasObject {
	f := newField(l.T("looks.textExample"))
	f.SetText(*text)
	f.OnChanged = func(written string) { *text = strings.TrimSpace(written) }
	return f
}

// paint shows the colour that is written, or none where it is not one.
func (l *looksForm) paint() {
	l.swatch.FillColor = color.Transparent
	if n, err := strconv.ParseUint(strings.TrimPrefix(l.looks.Accent, "#"), 16, 32); err == nil && len(l.looks.Accent) == 7 {
		l.swatch.FillColor = rgb(uint32(n))
	}
	l.swatch.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	l.swatch.Refresh()
}

// showLogo shows the logo that is chosen, with ways to choose another and none.
func (l *looksForm) showLogo() {
	choose := newButton(l.T("looks.choose"), l.chooseLogo)
	if len(l.looks.Logo) == 0 {
		l.picture.Objects = []fyne.CanvasObject{container.NewHBox(choose, note(""))}
		l.picture.Refresh()
		return
	}
	image := canvas.NewImageFromReader(bytes.NewReader(l.looks.Logo), "logo")
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSize(120*textScale(), 48*textScale()))
	paper := canvas.NewRectangle(color.White) // as it will be printed, in the dark appearance, too
	remove := newButton(l.T("looks.remove"), func() {
		l.looks.Logo = nil
		l.showLogo()
	})
	l.picture.Objects = []fyne.CanvasObject{container.NewHBox(container.NewStack(paper, container.NewPadded(image)),
		container.NewCenter(container.NewHBox(choose, remove)))}
	l.picture.Refresh()
}

// largestLogo is more than any logo that PDFs take; the rest of a larger file is not read.
const largestLogo = 6 << 20 // bytes

func (l *looksForm) chooseLogo() {
	endings := []string{".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".JPEG"}
	l.askFileIn(documentsFolder(), l.T("looks.choose"), l.T("dialog.choose"), endings, func(path string) {
		var content []byte
		l.do(func() (err error) {
			if content, err = readAtMost(path, largestLogo); err != nil {
				return err
			}
			// The text may still be missing: the picture alone is looked at here.
			_, err = export.Looks{Logo: content, LogoText: agreement.Pair{NB: "-", NN: "-"}}.Options(agreement.Bokmal)
			return err
		}, func() {
			l.looks.Logo = content
			l.showLogo()
			l.say(nil, false)
		})
	})
}

// keep makes sure that PDFs can be made with the looks, and keeps them.
func (l *looksForm) keep() {
	looks := l.looks
	l.save(looks, "looks.kept")
}

// reset goes back to the program's own looks.
func (l *looksForm) reset() {
	l.looks = export.Looks{}
	l.fill()
	l.save(export.Looks{}, "looks.wasReset")
}

func (l *looksForm) save(looks export.Looks, done string) {
	l.run(func() func() {
		err := export.SaveLooks(context.Background(), l.store, looks)
		return func() {
			if err != nil {
				l.log.Info("the looks were not kept", "error", err)
				l.say(func() string { return l.words.Error(err) }, true)
				return
			}
			l.thumbnails.forget()
			l.say(func() string { return l.T(done) }, false)
			if s, ok := l.previous.(*deskScreen); ok {
				s.desk.Reprint()
			}
		}
	})
}

// say shows beside the form what came of it.
func (l *looksForm) say(what func() string, failed bool) {
	l.said, l.failed = what, failed
	l.outcome.Importance = widget.SuccessImportance
	if failed {
		l.outcome.Importance = widget.DangerImportance
	}
	text := ""
	if what != nil {
		text = what()
	}
	l.outcome.Hidden = text == ""
	l.outcome.SetText(text)
}
