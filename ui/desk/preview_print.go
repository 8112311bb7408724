package desk

import (
	"context"
	"image"
	"image/color"
	"image/draw"

	"avtalebok/agreement"
	"avtalebok/pdf"
)

// printJob makes one print, with the pages that are in view, so that text and pages change in one go.
type printJob struct {
	agreement     agreement.Agreement
	form          agreement.Form
	first, last   int // pages to render; none where last is less than first
	width, height int // pixels

	result pdf.Preview
	images map[int]image.Image
	err    error // why it can't be printed
	broken error // why its pages can't be rendered
}

func (j *printJob) run(ctx context.Context, print Printer, pages Pages) {
	doc, err := j.agreement.Resolve(j.form)
	if err == nil && ctx.Err() == nil {
		j.result, err = print(doc)
	}
	if j.err = err; err != nil {
		return
	}
	j.images = make(map[int]image.Image)
	for page := j.first; page <= min(j.last, j.result.Pages-1); page++ {
		img, err := pageImage(ctx, pages, j.result.File, page, j.width, j.height)
		if err != nil {
			j.broken = err
			return
		}
		j.images[page] = img
	}
}

// make prints the text as it is now, or once more after the print that is under way. That one is shown all the same:
// if it were dropped, somebody who types on and on would see nothing.
func (p *preview) make() {
	p.asking.stop()
	if !p.on() || p.ctx.Err() != nil {
		return
	}
	if p.working {
		p.again = true
		return
	}
	p.working = true
	d := p.desk
	job := &printJob{agreement: d.editor.Agreement(), form: p.wanted(), last: -1}
	if p.ready && p.visible() {
		job.first, job.last = p.view.InView()
		if p.print.File == nil {
			job.first, job.last = 0, 0
		}
		job.width, job.height = p.view.Pixels()
	}
	d.timing.Background(
		func() { job.run(p.ctx, d.options.Print, d.options.Pages) },
		func() {
			p.working = false
			if p.ctx.Err() == nil {
				p.take(job)
			}
		})
}

// take shows a print. Where it failed, the last good one stays.
func (p *preview) take(job *printJob) {
	p.problem = job.err
	if job.err == nil {
		p.present(job)
	}
	p.show()
	if p.again {
		p.again = false
		p.make()
		return
	}
	p.fill()
}

func (p *preview) present(job *printJob) {
	if p.filling != nil { // it is filling in pages of the print before
		p.filling()
	}
	other := job.form != p.printed
	p.print, p.printed = job.result, job.form
	if len(job.images) > 0 || job.broken != nil {
		p.broken = job.broken
	}
	p.view.Set(job.result.Pages, float32(job.result.Width), float32(job.result.Height))
	for page := range p.view.Count() {
		if img := job.images[page]; img != nil {
			p.put(page, img, job.width, job.height)
		} else if other { // the old text of the same form may stand for a moment, that of the other may not
			p.drop(page)
		}
	}
	for page := range p.made {
		if page >= p.view.Count() {
			delete(p.made, page)
		}
	}
	p.mark()
	if p.follow {
		p.follow = false
		p.reveal()
	}
}

func (p *preview) put(page int, img image.Image, width, height int) {
	p.view.ShowImage(page, img)
	p.made[page] = madePage{&p.print.File[0], width, height}
}

func (p *preview) drop(page int) {
	p.view.ShowImage(page, nil)
	delete(p.made, page)
}

// wantedPage is a page to be rendered.
type wantedPage struct {
	page          int
	file          []byte
	width, height int
}

// fill renders the pages that are in view, then their neighbours, and lets go of all others. It works on one page at
// a time, so that scrolling on finds it ready for what is in view then.
func (p *preview) fill() {
	want, found := p.missing()
	if p.filling != nil {
		if !found || !p.near(p.fillNow.page) || want.width != p.fillNow.width {
			p.filling() // nobody waits for it any more; its end calls fill again
		}
		return
	}
	if !found || !p.ready || p.broken != nil || !p.visible() {
		return
	}
	ctx, cancel := context.WithCancel(p.ctx)
	p.filling, p.fillNow = cancel, want
	var img image.Image
	var err error
	d := p.desk
	d.timing.Background(
		func() { img, err = pageImage(ctx, d.options.Pages, want.file, want.page, want.width, want.height) },
		func() {
			overtaken := ctx.Err() != nil
			cancel()
			p.filling = nil
			switch {
			case p.ctx.Err() != nil:
				return
			case overtaken || len(p.print.File) == 0 || &want.file[0] != &p.print.File[0]:
			case err != nil:
				p.broken = err
				p.show()
				return
			default:
				p.put(want.page, img, want.width, want.height)
			}
			p.fill()
		})
}

// missing gives the page that is to be rendered next, and drops those that are far from view.
func (p *preview) missing() (wantedPage, bool) {
	if len(p.print.File) == 0 || p.view.Count() == 0 {
		return wantedPage{}, false
	}
	width, height := p.view.Pixels()
	want := madePage{&p.print.File[0], width, height}
	first, last := p.view.InView()
	for page := range p.made {
		if !p.near(page) {
			p.drop(page)
		}
	}
	order := make([]int, 0, last-first+3)
	for page := first; page <= last; page++ {
		order = append(order, page)
	}
	for _, page := range append(order, last+1, first-1) {
		if p.near(page) && p.made[page] != want {
			return wantedPage{page, p.print.File, width, height}, true
		}
	}
	return wantedPage{}, false
}

// near reports whether a page is in view or soon may be.
func (p *preview) near(page int) bool {
	first, last := p.view.Near()
	return page >= first && page <= last
}

// pageImage renders a page into exactly so many pixels. PDFium keeps the page's proportions to a fraction of a pixel:
// with some rows to spare the width is exact, and a row too many is cut off; one that is missing is paper.
func pageImage(ctx context.Context, pages Pages, file []byte, page, width, height int) (image.Image, error) {
	const spare = 2
	img, err := pages.Page(ctx, file, page, width, height+spare)
	if err != nil {
		return nil, err
	}
	whole := image.Rect(0, 0, width, height)
	if part, ok := img.(interface {
		SubImage(image.Rectangle) image.Image
	}); ok && whole.In(img.Bounds()) {
		return part.SubImage(whole), nil
	}
	full := image.NewRGBA(whole)
	draw.Draw(full, whole, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(full, whole, img, img.Bounds().Min, draw.Src)
	return full, nil
}
