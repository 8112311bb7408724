package ui

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// places are the names that Fyne's file dialog gives to well-known folders, with the keys of ours.
var places = map[string]string{
	"Home": "dialog.place.home", "Computer": "dialog.place.computer", "App Files": "dialog.place.app",
	"Desktop": "dialog.place.desktop", "Documents": "dialog.place.documents", "Downloads": "dialog.place.downloads",
	"Music": "dialog.place.music", "Pictures": "dialog.place.pictures", "Videos": "dialog.place.videos",
}

// namePlaces writes the well-known folders of the file dialog that is on the window in the program's language. Fyne has
// their names in English alone and asks no translation for them, so the list of them is given other words. Where Fyne
// changes its dialog, the names stay English.
func (t *tools) namePlaces() {
	list := placesIn(within(t.window.Canvas().Overlays().Top()))
	if list == nil {
		return
	}
	fill := list.UpdateItem
	list.UpdateItem = func(id widget.ListItemID, item fyne.CanvasObject) {
		fill(id, item)
		row, ok := item.(*fyne.Container)
		if !ok {
			return
		}
		for _, o := range row.Objects {
			if label, ok := o.(*widget.Label); ok && places[label.Text] != "" {
				label.SetText(t.T(places[label.Text]))
			}
		}
	}
	list.Refresh()
}

// within gives what a sheet under a dialog holds. The sheet is of a type that only Fyne can name.
func within(sheet fyne.CanvasObject) fyne.CanvasObject {
	v := reflect.Indirect(reflect.ValueOf(sheet))
	if v.Kind() != reflect.Struct {
		return nil
	}
	content := v.FieldByName("Content")
	if !content.IsValid() || !content.CanInterface() {
		return nil
	}
	o, _ := content.Interface().(fyne.CanvasObject)
	return o
}

// placesIn finds the list on the left side of a file dialog.
func placesIn(o fyne.CanvasObject) *widget.List {
	switch o := o.(type) {
	case *container.Split:
		list, _ := o.Leading.(*widget.List)
		return list
	case *widget.PopUp:
		return placesIn(o.Content)
	case *fyne.Container:
		for _, child := range o.Objects {
			if list := placesIn(child); list != nil {
				return list
			}
		}
	}
	return nil
}
