package locales_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"

	"github.com/pelletier/go-toml/v2"

	"avtalebok/agreement"
	"avtalebok/locales"
)

// messages reads a language's file as dotted keys; a message with plural forms is one key.
func messages(t *testing.T, lang string) map[string]string {
	t.Helper()
	raw, err := os.ReadFile("active." + lang + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := toml.Unmarshal(raw, &tree); err != nil {
		t.Fatalf("active.%s.toml: %v", lang, err)
	}
	out := map[string]string{}
	flatten("", tree, out)
	return out
}

func flatten(prefix string, tree map[string]any, into map[string]string) {
	for key, value := range tree {
		switch v := value.(type) {
		case map[string]any:
			if other, ok := v["other"].(string); ok {
				into[prefix+key] = other
				continue
			}
			flatten(prefix+key+".", v, into)
		case string:
			into[prefix+key] = v
		}
	}
}

func TestEveryMessageIsThereInEveryLanguage(t *testing.T) {
	nn := messages(t, "nn")
	for _, lang := range locales.Languages {
		other := messages(t, lang)
		for key := range nn {
			if strings.TrimSpace(other[key]) == "" {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
		for key := range other {
			if nn[key] == "" {
				t.Errorf("nn lacks %s, which %s has", key, lang)
			}
		}
	}
}

var variable = regexp.MustCompile(`\.([A-Z][A-Za-z]*)`)

func TestEveryMessageUsesTheSameValuesInEveryLanguage(t *testing.T) {
	values := func(s string) []string {
		set := map[string]bool{}
		for _, action := range regexp.MustCompile(`\{\{.*?\}\}`).FindAllString(s, -1) {
			for _, m := range variable.FindAllStringSubmatch(action, -1) {
				set[m[1]] = true
			}
		}
		// A plural form may leave the count out, and not every language needs to name the written forms.
		delete(set, "Count")
		return slices.Sorted(maps.Keys(set))
	}
	nn := messages(t, "nn")
	for _, lang := range locales.Languages {
		for key, message := range messages(t, lang) {
			if _, err := template.New(key).Parse(message); err != nil {
				t.Errorf("%s %s: %v", lang, key, err)
			}
			if want, got := values(nn[key]), values(message); !slices.Equal(want, got) {
				t.Errorf("%s %s uses %v, nn uses %v", lang, key, got, want)
			}
		}
	}
}

// A key in the code is a whole string such as "error.file.size", given to NewError or to a localizer.
var keyInCode = regexp.MustCompile(`(?:NewError\([^,]+, |\.(?:T|N|look)\()"([a-z_]+(?:\.[A-Za-z_]+)+)"`)

func TestEveryMessageThatTheCodeAsksForExists(t *testing.T) {
	nn := messages(t, "nn")
	found := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range keyInCode.FindAllStringSubmatch(string(source), -1) {
			found++
			if nn[m[1]] == "" {
				t.Errorf("%s asks for %s, which no language has", path, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 30 {
		t.Errorf("found only %d keys in the code: the pattern has lost them", found)
	}
}

func TestEveryFindingAndProblemHasAMessage(t *testing.T) {
	codes := []agreement.FindingCode{
		agreement.PartyMissing, agreement.PartyNameMissing, agreement.SignatoryMissing, agreement.FieldMissing,
		agreement.PlaceholderUnknown, agreement.PlaceholderUnfilled, agreement.BraceStray, agreement.TextMissing,
		agreement.TextOutdated, agreement.TextEmpty, agreement.ListEmpty, agreement.MainGoalMissing,
		agreement.PartiesTooFew, agreement.PartiesTooMany, agreement.PaymentDue, agreement.PaymentAmount, agreement.SumDiffers,
	}
	problems := []agreement.Problem{
		agreement.NotNumber, agreement.NotDate, agreement.NotYear, agreement.TooSmall, agreement.TooLarge,
		agreement.TooLong, agreement.NotAnswered, agreement.NotOption,
	}
	for _, lang := range locales.Languages {
		l := locales.New(lang)
		for _, c := range codes {
			if m := l.Finding(agreement.Finding{Code: c, Form: agreement.Nynorsk}); m == "finding."+string(c) {
				t.Errorf("%s has no message for the finding %s", lang, c)
			}
		}
		for _, p := range problems {
			f := agreement.Finding{Code: agreement.FieldInvalid, Form: agreement.Nynorsk, Args: map[string]string{"Problem": string(p)}}
			if m := l.Finding(f); m == "problem."+string(p) {
				t.Errorf("%s has no message for the problem %s", lang, p)
			}
		}
	}
}

func TestTheSystemsLanguageIsRead(t *testing.T) {
	for _, c := range []struct{ language, all, lang, want string }{
		{"", "", "", "nn"},
		{"", "", "C.UTF-8", "nn"},
		{"", "", "nb_NO.UTF-8", "nb"},
		{"", "", "no_NO", "nb"},
		{"", "", "en_GB.UTF-8", "en"},
		{"", "", "se_NO.UTF-8", "nn"},
		{"nn:nb", "nb_NO.UTF-8", "en_US.UTF-8", "nn"},
		{"", "nb_NO.UTF-8", "en_US.UTF-8", "nb"},
	} {
		for name, value := range map[string]string{"LANGUAGE": c.language, "LC_ALL": c.all, "LC_MESSAGES": "", "LANG": c.lang} {
			t.Setenv(name, value)
		}
		if got := locales.System(); got != c.want {
			t.Errorf("LANGUAGE=%q LC_ALL=%q LANG=%q gives %s, want %s", c.language, c.all, c.lang, got, c.want)
		}
	}
}

func TestErrorsSayWhatToDoInTheUsersLanguage(t *testing.T) {
	err := agreement.NewError(agreement.Invalid, "error.date", nil, "Date", "32.13.2026")
	for lang, want := range map[string]string{"nn": "er ingen dato", "nb": "er ingen dato", "en": "is not a date"} {
		if got := locales.New(lang).Error(err); !strings.Contains(got, want) || !strings.Contains(got, "32.13.2026") {
			t.Errorf("%s: %q", lang, got)
		}
	}
	if got := locales.New("en").Error(errors.New("sql: row 4711")); strings.Contains(got, "4711") {
		t.Errorf("an error nobody foresaw shows its insides: %q", got)
	}
}
