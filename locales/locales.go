// Package locales holds the words that the program itself speaks, in nynorsk, bokmål and English, and looks them up.
// It must not know screens or commands. The words of the agreements themselves are not here: they follow the
// agreement's written form, never the interface's language.
package locales

import (
	"embed"
	"errors"
	"fmt"
	"maps"
	"os"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"avtalebok/agreement"
)

//go:embed active.*.toml
var files embed.FS

// Languages lists the interface languages in the order in which Settings shows them.
var Languages = [...]string{"nn", "nb", "en"}

// Localizer looks up messages in one language. It never changes and may be used from several goroutines.
type Localizer struct {
	Language string
	messages *i18n.Localizer
}

// New gives the localizer for one of Languages, or for the default language where the code is not one of them.
func New(code string) *Localizer {
	code = normal(code)
	bundle := i18n.NewBundle(language.MustParse("nn"))
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	for _, l := range Languages {
		// The files are part of the program and read by a test; they can't fail here.
		if _, err := bundle.LoadMessageFileFS(files, "active."+l+".toml"); err != nil {
			panic(fmt.Sprintf("locales: %v", err))
		}
	}
	return &Localizer{Language: code, messages: i18n.NewLocalizer(bundle, code)}
}

// System gives the language of the user's system where it is one of Languages, else nynorsk.
func System() string {
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" && v != "C" && v != "POSIX" && !strings.HasPrefix(v, "C.") {
			return normal(v)
		}
	}
	return Languages[0]
}

// normal reads a language code or locale name such as "nb_NO.UTF-8". "no" means bokmål, as systems have it.
func normal(code string) string {
	code = strings.ToLower(code)
	code, _, _ = strings.Cut(code, ":")
	code, _, _ = strings.Cut(code, ".")
	code, _, _ = strings.Cut(strings.ReplaceAll(code, "-", "_"), "_")
	switch code {
	case "nb", "no":
		return "nb"
	case "en":
		return "en"
	}
	return Languages[0]
}

// T gives the message for a key. Args are pairs of name and value for its template. An unknown key gives the key
// itself, so that a mistake is seen and nothing breaks; a test keeps it from happening.
func (l *Localizer) T(key string, args ...any) string {
	return l.look(key, nil, pairs(args))
}

// N gives the message for a count, in the singular or plural; the template sees the count as Count.
func (l *Localizer) N(key string, count int, args ...any) string {
	data := pairs(args)
	data["Count"] = count
	return l.look(key, count, data)
}

// Has reports whether there is a message for a key.
func (l *Localizer) Has(key string) bool {
	_, err := l.messages.Localize(&i18n.LocalizeConfig{MessageID: key})
	var missing *i18n.MessageNotFoundErr
	return !errors.As(err, &missing)
}

// Error gives the message for an error: what went wrong and what to do about it.
func (l *Localizer) Error(err error) string {
	var e *agreement.Error
	if !errors.As(err, &e) || !l.Has(e.Key) {
		return l.T("error.internal")
	}
	data := maps.Clone(e.Args)
	if problem, ok := data["Problem"]; ok {
		data["Reason"] = l.look(fmt.Sprintf("problem.%v", problem), nil, e.Args)
	}
	return l.look(e.Key, nil, data)
}

func (l *Localizer) look(key string, count any, data map[string]any) string {
	s, err := l.messages.Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: count, TemplateData: data})
	if err != nil && s == "" {
		return key
	}
	return s
}

func pairs(args []any) map[string]any {
	data := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		data[fmt.Sprint(args[i])] = args[i+1]
	}
	return data
}
