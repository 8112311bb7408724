package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/ui/widgets"
)

func TestButtonsLoseTheirWordsWhereThereIsNoRoom(t *testing.T) {
	test.NewTempApp(t)
	leave := widgets.NewButton("Alle avtaler", theme.NavigateBackIcon(), nil)
	export := widgets.NewButton("Lag PDF …", theme.DocumentPrintIcon(), nil)
	title := widget.NewLabel("Partnarskapsavtale")
	title.Truncation = fyne.TextTruncateEllipsis
	line := widgets.NewFitting(leave, title, export, leave, export)
	whole := leave.MinSize().Width + export.MinSize().Width
	for _, c := range []struct {
		width       float32
		left, right string
	}{
		{whole + 200, "Alle avtaler", "Lag PDF …"},
		{whole, "", "Lag PDF …"},
		{whole / 2, "", ""},
		{whole + 200, "Alle avtaler", "Lag PDF …"},
	} {
		line.Resize(fyne.NewSize(c.width, 40))
		if leave.Text != c.left || export.Text != c.right {
			t.Errorf("at %v of %v: %q and %q", c.width, whole, leave.Text, export.Text)
		}
		if line.MinSize().Width >= whole {
			t.Errorf("it does not get narrower than %v, of %v", line.MinSize().Width, whole)
		}
	}
}

func TestPartsOfALineGiveWay(t *testing.T) {
	test.NewTempApp(t)
	var parts []fyne.CanvasObject
	sum := float32(0)
	for _, words := range []string{"Lagra 15.40", "Nummer 2 er fjerna", "4 sider", "Bokmål: klar"} {
		l := widget.NewLabel(words)
		parts = append(parts, l)
		sum += l.MinSize().Width + 4*theme.Padding()
	}
	line := widgets.NewYielding(parts[0], container.NewHBox(parts[1]), parts[2], parts[3])
	shown := func(width float32) string {
		line.Resize(fyne.NewSize(width, 40))
		out := ""
		for i, o := range line.Objects {
			if o.Visible() {
				out += string(rune('1' + i))
				if o.Position().X < 0 || o.Position().X+o.Size().Width > width {
					t.Errorf("part %d of a line %v wide stands at %v, %v wide", i+1, width, o.Position().X, o.Size().Width)
				}
			}
		}
		return out
	}
	for _, c := range []struct {
		part float32
		want string
	}{{1, "1234"}, {0.9, "124"}, {0.6, "14"}, {0.35, "4"}, {1, "1234"}} {
		if got := shown(sum * c.part); got != c.want {
			t.Errorf("at %v of the width: %q, want %q", c.part, got, c.want)
		}
	}
}
