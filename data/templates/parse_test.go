package templates

import (
	"bytes"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/locales"
)

// minimal is a template with no more than a template needs, and one of each thing that can be got wrong.
func minimal(t testing.TB) string {
	t.Helper()
	src, err := os.ReadFile("testdata/minimal.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// languages are the interface's, made once for all tests.
var languages = map[string]*locales.Localizer{
	"nb": locales.New("nb"), "nn": locales.New("nn"), "en": locales.New("en"),
}

func TestParseReadsTemplate(t *testing.T) {
	got, err := Parse("minimal.toml", []byte(minimal(t)))
	if err != nil {
		t.Fatal(err)
	}
	if got.ID != "minimal" || got.Version != 1 || got.Kind != agreement.Cooperation {
		t.Errorf("read id %q, version %d, kind %q", got.ID, got.Version, got.Kind)
	}
	if want := (agreement.Pair{NB: "Navn", NN: "Namn"}); got.Name != want {
		t.Errorf("name: got %v, want %v", got.Name, want)
	}
	if len(got.Roles) != 2 || got.Roles[0].Signatories[0].NN != "Fylkesordførar" || got.Roles[1].Signatories[0].NB != "Ordfører" {
		t.Errorf("roles: got %+v", got.Roles)
	}
	notice := got.Fields[0]
	if notice.Type != agreement.MonthsField || *notice.Min != 1 || *notice.Max != 24 || notice.Answer.Value != "3" {
		t.Errorf("months field: got %+v", notice)
	}
	if line := got.Fields[1]; line.MaxLength != 20 || line.Answer.Value != "Turstien" {
		t.Errorf("line field: got %+v", line)
	}
	if date := got.Fields[2]; date.Answer.Value != "2026-08-01" {
		t.Errorf("date field: got %+v", date)
	}
	duties := got.Sections[0]
	if duties.Kind != agreement.Roles || duties.Party != "county" || !duties.Required || got.Sections[1].Required {
		t.Errorf("sections: got %+v", got.Sections)
	}
	if title := got.Sections[1].Items[0].Title; title != agreement.Both("Stier", "Stigar") {
		t.Errorf("title of a focus area: got %+v", title)
	}
}

func TestLineBreaksInTextsAreFolded(t *testing.T) {
	got, err := Parse("minimal.toml", []byte(strings.ReplaceAll(minimal(t), "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	want := "{county} rydder stien i {municipality} med {notice}s varsel.\n\nSå åpner vi den."
	if s := got.Sections[0].Items[0].Text.NB; s != want {
		t.Errorf("got %q, want %q", s, want)
	}
}

func TestHardSpacesAreKept(t *testing.T) {
	if got := fold("500\u00a0000  kroner\n"); got != "500\u00a0000 kroner" {
		t.Errorf("got %q", got)
	}
}

func TestTextsStartAsApproved(t *testing.T) {
	got, err := Parse("minimal.toml", []byte(minimal(t)))
	if err != nil {
		t.Fatal(err)
	}
	for place, text := range agreement.New(got).Passages() {
		for _, form := range agreement.Forms {
			if s := text.State(form); s != agreement.Approved && s != agreement.Empty {
				t.Errorf("%+v in %s: %s", place, form, s)
			}
		}
	}
}

// TestProblems changes one thing in a template that is right, and expects to be told where and what to do.
func TestProblems(t *testing.T) {
	tests := []struct {
		name     string
		old, new string // the first occurrence of old is replaced
		at       string // the line on which this stands is to be named
		want     string // in the English message
	}{
		{"misspelt key", "heading.nb", "headng.nb", "headng.nb", `unknown key "headng"; did you mean "heading"?`},
		{"swapped letters in a key", "version = 1", "verison = 1", "verison", `unknown key "verison"; did you mean "version"?`},
		{"key that is like no other", "required = true", "colour = true", "colour", `unknown key "colour"; these can stand here: id, kind, party,`},
		{"third language", `title.nn = "S`, `title.se = "S`, "title.se", `unknown key "se"; these can stand here: nb, nn.`},
		{"unknown table", "[[fields]]", "[[felds]]", "[[felds]]", `unknown key "felds"; did you mean "fields"?`},
		{"key of another table", `party = "county"`, `default = "county"`, `default = "county"`, `unknown key "default"`},
		{"no id", "id = \"minimal\"\n", "", "version = 1", `the template lacks "id". Add: id = "…"`},
		{"no version", "version = 1\n", "", `id = "minimal"`, `the template lacks "version". Add: version = 1`},
		{"no kind of section", "kind = \"focus\"\n", "", "[[sections]]\nid = \"focus\"", `[[sections]] lacks "kind". Add: kind = "prose"`},
		{"no heading", "heading.nb = \"Oppgaver\"\nheading.nn = \"Oppgåver\"\n", "", "[[sections]]\nid = \"duties\"", `[[sections]] lacks "heading". Add: heading.nb = "…", heading.nn = "…"`},
		{"no party with duties", "party = \"county\"\n", "", "[[sections]]\nid = \"duties\"", `lacks "party". Add: party = "county"`},
		{"nobody to sign", "signatories = [{ nb = \"Fylkesordfører\", nn = \"Fylkesordførar\" }]\n", "", "[[roles]]", `[[roles]] lacks "signatories". Add: [[roles.signatories]]`},
		{"heading in one form", "heading.nn = \"Oppgåver\"\n", "", "heading.nb = \"Oppgaver\"", `missing in nynorsk. Add: heading.nn = "…"`},
		{"item in one form", "nb = \"Stier for alle.\"\n", "", "[[sections.items]]\nid = \"paths\"", `missing in bokmål. Add: nb = "…"`},
		{"blank text", `"Stigar for alle."`, `"  \n "`, `nn = "  \n "`, `missing in nynorsk. Add: nn = "…"`},
		{"title in one form", "title.nn = \"Stigar\"\n", "", `title.nb = "Stier"`, `missing in nynorsk. Add: title.nn = "…"`},
		{"focus area without title", "title.nb = \"Stier\"\ntitle.nn = \"Stigar\"\n", "", "[[sections.items]]\nid = \"paths\"", `lacks "title"`},
		{"empty id", `id = "minimal"`, `id = ""`, `id = ""`, `"id" is empty. Write it like this: id = "…"`},
		{"text that is no pair", "title.nb = \"Samarbeidsavtale\"\ntitle.nn = \"Samarbeidsavtale\"", `title = "Avtale"`, "title =", `the value of "title" is of the wrong sort. Write it like this: title.nb = "…", title.nn = "…"`},
		{"number for a text", `nb = "Stier for alle."`, "nb = 7", "nb = 7", `Write it like this: nb = "…"`},
		{"text for a number", "min = 1", `min = "1"`, `min = "1"`, `Write it like this: min = 3`},
		{"fraction", "max = 24", "max = 2.5", "max = 2.5", `Write it like this: max = 3`},
		{"number that is too large to be read", "max = 24", "max = 99999999999999999999", "max = 9", `this is not TOML (decimal number is too large`},
		{"text for yes or no", "required = true", `required = "true"`, "required =", `Write it like this: required = true`},
		{"table under a text", "[[fields]]\nid = \"start\"\ntype = \"date\"\ndefault = 2026-08-01\nlabel.nb = \"Oppstart\"\nlabel.nn = \"Oppstart\"\n", "[about.more]\n", "[about.more]", `unknown key "more"`},
		{"list of texts", `signatories = [{ nb = "Fylkesordfører", nn = "Fylkesordførar" }]`, `signatories = ["Fylkesordfører"]`, "signatories = [", `Write it like this: [[roles.signatories]]`},
		{"text for a list", `signatories = [{ nb = "Fylkesordfører", nn = "Fylkesordførar" }]`, `signatories = "Fylkesordfører"`, "signatories =", `Write it like this: [[roles.signatories]]`},
		{"version nought", "version = 1", "version = 0", "version = 0", `Write it like this: version = 1`},
		{"unknown kind of agreement", `kind = "cooperation"`, `kind = "coperation"`, `kind = "coperation"`, `kind can't be "coperation"; did you mean "cooperation"?`},
		{"unknown kind of section", `kind = "focus"`, `kind = "table"`, `kind = "table"`, `kind can't be "table"; write one of: prose, goals, roles, focus, networks, grant, parties, contacts, signatures.`},
		{"unknown kind of party", `kind = "municipality"`, `kind = "municipalty"`, `kind = "municipalty"`, `did you mean "municipality"?`},
		{"unknown type of field", `type = "months"`, `type = "month"`, `type = "month"`, `type can't be "month"; did you mean "months"?`},
		{"id that can't be one", `id = "duties"`, `id = "Våre oppgaver"`, `id = "Våre`, `"Våre oppgaver" can't be an id. Use small letters a to z, digits, - and _, a letter first: id = "vaare-oppgaver"`},
		{"section id used twice", `id = "focus"`, `id = "duties"`, "id = \"duties\"\nkind = \"focus\"", `the id "duties" is already used on line 52. Give this one another: id = "duties-2"`},
		{"field id used twice", `id = "project"`, `id = "notice"`, "id = \"notice\"\ntype = \"line\"", `the id "notice" is already used on line 28`},
		{"role id used twice", `id = "municipality"`, `id = "county"`, "id = \"county\"\nkind = \"municipality\"", `the id "county" is already used on line 12`},
		{"item id used twice", "[[sections.items]]\nid = \"paths\"", "[[sections.items]]\nid = \"paths\"\ntitle.nb = \"A\"\ntitle.nn = \"A\"\nnb = \"A\"\nnn = \"A\"\n[[sections.items]]\nid = \"paths\"", "id = \"paths\"\ntitle.nb = \"Stier\"", `the id "paths" is already used`},
		{"field that is called as a role", `id = "project"`, `id = "county"`, "id = \"county\"\ntype", `the id "county" already means something`},
		{"field that is called copies", `id = "project"`, `id = "copies"`, "id = \"copies\"\ntype", `the id "copies" already means something`},
		{"duties of nobody", `party = "county"`, `party = "conty"`, "party =", `there is no role "conty"; did you mean "county"?`},
		{"party where there are no duties", "kind = \"focus\"\n", "kind = \"focus\"\nparty = \"county\"\n", "party = \"county\"\nheading.nb = \"Inn", `"party" has no meaning where the kind or type is "focus"`},
		{"title where there are none", "[[sections.items]]\nid = \"one\"\n", "[[sections.items]]\nid = \"one\"\ntitle.nb = \"A\"\ntitle.nn = \"A\"\n", `title.nb = "A"`, `"title" has no meaning where the kind or type is "roles"`},
		{"length of a number", "min = 1", "max_length = 1", "max_length = 1", `"max_length" has no meaning where the kind or type is "months"`},
		{"bound of a text", "max_length = 20", "max = 20", "max = 20", `"max" has no meaning where the kind or type is "line"`},
		{"misspelt placeholder", "i {municipality}\n", "i {municpality}\n", "{municpality}", `unknown placeholder {municpality}; did you mean {municipality}?`},
		{"misspelt placeholder inside a text", "{notice}s", "{notise}s", "{notise}", `did you mean {notice}?`},
		{"placeholder that is like no other", "{copies} eksemplarer", "{budget} eksemplarer", "{budget}", `unknown placeholder {budget}; there are: {county}, {county.name}, {municipality}, {municipality.name}, {notice}, {project}, {start}, {copies}.`},
		{"placeholder with a capital", "{copies} eksemplarer", "{Copies} eksemplarer", "{Copies}", `this brace is not part of a placeholder`},
		{"brace that is not closed", "{copies} eksemplarer", "{copies eksemplarer", "{copies eks", `Write a placeholder in full ({county}, {county.name},`},
		{"brace that is not opened", "{copies} eksemplarer", "copies} eksemplarer", "copies} eks", `or remove the brace`},
		{"placeholder in a label", `label.nb = "kommunen"`, `label.nb = "{municipality}"`, `label.nb = "{municipality}"`, `can't stand in this text`},
		{"bounds the wrong way round", "min = 1", "min = 30", "max = 24", `min (30) is more than max (24)`},
		{"bound below nought", "min = 1", "min = -1", "min = -1", `min = -1 is out of range. Write a number from 0 to 1200.`},
		{"length nought", "max_length = 20", "max_length = 0", "max_length = 0", `max_length = 0 is out of range`},
		{"default below the bounds", "default = 3", "default = 0", "default = 0", `default = 0 is out of range. Write a number from 1 to 24, or change min and max.`},
		{"default above the bounds", "default = 3", "default = 36", "default = 36", `default = 36 is out of range`},
		{"default that is too long", `default = "Turstien"`, `default = "Turstien rundt heile sjøen"`, "default = \"Turstien", `longer than the 20 characters`},
		{"default that is not a date", "default = 2026-08-01", `default = "første august"`, "default = \"første", `"første august" is not a date`},
		{"default of another type", "default = 3", `default = "tre"`, `default = "tre"`, `Write it like this: default = 3`},
		{"number for a date", "default = 2026-08-01", "default = 2026", "default = 2026", `Write it like this: default = 2026-12-31`},
		{"year of three digits", "type = \"months\"\nmin = 1\nmax = 24\ndefault = 3", "type = \"year\"\nmin = 900", "min = 900", `min = 900 is out of range. Write a number from 1000 to 9999.`},
		{"default that is no year", "type = \"months\"\nmin = 1\nmax = 24\ndefault = 3", "type = \"year\"\ndefault = 12", "default = 12", `default = 12 is out of range. Write a number from 1000 to 9999`},
		{"amount below nought", "type = \"months\"\nmin = 1\nmax = 24\ndefault = 3", "type = \"amount\"\ndefault = -5", "default = -5", `default = -5 is out of range. Write a number from 0 to`},
		{"default of a text in one form", "type = \"line\"\nmax_length = 20\ndefault = \"Turstien\"", "type = \"text\"\ndefault.nb = \"stien\"", "default.nb", `missing in nynorsk. Add: default.nn = "…"`},
		{"default of a text that is too long", "type = \"line\"\nmax_length = 20\ndefault = \"Turstien\"", "type = \"text\"\nmax_length = 3\ndefault.nb = \"sti\"\ndefault.nn = \"stig\"", "default.nb", `longer than the 3 characters`},
		{"one default for both forms of a text", "type = \"line\"", `type = "text"`, "default = \"Turstien", `Write it like this: default.nb = "…", default.nn = "…"`},
		{"number for a kind", `kind = "focus"`, "kind = 7", "kind = 7", `Write it like this: kind = "prose"`},
		{"number for an id", `id = "paths"`, "id = 7", "id = 7", `Write it like this: id = "…"`},
		{"id that is a number", `id = "paths"`, `id = "7"`, `id = "7"`, `a letter first: id = "id-7"`},
		{"id that is endless", `id = "paths"`, `id = "a` + strings.Repeat("b", 80) + `"`, `id = "abbb`, `can't be an id`},
		{"text for a version", "version = 1", `version = "1"`, "version =", `Write it like this: version = 3`},
		{"roles in one table", "[[roles]]\nid = \"county\"", "[roles]\nid = \"county\"", "[[roles]]", `this is not TOML (key roles already exists`},
		{"one table where there may be several items", "[[sections.items]]\nid = \"copies\"", "[sections.items]\nid = \"copies\"", "[sections.items]\nid = \"copies\"", `Write it like this: [[sections.items]]`},
		{"two sections to sign", `kind = "focus"`, `kind = "signatures"`, "[[sections]]\nid = \"signatures\"", `already a section with kind = "signatures"`},
		{"nowhere to sign", `kind = "signatures"`, `kind = "prose"`, "[[sections]]\nid = \"duties\"", `Add [[sections]] with kind = "signatures"`},
		{"text that is not closed", `heading.nb = "Oppgaver"`, `heading.nb = "Oppgaver`, `heading.nb = "Oppgaver`, `this is not TOML`},
		{"key given twice", `version = 1`, "version = 1\nversion = 2", "version = 2", `this is not TOML`},
		{"words outside texts", "version = 1", "en fin mal\nversion = 1", "en fin mal", `this is not TOML`},
		{"invalid UTF-8", `"Stier for alle."`, "\"Stier \xff for alle.\"", "nb = \"Stier \xff", `this is not TOML`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			good := minimal(t)
			if !strings.Contains(good, test.old) {
				t.Fatalf("the template has no %q to replace", test.old)
			}
			src := strings.Replace(good, test.old, test.new, 1)
			i := strings.Index(src, test.at)
			if i < 0 {
				t.Fatalf("the changed template has no %q", test.at)
			}
			line := 1 + strings.Count(src[:i], "\n")

			tpl, err := Parse("minimal.toml", []byte(src))
			expectProblem(t, err, line, test.want)
			if tpl.ID != "" || tpl.Sections != nil {
				t.Error("gave a template together with the error")
			}
		})
	}
}

// expectProblem looks for a problem on a line among all those found, and checks that it can be read in every language.
func expectProblem(t *testing.T, err error, line int, want string) {
	t.Helper()
	var problems Problems
	if !errors.As(err, &problems) {
		t.Fatalf("got %v, want Problems", err)
	}
	found := false
	for _, p := range problems {
		if p.Code != agreement.Invalid {
			t.Errorf("code %s of %v", p.Code, p)
		}
		for language, l := range languages {
			m := l.Error(p)
			if !strings.HasPrefix(m, "minimal.toml:") || strings.Contains(m, "<no value>") || strings.Contains(m, "{{") {
				t.Errorf("in %s: %s", language, m)
			}
		}
		found = found || p.Args["Line"] == line && strings.Contains(languages["en"].Error(p), want)
	}
	if found {
		return
	}
	t.Errorf("no problem on line %d that says %s; got", line, want)
	for _, p := range problems {
		t.Errorf("  %s", languages["en"].Error(p))
	}
}

// TestNoFollowingProblems sees to it that one slip is one message: an author who is told ten things mends none.
func TestNoFollowingProblems(t *testing.T) {
	for name, change := range map[string][2]string{
		"misspelt placeholder":   {"i {municipality}\n", "i {municpality}\n"},
		"unknown kind":           {`kind = "focus"`, `kind = "fokus"`},
		"id used twice":          {`id = "project"`, `id = "notice"`},
		"unknown type":           {`type = "date"`, `type = "day"`},
		"default out of bounds":  {"default = 3", "default = 99"},
		"capital in a role's id": {`id = "county"`, `id = "County"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("minimal.toml", []byte(strings.Replace(minimal(t), change[0], change[1], 1)))
			var problems Problems
			if errors.As(err, &problems); len(problems) != 1 {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestProblemsComeInTheOrderOfTheFile(t *testing.T) {
	src := strings.Replace(minimal(t), "{notice}s", "{notise}s", 1)
	src = strings.Replace(src, "version = 1", "verison = 1", 1)
	src = strings.Replace(src, `kind = "focus"`, `kind = "fokus"`, 1)
	_, err := Parse("minimal.toml", []byte(src))
	var problems Problems
	if !errors.As(err, &problems) || len(problems) < 4 {
		t.Fatalf("got %v", err)
	}
	for i := 1; i < len(problems); i++ {
		if problemLine(problems[i-1]) > problemLine(problems[i]) {
			t.Errorf("line %d comes before line %d", problemLine(problems[i-1]), problemLine(problems[i]))
		}
	}
	var first *agreement.Error
	if !errors.As(err, &first) || first != problems[0] {
		t.Error("the first problem is not what errors.As finds")
	}
}

// TestEveryWordingIsNeededInBothForms takes each wording in one form out of the template that ships, in turn.
func TestEveryWordingIsNeededInBothForms(t *testing.T) {
	const file = "partnership-county-municipality.toml"
	src, err := files.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	wording := regexp.MustCompile(`(?ms)^(\w+\.)?(nb|nn) = ("""\n.*?"""|".*?")\n`)
	found := wording.FindAllIndex(src, -1)
	if len(found) < 100 {
		t.Fatalf("found only %d wordings", len(found))
	}
	for _, span := range found {
		line := 1 + bytes.Count(src[:span[0]], []byte("\n"))
		_, err := Parse(file, slices.Concat(src[:span[0]], src[span[1]:]))
		var problems Problems
		if !errors.As(err, &problems) || len(problems) != 1 || problems[0].Key != "error.template.missingForm" {
			t.Errorf("without line %d: got %v", line, err)
			continue
		}
		if far := line - problemLine(problems[0]); far < -1 || far > 25 {
			t.Errorf("without line %d: reported on line %d", line, problemLine(problems[0]))
		}
	}
}

func TestProblemsAreLoggedOneALine(t *testing.T) {
	_, err := Parse("minimal.toml", []byte("id = 7\nkind = 7\n"))
	var problems Problems
	if !errors.As(err, &problems) {
		t.Fatal(err)
	}
	if lines := strings.Split(err.Error(), "\n"); len(lines) != len(problems) || !strings.Contains(lines[0], `File="minimal.toml"`) {
		t.Errorf("%d problems gave %q", len(problems), lines)
	}
}

func TestFilesThatAreNoTemplates(t *testing.T) {
	for name, src := range map[string]string{
		"empty":           "",
		"only a comment":  "# nothing here\n",
		"too large":       "# " + strings.Repeat("x", maxSize),
		"deep lists":      "a = " + strings.Repeat("[", maxSize-10),
		"deep tables":     "a" + strings.Repeat(".a", maxSize/2-10) + " = 1",
		"another format":  `{"id": "minimal"}`,
		"a list at first": "roles = [[[1]]]",
		"not text":        "\x00\x01\x02",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("minimal.toml", []byte(src))
			if agreement.CodeOf(err) != agreement.Invalid {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestNearest(t *testing.T) {
	words := []string{"heading", "lead", "items", "kind", "party", "required"}
	for misspelt, want := range map[string]string{
		"headng":   "heading", // left out
		"Heading":  "heading",
		"itmes":    "items", // swapped
		"requires": "required",
		"leads":    "lead",
		"colour":   "",
		"":         "",
		"xy":       "",
	} {
		if got := nearest(misspelt, words); got != want {
			t.Errorf("%q: got %q, want %q", misspelt, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(minimal(f))
	f.Add(many(f))
	f.Add("[[roles]]\nid.a = 1\n[roles.label]\nnb = {nn = [1, {}]}")
	f.Add("id = 'a'\n[[sections]]\n[[sections.items]]\n[sections.items.title]\nnb = '''{'''")
	f.Add("a.b = 1\n[a.c]\n[[a.d]]\n[a.d.e]\nf = {g.h = 1979-05-27T07:32:00Z}")
	f.Fuzz(func(t *testing.T, src string) {
		tpl, err := Parse("minimal.toml", []byte(src))
		if err != nil {
			if agreement.CodeOf(err) != agreement.Invalid {
				t.Errorf("code %s: %v", agreement.CodeOf(err), err)
			}
			lines := strings.Count(src, "\n") + 1
			for _, p := range err.(Problems) {
				if n := problemLine(p); n < 1 || n > lines {
					t.Errorf("line %d of %d: %v", n, lines, p)
				}
			}
			return
		}
		// What is let through can be made into an agreement and written out in both forms.
		for _, form := range agreement.Forms {
			if _, err := agreement.New(tpl).Resolve(form); err != nil {
				t.Errorf("resolve in %s: %v", form, err)
			}
		}
	})
}
