package desk

import (
	"cmp"
	"slices"
	"strings"

	"avtalebok/agreement"
)

// pageID names a page of the desk: the title and parties, the fields, or a section by its ID.
type pageID string

const (
	frontPage  pageID = "/front" // no section can have an ID with a stroke
	fieldsPage pageID = "/fields"
)

// pageOf tells on which page a place is edited.
func pageOf(p agreement.Place) pageID {
	switch {
	case p.Section != "":
		return pageID(p.Section)
	case p.Field != "":
		return fieldsPage
	}
	return frontPage
}

// review is what is worked out of an agreement while it is being edited. It is computed from one value of the
// agreement, away from the user-interface goroutine, and never changed afterwards.
type review struct {
	open              []open                 // what is missing before signing, in reading order
	count             map[agreement.Form]int // findings in each form
	marks             map[pageID]mark        //
	deviations, notes []point
	written           map[writtenKey]string // texts with placeholders, as they will be printed
}

// open is a finding, together with the same one in the other form.
type open struct {
	agreement.Finding
	forms []agreement.Form
	where map[agreement.Form]string // the name of the place, in either form
}

// mark is how far a page has come.
type mark struct {
	missing  int                    // findings other than those of translation
	absent   map[agreement.Form]int // texts that are there in the other form only
	outdated map[agreement.Form]int // texts whose other form was changed

	deviations int // agreed wordings that were changed, which keeps nobody from signing
	unreviewed int // texts in both forms that nobody has accepted as saying the same; that keeps nobody either
}

func (m mark) complete() bool { return m.missing == 0 && len(m.absent) == 0 && len(m.outdated) == 0 }

type writtenKey struct {
	place agreement.Place
	form  agreement.Form
}

func reviewOf(a agreement.Agreement) review {
	r := review{
		count: make(map[agreement.Form]int), marks: make(map[pageID]mark),
		written: make(map[writtenKey]string),
	}
	for _, form := range agreement.Forms {
		findings := a.Check(form)
		if a.IsTemplate() {
			findings = a.CheckTemplate(form)
		}
		r.count[form] = len(findings)
		for _, f := range findings {
			r.add(a, f)
		}
		r.write(a, form)
	}
	r.sort(a)
	r.addPoints(a)
	r.addUnreviewed(a)
	return r
}

// sort puts the open points into the order of the outline and of the passages on each page.
func (r *review) sort(a agreement.Agreement) {
	pages := map[pageID]int{frontPage: 0, fieldsPage: 1}
	for i, s := range a.Sections {
		pages[pageID(s.ID)] = i + 2
	}
	passages, n := make(map[agreement.Place]int), 0
	for place := range a.Passages() {
		n++
		passages[place] = n
	}
	slices.SortStableFunc(r.open, func(x, y open) int {
		return cmp.Or(
			cmp.Compare(pages[pageOf(x.Place)], pages[pageOf(y.Place)]),
			cmp.Compare(passages[x.Place], passages[y.Place]))
	})
}

func (r *review) add(a agreement.Agreement, f agreement.Finding) {
	m := r.marks[pageOf(f.Place)]
	switch f.Code {
	case agreement.TextMissing:
		m.absent = counted(m.absent, f.Form)
	case agreement.TextOutdated:
		m.outdated = counted(m.outdated, f.Form)
	}
	same := slices.IndexFunc(r.open, func(o open) bool { return o.Code == f.Code && o.Place == f.Place })
	if same >= 0 {
		r.open[same].forms = append(r.open[same].forms, f.Form)
	} else {
		where := make(map[agreement.Form]string, len(agreement.Forms))
		for _, form := range agreement.Forms {
			where[form] = a.Where(f.Place, form)
		}
		r.open = append(r.open, open{Finding: f, forms: []agreement.Form{f.Form}, where: where})
		if f.Code != agreement.TextMissing && f.Code != agreement.TextOutdated {
			m.missing++
		}
	}
	r.marks[pageOf(f.Place)] = m
}

func counted(m map[agreement.Form]int, f agreement.Form) map[agreement.Form]int {
	if m == nil {
		m = make(map[agreement.Form]int)
	}
	m[f]++
	return m
}

// write notes what the placeholders of the texts stand for: "{municipality}: Bodø".
func (r *review) write(a agreement.Agreement, form agreement.Form) {
	for place, text := range a.Passages() {
		found, _ := agreement.Placeholders(text.In(form))
		var values []string
		for _, p := range found {
			value := a.Value(p.ID, form)
			if p.Genitive {
				value = agreement.Genitive(value)
			}
			line := text.In(form)[p.Start:p.End] + ": " + value
			if value != "" && !slices.Contains(values, line) {
				values = append(values, line)
			}
		}
		if len(values) > 0 {
			r.written[writtenKey{place, form}] = strings.Join(values, "  ·  ")
		}
	}
}
