package translate

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"avtalebok/agreement"
)

func TestTheDefaultStyleIsThatOfMostOfficialNynorsk(t *testing.T) {
	var s Style
	for _, form := range []string{"e-infinitiv", "vi", "bli", "blei", "skule", "først", "byggje", "søkje"} {
		if !s.Chose(form) {
			t.Errorf("%s is not chosen", form)
		}
	}
	if len(s.Forms()) != 0 || s.Choice("nothing") != "" {
		t.Errorf("the default differs from itself: %v", s.Forms())
	}
}

func TestEveryFormBelongsToOnePreference(t *testing.T) {
	seen := make(map[string]string)
	for _, p := range Preferences() {
		if len(p.Options) < 2 {
			t.Errorf("%s leaves no choice", p.ID)
		}
		for _, form := range p.Options {
			if seen[form] != "" {
				t.Errorf("%q belongs to %s and %s", form, seen[form], p.ID)
			}
			seen[form] = p.ID
		}
	}
}

func TestChoosingAFormReplacesTheOtherAndLeavesTheOldStyle(t *testing.T) {
	me, err := Style{}.With("me")
	if err != nil || !me.Chose("me") || me.Chose("vi") {
		t.Fatalf("%v, %v", me, err)
	}
	vi, err := me.With("vi")
	if err != nil || !vi.Equal(Style{}) || !me.Chose("me") {
		t.Errorf("%v, %v", vi, err)
	}
	_, err = me.With("fyrstt")
	wantKey(t, err, "error.style.unknown")
	var e *agreement.Error
	if errors.As(err, &e) && e.Args["Suggestion"] != "fyrst" {
		t.Errorf("suggested %v", e.Args["Suggestion"])
	}
}

func TestAStyleFileIsReadAndWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stil.toml")
	write := func(content string) {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("name = \"Vestland fylkeskommune\"\nforms = [\"me\", \"vart\", \"a-infinitiv\", \"me\"]\n")
	s, err := ReadStyle(path)
	if err != nil || s.Name != "Vestland fylkeskommune" || !slices.Equal(s.Forms(), []string{"a-infinitiv", "me", "vart"}) {
		t.Fatalf("%v, %v, %v", s.Name, s.Forms(), err)
	}
	again, err := ParseStyle("again", WriteStyle(s))
	if err != nil || again.Name != s.Name || !again.Equal(s) {
		t.Errorf("written and read: %v, %v", again, err)
	}
	for content, key := range map[string]string{
		"forms = [\"me\", \"vi\"]":   "error.style.both",
		"forms = [\"hoppsann\"]":     "error.style.unknown",
		"forms = \"me\"":             "error.style.syntax",
		"form = [\"me\"]":            "error.style.syntax",
		"name = \"x\nforms = []":     "error.style.syntax",
		string(make([]byte, 70_000)): "error.style.read",
	} {
		write(content)
		_, err := ReadStyle(path)
		wantKey(t, err, key)
	}
	_, err = ReadStyle(filepath.Join(t.TempDir(), "nothing"))
	wantKey(t, err, "error.style.read")
	_, err = ReadStyle(t.TempDir())
	wantKey(t, err, "error.style.read")
}

func FuzzStyleFiles(f *testing.F) {
	f.Add([]byte("name = \"Vestland fylkeskommune\"\nforms = [\"me\", \"vart\", \"me\"]\n"))
	f.Add([]byte("forms = [\"me\", \"vi\"]"))
	f.Add([]byte("name = \"\\u0000\\\"\"\nforms = []"))
	f.Fuzz(func(t *testing.T, content []byte) {
		s, err := ParseStyle("fuzz", content)
		if err != nil {
			var known *agreement.Error
			if !errors.As(err, &known) || !s.Equal(Style{}) {
				t.Fatalf("%q: %v with %v", content, err, s.Forms())
			}
			return
		}
		again, err := ParseStyle("again", WriteStyle(s))
		if err != nil || again.Name != s.Name || !again.Equal(s) {
			t.Fatalf("%q written and read: %q %v, %v", content, again.Name, again.Forms(), err)
		}
	})
}

func wantKey(t *testing.T, err error, key string) {
	t.Helper()
	var e *agreement.Error
	if !errors.As(err, &e) || e.Key != key {
		t.Errorf("got %v, want %s", err, key)
	}
}
