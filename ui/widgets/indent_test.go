package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/ui/widgets"
)

// Buttons that are too many for the width go on beneath, and the line is as high as they need.
func TestButtonsBreakIntoLines(t *testing.T) {
	test.NewTempApp(t)
	first, second := widgets.NewButton("Flytt delen opp", nil, nil), widgets.NewButton("Ta ut delen", nil, nil)
	line := widgets.NewButtons(&widgets.Columns{}, first, second)
	wide := fyne.NewSize(first.MinSize().Width+second.MinSize().Width+50, 0)
	line.Resize(wide)
	one := line.MinSize().Height
	if first.Position().Y != second.Position().Y {
		t.Error("with room for both they do not stand beside each other")
	}
	line.Resize(fyne.NewSize(wide.Width-60, 0))
	if second.Position().X != first.Position().X || second.Position().Y < first.Position().Y+first.Size().Height {
		t.Errorf("the second one stands at %v", second.Position())
	}
	if got := line.MinSize(); got.Height < one+second.MinSize().Height || got.Width > wide.Width-60 {
		t.Errorf("two lines take %v, one is %v high", got, one)
	}
}
