package check

import (
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate/terms"
)

// noun is what is known of a nynorsk noun by one of its indefinite forms.
type noun struct {
	singular, plural, definite, definitePlural string
	neuter                                     bool
}

// lexicon is what rules of grammar know of nynorsk nouns and of verbs, from the terms. A form that is at once
// something else, such as "avtale" the verb, is in no table where that would matter.
type lexicon struct {
	indefinite     map[string]noun
	definiteCommon map[string]bool
	definiteNeuter map[string]bool
	definitePlural map[string]bool
}

func newLexicon(list *terms.List) *lexicon {
	l := &lexicon{map[string]noun{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, term := range list.All() {
		if term.Class != terms.Noun {
			continue
		}
		for _, w := range term.Nynorsk {
			l.add(term, w)
		}
	}
	return l
}

func (l *lexicon) add(term terms.Term, w terms.Word) {
	form := func(s terms.Slot) string { return strings.ToLower(term.Form(w, agreement.Nynorsk, s)) }
	n := noun{
		singular: form(terms.Base), plural: form(terms.Plural),
		definite: form(terms.Definite), definitePlural: form(terms.DefinitePlural),
	}
	if n.definite == "" || strings.Contains(n.singular, " ") {
		return
	}
	n.neuter = strings.HasSuffix(n.definite, "t")
	if n.neuter {
		l.definiteNeuter[n.definite] = true
	} else {
		l.definiteCommon[n.definite] = true
	}
	if n.definitePlural != "" && !ambiguousPlural[n.definitePlural] {
		l.definitePlural[n.definitePlural] = true
	}
	for _, indefinite := range []string{n.singular, n.plural} {
		if _, twice := l.indefinite[indefinite]; indefinite != "" && !twice && !notOnlyNouns[indefinite] {
			l.indefinite[indefinite] = n
		}
	}
}

var (
	// ambiguousPlural are definite plurals that are other forms too.
	ambiguousPlural = words("råda høva bygga styra laga tala")
	// notOnlyNouns are nouns that stand behind an adjective as something else: "den nye tilsette", "det beste del".
	notOnlyNouns = words("tilsett tilsette folkevald folkevalde vilkår tid gong slutt heving plan")
)
