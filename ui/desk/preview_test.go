package desk

import (
	"context"
	"errors"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/pdf"
)

// printShop prints for real and renders blank pages, and remembers what it was asked for.
type printShop struct {
	ready   chan struct{}
	fail    error // for rendering
	printed []agreement.Document
	pages   []int
}

func newPrintShop() *printShop {
	s := &printShop{ready: make(chan struct{})}
	close(s.ready)
	return s
}

func (s *printShop) print(doc agreement.Document) (pdf.Preview, error) {
	s.printed = append(s.printed, doc)
	return pdf.RenderPreview(doc, pdf.Options{})
}

func (s *printShop) Ready() <-chan struct{} { return s.ready }

func (s *printShop) Page(ctx context.Context, _ []byte, page, width, height int) (image.Image, error) {
	if s.fail != nil || ctx.Err() != nil {
		return nil, errors.Join(s.fail, ctx.Err())
	}
	s.pages = append(s.pages, page)
	return image.NewRGBA(image.Rect(0, 0, width, height-len(s.pages)%5)), nil // PDFium leaves out a row or two
}

func (s *printShop) last() agreement.Document { return s.printed[len(s.printed)-1] }

// withPreview gives a desk a print shop.
func withPreview(s *printShop) func(*Options) {
	return func(o *Options) { o.Print, o.Pages = s.print, s }
}

func openPreview(t *testing.T, change ...func(*Options)) (*bench, *printShop) {
	t.Helper()
	s := newPrintShop()
	b := openDesk(t, sample(t), append([]func(*Options){withPreview(s)}, change...)...)
	b.time.pass(time.Second)
	return b, s
}

// withImages lists the pages that have an image.
func (b *bench) withImages() (pages []int) {
	for page := range b.preview.view.Count() {
		if b.preview.view.Image(page) != nil {
			pages = append(pages, page)
		}
	}
	return pages
}

func TestThePreviewShowsTheDraftAsItWouldBeExported(t *testing.T) {
	b, _ := openPreview(t)
	doc, err := b.Agreement().Resolve(agreement.Nynorsk)
	if err != nil {
		t.Fatal(err)
	}
	want, err := pdf.Render(doc, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if string(b.preview.print.File) != string(want) {
		t.Error("the preview's file is not the exported one")
	}
	if got := b.status.pages.Text(); got != "4 sider" {
		t.Errorf("the status line says %q", got)
	}
	width, height := b.preview.view.Pixels()
	if got := b.preview.view.Image(0).Bounds().Size(); got != image.Pt(width, height) {
		t.Errorf("the image is %v, want %d × %d", got, width, height)
	}
}

func TestWhatIsNotReadyIsMarkedAsADraft(t *testing.T) {
	b, s := openPreview(t)
	if s.last().Draft {
		t.Fatal("the sample is not ready")
	}
	b.do(agreement.SetText(b.duty(1), agreement.Nynorsk, ""))
	b.time.pass(time.Second)
	if !s.last().Draft {
		t.Error("a draft is not marked as one")
	}
}

func TestThePreviewFollowsTheFormThatIsWritten(t *testing.T) {
	b, s := openPreview(t)
	if s.last().Form != agreement.Nynorsk {
		t.Fatalf("at first %q is shown", s.last().Form)
	}
	b.preview.pane.forms.Select("nb")
	b.preview.showForm(agreement.Bokmal)
	b.time.finish()
	if s.last().Form != agreement.Bokmal {
		t.Error("the switch does nothing")
	}
	b.goInto(b.duty(1), agreement.Nynorsk)
	if b.time.finish(); s.last().Form != agreement.Bokmal {
		t.Error("going into a text has switched the form")
	}
	b.typed("x")
	if b.time.pass(time.Second); s.last().Form != agreement.Nynorsk {
		t.Error("writing in nynorsk shows bokmål")
	}
	b.ShowForms(agreement.Bokmal)
	if b.time.finish(); s.last().Form != agreement.Bokmal || b.preview.pane.forms.Visible() {
		t.Error("bokmål alone is written, and something else is shown")
	}
}

func TestKeysStruckTogetherArePrintedTogether(t *testing.T) {
	b, s := openPreview(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	before := len(s.printed)
	b.typed("heilt")
	if b.time.finish(); len(s.printed) != before {
		t.Error("printed while typing")
	}
	b.time.pass(previewPause)
	if len(s.printed) != before+1 {
		t.Errorf("%d prints", len(s.printed)-before)
	}
}

func TestTypingWithoutAPauseIsShownAllTheSame(t *testing.T) {
	b, s := openPreview(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	before := len(s.printed)
	for range 50 {
		b.typed("a")
		b.time.pass(previewPause / 2)
	}
	if n := len(s.printed) - before; n < 2 || n > 4 {
		t.Errorf("%d prints in %v", n, 25*previewPause)
	}
}

func TestOnlyTheLatestTextIsPrintedNext(t *testing.T) {
	b, s := openPreview(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	before := len(s.printed)
	b.preview.make() // is under way …
	b.typed("1")
	b.preview.make()
	b.typed("2")
	b.preview.make() // … while two more are asked for
	b.time.finish()
	if len(s.printed) != before+2 {
		t.Fatalf("%d prints", len(s.printed)-before)
	}
	doc, err := b.Agreement().Resolve(agreement.Nynorsk)
	if err != nil {
		t.Fatal(err)
	}
	if want, err := pdf.Render(doc, pdf.Options{}); err != nil || string(b.preview.print.File) != string(want) {
		t.Errorf("what is shown is not the latest text (%v)", err)
	}
}

func TestOnlyPagesInViewAndTheirNeighboursHaveImages(t *testing.T) {
	b, s := openPreview(t)
	first, last := b.preview.view.InView()
	if want := []int{first, last, last + 1}[:last-first+2]; !slices.Equal(b.withImages(), want) {
		t.Errorf("images of %v, want %v", b.withImages(), want)
	}
	s.pages = nil
	b.preview.view.SetOffset(99)
	b.time.finish()
	if !slices.Equal(b.withImages(), []int{1, 2, 3}) || slices.Contains(s.pages, 0) {
		t.Errorf("at the end there are images of %v; rendered: %v", b.withImages(), s.pages)
	}
}

func TestThePreviewStaysWhereItIsWhenTheTextChanges(t *testing.T) {
	b, _ := openPreview(t)
	b.goInto(b.duty(2), agreement.Nynorsk)
	b.time.finish()
	at := b.preview.view.Offset()
	b.typed("meir og meir tekst ")
	b.time.pass(time.Second)
	if got := b.preview.view.Offset(); got != at {
		t.Errorf("moved from %v to %v", at, got)
	}
}

func TestThePreviewShowsThePassageThatIsWritten(t *testing.T) {
	b, _ := openPreview(t)
	b.goInto(b.duty(7), agreement.Nynorsk)
	marks := b.preview.view.Marks()
	if len(marks) != 1 || marks[0].Page != 1 || marks[0].X < 297 {
		t.Fatalf("marked: %+v, want the right column of page 1", marks)
	}
	if first, last := b.preview.view.InView(); first > 1 || last < 1 {
		t.Errorf("pages %d to %d are in view", first, last)
	}
	b.goTo(agreement.Place{Part: agreement.PartTitle}, agreement.Nynorsk)
	if first, _ := b.preview.view.InView(); first != 0 || len(b.preview.view.Marks()) == 0 {
		t.Error("the title is not shown")
	}
}

func TestATapOnAPageGoesToItsPassage(t *testing.T) {
	b, _ := openPreview(t)
	want := b.duty(9)
	for _, r := range b.preview.print.Regions {
		if r.Place == want {
			b.preview.tapped(r.Page, float32(r.Rect.X+r.Rect.Width/2), float32(r.Rect.Y+r.Rect.Height/2))
			break
		}
	}
	if s := b.focused(); s == nil || s.place != want || s.form != agreement.Nynorsk {
		t.Errorf("the cursor is in %+v", s)
	}
}

func TestTheNearestLineIsMeantByATapBesideIt(t *testing.T) {
	b, _ := openPreview(t)
	var first pdf.Region
	for _, r := range b.preview.print.Regions {
		if r.Place == b.duty(1) {
			first = r
			break
		}
	}
	place, found := nearest(b.preview.print.Regions, first.Page, 20, first.Rect.Y+first.Rect.Height/2)
	if !found || place != b.duty(1) {
		t.Errorf("in the margin: %+v", place)
	}
	if _, found := nearest(b.preview.print.Regions, 99, 0, 0); found {
		t.Error("found on a page that is not there")
	}
}

func TestTextThatCantBePrintedIsSaidInWords(t *testing.T) {
	b, _ := openPreview(t)
	place := b.duty(1)
	b.goInto(place, agreement.Nynorsk)
	good := string(b.preview.print.File)
	b.typed("🙂")
	b.time.pass(time.Second)
	words := b.preview.pane.words.Text()
	if !b.preview.pane.notice.Visible() || !strings.Contains(words, "🙂") || !strings.Contains(words, "sist kunne skrivast ut") {
		t.Errorf("the pane says %q", words)
	}
	if string(b.preview.print.File) != good || b.preview.view.Image(1) == nil {
		t.Error("the last good pages are gone")
	}
	b.goTo(agreement.Place{Part: agreement.PartTitle}, agreement.Nynorsk)
	b.preview.pane.goThere()
	if s := b.focused(); s == nil || s.place != place {
		t.Error("the way there leads elsewhere")
	}
	b.Undo()
	b.time.pass(time.Second)
	if b.preview.pane.notice.Visible() {
		t.Errorf("it still says %q", b.preview.pane.words.Text())
	}
}

func TestWithoutPDFiumEverythingElseWorks(t *testing.T) {
	s := newPrintShop()
	s.fail = errors.New("no executable memory")
	b := openDesk(t, sample(t), withPreview(s))
	b.time.pass(time.Second)
	if words := b.preview.pane.words.Text(); !strings.Contains(words, "Lag PDF") {
		t.Errorf("the pane says %q", words)
	}
	if b.status.pages.Text() != "4 sider" {
		t.Errorf("the status line says %q", b.status.pages.Text())
	}
	b.goInto(b.duty(1), agreement.Nynorsk)
	b.typed("æ")
	b.time.pass(time.Second)
	if len(b.store.saved) == 0 || len(b.preview.view.Marks()) == 0 {
		t.Error("the desk does not go on")
	}
}

func TestTheFirstStartSaysThatThePreviewIsBeingMadeReady(t *testing.T) {
	s := newPrintShop()
	s.ready = make(chan struct{})
	b := openDesk(t, sample(t), withPreview(s))
	if words := b.status.pages.Text(); words != "Førehandsvisinga blir gjord klar …" {
		t.Errorf("the status line says %q", words)
	}
	close(s.ready)
	b.time.pass(time.Second)
	if words := b.status.pages.Text(); words != "4 sider" || len(b.withImages()) == 0 || b.preview.pane.notice.Visible() {
		t.Errorf("when it is ready, the status line says %q; images of %v", words, b.withImages())
	}
}

func TestAClosedDeskPrintsNoMore(t *testing.T) {
	b, s := openPreview(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	b.typed("x")
	before := len(s.printed)
	b.Close()
	b.time.pass(time.Minute)
	if len(s.printed) != before {
		t.Error("printed after closing")
	}
}

func TestADeskWithoutAPreviewHasTwoPanes(t *testing.T) {
	b := openDesk(t, sample(t))
	b.TogglePreview()
	b.time.pass(time.Second)
	if b.PreviewShown() || b.status.pages.Text() != "" {
		t.Error("there is a preview without a printer")
	}
}

func TestTheFieldsMarkWhereTheirAnswersStand(t *testing.T) {
	b, _ := openPreview(t)
	fields := b.Agreement().Fields
	if len(fields) == 0 {
		t.Skip("the template has no fields")
	}
	for _, f := range fields {
		b.goTo(agreement.Place{Field: f.ID, Part: agreement.PartAnswer}, agreement.Nynorsk)
		if len(b.preview.view.Marks()) > 0 {
			return
		}
	}
	t.Error("no field's answer is marked anywhere")
}

func TestF6GoesRoundThePreviewToo(t *testing.T) {
	b, _ := openPreview(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	b.NextPane()
	if b.window.Canvas().Focused() != fyne.Focusable(b.preview.view) {
		t.Fatal("the preview is not the next pane")
	}
	if !b.ZoomPreview(1) || b.preview.view.FitsWidth() {
		t.Error("the preview has the keyboard and does not zoom")
	}
	b.ZoomPreview(0)
	test.Type(b.preview.view, "+")
	if b.preview.view.FitsWidth() {
		t.Error("+ does not zoom")
	}
	b.preview.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
	b.preview.view.FocusLost()
	if b.ZoomPreview(1) {
		t.Error("zoomed while the keyboard is elsewhere")
	}
}

func TestRealPagesOfARealPrint(t *testing.T) {
	_, real := realPreview(t)
	b := openDesk(t, sample(t), real)
	b.time.pass(time.Second)
	first := b.preview.view.Image(0)
	if first == nil {
		t.Fatal("no page")
	}
	dark := 0
	for y := range first.Bounds().Dy() {
		for x := range first.Bounds().Dx() {
			if r, _, _, _ := first.At(x, y).RGBA(); r < 0x8000 {
				dark++
			}
		}
	}
	if dark < 1000 {
		t.Errorf("%d dark pixels on the first page", dark)
	}
	b.goInto(agreement.Place{Part: agreement.PartTitle}, agreement.Nynorsk)
	b.typed(" med vedlegg")
	b.time.pass(time.Second)
	if b.preview.view.Image(0) == first {
		t.Error("the page does not follow the text")
	}
}
