package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Segments is a choice of one among a few that are all in sight.
type Segments struct {
	widget.BaseWidget
	ids      []string
	buttons  []*Button
	selected string
}

// NewSegments makes a choice among ids with their labels. Chosen is called when the user picks another one.
func NewSegments(ids, labels []string, chosen func(id string)) *Segments {
	s := &Segments{ids: ids}
	for i, id := range ids {
		s.buttons = append(s.buttons, NewButton(labels[i], nil, func() {
			if s.selected != id {
				s.Select(id)
				chosen(id)
			}
		}))
	}
	s.ExtendBaseWidget(s)
	s.paint()
	return s
}

// Select marks a choice without telling anyone.
func (s *Segments) Select(id string) {
	if s.selected != id {
		s.selected = id
		s.paint()
	}
}

// Selected gives the present choice.
func (s *Segments) Selected() string { return s.selected }

func (s *Segments) paint() {
	for i, b := range s.buttons {
		importance := widget.LowImportance
		if s.ids[i] == s.selected {
			importance = widget.MediumImportance
		}
		if b.Importance != importance {
			b.Importance = importance
			b.Refresh()
		}
	}
}

// CreateRenderer puts the choices beside each other.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	box := container.NewHBox()
	for _, b := range s.buttons {
		box.Add(b)
	}
	return widget.NewSimpleRenderer(box)
}
