package check

import (
	"slices"

	"avtalebok/agreement"
)

// The rules' IDs. They stand in settings and in the keys of messages and never change.
const (
	ruleBokmalWord  = "bokmal-word"
	ruleBokmalStyle = "bokmal-style"
	ruleBokmalTerm  = "bokmal-term"
	ruleHet         = "het-ending"
	ruleLig         = "lig-ending"
	ruleElse        = "else-ending"
	rulePlural      = "plural-ending"
	rulePassiveS    = "passive-s"
	ruleStPassive   = "st-passive"
	ruleParticiple  = "participle-agreement"
	ruleDefinite    = "double-definiteness"
	ruleGenitive    = "s-genitive"

	ruleNynorskWord = "nynorsk-word"
	ruleNynorskTerm = "nynorsk-term"

	ruleOffice     = "office-phrase"
	ruleOgForA     = "og-for-aa"
	ruleAForOg     = "aa-for-og"
	ruleOmForSom   = "om-for-som"
	ruleMisspelt   = "misspelling"
	ruleConfusion  = "confusion"
	ruleCompound   = "compound"
	ruleHanging    = "hanging-hyphen"
	ruleStray      = "stray-hyphen"
	ruleRepeated   = "repeated-word"
	ruleSpelling   = "spelling"
	ruleHouseStyle = "house-style"

	ruleDoubleSpace = "double-space"
	ruleSpaceBefore = "space-before-mark"
	ruleQuotes      = "straight-quotes"
	ruleRangeDash   = "range-dash"
	ruleDash        = "dash"
	rulePercent     = "percent-space"
	ruleThousands   = "thousands"
	ruleDateSpace   = "date-space"
	ruleMonth       = "month-capital"

	ruleInfinitives = "mixed-infinitives"
	ruleDoubleForms = "mixed-forms"
	ruleNames       = "name-spelling"
	ruleTermVaries  = "term-varies"
	ruleFigures     = "figures-differ"
	ruleDates       = "dates-differ"
	rulePlaceholder = "placeholder-missing"
)

var (
	both    = agreement.Forms[:]
	bokmal  = []agreement.Form{agreement.Bokmal}
	nynorsk = []agreement.Form{agreement.Nynorsk}
)

var rules = []Rule{
	{ruleBokmalWord, nynorsk, Error},
	{ruleBokmalTerm, nynorsk, Error},
	{ruleHet, nynorsk, Error},
	{ruleLig, nynorsk, Error},
	{ruleElse, nynorsk, Error},
	{rulePlural, nynorsk, Error},
	{rulePassiveS, nynorsk, Error},
	{ruleStPassive, nynorsk, Error},
	{ruleParticiple, nynorsk, Error},
	{ruleDefinite, nynorsk, Error},
	{ruleNynorskWord, bokmal, Error},
	{ruleNynorskTerm, bokmal, Error},
	{ruleOgForA, both, Error},
	{ruleAForOg, both, Error},
	{ruleOmForSom, both, Error},
	{ruleMisspelt, both, Error},
	{ruleConfusion, both, Error},
	{ruleCompound, both, Error},
	{ruleHanging, both, Error},
	{ruleStray, both, Error},
	{ruleRepeated, both, Error},
	{ruleSpelling, both, Error},
	{rulePlaceholder, both, Error},
	{ruleFigures, both, Error},
	{ruleDates, both, Error},
	{ruleMonth, both, Error},
	{ruleSpaceBefore, both, Error},
	{ruleInfinitives, nynorsk, Style},
	{ruleDoubleForms, both, Style},
	{ruleNames, both, Style},
	{ruleTermVaries, both, Style},
	{ruleHouseStyle, nynorsk, Style},
	{ruleBokmalStyle, nynorsk, Style},
	{ruleGenitive, nynorsk, Style},
	{ruleOffice, both, Style},
	{ruleDoubleSpace, both, Style},
	{ruleQuotes, both, Style},
	{ruleRangeDash, both, Style},
	{ruleDash, both, Style},
	{rulePercent, both, Style},
	{ruleThousands, both, Style},
	{ruleDateSpace, both, Style},
}

// Rules lists what the checker looks for, errors before style. The caller must not change it.
func Rules() []Rule { return rules }

// RuleOf gives a rule by its ID.
func RuleOf(id string) (Rule, bool) {
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{}, false
	}
	return rules[i], true
}
