package cli_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/cli"
	"avtalebok/data"
	"avtalebok/translate/apertium"
	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/settings"
)

func needApertium(t *testing.T) {
	t.Helper()
	if !apertium.Available() {
		t.Skip("Apertium with nynorsk and bokmål is not installed")
	}
	enginetest.NeedsRecordedData(t) // others have other words
}

func (d desk) runWith(in io.Reader, args ...string) outcome {
	d.t.Helper()
	var out, errs bytes.Buffer
	code := cli.Run(context.Background(), append([]string{"--data", d.data}, args...), "test", cli.Streams{In: in, Out: &out, Err: &errs},
		func(string) error { return errors.New("the window was opened") })
	return outcome{code, out.String(), errs.String()}
}

func TestEveryLineIsTranslatedToALine(t *testing.T) {
	needApertium(t)
	d := newDesk(t)
	in := "Partene skal ikke betale mer.\n\n  Fylkeskommunens rolle\r\n500 000\n{municipality}s plan\nhvis ikke"
	want := "Partane skal ikkje betale meir.\n\n  Rolla til fylkeskommunen\r\n500 000\n{municipality}s plan\ndersom ikkje"
	if o := d.runWith(strings.NewReader(in), "translate", "--from", "nb", "--to", "nn"); o.code != 0 || o.out != want || o.err != "" {
		t.Errorf("exit %d, %q, %s", o.code, o.out, o.err)
	}
	if o := d.runWith(strings.NewReader("Partane skal ikkje betale meir.\n"), "translate", "--to", "nb"); o.out != "Partene skal ikke betale mer.\n" {
		t.Errorf("to bokmål: %q, %s", o.out, o.err)
	}
	if o := d.runWith(strings.NewReader(""), "translate", "--to", "nb"); o.code != 0 || o.out != "" {
		t.Errorf("nothing became %q, exit %d", o.out, o.code)
	}
	many := strings.Repeat("Kommunen skal betale.\n", 230)
	if o := d.runWith(strings.NewReader(many), "translate", "--to", "nn"); o.out != many {
		t.Errorf("230 lines became %d", strings.Count(o.out, "\n"))
	}
}

func TestALineIsTranslatedAsSoonAsTheInputPauses(t *testing.T) {
	needApertium(t)
	data := t.TempDir()
	in, typing := io.Pipe()
	reading, out := io.Pipe()
	done := make(chan int)
	go func() {
		done <- cli.Run(context.Background(), []string{"--data", data, "translate", "--to", "nn"}, "test", cli.Streams{In: in, Out: out, Err: io.Discard}, nil)
		out.Close()
	}()
	line := make([]byte, 100)
	for _, c := range [][2]string{{"Hva er dette?\n", "Kva er dette?\n"}, {"Ikke noe.\n", "Ikkje noko.\n"}} {
		if _, err := io.WriteString(typing, c[0]); err != nil {
			t.Fatal(err)
		}
		if n, err := reading.Read(line); err != nil || string(line[:n]) != c[1] {
			t.Errorf("%q, %v", line[:n], err)
		}
	}
	typing.Close()
	if code := <-done; code != 0 {
		t.Errorf("exit %d", code)
	}
}

func TestTranslatingFollowsAStyleFile(t *testing.T) {
	needApertium(t)
	d := newDesk(t)
	style := filepath.Join(t.TempDir(), "stil.toml")
	if err := os.WriteFile(style, []byte("forms = [\"me\", \"vart\", \"fyrst\"]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := d.runWith(strings.NewReader("Først ble vi enige.\n"), "translate", "--to", "nn", "--style", style)
	if o.out != "Fyrst vart me samde.\n" {
		t.Errorf("%q, %s", o.out, o.err)
	}
}

func TestTranslatingUsesWhatThePersonHasAcceptedAndDecided(t *testing.T) {
	needApertium(t)
	d := newDesk(t)
	translated := func(text string, flags ...string) string {
		t.Helper()
		o := d.runWith(strings.NewReader(text), append([]string{"translate", "--to", "nn"}, flags...)...)
		if o.code != 0 || o.err != "" {
			t.Fatalf("exit %d, %s", o.code, o.err)
		}
		return o.out
	}
	if got := translated("Det ble ikke noe.\n"); got != "Det blei ikkje noko.\n" {
		t.Errorf("without a store: %q", got)
	}
	if _, err := os.Stat(filepath.Join(d.data, "avtalebok.db")); !errors.Is(err, os.ErrNotExist) {
		t.Error("a store was made for translating lines")
	}
	d.must("tm", "import", writeFile(t, "kollega.tmx", strings.ReplaceAll(tmxFile, "vel styre", "vel seg eit styre")))
	d.withStore(func(ctx context.Context, s *data.Store) error {
		return s.SetSetting(ctx, settings.StyleKey, "forms = [\"vart\"]")
	})
	const in = "  Årsmøtet velger styre.  \nDet ble ikke noe.\n"
	plain := writeFile(t, "stil.toml", "forms = []\n")
	for _, c := range []struct {
		flags []string
		want  string
	}{
		{nil, "  Årsmøtet vel seg eit styre.  \nDet vart ikkje noko.\n"},
		{[]string{"--no-memory"}, "  Årsmøtet vel styre.  \nDet vart ikkje noko.\n"},
		{[]string{"--style", plain}, "  Årsmøtet vel seg eit styre.  \nDet blei ikkje noko.\n"},
	} {
		if got := translated(in, c.flags...); got != c.want {
			t.Errorf("%v: %q, want %q", c.flags, got, c.want)
		}
	}
}

func TestADraftsMissingPassagesAreFilledInAndNothingIsApproved(t *testing.T) {
	needApertium(t)
	d := newDesk(t)
	id := d.newDraft("1804")
	cleared := d.change(id, func(e *agreement.Editor) []agreement.Place {
		var places []agreement.Place
		for place, text := range e.Agreement().Passages() {
			if place.Part == agreement.PartText && len(places) < 3 && text.NB != "" {
				places = append(places, place)
			}
		}
		for i, p := range places {
			for form, text := range map[agreement.Form]string{agreement.Bokmal: fmt.Sprintf("Punkt %d er ikke likt.", i), agreement.Nynorsk: ""} {
				if err := e.Do(agreement.SetText(p, form, text)); err != nil {
					t.Fatal(err)
				}
			}
		}
		return places
	})
	before := d.load(id)
	if out := d.must("translate", id, "--to", "nn"); out != "3 texts were translated to nynorsk. Read them before you approve them." {
		t.Errorf("printed %q", out)
	}
	after := d.load(id)
	if after.Revision != before.Revision+1 {
		t.Errorf("revision %d became %d", before.Revision, after.Revision)
	}
	for _, p := range cleared {
		if text, _ := after.Text(p); text.NN == "" || text.State(agreement.Nynorsk) != agreement.Unreviewed {
			t.Errorf("%s is %s: %q", p.Key(), text.State(agreement.Nynorsk), text.NN)
		}
	}
	d.must("translate", id, "--to", "nn")
	if again := d.load(id); again.Revision != after.Revision {
		t.Error("a revision was saved though nothing was missing")
	}
}

func TestOutdatedPassagesAreTranslatedAnewOnRequestOnly(t *testing.T) {
	needApertium(t)
	d := newDesk(t)
	id := d.newDraft("1804")
	place := d.change(id, func(e *agreement.Editor) []agreement.Place {
		for place, text := range e.Agreement().Passages() {
			if place.Part == agreement.PartText && text.State(agreement.Nynorsk) == agreement.Approved {
				if err := e.Do(agreement.SetText(place, agreement.Bokmal, "Partene skal ikke betale mer.")); err != nil {
					t.Fatal(err)
				}
				return []agreement.Place{place}
			}
		}
		return nil
	})[0]
	d.must("translate", id, "--to", "nn")
	after := d.load(id)
	if text, _ := after.Text(place); text.State(agreement.Nynorsk) != agreement.Outdated {
		t.Errorf("without --outdated it is %s", text.State(agreement.Nynorsk))
	}
	d.must("translate", id, "--to", "nn", "--outdated")
	after = d.load(id)
	if text, _ := after.Text(place); text.NN != "Partane skal ikkje betale meir." || text.State(agreement.Nynorsk) != agreement.Unreviewed {
		t.Errorf("%q is %s", text.NN, text.State(agreement.Nynorsk))
	}
}

func TestTranslatingThatCannotBeDoneIsRefused(t *testing.T) {
	d := newDesk(t)
	empty := t.TempDir()
	for _, c := range []struct {
		code int
		says string
		args []string
	}{
		{2, "--to", []string{"translate"}},
		{2, "--to", []string{"translate", "--to", "sv"}},
		{2, "--from", []string{"translate", "--from", "nn", "--to", "nn"}},
		{2, "--outdated", []string{"translate", "--to", "nn", "--outdated"}},
		{2, "", []string{"translate", "a", "b", "--to", "nn"}},
		{1, "nob-nno.mode", []string{"translate", "--to", "nn", "--apertium", empty}},
		{1, "nothing.toml", []string{"translate", "--to", "nn", "--style", filepath.Join(empty, "nothing.toml")}},
	} {
		o := d.runWith(strings.NewReader("Hei\n"), c.args...)
		if o.code != c.code || o.out != "" || !strings.Contains(o.err, c.says) || strings.Count(o.err, "\n") != 1 {
			t.Errorf("%v: exit %d, %q, %q", c.args, o.code, o.out, o.err)
		}
	}
}

func TestALineBeyondMeasureIsRefused(t *testing.T) {
	needApertium(t)
	d := newDesk(t)
	o := d.runWith(strings.NewReader("Ikke\n"+strings.Repeat("a", 1<<20+1)), "translate", "--to", "nn")
	if o.code != 1 || o.out != "Ikkje\n" || o.err == "" {
		t.Errorf("exit %d, %q, %q", o.code, o.out, o.err)
	}
	if o := d.run("translate", "0000", "--to", "nn"); o.code != 1 || o.out != "" {
		t.Errorf("an unknown draft: exit %d, %q", o.code, o.out)
	}
}

func (d desk) withStore(do func(context.Context, *data.Store) error) {
	d.t.Helper()
	ctx := context.Background()
	store, err := data.Open(ctx, d.data)
	if err != nil {
		d.t.Fatal(err)
	}
	defer store.Close()
	if err := do(ctx, store); err != nil {
		d.t.Fatal(err)
	}
}

func (d desk) load(id string) (a agreement.Agreement) {
	d.withStore(func(ctx context.Context, s *data.Store) (err error) {
		a, err = s.Load(ctx, id)
		return err
	})
	return a
}

// change edits a draft and saves it.
func (d desk) change(id string, edit func(*agreement.Editor) []agreement.Place) (places []agreement.Place) {
	d.withStore(func(ctx context.Context, s *data.Store) error {
		a, err := s.Load(ctx, id)
		if err != nil {
			return err
		}
		e := agreement.NewEditor(a)
		places = edit(e)
		_, err = s.Save(ctx, e.Agreement())
		return err
	})
	return places
}

func TestBothEnginesSayTheSameInTheirOwnWords(t *testing.T) {
	needApertium(t)
	d := newDesk(t)
	in := "Partene skal ikke betale mer, hvis blafsebing ikke skjer.\n\n  Fylkeskommunens rolle\r\n500 000\n"
	want := ""
	for _, engine := range []string{"apertium", "internal"} {
		o := d.runWith(strings.NewReader(in), "translate", "--to", "nn", "--raw", "--engine", engine)
		if want == "" {
			want = o.out
		}
		if o.code != 0 || o.out != want || o.err != "" || !strings.Contains(o.out, "viss blafsebing") {
			t.Errorf("%s: exit %d, %q, not %q: %s", engine, o.code, o.out, want, o.err)
		}
	}
	if o := d.runWith(strings.NewReader(in), "translate", "--to", "nn"); strings.Contains(o.out, "viss blafsebing") {
		t.Errorf("without --raw nothing was mended: %q", o.out)
	}
}

func TestAnEngineThatIsNoneIsRefused(t *testing.T) {
	d := newDesk(t)
	if o := d.runWith(strings.NewReader(""), "translate", "--to", "nn", "--engine", "other"); o.code == 0 || !strings.Contains(o.err, "other") {
		t.Errorf("exit %d, %s", o.code, o.err)
	}
	if o := d.runWith(strings.NewReader(""), "translate", "--to", "nn", "--engine", "internal", "--apertium", t.TempDir()); o.code == 0 || !strings.Contains(o.err, "nob-nno.mode") {
		t.Errorf("an empty folder: exit %d, %s", o.code, o.err)
	}
}
