package check

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"avtalebok/agreement"
)

// Example shows what a rule finds: a text with a fault, the fault, and what may stand there instead ("" where that
// takes a person). Tests hold the rule to it.
type Example struct {
	Form        agreement.Form
	Text        string
	Found       string
	Replacement string
	Good        bool // a text that the rule leaves alone; Found and Replacement are ""
}

// Examples gives texts that show what a rule does, those with a fault first; none for a rule that compares the two
// forms or follows what the user has chosen.
func Examples(rule string) []Example { return examples()[rule] }

var examples = sync.OnceValue(func() map[string][]Example {
	content, err := files.ReadFile("words/examples.toml")
	if err != nil {
		panic(fmt.Sprintf("check: %v", err)) // embedded
	}
	var file struct {
		Rule []struct {
			ID   string
			Form agreement.Form
			Bad  []string
			Good []string
		}
	}
	if err := toml.Unmarshal(content, &file); err != nil {
		panic(fmt.Sprintf("check: examples: %v", err)) // read by tests
	}
	byRule := make(map[string][]Example)
	for _, r := range file.Rule {
		for _, text := range r.Bad {
			byRule[r.ID] = append(byRule[r.ID], badExample(r.Form, text))
		}
	}
	for _, r := range file.Rule {
		for _, text := range r.Good {
			byRule[r.ID] = append(byRule[r.ID], Example{Form: r.Form, Text: text, Good: true})
		}
	}
	return byRule
})

// fault is how a fault is marked in an example: "Vi har [ikke→ikkje] svart."
var fault = regexp.MustCompile(`\[([^\]→]+)(?:→([^\]]*))?\]`)

func badExample(form agreement.Form, text string) Example {
	e := Example{Form: form, Text: strings.ReplaceAll(fault.ReplaceAllString(text, "$1"), "\n", " ")}
	if m := fault.FindStringSubmatch(text); m != nil {
		e.Found, e.Replacement = m[1], m[2]
	}
	return e
}
