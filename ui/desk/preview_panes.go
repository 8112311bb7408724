package desk

import (
	"context"
	"encoding/json"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/ui/widgets"
)

// Settings keep what the desk remembers from one time to the next. Setting gives "" for what was never set.
type Settings interface {
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
}

const (
	// panesSetting is the key of the arrangement in Settings.
	panesSetting = "desk.panes"
	// arrangeDelay is how long after a change the arrangement is kept.
	arrangeDelay = 500 * time.Millisecond
	// previewRoom is the width of a window, in units of the text size, from which on there is room for three panes:
	// 1150 at the normal size.
	previewRoom = 82
)

// arrangement is how the user likes the panes. Widths are in units of the text size; 0 leaves them to the desk.
type arrangement struct {
	Outline float32 `json:"outline,omitempty"`
	Preview float32 `json:"preview,omitempty"`
	Hidden  bool    `json:"hidden,omitempty"` // the preview was put away
	Zoom    int     `json:"zoom,omitempty"`   // of the preview, in per cent; 0 fits the width
}

// newPanes puts outline, section and preview beside each other.
func (d *Desk) newPanes(middle fyne.CanvasObject) *widgets.Panes {
	at := arrangement{}
	if d.panes != nil {
		at = d.arrangement()
	}
	panes := widgets.NewPanes(
		widgets.Pane{Content: d.panel.content, Width: at.Outline, Share: 0.22, Least: 12, Most: 20},
		middle,
		widgets.Pane{Content: d.preview.pane.content, Width: at.Preview, Share: 0.36, Least: 24, Most: 62})
	panes.MiddleLeast = 30
	panes.Arrange, panes.OnShown, panes.OnDragged = d.shownPanes, d.panesShown, d.arranged
	return panes
}

// shownPanes says which panes a window of a width shows. In a narrow one the preview shows when it is asked for, and
// takes the outline's room; in a very narrow one, that of the text as well.
func (d *Desk) shownPanes(width float32) (outline, preview bool) {
	units := width / theme.TextSize()
	if !d.preview.on() {
		return true, false
	}
	if units >= previewRoom {
		return true, !d.preview.hidden
	}
	return !d.preview.asked, d.preview.asked
}

// TogglePreview shows the preview or puts it away.
func (d *Desk) TogglePreview() {
	if !d.preview.on() {
		return
	}
	if d.panes.Size().Width < previewRoom*theme.TextSize() {
		d.preview.asked = !d.preview.asked
	} else {
		d.preview.hidden = !d.preview.hidden
		d.arranged()
	}
	d.panes.Rearrange()
	switch c := d.canvas(); {
	case c == nil:
	case d.panes.Alone():
		d.focus(d.preview.view)
	case !d.preview.visible() && c.Focused() == fyne.Focusable(d.preview.view):
		d.focusText()
	}
}

// uncoverText puts the preview away where it hides the text.
func (d *Desk) uncoverText() {
	if d.panes.Alone() {
		d.preview.asked = false
		d.panes.Rearrange()
	}
}

// focusText puts the keyboard back into the text.
func (d *Desk) focusText() {
	if d.current != nil {
		d.focusSlot(d.current)
		return
	}
	d.focusFirst()
}

// PreviewShown reports whether the preview can be seen.
func (d *Desk) PreviewShown() bool { return d.preview.visible() }

// ZoomPreview makes the pages a number of steps larger, or smaller where it is negative; 0 fits them to the width. It
// reports false, and does nothing, unless the preview has the keyboard.
func (d *Desk) ZoomPreview(steps int) bool {
	if !d.preview.view.Focused() {
		return false
	}
	if steps == 0 {
		d.preview.view.SetZoom(0)
	} else {
		d.preview.view.Zoom(steps)
	}
	return true
}

// ResizePages makes the pages of the preview a number of steps larger or smaller, or fits them to the width where it is
// 0, wherever the keyboard is.
func (d *Desk) ResizePages(steps int) {
	switch {
	case !d.preview.visible():
	case steps == 0:
		d.preview.view.SetZoom(0)
	default:
		d.preview.view.Zoom(steps)
	}
}

// paneStep is how much wider one key makes a pane, in units of the text size.
const paneStep = 2

// WidenPane makes the pane with the keyboard a number of steps wider, or narrower where it is negative. The text takes
// its room from the preview, else from the outline.
func (d *Desk) WidenPane(steps int) {
	c := d.canvas()
	if c == nil {
		return
	}
	by := float32(steps * paneStep)
	switch c.Focused() {
	case fyne.Focusable(d.preview.view):
		d.panes.Widen(&d.panes.Right, by)
		return
	case d.panel.outline, d.panel.open:
		d.panes.Widen(&d.panes.Left, by)
		return
	}
	side := &d.panes.Left
	if d.preview.visible() {
		side = &d.panes.Right
	}
	d.panes.Widen(side, -by)
}

// visible reports whether the preview can be seen.
func (p *preview) visible() bool {
	return p.on() && p.pane != nil && p.pane.content.Visible() && p.view.Size().Width > 0
}

// panesShown follows a pane that has come or gone.
func (d *Desk) panesShown() {
	if d.preview.visible() {
		d.preview.make()
	}
}

func (d *Desk) arrangement() arrangement {
	return arrangement{
		Outline: d.panes.Left.Width, Preview: d.panes.Right.Width, Hidden: d.preview.hidden, Zoom: d.preview.view.ZoomedTo(),
	}
}

// arranged keeps the arrangement, a moment later.
func (d *Desk) arranged() {
	if d.options.Settings != nil && !d.preview.arranging {
		d.preview.keeping.ask()
	}
}

func (d *Desk) keepArrangement() {
	value, err := json.Marshal(d.arrangement())
	if err != nil {
		return
	}
	settings := d.options.Settings
	d.timing.Background(func() {
		// An arrangement that can't be kept is worth no interruption.
		_ = settings.SetSetting(context.Background(), panesSetting, string(value))
	}, func() {})
}

// readArrangement looks up how the user likes the panes.
func (d *Desk) readArrangement() {
	if d.options.Settings == nil {
		return
	}
	var at arrangement
	d.timing.Background(func() {
		value, err := d.options.Settings.Setting(context.Background(), panesSetting)
		if err != nil || json.Unmarshal([]byte(value), &at) != nil {
			at = arrangement{} // the desk's own is good, too
		}
	}, func() {
		if !d.closed {
			d.arrange(at)
		}
	})
}

func (d *Desk) arrange(at arrangement) {
	d.preview.arranging = true
	defer func() { d.preview.arranging = false }()
	d.preview.hidden = at.Hidden
	d.panes.Left.Width, d.panes.Right.Width = max(0, at.Outline), max(0, at.Preview)
	d.preview.view.SetZoom(at.Zoom)
	d.panes.Rearrange()
}
