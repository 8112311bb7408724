package desk

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/translate/check"
	"avtalebok/ui/widgets"
)

// findingIcon is the sign of a finding about the language.
var findingIcon = fyne.NewStaticResource("finding.svg", []byte(
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#000000" d="M2 2h12v1.8H2zM2 6h8v1.8H2z`+
		`M1 12l1.8-2 1.8 2 1.8-2 1.8 2 1.8-2 1.8 2 1.8-2L15 12l-1.2 1.4-.6-.8-1.8 2-1.8-2-1.8 2-1.8-2-1.8 2-1.8-2-.6.8z"/></svg>`))

// findingWords says what a finding is about: how grave it is, and what is wrong.
func (d *Desk) findingWords(f check.Finding) string {
	replacement := ""
	if len(f.Replacements) > 0 {
		replacement = f.Replacements[0]
	}
	level := f.Level
	if f.Rule == spellingRule { // no dictionary has all words
		level = unsure
	}
	return d.words.T("desk.check.level."+string(level)) + ": " +
		d.words.T(f.MessageKey(), "Found", f.Found, "Replacement", replacement, "Other", f.Other)
}

// finding gives the lines for a finding in the strip: what it is about, why, and what can be done. Keys says whether
// it is the one that the keys are for.
func (s *strip) finding(f check.Finding, keys bool) fyne.CanvasObject {
	d := s.desk
	choice := func(name string, key string, do func()) fyne.CanvasObject {
		words := d.words.T("desk.check." + name)
		if keys && key != "" {
			words += " (" + d.chordNamed(key) + ")"
		}
		return widgets.NewLink(words, do)
	}
	acts := container.New(layout.NewRowWrapLayout())
	for i, r := range f.Replacements[:min(3, len(f.Replacements))] {
		words := d.words.T("desk.check.replace", "Replacement", r)
		if keys && i == 0 {
			words += " (" + d.chordNamed("correct") + ")"
		}
		acts.Add(widgets.NewLink(words, func() { d.correct(f, i) }))
	}
	if f.Rule == spellingRule && d.options.AddWord != nil {
		acts.Add(choice("add_word", "", func() { d.addWord(f) }))
	}
	acts.Add(choice("ignore_here", "ignore", func() { d.ignore(f, false) }))
	acts.Add(choice("ignore_always", "", func() { d.ignore(f, true) }))
	icon := widget.NewIcon(theme.NewColoredResource(findingIcon, theme.ColorNameWarning))
	what := widgets.NewWords(d.formName(f.Form)+" · "+d.findingWords(f), theme.SizeNameText, theme.ColorNameForeground)
	why := widgets.NewNote(d.words.T(f.WhyKey(), "Found", f.Found, "Other", f.Other))
	return container.NewBorder(nil, nil, beneath(icon), nil, stacked(what, why, acts))
}

// beneath puts an icon at the height of the first line of the words beside it.
func beneath(icon fyne.CanvasObject) fyne.CanvasObject {
	pad := theme.InnerPadding()
	return container.NewVBox(container.New(layout.NewCustomPaddedLayout(pad, 0, pad, 0), icon))
}

// Correct puts in what the checker proposes for the finding at the cursor.
func (d *Desk) Correct() {
	if f, ok := d.findingHere(); ok {
		d.correct(f, 0)
	}
}

// IgnoreFinding passes over the finding at the cursor from now on.
func (d *Desk) IgnoreFinding() {
	if f, ok := d.findingHere(); ok {
		d.ignore(f, false)
	}
}

func (d *Desk) findingHere() (check.Finding, bool) {
	findings := d.proof.here()
	if len(findings) == 0 {
		if d.proof.on() {
			d.Say(d.words.T("desk.check.none_here"))
		}
		return check.Finding{}, false
	}
	return findings[0], true
}

// correct replaces what a finding is about, as a step of its own.
func (d *Desk) correct(f check.Finding, replacement int) {
	if len(f.Replacements) == 0 {
		d.Say(d.words.T("desk.check.no_replacement"))
		return
	}
	d.whenAllowed([]agreement.Place{f.Place}, func() {
		text, ok := d.editor.Agreement().Text(f.Place)
		wording := text.In(f.Form)
		if !ok || f.End > len(wording) || wording[f.Start:f.End] != f.Found {
			return // changed since
		}
		at := f.Start + len(f.Replacements[replacement])
		d.history.seal()
		d.do(agreement.Together("correct", f.Place, agreement.SetText(f.Place, f.Form, f.Apply(wording, replacement))))
		d.history.seal()
		d.goTo(f.Place, f.Form)
		if s := d.slotAt(f.Place, f.Form); s != nil {
			s.entry.SetCursor(runeOffset(s.entry.Text, at))
		}
		d.proof.show()
	})
}

// ignore passes over a finding, here or everywhere.
func (d *Desk) ignore(f check.Finding, always bool) {
	d.proof.ignore(f, always)
	word := "desk.check.ignored_here"
	if always {
		word = "desk.check.ignored_always"
	}
	d.Say(d.words.T(word, "Found", f.Found))
	d.proof.show()
}

// CheckLanguage looks through the whole draft, lists what it finds beside the outline, and goes to the first finding
// after the cursor.
func (d *Desk) CheckLanguage() {
	if !d.proof.on() {
		return
	}
	d.proof.check(true, func() {
		findings := d.proof.list()
		if len(findings) == 0 {
			d.Say(d.words.T("desk.check.none"))
			return
		}
		next := d.nextFinding(findings)
		d.goToFinding(findings, next)
		d.Say(d.words.N("desk.check.count", len(findings), "Number", next+1))
	})
}

// list gives all findings that hold, in reading order.
func (p *proof) list() []check.Finding {
	var out []check.Finding
	for place := range p.desk.editor.Agreement().Passages() {
		out = append(out, p.at(place)...)
	}
	return out
}

// nextFinding gives the first finding after the cursor, else the very first.
func (d *Desk) nextFinding(findings []check.Finding) int {
	order := d.readingOrder()
	spot := func(f check.Finding) caret { return caret{order[f.Place], columnOf[f.Form], f.Start} }
	here := caret{}
	if s := d.current; s != nil && s.form != "" {
		here = caret{order[s.place], columnOf[s.form], byteOffset(s.entry.Text, s.entry.CursorTextOffset())}
	} else if p, ok := d.readingPlace(); !ok {
		here = caret{place: order[p]}
	}
	i := slices.IndexFunc(findings, func(f check.Finding) bool { return spot(f).compare(here) >= 0 })
	return max(i, 0)
}

// goToFinding selects what a finding is about.
func (d *Desk) goToFinding(findings []check.Finding, i int) {
	if i >= len(findings) {
		return
	}
	f := findings[i]
	d.goTo(f.Place, f.Form)
	if s := d.slotAt(f.Place, f.Form); s != nil && d.focusedSlot() == s {
		s.entry.SelectRange(runeOffset(s.entry.Text, f.Start), runeOffset(s.entry.Text, f.End))
		d.reveal(s)
	}
	d.strip.show()
}

const findingLine = "finding/"

// findingLines are the lines of the list beside the outline for the findings about the language, once the whole
// draft was looked through.
func (d *Desk) findingLines() []widgets.Choice {
	if !d.proof.whole {
		return nil
	}
	findings := d.proof.list()
	silent := d.unspelt()
	if len(findings) == 0 {
		return silent
	}
	a := d.editor.Agreement()
	out := []widgets.Choice{{ID: findingLine, Title: d.words.N("desk.check.heading", len(findings)), Heading: true}}
	for i, f := range findings {
		out = append(out, widgets.Choice{
			ID: fmt.Sprint(findingLine, i), Title: a.Where(f.Place, d.speech()) + " · " + d.formName(f.Form),
			Note: d.findingWords(f), Icon: findingIcon, Accent: widget.WarningImportance,
		})
	}
	return append(out, silent...)
}

// unspelt is the line that says which form's spelling was not checked, and what to do about it.
func (d *Desk) unspelt() []widgets.Choice {
	forms := ""
	for _, form := range agreement.Forms {
		if d.proof.spelling.missing[form] {
			if forms != "" {
				forms += ", "
			}
			forms += d.formName(form)
		}
	}
	if forms == "" {
		return nil
	}
	return []widgets.Choice{{
		ID: findingLine + "spelling", Title: d.words.T("desk.check.no_speller", "Forms", forms),
		Note: d.words.T("desk.check.speller.missing"), Icon: findingIcon, Accent: widget.LowImportance,
	}}
}

// visitFinding goes to what a line of the list tells of and reports whether it was a finding.
func (d *Desk) visitFinding(id string) bool {
	i := 0
	if n, _ := fmt.Sscanf(id, findingLine+"%d", &i); n != 1 {
		return strings.HasPrefix(id, findingLine)
	}
	d.goToFinding(d.proof.list(), i)
	return true
}
