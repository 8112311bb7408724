package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/parties"
)

// partyRow is a body with what tells it from the other rows and what it is found by.
type partyRow struct {
	data.ListedParty
	key, words string
}

// partySort is a sort of bodies to be shown.
type partySort string

// The sorts, in the order in which they are offered.
const (
	ownParties     partySort = "own" // those that are kept or in agreements; a search looks further
	everyParty     partySort = "all"
	organisations  partySort = "organisations"
	municipalities partySort = "municipalities"
	counties       partySort = "counties"
	unkeptParties  partySort = "unkept"
)

var partySorts = []partySort{ownParties, everyParty, organisations, municipalities, counties, unkeptParties}

func (r partyRow) in(sort partySort, searching bool) bool {
	switch sort {
	case ownParties:
		return searching || r.Kept || r.Agreements > 0
	case organisations:
		return !r.BuiltIn()
	case municipalities:
		return r.Kind == agreement.MunicipalityParty
	case counties:
		return r.Kind == agreement.CountyParty
	case unkeptParties:
		return !r.BuiltIn() && !r.Kept
	}
	return true
}

// fill shows the rows that are asked for, with the chosen one still chosen where it is among them.
func (s *partiesScreen) fill() {
	words := strings.Fields(strings.ToLower(s.text))
	var members []string
	if i := slices.IndexFunc(s.groups, func(g parties.Group) bool { return g.ID == s.group }); i >= 0 {
		members = s.groups[i].Members
	}
	s.found = s.found[:0]
	at := -1
	for i, r := range s.all {
		if !r.in(s.sort, len(words) > 0 || s.group > 0) || s.group > 0 && !slices.Contains(members, r.key) || !r.holds(words) {
			continue
		}
		if r.key == s.chosen {
			at = len(s.found)
		}
		s.found = append(s.found, i)
	}
	if at < 0 {
		at = 0
	}
	s.list.at = at
	s.show()
	if at < len(s.found) && at > 0 {
		s.list.ScrollTo(at)
	} else {
		s.list.ScrollToTop()
	}
}

// holds reports whether a row has each of some words. A number is found with and without its blanks.
func (r partyRow) holds(words []string) bool {
	for _, w := range words {
		if !strings.Contains(r.words, w) && !strings.Contains(r.OrgNumber, strings.Join(words, "")) {
			return false
		}
	}
	return true
}

func (s *partiesScreen) show() {
	if s.body == nil {
		return
	}
	var show fyne.CanvasObject = s.list
	if len(s.found) == 0 {
		show = container.NewStack()
		if s.loaded {
			show = s.empty()
		}
	}
	s.body.Objects = []fyne.CanvasObject{show}
	s.body.Refresh()
	s.moved()
}

// empty says what to do where no party is shown.
func (s *partiesScreen) empty() fyne.CanvasObject {
	title, about := "parties.empty.title", "parties.empty.about"
	switch {
	case s.text != "":
		title, about = "parties.nothing.title", "parties.nothing.about"
	case s.group > 0:
		title, about = "parties.empty_group.title", "parties.empty_group.about"
	case s.sort == unkeptParties:
		title, about = "parties.all_kept.title", "parties.all_kept.about"
	}
	head := subheading(s.T(title))
	head.Wrapping = fyne.TextWrapWord
	return container.NewVBox(head, note(s.T(about, "Text", s.text)))
}

// row gives the chosen row.
func (s *partiesScreen) row() (partyRow, bool) {
	if s.list == nil || s.list.at < 0 || s.list.at >= len(s.found) {
		return partyRow{}, false
	}
	return s.all[s.found[s.list.at]], true
}

func (s *partiesScreen) goToRow(at int) {
	s.list.at = at
	s.list.goTo(at)
	s.moved()
}

// moved shows what the keyboard is on.
func (s *partiesScreen) moved() {
	s.list.Refresh()
	s.beside.Objects = nil
	if r, ok := s.row(); ok {
		s.chosen = r.key
		s.lookUp(r)
		s.beside.Objects = []fyne.CanvasObject{s.detail(r)}
	}
	s.beside.Refresh()
}

// lookUp finds the agreements of a row, once.
func (s *partiesScreen) lookUp(r partyRow) {
	if s.withKey == r.key || r.Agreements == 0 {
		return
	}
	s.with = nil
	s.looking.start(func() func() {
		with, err := s.store.AgreementsWith(context.Background(), r.Entry)
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			if now, ok := s.row(); ok && now.key == r.key {
				s.with, s.withKey = with, r.key
				s.moved()
			}
		}
	})
}

func (s *partiesScreen) fillRow(at int, o fyne.CanvasObject) {
	row := o.(*listedRow)
	row.mark(at == s.list.at)
	if at >= len(s.found) {
		return
	}
	r := s.all[s.found[at]]
	tag := ""
	if r.Agreements > 0 {
		tag = s.words.N("parties.agreements", r.Agreements)
	}
	row.set(r.Name, strings.Join(s.facts(r), "  ·  "), tag)
}

// facts says in a few words what is known of a row.
func (s *partiesScreen) facts(r partyRow) []string {
	var facts []string
	if b, ok := parties.BodyOf(r.Number); ok {
		facts = append(facts, b.Number)
		if b.Kind == agreement.MunicipalityParty {
			facts = append(facts, b.County)
		}
	}
	if r.OrgNumber != "" {
		facts = append(facts, agreement.SpacedNumber(r.OrgNumber))
	}
	if n := len(r.Contacts) + len(r.Signatories); n > 0 {
		facts = append(facts, s.words.N("parties.people", n))
	}
	if !r.BuiltIn() && !r.Kept {
		facts = append(facts, s.T("parties.unkept"))
	}
	if len(facts) == 0 {
		facts = append(facts, s.T("desk.template.kind."+string(r.Kind)))
	}
	return facts
}

func (s *partiesScreen) listKey(e *fyne.KeyEvent, at int) bool {
	r, ok := s.row()
	switch {
	case e.Name == fyne.KeyUp && at == 0:
		s.window.Canvas().Focus(s.search)
	case e.Name == fyne.KeyDelete && ok && r.Kept:
		s.delete(r)
	default:
		return false
	}
	return true
}
