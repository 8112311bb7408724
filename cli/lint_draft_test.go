package cli_test

import (
	"context"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	"avtalebok/translate/check"
	"avtalebok/translate/settings"
	"avtalebok/translate/terms"
)

// slipped saves a draft whose first nynorsk passage is a text, and gives its ID.
func (d desk) slipped(nn string) (id string) {
	d.t.Helper()
	o := d.run("demo", "--out", d.t.TempDir())
	if o.code != 0 {
		d.t.Fatal(o.err)
	}
	d.withStore(func(ctx context.Context, store *data.Store) error {
		drafts, err := store.List(ctx, data.Query{})
		if err != nil {
			return err
		}
		a, err := store.Load(ctx, drafts[0].ID)
		if err != nil {
			return err
		}
		editor := agreement.NewEditor(a)
		for _, s := range a.Sections {
			if s.Kind == agreement.Roles {
				place := agreement.Place{Section: s.ID, Item: s.Items[0].ID, Part: agreement.PartText}
				if err := editor.Do(agreement.SetText(place, agreement.Nynorsk, nn)); err != nil {
					return err
				}
				break
			}
		}
		saved, err := store.Save(ctx, editor.Agreement())
		id = saved.ID
		return err
	})
	return id
}

func TestADraftIsCheckedAsTheWindowDoesIt(t *testing.T) {
	d := newDesk(t)
	id := d.slipped("Kommunen skal ikke ha eit kraftlag i henhold til planen.")
	o := d.run("lint", "--draft", id, "--form", "nn")
	if o.code != 1 || !strings.Contains(o.out, "bokmal-word: ") || !strings.HasPrefix(o.out, "nn: ") || strings.Contains(o.out, "kraftlag") {
		t.Fatalf("exit %d\n%s%s", o.code, o.out, o.err)
	}
	d.withStore(func(ctx context.Context, store *data.Store) error {
		term := terms.Term{Bokmal: terms.Word{Lemma: "kraftlag"}, Nynorsk: []terms.Word{{Lemma: "kraftsamvirke"}}, Class: terms.Phrase}
		if err := settings.KeepTerms(ctx, store, term); err != nil {
			return err
		}
		if err := settings.SetRule(ctx, store, "bokmal-word", false); err != nil {
			return err
		}
		return settings.SetIgnored(ctx, store, "", []check.Ignore{{Rule: "office-phrase", Found: "i henhold til"}})
	})
	o = d.run("lint", "--draft", id)
	if o.code != 1 || strings.Contains(o.out, "ikke") || strings.Contains(o.out, "henhold") || !strings.Contains(o.out, "kraftlag") ||
		!strings.Contains(o.out, "→ kraftsamvirke") || strings.Count(o.out, "\n") != 1 {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.err)
	}
	if o := d.run("lint", "--draft", id, "tekst.txt"); o.code != 2 {
		t.Errorf("both a draft and a file: exit %d", o.code)
	}
	if o := d.run("lint", "--draft", id, "--form", "en"); o.code != 2 {
		t.Errorf("a form that is none: exit %d", o.code)
	}
	if o := d.run("lint", "--draft", "0000000000"); o.code != 1 || o.err == "" {
		t.Errorf("no such draft: exit %d, %s", o.code, o.err)
	}
}

func TestTranslatingFollowsTheStyleAndTermsThatAreKept(t *testing.T) {
	if !apertium.Available() {
		t.Skip("Apertium with nynorsk and bokmål is not installed")
	}
	d := newDesk(t)
	d.withStore(func(ctx context.Context, store *data.Store) error {
		style, err := translate.Style{}.With("me")
		if err != nil {
			return err
		}
		term := terms.Term{
			Bokmal: terms.Word{Lemma: "oppgave", Inflection: "f"}, Nynorsk: []terms.Word{{Lemma: "gjeremål", Inflection: "n"}}, Class: terms.Noun,
		}
		if err := settings.KeepTerms(ctx, store, term); err != nil {
			return err
		}
		return store.SetSetting(ctx, settings.StyleKey, string(translate.WriteStyle(style)))
	})
	o := d.runWith(strings.NewReader("Vi har oppgaver.\n"), "translate", "--to", "nn")
	if o.code != 0 || o.out != "Me har gjeremål.\n" {
		t.Errorf("exit %d, %q, %s", o.code, o.out, o.err)
	}
}
