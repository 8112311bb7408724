package desk

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/check"
	"avtalebok/ui/widgets"
)

// together is how many passages are translated before progress is shown anew.
const together = 8

// job is the translating of several passages: into one form at a time, from the memory where it has the wording, else
// by the engine. Nothing is put into the agreement before all is done.
type job struct {
	desk    *Desk
	ctx     context.Context
	end     context.CancelFunc
	start   agreement.Agreement
	left    []wanting
	count   int
	done    []agreement.Command
	places  []agreement.Place
	recalls int   // wordings that the memory had
	failed  int   // passages that got no wording
	err     error // why
	memory  error // why the memory could not be asked

	skipped []agreement.Place                   // agreed wording that is left alone
	unknown map[agreement.Place][]check.Finding // words that the engine left as they were

	box      *box
	progress *widget.ProgressBar
}

// wanting is a passage that wants a wording in a form.
type wanting struct {
	place agreement.Place
	form  agreement.Form
}

// filled is a wording for one, or why there is none.
type filled struct {
	text    string
	unknown []translate.Span
	recall  bool
	err     error

	noMemory error // why the memory could not be asked
}

// TranslateText puts a wording into the form of the passage with the cursor that has none, or whose other form was
// changed.
func (d *Desk) TranslateText() {
	s := d.current
	if s == nil || s.form == "" {
		d.Say(d.words.T("desk.note_on.where"))
		return
	}
	text, _ := d.editor.Agreement().Text(s.place)
	form, _ := wantedForm(text, s.form)
	switch state := text.State(form); state {
	case agreement.Missing, agreement.Outdated:
		d.whenAllowed([]agreement.Place{s.place}, func() { d.translate([]wanting{{s.place, form}}, nil) })
	default:
		d.Say(d.words.T("desk.translate.nothing"))
	}
}

// TranslateSection puts wordings into the texts of the page that is shown that are missing in one form.
func (d *Desk) TranslateSection() { d.translate(d.missing(d.pageID)) }

// TranslateMissing puts wordings into all texts of the draft that are missing in one form.
func (d *Desk) TranslateMissing() { d.translate(d.missing("")) }

// missing lists the texts of a page, or of the whole draft, that one form lacks. Agreed wording is left alone and
// listed apart.
func (d *Desk) missing(page pageID) (wanted []wanting, skipped []agreement.Place) {
	a := d.editor.Agreement()
	for _, form := range agreement.Forms {
		for _, place := range translate.Open(a, form, false) {
			switch {
			case page != "" && pageOf(place) != page:
			case d.held(place):
				skipped = append(skipped, place)
			default:
				wanted = append(wanted, wanting{place, form})
			}
		}
	}
	return wanted, skipped
}

func (d *Desk) translate(wanted []wanting, skipped []agreement.Place) {
	if !d.suggester.on() || d.options.Window != nil && d.covered() {
		return
	}
	if len(wanted) == 0 {
		words := d.skippedWords(skipped)
		if words == "" {
			words = d.words.T("desk.translate.nothing")
		}
		d.Say(words)
		return
	}
	j := &job{
		desk: d, start: d.editor.Agreement(), left: wanted, count: len(wanted), skipped: skipped,
		unknown: make(map[agreement.Place][]check.Finding),
	}
	j.ctx, j.end = context.WithCancel(context.Background())
	d.release = append(d.release, j.end)
	if d.options.Window != nil && len(wanted) > 1 {
		j.show()
	}
	j.next()
}

// show shows how far it has come, with a way to stop.
func (j *job) show() {
	w := j.desk.words
	j.progress = widget.NewProgressBar()
	j.progress.Max = float64(j.count)
	stop := widgets.NewButton(w.T("desk.translate.cancel"), theme.CancelIcon(), nil)
	words := widgets.NewWords(w.N("desk.translate.running", j.count), theme.SizeNameText, theme.ColorNameForeground)
	j.box = j.desk.showBox(w.T("desk.translate.title"), container.NewVBox(words, j.progress),
		fyne.NewSize(440, 0), stop, stop)
	stop.OnTapped = j.cancel
	j.box.onEscape = j.cancel
}

func (j *job) cancel() {
	j.end()
	j.hide()
	j.desk.Say(j.desk.words.T("desk.translate.cancelled"))
}

func (j *job) hide() {
	if j.box != nil {
		j.box.Hide()
		j.box = nil
	}
}

// next translates some passages in the background, and goes on until none is left.
func (j *job) next() {
	if len(j.left) == 0 {
		j.finish()
		return
	}
	n := 1
	for n < min(together, len(j.left)) && j.left[n].form == j.left[0].form {
		n++
	}
	some := j.left[:n]
	j.left = j.left[n:]
	var results []filled
	j.desk.timing.Background(func() { results = j.fill(some) }, func() {
		if j.ctx.Err() != nil || j.desk.closed {
			return
		}
		for i, r := range results {
			j.take(some[i], r)
		}
		if j.progress != nil {
			j.progress.SetValue(float64(j.count - len(j.left)))
		}
		j.next()
	})
}

// fill finds wordings for passages of one form. It does not belong on the user-interface goroutine.
func (j *job) fill(some []wanting) []filled {
	d, form := j.desk, some[0].form
	out := make([]filled, len(some))
	var segments []translate.Segment
	var open []int
	for i, w := range some {
		text, _ := j.start.Text(w.place)
		source := text.In(form.Other())
		known, err := d.remembered(j.ctx, question{place: w.place, form: form, source: source})
		out[i].noMemory = err
		if len(known) > 0 && known[0].match.Score == 100 {
			out[i] = filled{text: known[0].text, recall: true}
			continue
		}
		segments, open = append(segments, translate.Segment{Text: source}), append(open, i)
	}
	if len(open) == 0 {
		return out
	}
	if d.options.Engine == nil {
		for _, i := range open {
			out[i].err = agreement.NewError(agreement.Refused, "error.translate.missing", nil)
		}
		return out
	}
	translations, err := d.options.Engine.Translate(j.ctx, translate.To(form), segments)
	for k, i := range open {
		switch {
		case err != nil:
			out[i].err = err
		default:
			t := translations[k]
			out[i] = filled{text: t.Text, unknown: t.Unknown, err: t.Err, noMemory: out[i].noMemory}
		}
	}
	return out
}

// take takes a wording over, unless the passage was changed meanwhile.
func (j *job) take(w wanting, r filled) {
	if r.noMemory != nil {
		j.memory = r.noMemory
	}
	if r.err != nil {
		j.failed++
		j.err = r.err
		return
	}
	before, _ := j.start.Text(w.place)
	now, ok := j.desk.editor.Agreement().Text(w.place)
	if !ok || before.Pair != now.Pair || r.text == "" {
		return
	}
	if r.recall {
		j.recalls++
	}
	j.done = append(j.done, agreement.SetText(w.place, w.form, r.text))
	j.places = append(j.places, w.place)
	if len(r.unknown) > 0 {
		j.unknown[w.place] = append(j.unknown[w.place], untranslated(w.place, w.form, r.text, r.unknown)...)
	}
}

// finish puts the wordings in, as one step, and says what came of it.
func (j *job) finish() {
	d := j.desk
	j.end()
	j.hide()
	if n := len(j.done); n > 0 {
		place := agreement.Place{}
		if n == 1 {
			place = j.places[0]
		}
		d.history.seal()
		d.do(agreement.Together("translate", place, j.done...))
		d.history.seal()
		d.proof.leftAlone(j.unknown)
		d.status.offerUndo(j.outcome())
	} else if words := d.skippedWords(j.skipped); words != "" {
		d.Say(words)
	}
	if j.failed > 0 {
		d.fail(j.err)
	}
}

// outcome says what came of it: how many texts got a wording, which were left alone, and what else there is to know.
func (j *job) outcome() string {
	w := j.desk.words
	said := []string{w.N("desk.translate.done", len(j.done), "Memory", j.recalls)}
	strange := 0
	for _, words := range j.unknown {
		strange += len(words)
	}
	if strange > 0 {
		said = append(said, w.N("desk.translate.unknown", strange))
	}
	if skipped := j.desk.skippedWords(j.skipped); skipped != "" {
		said = append(said, skipped)
	}
	if j.memory != nil {
		said = append(said, w.T("desk.suggest.memory_failed", "Reason", w.Error(j.memory)))
	}
	return strings.Join(said, " ")
}

// mostNamed is how many of the texts that were left alone are named.
const mostNamed = 3

// skippedWords names the agreed wordings that translating leaves alone; "" where there are none.
func (d *Desk) skippedWords(places []agreement.Place) string {
	if len(places) == 0 {
		return ""
	}
	var names []string
	for _, p := range places[:min(mostNamed, len(places))] {
		names = append(names, "«"+d.editor.Agreement().Where(p, d.speech())+"»")
	}
	if len(places) > mostNamed {
		names = append(names, "…")
	}
	return d.words.N("desk.translate.skipped", len(places), "Names", strings.Join(names, ", "))
}
