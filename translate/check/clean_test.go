package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/translate/check"
)

// checked reports every finding as a failure.
func checked(t *testing.T, c *check.Checker, passages []check.Passage, form agreement.Form, where func(i int) string) {
	t.Helper()
	for i, findings := range c.Document(passages, form) {
		for _, f := range findings {
			t.Errorf("%s %s: %s: %q → %q (other: %q)\n\t%s", form, where(i), f.Rule, f.Found, f.Replacements, f.Other, passages[i].In(form))
		}
	}
}

func TestTheTemplatesAreClean(t *testing.T) {
	c := check.New(check.Options{})
	all := templates.All()
	if len(all) == 0 {
		t.Fatal("no templates")
	}
	for _, tmpl := range all {
		t.Run(tmpl.ID, func(t *testing.T) {
			passages := check.PassagesOf(agreement.New(tmpl))
			for _, p := range []agreement.Pair{tmpl.Name, tmpl.About} {
				passages = append(passages, check.Passage{NB: p.NB, NN: p.NN})
			}
			for _, f := range tmpl.Fields {
				passages = append(passages, check.Passage{NB: f.Label.NB, NN: f.Label.NN}, check.Passage{NB: f.Help.NB, NN: f.Help.NN})
			}
			for _, form := range agreement.Forms {
				checked(t, c, passages, form, func(i int) string { return passages[i].Place.Key() })
			}
		})
	}
}

var action = regexp.MustCompile(`\{\{.*?\}\}`)

// A text of the interface may say one thing or another by its template actions; each run of words is read alone.
func TestTheInterfaceTextsAreClean(t *testing.T) {
	c := check.New(check.Options{})
	for form, file := range map[agreement.Form]string{agreement.Nynorsk: "nn", agreement.Bokmal: "nb"} {
		raw, err := os.ReadFile("../../locales/active." + file + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := toml.Unmarshal(raw, &tree); err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		flatten("", tree, texts)
		var keys []string
		for key := range texts {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		var passages []check.Passage
		for _, key := range keys {
			text := action.ReplaceAllStringFunc(texts[key], func(a string) string {
				if strings.HasPrefix(a, "{{.") {
					return "{x}"
				}
				return " \n"
			})
			pair := agreement.Pair{}.With(form, text)
			passages = append(passages, check.Passage{NB: pair.NB, NN: pair.NN})
		}
		checked(t, c, passages, form, func(i int) string { return keys[i] })
	}
}

func flatten(prefix string, tree map[string]any, into map[string]string) {
	for key, value := range tree {
		switch v := value.(type) {
		case map[string]any:
			flatten(prefix+key+".", v, into)
		case string:
			into[prefix+key] = v
		}
	}
}

// The texts are of several kinds and styles: nynorsk with infinitives in -e and in -a, bokmål of the conservative and of
// the radical kind.
func TestCleanTextsGiveNoFindings(t *testing.T) {
	files, err := filepath.Glob("testdata/clean/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	c := check.New(check.Options{})
	for _, file := range files {
		name := filepath.Base(file)
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		form := agreement.Form(name[:2])
		checked(t, c, check.Lines(string(raw), form), form, func(i int) string { return fmt.Sprintf("%s:%d", name, i+1) })
	}
}

// What is clean in one form is full of faults in the other.
func TestTextsInTheWrongFormGiveMany(t *testing.T) {
	files, _ := filepath.Glob("testdata/clean/*.txt")
	c := check.New(check.Options{})
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		wrong := agreement.Form(filepath.Base(file)[:2]).Other()
		lines, hit := 0, 0
		for i, findings := range c.Document(check.Lines(string(raw), wrong), wrong) {
			if len(strings.Fields(strings.Split(string(raw), "\n")[i])) >= 8 {
				lines++
				if len(findings) > 0 {
					hit++
				}
			}
		}
		if hit*10 < lines*8 {
			t.Errorf("%s as %s: findings in %d of %d long lines", file, wrong, hit, lines)
		}
	}
}

func TestEveryRuleHasANameAMessageAndAnExplanation(t *testing.T) {
	for _, language := range []string{"nn", "nb", "en"} {
		raw, err := os.ReadFile("../../locales/active." + language + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := toml.Unmarshal(raw, &tree); err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		flatten("", tree, texts)
		for _, r := range check.Rules() {
			f := check.Finding{Rule: r.ID}
			for _, key := range []string{r.NameKey(), f.MessageKey(), f.WhyKey()} {
				if texts[key] == "" {
					t.Errorf("%s lacks %s", language, key)
				}
			}
		}
	}
}
