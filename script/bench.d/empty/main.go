// Empty is the floor for script/bench: a Fyne window of the program's size with one word in it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("Empty")
	w.SetContent(widget.NewLabel("Avtalebok"))
	w.Resize(fyne.NewSize(1200, 760))
	w.ShowAndRun()
}
