package desk

import (
	"context"
	"slices"
	"time"

	"avtalebok/agreement"
	"avtalebok/translate/check"
	"avtalebok/ui/widgets"
)

// Checker reads texts as a copy editor does. It is used away from the user-interface goroutine.
type Checker interface {
	// Document gives the findings in one form, by passage; an index into passages is one into the list.
	Document(passages []check.Passage, form agreement.Form) [][]check.Finding
	// Spelling gives the words of a text that a dictionary does not know.
	Spelling(ctx context.Context, text string, form agreement.Form, speller check.Speller) ([]check.Finding, error)
}

// checkDelay is how long after a change the section that is shown is checked.
const checkDelay = 700 * time.Millisecond

// proof is the language of the draft as the checker sees it.
type proof struct {
	desk     *Desk
	checking *coalescer
	checker  Checker // of what is ignored now; nil until it is needed
	ignored  ignored
	found    map[agreement.Place][]check.Finding // in both forms, in the order of the text
	unknown  map[agreement.Place][]check.Finding // words that the engine left as they were
	spelling *spelling
	whole    bool // the whole draft was looked through, and the list shows it
	running  int  // counts the checks: what an earlier one found is out of date
	looking  bool // the whole draft is being looked through
}

func newProof(d *Desk) *proof {
	p := &proof{
		desk: d, found: make(map[agreement.Place][]check.Finding), unknown: make(map[agreement.Place][]check.Finding),
		spelling: newSpelling(),
	}
	p.checking = &coalescer{timing: d.timing, delay: checkDelay, run: func() { p.check(false, nil) }}
	return p
}

func (p *proof) on() bool { return p.desk.options.Checker != nil }

// ask has the section that is shown checked in a moment.
func (p *proof) ask() {
	if p.on() {
		p.checking.ask()
	}
}

// Recheck has the section that is shown checked anew, as the user has decided by now.
func (d *Desk) Recheck() {
	d.proof.renew()
	d.proof.readIgnored()
}

// renew has the next check made by a new checker, and drops what the present one finds.
func (p *proof) renew() {
	p.checker = nil
	p.running++
}

// check looks through the section that is shown, or the whole draft, in the background.
func (p *proof) check(whole bool, then func()) {
	d := p.desk
	if p.looking { // which the section is part of
		p.ask()
		return
	}
	p.looking = whole
	if whole { // dictionaries may have been installed
		clear(p.spelling.missing)
	}
	a, page, checker := d.editor.Agreement(), d.pageID, p.checker
	options := check.Options{Ignored: p.ignored.all(), Names: check.NamesOf(a)}
	p.running++
	run := p.running
	found := make(map[agreement.Place][]check.Finding)
	var passages []check.Passage
	d.timing.Background(func() {
		if checker == nil {
			checker = d.options.Checker(options)
		}
		for _, passage := range check.PassagesOf(a) {
			if whole || pageOf(passage.Place) == page {
				passages = append(passages, passage)
			}
		}
		for _, form := range agreement.Forms {
			for i, findings := range checker.Document(passages, form) {
				place := passages[i].Place
				for _, f := range findings {
					f.Place, f.Form = place, form
					found[place] = append(found[place], f)
				}
			}
		}
	}, func() {
		p.looking = p.looking && !whole
		if d.closed || run != p.running {
			return
		}
		p.take(found, page, whole)
		p.checker = checker
		if then != nil && len(p.list()) > 0 { // what there is to see is not kept waiting
			then()
			then = nil
		}
		p.spell(passages, checker, run, then)
	})
}

// take takes over what a check has found.
func (p *proof) take(found map[agreement.Place][]check.Finding, page pageID, whole bool) {
	for place := range p.found {
		if whole || pageOf(place) == page {
			delete(p.found, place)
		}
	}
	for place, findings := range found {
		p.found[place] = findings
	}
	p.whole = p.whole || whole
	p.show()
}

// show shows the findings beside the passages, beneath the section and in the list.
func (p *proof) show() {
	d := p.desk
	d.strip.show()
	if holder, ok := d.page.(interface{ besides() []*beside }); ok {
		for _, b := range holder.besides() {
			text, _ := d.editor.Agreement().Text(b.place)
			b.showMarks(text)
		}
	}
	if p.whole {
		d.panel.show(d)
	}
}

// changed follows a change of the agreement.
func (p *proof) changed(c agreement.Change) {
	if c.Name == "party" || c.Name == "party_edit" || c.Name == "party_clear" {
		p.renew() // the names that it must not take for words are others
	}
	p.ask()
}

// at gives the findings about a place that still hold: what was found stands there.
func (p *proof) at(place agreement.Place) []check.Finding {
	findings := withSpelling(p.found[place], p.spelling.found[place])
	findings = withSpelling(findings, p.strange(place))
	if len(findings) == 0 {
		return nil
	}
	text, _ := p.desk.editor.Agreement().Text(place)
	var out []check.Finding
	for _, f := range findings {
		if wording := text.In(f.Form); f.End <= len(wording) && wording[f.Start:f.End] == f.Found && !p.ignored.has(f) {
			out = append(out, f)
		}
	}
	return out
}

// here gives the findings about the passage that is worked on, the one nearest to the cursor first.
func (p *proof) here() []check.Finding {
	s := p.desk.current
	if s == nil || s.form == "" {
		return nil
	}
	findings := p.at(s.place)
	if len(findings) < 2 {
		return findings
	}
	cursor := byteOffset(s.entry.Text, s.entry.CursorTextOffset())
	distance := func(f check.Finding) int {
		if f.Form != s.form {
			return len(s.entry.Text) + 1
		}
		return max(f.Start-cursor, cursor-f.End, 0)
	}
	nearest := 0
	for i, f := range findings {
		if distance(f) < distance(findings[nearest]) {
			nearest = i
		}
	}
	first := findings[nearest]
	return append([]check.Finding{first}, slices.Delete(findings, nearest, nearest+1)...)
}

// findingMark gives the sign in the margin of a passage with findings, or nil.
func (b *beside) findingMark() *widgets.IconButton {
	d := b.desk
	findings := d.proof.at(b.place)
	if len(findings) == 0 {
		return nil
	}
	if b.found == nil {
		b.found = b.mark(func() { d.goToFinding(d.proof.at(b.place), 0) })
		b.found.Icon = findingIcon
	}
	b.found.Hint = d.findingWords(findings[0])
	if n := len(findings); n > 1 {
		b.found.Hint += "  ·  " + d.words.N("desk.check.more", n-1)
	}
	return b.found
}
