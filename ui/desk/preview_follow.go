package desk

import (
	"math"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/ui/widgets"
)

// entered follows the cursor into another passage.
func (p *preview) entered(place agreement.Place) {
	if !p.on() || place == p.place {
		return
	}
	p.place = place
	p.mark()
	p.reveal()
}

// mark puts a bar beside the passage that is being written.
func (p *preview) mark() { p.view.Mark(p.spots()) }

// reveal scrolls to it.
func (p *preview) reveal() {
	if spots := p.view.Marks(); len(spots) > 0 {
		p.view.Reveal(spots[0])
	}
}

// spots gives the stretches of the pages that the passage takes, one for every page and column.
func (p *preview) spots() []widgets.PageSpot {
	places := p.places()
	if len(places) == 0 {
		return nil
	}
	const (
		outside = 9  // points between the text and the bar
		column  = 60 // lines of one column begin within so many points
	)
	var spots []widgets.PageSpot
	for _, r := range p.print.Regions {
		if !places[r.Place] {
			continue
		}
		x, top, foot := float32(r.Rect.X)-outside, float32(r.Rect.Y), float32(r.Rect.Bottom())
		if n := len(spots) - 1; n >= 0 && spots[n].Page == r.Page && math.Abs(float64(spots[n].X-x)) < column &&
			top-spots[n].Foot < 2*(foot-top) {
			spots[n].X = min(spots[n].X, x)
			spots[n].Top = min(spots[n].Top, top)
			spots[n].Foot = max(spots[n].Foot, foot)
			continue
		}
		spots = append(spots, widgets.PageSpot{Page: r.Page, X: x, Top: top, Foot: foot})
	}
	return spots
}

// places gives the places on the pages that show what is being written: the passage itself, a person with all that is
// said of him, or the passages that a field's answer stands in.
func (p *preview) places() map[agreement.Place]bool {
	places := make(map[agreement.Place]bool)
	switch at := p.place; {
	case at == agreement.Place{}:
	case at.Field != "":
		for place, text := range p.desk.editor.Agreement().Passages() {
			found, _ := agreement.Placeholders(text.In(p.printed))
			for _, f := range found {
				if f.ID == at.Field {
					places[place] = true
				}
			}
		}
	case at.Person != "":
		for _, r := range p.print.Regions {
			if r.Place.Party == at.Party && r.Place.Person == at.Person {
				places[r.Place] = true
			}
		}
	default:
		places[at] = true
	}
	return places
}

// tapped goes to the passage at a point of a page, or to the one nearest to it.
func (p *preview) tapped(page int, x, y float32) {
	place, found := nearest(p.print.Regions, page, float64(x), float64(y))
	if !found {
		return
	}
	p.desk.goTo(place, p.printed)
}

// nearest finds the passage at a point. Height counts for more than width: a reader points at a line.
func nearest(regions []pdf.Region, page int, x, y float64) (agreement.Place, bool) {
	best, found := agreement.Place{}, false
	least := math.Inf(1)
	for _, r := range regions {
		if r.Page != page || r.Place.Part == "" { // what has no part is printed by the program's own words
			continue
		}
		dx := max(r.Rect.X-x, 0, x-r.Rect.Right())
		dy := max(r.Rect.Y-y, 0, y-r.Rect.Bottom())
		if d := dx*dx + 4*dy*dy; d < least {
			best, found, least = r.Place, true, d
		}
	}
	return best, found
}
