package terms

import (
	"strings"

	"avtalebok/agreement"
)

// inflected is one form of a word. The first one of a slot is the form to write; later ones are only recognised.
type inflected struct {
	slot Slot
	text string
}

// inflections names the paradigms by class and form, for messages about a list that can't be read.
var inflections = map[Class]map[agreement.Form][]string{
	Noun: {
		agreement.Bokmal:  {"m", "m-er", "f", "n", "n-er"},
		agreement.Nynorsk: {"m", "m-er", "f", "n"},
	},
	Verb:      {agreement.Bokmal: {"v1", "v2"}, agreement.Nynorsk: {"v1", "v2"}},
	Adjective: {agreement.Bokmal: {"a"}, agreement.Nynorsk: {"a"}},
}

// inflect lists the forms of a word. Paradigms follow the tables of Bokmålsordboka and Nynorskordboka for regular
// words; irregular ones stand in the list with their forms.
func inflect(w Word, class Class, form agreement.Form) []inflected {
	forms := []inflected{{Base, w.Lemma}}
	if class == Phrase || w.Inflection == "" || w.Inflection == "-" {
		return forms
	}
	if strings.Contains(w.Inflection, "/") {
		forms = append(forms, listed(w.Inflection, class)...)
	} else {
		switch class {
		case Noun:
			forms = append(forms, nounForms(w, form)...)
		case Verb:
			forms = append(forms, verbForms(w, form)...)
		case Adjective:
			forms = append(forms, adjectiveForms(w)...)
		}
	}
	if class == Verb {
		forms = append(forms, alsoInfinitives(w.Lemma, form)...)
	}
	return forms
}

// listed reads forms that the list names one by one.
func listed(inflection string, class Class) []inflected {
	slots := map[Class][]Slot{
		Noun: {Definite, Plural, DefinitePlural}, Verb: {Present, Past, Participle}, Adjective: {Neuter, Many},
	}[class]
	var forms []inflected
	for i, text := range strings.Split(inflection, "/") {
		if i < len(slots) && text != "" {
			forms = append(forms, inflected{slots[i], text})
		}
	}
	return forms
}

func nounForms(w Word, form agreement.Form) []inflected {
	stem := strings.TrimSuffix(w.Lemma, "e")
	four := func(definite, plural, definitePlural string, also ...inflected) []inflected {
		return append([]inflected{{Definite, definite}, {Plural, plural}, {DefinitePlural, definitePlural}}, also...)
	}
	if form == agreement.Bokmal {
		switch w.Inflection {
		case "m-er": // leder, lederen, ledere, lederne
			return four(w.Lemma+"en", w.Lemma+"e", w.Lemma+"ne")
		case "m":
			return four(stem+"en", stem+"er", stem+"ene")
		case "f":
			return four(stem+"en", stem+"er", stem+"ene", inflected{Definite, stem + "a"})
		case "n-er":
			return four(stem+"et", stem+"er", stem+"ene", inflected{Plural, w.Lemma}, inflected{DefinitePlural, stem + "a"})
		}
		if stem != w.Lemma { // møte, møtet, møter, møtene
			return four(stem+"et", stem+"er", stem+"ene")
		}
		return four(stem+"et", stem, stem+"ene", inflected{DefinitePlural, stem + "a"})
	}
	switch w.Inflection {
	case "m":
		return four(stem+"en", stem+"ar", stem+"ane")
	case "m-er":
		return four(stem+"en", stem+"er", stem+"ene")
	case "f":
		if strings.HasSuffix(w.Lemma, "ing") {
			return four(stem+"a", stem+"ar", stem+"ane")
		}
		return four(stem+"a", stem+"er", stem+"ene")
	}
	return four(stem+"et", w.Lemma, stem+"a")
}

func verbForms(w Word, form agreement.Form) []inflected {
	stem := strings.TrimSuffix(w.Lemma, "e")
	switch {
	case w.Inflection == "v1" && form == agreement.Bokmal:
		return []inflected{{Present, stem + "er"}, {Past, stem + "et"}, {Participle, stem + "et"}}
	case w.Inflection == "v1":
		return []inflected{{Present, stem + "ar"}, {Past, stem + "a"}, {Participle, stem + "a"}}
	}
	end := "te"
	if strings.HasSuffix(stem, "tt") || strings.HasSuffix(stem, "t") {
		stem2 := strings.TrimSuffix(stem, "t")
		return []inflected{{Present, stem + "er"}, {Past, stem2 + end}, {Participle, stem2 + "t"}}
	}
	return []inflected{{Present, stem + "er"}, {Past, stem + end}, {Participle, stem + "t"}}
}

// alsoInfinitives gives the passive, and in nynorsk the infinitive in -a and the one without j.
func alsoInfinitives(lemma string, form agreement.Form) []inflected {
	if strings.Contains(lemma, " ") || !strings.HasSuffix(lemma, "e") {
		return nil
	}
	stem := strings.TrimSuffix(lemma, "e")
	if form == agreement.Bokmal {
		return []inflected{{Passive, lemma + "s"}}
	}
	return []inflected{{Passive, stem + "ast"}, {Base, stem + "a"}}
}

func adjectiveForms(w Word) []inflected {
	neuter := w.Lemma + "t"
	for _, ending := range []string{"ig", "eg", "sk"} {
		if strings.HasSuffix(w.Lemma, ending) {
			neuter = w.Lemma
		}
	}
	return []inflected{{Neuter, neuter}, {Many, w.Lemma + "e"}}
}
