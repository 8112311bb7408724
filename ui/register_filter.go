package ui

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// facet is one thing that the register can be filtered by. Its values are texts, as register.GroupBy gives them.
type facet struct {
	key string // the end of its message key
	by  register.Grouping
	get func(*register.Filter) []string
	set func(*register.Filter, []string)
}

// facetOf makes a facet of a list in the filter.
func facetOf[T ~string](key string, by register.Grouping, list func(*register.Filter) *[]T) facet {
	return facet{
		key: key, by: by,
		get: func(f *register.Filter) []string {
			var out []string
			for _, v := range *list(f) {
				out = append(out, string(v))
			}
			return out
		},
		set: func(f *register.Filter, values []string) {
			*list(f) = nil
			for _, v := range values {
				*list(f) = append(*list(f), T(v))
			}
		},
	}
}

// facets are those that the screen offers.
var facets = []facet{
	facetOf("kind", register.GroupKind, func(f *register.Filter) *[]agreement.Kind { return &f.Kinds }),
	facetOf("status", register.GroupStatus, func(f *register.Filter) *[]agreement.Status { return &f.Statuses }),
	facetOf("party", register.GroupParty, func(f *register.Filter) *[]string { return &f.Parties }),
	facetOf("subject", register.GroupSubject, func(f *register.Filter) *[]string { return &f.Subjects }),
	{key: "year", by: register.GroupYear, get: filterYears, set: setFilterYears},
	facetOf("form", register.GroupForm, func(f *register.Filter) *[]register.Written { return &f.Forms }),
	facetOf("responsible", byResponsible, func(f *register.Filter) *[]string { return &f.Responsible }),
}

// byResponsible is a grouping of the filters' own.
const byResponsible register.Grouping = "responsible"

func filterYears(f *register.Filter) []string {
	var out []string
	for _, y := range f.Years {
		out = append(out, strconv.Itoa(y))
	}
	return out
}

func setFilterYears(f *register.Filter, values []string) {
	f.Years = nil
	for _, v := range values {
		if y, err := strconv.Atoi(v); err == nil {
			f.Years = append(f.Years, y)
		}
	}
}

// facetValue is a value that can be asked for, with how many agreements of the register have it.
type facetValue struct {
	key, name string
	count     int
}

// valuesOf gives the values of a facet in the whole register.
func (s *registerScreen) valuesOf(f facet, all []*register.Entry, today register.Date) []facetValue {
	if f.by == byResponsible {
		return s.keepers(all)
	}
	var out []facetValue
	for _, g := range register.GroupBy(all, f.by, s.form(), today) {
		out = append(out, facetValue{g.Key, s.groupName(f.by, g), len(g.Entries)})
	}
	return out
}

// keepers gives those who look after agreements.
func (s *registerScreen) keepers(all []*register.Entry) []facetValue {
	counts := map[string]int{}
	for _, e := range all {
		counts[e.Responsible]++
	}
	var out []facetValue
	for name, n := range counts {
		out = append(out, facetValue{name, cmp.Or(name, s.T("register.none")), n})
	}
	slices.SortFunc(out, func(a, b facetValue) int {
		if (a.key == "") != (b.key == "") {
			return strings.Compare(b.key, a.key)
		}
		return strings.Compare(a.name, b.name)
	})
	return out
}

func (s *registerScreen) filtered() bool { return !reflect.DeepEqual(s.view.Filter, register.Filter{}) }

func (s *registerScreen) clearFilter() {
	s.view.Filter = register.Filter{}
	s.changed()
}

// fillFacets shows what can be filtered by, and what is.
func (s *registerScreen) fillFacets() {
	s.facets.Objects = nil
	if compact() {
		s.addFacet(newButton(s.T("register.facets"), s.askFacet))
	}
	for _, f := range facets {
		chosen := f.get(&s.view.Filter)
		if compact() && len(chosen) == 0 {
			continue
		}
		b := newButton(s.T("register.facet."+f.key)+" …", func() { s.pick(f) })
		b.Importance = widget.LowImportance
		switch len(chosen) {
		case 0:
		case 1:
			b.Importance, b.Icon = widget.MediumImportance, theme.ConfirmIcon()
			b.Text = s.T("register.facet."+f.key) + ": " + s.chosenName(f, chosen[0])
		default:
			b.Importance, b.Icon = widget.MediumImportance, theme.ConfirmIcon()
			b.Text = s.T("register.facet."+f.key) + ": " + s.words.N("register.chosen", len(chosen))
		}
		s.addFacet(b)
	}
	if s.filtered() || s.view.Search != "" {
		b := newButton(s.T("register.clear"), s.clearAll)
		b.Icon = theme.CancelIcon()
		s.addFacet(b)
	}
	s.facets.Refresh()
	s.top.Refresh() // where what stands there has another width now
}

// addFacet adds a button for a filter; beside the title it stands in the middle of the line.
func (s *registerScreen) addFacet(b *button) {
	if compact() {
		s.facets.Add(container.New(&amid{s.title}, b))
		return
	}
	s.facets.Add(b)
}

// compact reports whether letters are so large that the table needs the room which the filters otherwise have.
func compact() bool { return textScale() >= 1.5 }

// askFacet asks what to filter by, where the filters are folded together, and how to group.
func (s *registerScreen) askFacet() {
	var box *sheet
	list := container.NewVBox()
	var first fyne.Focusable
	for _, f := range facets {
		b := newQuietButton(s.T("register.facet."+f.key)+" …", nil, func() {
			box.Hide()
			s.pick(f)
		})
		if first == nil {
			first = b
		}
		list.Add(b)
	}
	list.Add(s.newGrouping())
	box = s.newSheet(s.T("register.facets"), container.NewVScroll(list), newMainButton(s.T("dialog.close"), func() { box.Hide() }))
	box.present(first, fyne.NewSize(420, 560*textScale()))
}

// longestChosen is how many letters of a value's name stand on a button.
const longestChosen = 24

func (s *registerScreen) chosenName(f facet, key string) string {
	name := s.valueName(f.by, key, key)
	if f.by == register.GroupParty && s.shown.party != "" {
		name = s.shown.party
	}
	if letters := []rune(name); len(letters) > longestChosen {
		return string(letters[:longestChosen-1]) + "…"
	}
	return name
}

// pick asks which values of a facet to show.
func (s *registerScreen) pick(f facet) {
	chosen := map[string]bool{}
	for _, key := range f.get(&s.view.Filter) {
		chosen[key] = true
	}
	var values []facetValue
	s.do(func() error {
		all, err := s.store.Register(context.Background(), register.Query{})
		values = s.valuesOf(f, all, s.store.Today())
		return err
	}, func() {
		newPickSheet(s.tools, s.T("register.facet."+f.key), values, chosen, func(keys []string) {
			f.set(&s.view.Filter, keys)
			s.changed()
		})
	})
}
