package grammar

import (
	"regexp"
	"strings"

	"golang.org/x/text/cases"
)

// compileExpression makes a Go expression of one in ICU's syntax. What the grammars use beyond Go's is rewritten: the
// binary properties Lower and Upper, which hold more than the categories Ll and Lu, and possessive repeats, which
// differ from greedy ones only where what follows could begin with what is repeated; in these grammars it can't.
func compileExpression(source string, anyCase bool) (*regexp.Regexp, error) {
	r := strings.NewReplacer(
		`\p{Letter}`, `\p{L}`,
		`\p{Lower}`, `[\p{Ll}\x{aa}\x{ba}]`,
		`\p{Upper}`, `\p{Lu}`,
	)
	text := possessive.ReplaceAllString(r.Replace(source), "$1")
	if anyCase {
		text = "(?i)" + text
	}
	return regexp.Compile(text)
}

// possessive finds a counted repeat that gives nothing back.
var possessive = regexp.MustCompile(`(\{\d+(?:,\d*)?\})\+`)

// fold gives a text for comparing without regard to case, by Unicode's full folding.
func fold(s string) string { return cases.Fold().String(s) }
