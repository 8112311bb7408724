package agreement

import (
	"slices"
	"testing"
)

// termOfYears has a last year that counts only while the agreement is for a number of years.
func termOfYears(period, lastYear string) Agreement {
	return Agreement{
		Title: Both("Avtale", "Avtale"),
		Fields: []Field{
			{
				ID: "period", Type: ChoiceField, Required: true, Answer: Answer{Value: period},
				Options: []Option{{ID: "open"}, {ID: "fixed"}},
			},
			{ID: "last_year", Type: YearField, Required: true, Answer: Answer{Value: lastYear}},
			{ID: "case_number", Type: LineField},
		},
		Sections: []Section{{
			ID: "duration", Kind: Prose, Heading: Both("Varighet", "Varigheit"),
			Items: []Item{
				{ID: "open", Text: Both("Avtalen løper.", "Avtalen går."), ShowIf: &Condition{Field: "period", Is: []string{"open"}}},
				{
					ID: "fixed", Text: Both("Avtalen slutter i {last_year}.", "Avtalen sluttar i {last_year}."),
					ShowIf: &Condition{Field: "period", Is: []string{"fixed"}},
				},
			},
		}},
	}
}

func TestAFieldIsUnusedWhileAllThatMentionsItIsLeftOut(t *testing.T) {
	for period, want := range map[string]bool{"open": true, "fixed": false} {
		a := termOfYears(period, "2029")
		if a.Unused("last_year") != want {
			t.Errorf("%s: the last year is unused: %v", period, !want)
		}
		if a.Unused("case_number") || a.Unused("period") {
			t.Errorf("%s: a field that stands for itself, or decides, is called unused", period)
		}
	}
	themed := termOfYears("open", "2029")
	themed.Theme = Both("Til {last_year}", "Til {last_year}")
	if themed.Unused("last_year") {
		t.Error("a field in the theme is called unused")
	}
	listed := termOfYears("open", "2029")
	listed.Sections = append(listed.Sections, Section{ID: "grant", Kind: GrantTerms, Facts: []string{"last_year"}})
	if listed.Unused("last_year") {
		t.Error("a field among the facts is called unused")
	}
}

func TestAnUnusedFieldNeedsNoAnswer(t *testing.T) {
	missing := func(a Agreement) bool {
		return slices.ContainsFunc(a.Check(Nynorsk), func(f Finding) bool { return f.Place.Field == "last_year" })
	}
	if missing(termOfYears("open", "")) || missing(termOfYears("open", "snart")) {
		t.Error("an answer is asked for that nobody would see")
	}
	if !missing(termOfYears("fixed", "")) || !missing(termOfYears("fixed", "snart")) {
		t.Error("an answer that is printed is not asked for")
	}
}
