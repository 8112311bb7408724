package desk

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
	"avtalebok/locales"
)

// fakeSettings keep what they are given.
type fakeSettings map[string]string

func (s fakeSettings) Setting(_ context.Context, key string) (string, error) { return s[key], nil }

func (s fakeSettings) SetSetting(_ context.Context, key, value string) error {
	s[key] = value
	return nil
}

func TestANarrowWindowHasNoRoomForThePreview(t *testing.T) {
	b, _ := openPreview(t)
	if !b.PreviewShown() {
		t.Fatal("there is no preview in a window of 1280")
	}
	b.window.Resize(fyne.NewSize(1024, 700))
	if b.PreviewShown() || !b.panel.content.Visible() {
		t.Error("a window of 1024 shows three panes")
	}
	b.TogglePreview()
	if !b.PreviewShown() || b.panel.content.Visible() {
		t.Error("F7 does not put the preview in the outline's place")
	}
	b.TogglePreview()
	b.window.Resize(fyne.NewSize(1280, 800))
	if !b.PreviewShown() {
		t.Error("the preview does not come back in a wide window")
	}
}

func TestThePanesAreAsTheyWereTheLastTime(t *testing.T) {
	settings := fakeSettings{}
	keep := func(o *Options) { o.Settings = settings }
	b, _ := openPreview(t, keep)
	b.panes.Left.Width, b.panes.Right.Width = 14, 40
	b.panes.OnDragged()
	b.preview.view.SetZoom(67)
	b.time.pass(time.Second)

	b, _ = openPreview(t, keep)
	if b.panes.Left.Width != 14 || b.panes.Right.Width != 40 || b.preview.view.Percent() != 67 {
		t.Errorf("outline %v, preview %v, zoom %v", b.panes.Left.Width, b.panes.Right.Width, b.preview.view.Percent())
	}
	b.TogglePreview()
	b.Close() // before the delay is over

	b.time.finish()
	b, _ = openPreview(t, keep)
	if b.PreviewShown() {
		t.Error("the preview that was put away is back")
	}
	settings[panesSetting] = "{broken"
	b, _ = openPreview(t, keep)
	if !b.PreviewShown() {
		t.Error("settings that make no sense are not left aside")
	}
}

func TestThePagesAreMadeLargerFromTheText(t *testing.T) {
	b, _ := openPreview(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	text := b.window.Canvas().Focused()
	before := b.preview.view.Percent()
	b.press(&desktop.CustomShortcut{KeyName: fyne.KeyPlus, Modifier: fyne.KeyModifierAlt})
	if b.preview.view.Percent() <= before {
		t.Errorf("%d per cent after %d", b.preview.view.Percent(), before)
	}
	b.press(&desktop.CustomShortcut{KeyName: fyne.KeyMinus, Modifier: fyne.KeyModifierAlt})
	b.press(&desktop.CustomShortcut{KeyName: fyne.Key0, Modifier: fyne.KeyModifierAlt})
	if !b.preview.view.FitsWidth() || b.window.Canvas().Focused() != text {
		t.Error("Alt+0 does not fit the width, or the keyboard has left the text")
	}
}

func TestPanesAreMadeWiderByKeyboard(t *testing.T) {
	b, _ := openPreview(t)
	wider := &desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift}
	narrower := &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift}
	width := func() (outline, preview float32) {
		return b.panel.content.Size().Width, b.preview.pane.content.Size().Width
	}
	b.goInto(b.duty(1), agreement.Nynorsk)
	outline, preview := width()
	b.press(narrower)
	if o, p := width(); o != outline || p <= preview {
		t.Errorf("a narrower text: outline %v → %v, preview %v → %v", outline, o, preview, p)
	}
	b.press(wider)
	if _, p := width(); p != preview {
		t.Errorf("and as wide as before: preview %v → %v", preview, p)
	}
	b.Focus()
	b.shortcut(wider)
	if o, p := width(); o <= outline || p != preview {
		t.Errorf("a wider outline: %v → %v, preview %v → %v", outline, o, preview, p)
	}
	for range 50 {
		b.shortcut(narrower)
	}
	if o, _ := width(); o <= 0 || o >= outline {
		t.Errorf("the outline goes down to %v", o)
	}
}

func TestAPreviewThatIsShownAgainIsUpToDate(t *testing.T) {
	b, s := openPreview(t)
	b.TogglePreview()
	b.goInto(b.duty(1), agreement.Nynorsk)
	before := len(s.printed)
	b.typed("x")
	if b.time.pass(previewMost); len(s.printed) != before {
		t.Error("what can't be seen is printed at once")
	}
	b.TogglePreview()
	b.time.finish()
	if len(s.printed) != before+1 || len(b.withImages()) == 0 {
		t.Errorf("%d prints, images of %v", len(s.printed)-before, b.withImages())
	}
}

func TestThePreviewOutlivesASwitchOfTheLanguage(t *testing.T) {
	b, _ := openPreview(t)
	b.goInto(b.duty(7), agreement.Nynorsk)
	at := b.preview.view.Offset()
	b.SetLocalizer(locales.New("en"))
	b.time.pass(time.Second)
	if b.status.pages.Text() != "4 pages" || len(b.withImages()) == 0 || b.preview.view.Offset() != at {
		t.Errorf("%q, images of %v, at %v instead of %v",
			b.status.pages.Text(), b.withImages(), b.preview.view.Offset(), at)
	}
}

func TestInAVeryNarrowWindowThePreviewStandsAloneUntilTheTextIsNeeded(t *testing.T) {
	b, _ := openPreview(t)
	b.window.Resize(fyne.NewSize(640, 480))
	b.TogglePreview()
	if !b.PreviewShown() || !b.panes.Alone() {
		t.Fatal("the preview does not take the window")
	}
	if b.window.Canvas().Focused() != fyne.Focusable(b.preview.view) {
		t.Error("the preview has not got the keyboard")
	}
	b.GoTo(b.duty(3))
	if b.panes.Alone() || b.PreviewShown() {
		t.Error("the preview hides the text that is to be written")
	}
	if s := b.focused(); s == nil || s.place != b.duty(3) {
		t.Error("the cursor is not in the text")
	}
}
