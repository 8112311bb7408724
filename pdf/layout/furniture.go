package layout

import (
	"strconv"
	"strings"
)

const (
	footerBaseline = pageHeight - 40
	footerRule     = pageHeight - 54
	markBaseline   = 46
)

// furnish sets what stands outside of the margins: on every page the footer and, on a draft, the draft mark.
func (c *composer) furnish(pages []Page) {
	f := labelFace
	for i := range pages {
		count := c.doc.Labels.Page + " " + strconv.Itoa(i+1) + " " + c.doc.Labels.Of + " " + strconv.Itoa(len(pages))
		width := c.metrics.Width(f.style, f.size, count)
		right := c.furniture(f, count, area.Right()-width, footerBaseline)
		left := c.furniture(f, c.footer(f, area.Width-width-gutter), area.X, footerBaseline)
		pages[i].Furniture = append(pages[i].Furniture, left, right)
		pages[i].Shapes = append(pages[i].Shapes, Shape{
			Rect: Rect{X: area.X, Y: footerRule, Width: area.Width, Height: hairline}, Colour: Hair,
		})
		if c.doc.Draft {
			c.markDraft(&pages[i])
		}
	}
}

// footer is the title and the parties, as many of them as the width has room for.
func (c *composer) footer(f face, width float64) string {
	parts := append([]string{c.doc.Title.String()}, c.doc.Parties...)
	if parts[0] == "" {
		parts = parts[1:]
	}
	for n := len(parts); n > 0; n-- {
		text := strings.Join(parts[:n], " · ")
		if n < len(parts) {
			text += " …"
		}
		if c.metrics.Width(f.style, f.size, text) <= width {
			return text
		}
	}
	if len(parts) == 0 {
		return ""
	}
	n, _ := fitting(c.metrics, f, parts[0], width-c.metrics.Width(f.style, f.size, " …"))
	return parts[0][:n] + " …"
}

func (c *composer) furniture(f face, text string, x, baseline float64) Line {
	return Line{
		Rect:     Rect{X: x, Y: baseline - f.size, Width: c.metrics.Width(f.style, f.size, text), Height: f.size * 1.2},
		Baseline: baseline,
		Runs:     []Run{{Text: text, Style: f.style, Size: f.size, Colour: f.colour}},
		Element:  Artifact,
	}
}

// markDraft sets the draft mark in a frame at the top right, discreet but not to be missed.
func (c *composer) markDraft(p *Page) {
	text := c.doc.Labels.DraftMark
	if text == "" {
		return
	}
	f := face{Bold, 9.5, Alarm}
	width := c.metrics.Width(f.style, f.size, text)
	line := c.furniture(f, text, area.Right()-width-7, markBaseline)
	p.Furniture = append(p.Furniture, line)
	p.Shapes = append(p.Shapes, Shape{
		Rect: Rect{X: line.X - 7, Y: markBaseline - 12.5, Width: width + 14, Height: 18.5}, Colour: Alarm, Frame: true,
	})
}
