package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	language "avtalebok/translate/check"
	"avtalebok/translate/settings"
)

// rulesPart shows what the checker looks for, to be put on and off, and what the user never wants to see again.
type rulesPart struct {
	listed
	view    int // rulesShown, rulesOff or ignoredShown
	rules   []language.Rule
	ignored []language.Ignore
}

const (
	rulesShown = iota
	rulesOff
	ignoredShown
)

func newRulesPart(s *languageScreen) *rulesPart {
	p := &rulesPart{}
	p.listed = listed{
		languageScreen: s, part: p, count: p.length, fill: p.fill, detail: p.whole, open: p.toggle, remove: p.take,
		search: func(string) { p.reload() }, empty: p.emptyWords,
	}
	return p
}

func (p *rulesPart) name() string { return "rules" }

func (p *rulesPart) content() fyne.CanvasObject {
	views := []string{p.T("lang.rules.all"), p.T("lang.rules.off"), p.T("lang.rules.ignored")}
	which := newSegments(views, p.view, func(i int) {
		p.view = i
		p.reload()
	})
	return p.compose(p.T("lang.rules.search"), which.object)
}

func (p *rulesPart) entered() {
	p.reload()
	p.find()
}

func (p *rulesPart) length() int {
	if p.view == ignoredShown {
		return len(p.ignored)
	}
	return len(p.rules)
}

func (p *rulesPart) decided() settings.Settings {
	decided, _ := p.options.Language.decisions()
	return decided
}

func (p *rulesPart) on(id string) bool { return !slices.Contains(p.decided().Off, id) }

func (p *rulesPart) reload() {
	p.rules, p.ignored = nil, nil
	for _, r := range language.Rules() {
		if (p.view != rulesOff || !p.on(r.ID)) && p.holds(p.T(r.NameKey()), p.T(language.Finding{Rule: r.ID}.WhyKey())) {
			p.rules = append(p.rules, r)
		}
	}
	for _, i := range p.decided().Ignored {
		if p.holds(i.Found, p.ruleName(i.Rule)) {
			p.ignored = append(p.ignored, i)
		}
	}
	p.show()
}

// holds reports whether texts have each word of what is searched for.
func (p *rulesPart) holds(texts ...string) bool {
	return holdsAll(strings.ToLower(strings.Join(texts, " ")), strings.Fields(strings.ToLower(p.text)))
}

func (p *rulesPart) emptyWords() (title, about string) {
	switch {
	case p.text != "":
		return p.T("lang.nothingTitle"), p.T("lang.nothingAbout", "Text", p.text)
	case p.view == ignoredShown:
		return p.T("lang.rules.noneIgnoredTitle"), p.T("lang.rules.noneIgnoredAbout")
	}
	return p.T("lang.rules.noneOffTitle"), p.T("lang.rules.noneOffAbout")
}

func (p *rulesPart) ruleName(id string) string { return p.T(language.Rule{ID: id}.NameKey()) }

func (p *rulesPart) fill(at int, row *listedRow) {
	if p.view == ignoredShown {
		i := p.ignored[at]
		row.set("«"+i.Found+"»", p.ruleName(i.Rule), "")
		return
	}
	r := p.rules[at]
	tag := ""
	if !p.on(r.ID) {
		tag = p.T("lang.rules.isOff")
	}
	row.set(p.T(r.NameKey()), p.about(r), tag)
}

// about says how grave a rule is, and which form it concerns.
func (p *rulesPart) about(r language.Rule) string {
	var forms []string
	for _, f := range r.Forms {
		forms = append(forms, p.T("app.form."+string(f)))
	}
	return p.T("desk.check.level."+string(r.Level)) + " · " + strings.Join(forms, ", ")
}

// shownExamples is how many faulty texts, and how many sound ones, are shown of a rule.
const shownExamples = 4

// whole shows a rule with its explanation and examples, or a finding that is ignored.
func (p *rulesPart) whole(at int) fyne.CanvasObject {
	if p.view == ignoredShown {
		i := p.ignored[at]
		take := newButton(p.T("lang.rules.takeBack"), func() { p.take(at) })
		return details([]fyne.CanvasObject{take}, subheading("«"+i.Found+"»"), note(p.T("lang.rules.ignoredAbout", "Rule", p.ruleName(i.Rule))))
	}
	r := p.rules[at]
	title := subheading(p.T(r.NameKey()))
	title.Wrapping = fyne.TextWrapWord
	parts := []fyne.CanvasObject{
		title, note(p.about(r)), newCheck(p.T("lang.rules.use"), p.on(r.ID), func(bool) { p.toggle(at) }),
		prose(p.T(language.Finding{Rule: r.ID}.WhyKey())),
	}
	var bad, good []fyne.CanvasObject
	for _, e := range language.Examples(r.ID) {
		switch {
		case e.Good && len(good) < shownExamples:
			good = append(good, prose(e.Text))
		case !e.Good && len(bad) < shownExamples:
			bad = append(bad, faulty(e, p.T("desk.check.replace", "Replacement", e.Replacement)))
		}
	}
	if len(bad) > 0 {
		parts = append(append(parts, caption(p.T("lang.rules.bad"))), bad...)
	}
	if len(good) > 0 {
		parts = append(append(parts, caption(p.T("lang.rules.good"))), good...)
	}
	return details(nil, parts...)
}

// faulty shows a faulty text with the fault in bold, and what to write instead.
func faulty(e language.Example, instead string) fyne.CanvasObject {
	plain := widget.RichTextStyleInline
	bold, quiet := plain, plain
	quiet.ColorName = theme.ColorNamePlaceHolder
	bold.TextStyle.Bold = true
	text := widget.NewRichText()
	text.Wrapping = fyne.TextWrapWord
	before, after, _ := strings.Cut(e.Text, e.Found)
	text.Segments = []widget.RichTextSegment{
		&widget.TextSegment{Text: before, Style: plain}, &widget.TextSegment{Text: e.Found, Style: bold},
		&widget.TextSegment{Text: after, Style: plain},
	}
	if e.Replacement != "" {
		text.Segments = append(text.Segments, &widget.TextSegment{Text: "  " + instead, Style: quiet})
	}
	return text
}

// toggle puts a rule on or off.
func (p *rulesPart) toggle(at int) {
	if p.view == ignoredShown {
		return
	}
	r := p.rules[at]
	p.setRule(r.ID, !p.on(r.ID))
}

func (p *rulesPart) setRule(id string, on bool) {
	p.change(func(ctx context.Context, store settings.Store) error {
		return settings.SetRule(ctx, store, id, on)
	}, func() {
		key := "lang.rules.putOff"
		if on {
			key = "lang.rules.putOn"
		}
		p.tell(p.T(key, "Rule", p.ruleName(id)), func() { p.setRule(id, !on) })
	})
}

// take takes back that a finding is ignored everywhere; it offers to ignore it again.
func (p *rulesPart) take(at int) {
	if p.view != ignoredShown {
		return
	}
	before := p.decided().Ignored
	taken := p.ignored[at]
	left := slices.DeleteFunc(slices.Clone(before), func(i language.Ignore) bool { return i == taken })
	p.setIgnored(left, func() {
		p.tell(p.T("lang.rules.taken", "Text", taken.Found), func() {
			p.setIgnored(before, func() { p.tell(p.T("lang.undone"), nil) })
		})
		p.focus(p, p.list)
	})
}

func (p *rulesPart) setIgnored(list []language.Ignore, done func()) {
	p.change(func(ctx context.Context, store settings.Store) error {
		return settings.SetIgnored(ctx, store, "", list)
	}, done)
}
