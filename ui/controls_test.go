package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestTextAtTheTopThatWrapsAnewPushesTheMiddleDown(t *testing.T) {
	test.NewTempApp(t)
	words := prose("To oppgåver er over fristen. Seks oppgåver dei neste tretti dagane. Først: årleg møte, Naboskap på tvers.")
	top, middle := container.NewVBox(words, newField("Søk")), canvas.NewRectangle(nil)
	page := downwards(top, middle, container.NewStack())
	page.Resize(fyne.NewSize(1200, 600))
	line := words.Size().Height
	page.Resize(fyne.NewSize(400, 600))
	if height := words.MinSize().Height; height < 2*line-20 || words.Size().Height < height {
		t.Fatalf("the text is %v high in a narrow window, and needs %v; on one line it had %v", words.Size().Height, height, line)
	}
	if foot := top.MinSize().Height; middle.Position().Y < foot {
		t.Errorf("the middle begins at %v, above the foot of the top at %v", middle.Position().Y, foot)
	}
}
