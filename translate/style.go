package translate

import (
	"slices"
	"strings"

	"avtalebok/agreement"
)

// Preference is a choice that nynorsk leaves to the writer: two or more forms that are all correct, of which an
// organisation uses one. All of them stand in the official norm (Nynorskordboka, Språkrådet's norm of 2012).
type Preference struct {
	ID      string
	Options []string // the names by which the forms are chosen, unique across preferences; the first is the default
}

// The preferences that code asks for by name.
const (
	Infinitive = "infinitive"
	We         = "we"
	Become     = "become"
	Became     = "became"
)

// preferences has the defaults of most official nynorsk: e-infinitive, vi, bli, and the forms used in the templates.
var preferences = []Preference{
	// Inflection and sound
	{Infinitive, []string{"e-infinitiv", "a-infinitiv", "kløyvd infinitiv"}},
	{"gj", []string{"byggje", "bygge"}},
	{"kj", []string{"søkje", "søke"}},
	{"ar-verbs", []string{"roper", "ropar"}},
	{"take", []string{"tek", "tar"}},
	{"let", []string{"lét", "let"}},
	{"blue", []string{"blå", "blåe"}},
	{"feminine", []string{"lova", "loven"}},
	{"feminine-weak", []string{"omtala", "omtalen"}},
	{"masculine-feminine", []string{"banen", "bana"}},
	{"crew", []string{"mannskapet", "mannskapen"}},
	// Pronouns and common verbs
	{We, []string{"vi", "me"}},
	{"you", []string{"de", "dokker"}},
	{Become, []string{"bli", "verte"}},
	{Became, []string{"blei", "vart"}},
	{"come", []string{"komme", "kome"}},
	{"give", []string{"gi", "gje"}},
	{"know", []string{"vit", "vett"}},
	// Small words
	{"at", []string{"hos", "hjå"}},
	{"first", []string{"først", "fyrst"}},
	{"therefore", []string{"difor", "derfor"}},
	{"simultaneously", []string{"samstundes", "samtidig"}},
	{"too", []string{"òg", "også"}},
	{"when", []string{"då", "da"}},
	{"now", []string{"no", "nå"}},
	{"so", []string{"så", "so"}},
	{"while", []string{"medan", "mens"}},
	{"thereby", []string{"dermed", "dimed"}},
	{"either", []string{"anten", "enten"}},
	{"neither", []string{"verken", "korkje"}},
	{"between", []string{"mellom anna", "blant anna"}},
	{"in-case", []string{"i tilfelle", "i fall"}},
	{"nearer", []string{"nærare", "nærmare"}},
	{"nearest", []string{"nærast", "nærmast"}},
	{"really", []string{"eigentleg", "eigenleg"}},
	{"agreed", []string{"samd", "einig"}},
	// Words
	{"school", []string{"skule", "skole"}},
	{"difference", []string{"skilnad", "forskjell"}},
	{"example", []string{"døme", "eksempel"}},
	{"overview", []string{"oversikt", "oversyn"}},
	{"describe", []string{"beskrive", "skildre"}},
	{"opposite", []string{"motsetning", "motsetnad"}},
	{"amount", []string{"mengd", "mengde"}},
	{"vote", []string{"stemme", "røyste"}},
	{"suffrage", []string{"stemmerett", "røysterett"}},
	{"retell", []string{"gjenfortelje", "fortelje att"}},
	{"reality", []string{"røyndom", "røynd", "verkelegheit"}},
	{"darkness", []string{"mørke", "mørker"}},
	{"cross", []string{"kors", "kross"}},
	{"flower", []string{"blomster", "blome"}},
	{"onion", []string{"løk", "lauk"}},
	{"worm", []string{"mark", "makk"}},
	{"wasp", []string{"veps", "kvefs"}},
	{"quiz", []string{"quiz", "kviss"}},
}

// Preferences lists the choices that make up a house style, in the order in which they are shown. The caller must
// not change it.
func Preferences() []Preference { return preferences }

// Style is the house style of an organisation: one form chosen for each Preference. The zero Style is the default
// one. A Style never changes; With gives another.
type Style struct {
	Name   string            // the organisation's, for people
	chosen map[string]string // by Preference.ID; only what differs from the default
}

// Choice gives the chosen form of a preference, "" for an unknown one.
func (s Style) Choice(preference string) string {
	if form, ok := s.chosen[preference]; ok {
		return form
	}
	if i := slices.IndexFunc(preferences, func(p Preference) bool { return p.ID == preference }); i >= 0 {
		return preferences[i].Options[0]
	}
	return ""
}

// Chose reports whether the style uses a form, given by its name.
func (s Style) Chose(form string) bool {
	p, ok := PreferenceOf(form)
	return ok && s.Choice(p.ID) == form
}

// With gives the style with a form chosen, in place of what was chosen for the same preference.
// The form's name must be among the options of Preferences.
func (s Style) With(form string) (Style, error) {
	p, ok := PreferenceOf(form)
	if !ok {
		return s, agreement.NewError(agreement.Invalid, "error.style.unknown", nil, "Form", form, "Suggestion", nearest(form))
	}
	chosen := make(map[string]string, len(s.chosen)+1)
	for id, f := range s.chosen {
		chosen[id] = f
	}
	if form == p.Options[0] {
		delete(chosen, p.ID)
	} else {
		chosen[p.ID] = form
	}
	s.chosen = chosen
	return s, nil
}

// Forms lists the chosen forms that differ from the default, in the order of Preferences.
func (s Style) Forms() []string {
	forms := make([]string, 0, len(s.chosen))
	for _, p := range preferences {
		if f, ok := s.chosen[p.ID]; ok {
			forms = append(forms, f)
		}
	}
	return forms
}

// Equal reports whether two styles choose the same forms, whatever their names.
func (s Style) Equal(other Style) bool { return slices.Equal(s.Forms(), other.Forms()) }

// PreferenceOf gives the preference that has a form among its options.
func PreferenceOf(form string) (Preference, bool) {
	i := slices.IndexFunc(preferences, func(p Preference) bool { return slices.Contains(p.Options, form) })
	if i < 0 {
		return Preference{}, false
	}
	return preferences[i], true
}

// nearest gives the form whose name begins most like a misspelt one, or "".
func nearest(form string) string {
	best, length := "", 1
	for _, p := range preferences {
		for _, option := range p.Options {
			if n := sharedStart(strings.ToLower(form), option); n > length {
				best, length = option, n
			}
		}
	}
	return best
}

func sharedStart(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
