package ui_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"golang.org/x/text/encoding/charmap"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/translate/check"
	"avtalebok/translate/settings"
	"avtalebok/ui"
)

// openLanguage opens the window and goes to the language screen.
func openLanguage(t *testing.T, prepare ...func(*data.Store)) (*user, *data.Store) {
	t.Helper()
	u, store := newUser(t, prepare...)
	u.language = ui.NewBareLanguage(store, templates.All())
	t.Cleanup(func() { _ = u.language.Close() })
	u.start(store)
	u.press(control|shift, fyne.KeyL)
	u.mustSee("Omsetjingsminne")
	return u, store
}

// decided reads what is kept.
func decided(t *testing.T, store *data.Store) settings.Settings {
	t.Helper()
	s, err := settings.Read(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tab goes to the next thing that takes the keyboard, n times.
func (u *user) tab(n int) {
	for range n {
		u.window.Canvas().FocusNext()
	}
}

func remembered(pairs ...agreement.Translation) func(*data.Store) {
	return func(store *data.Store) { _, _ = store.RememberTranslations(context.Background(), pairs) }
}

func accepted(nb, nn, source string) agreement.Translation {
	return agreement.Translation{Pair: agreement.Pair{NB: nb, NN: nn}, Source: source}
}

func TestAPairIsFoundDeletedAndBroughtBack(t *testing.T) {
	u, store := openLanguage(t, remembered(accepted("Hvert år møtes partene.", "Partane møtest kvart år.", "Avtale med Bodø")))
	u.write("partane møtest")
	u.mustSee("Godkjent i ein avtale: Avtale med Bodø")
	u.key(fyne.KeyDown, fyne.KeyDelete)
	if left, _ := store.SearchTranslations(context.Background(), "møtest", 5); len(left) != 0 {
		t.Errorf("left %v", left)
	}
	u.mustSee("Sletta frå minnet: Partane møtest kvart år.")
	u.press(control, fyne.KeyZ)
	if back, _ := store.SearchTranslations(context.Background(), "møtest", 5); len(back) != 1 || back[0].Source != "Avtale med Bodø" {
		t.Errorf("brought back %v", back)
	}
	u.mustSee("Godkjent i ein avtale: Avtale med Bodø")
}

func TestPairsOfTemplatesAreShownAndStay(t *testing.T) {
	u, _ := openLanguage(t)
	u.write("Kontaktpersoner")
	u.mustSee("Para frå malane følgjer programmet")
	u.key(fyne.KeyDown, fyne.KeyDelete)
	u.mustSee("Kontaktpersoner")
}

func TestATMXFileIsTakenInAndToldOf(t *testing.T) {
	u, store := openLanguage(t)
	path := filepath.Join(t.TempDir(), "minne.tmx")
	unit := func(nb, nn string) string {
		return `<tu><tuv xml:lang="nb"><seg>` + nb + `</seg></tuv><tuv xml:lang="nn"><seg>` + nn + `</seg></tuv></tu>`
	}
	write(t, path, `<tmx version="1.4"><header/><body>`+unit("Eplet", "Eplet er raudt")+unit("Uten motstykke", "")+`</body></tmx>`)
	u.main.Import(path)
	u.mustSee("Nye par: 1.")
	u.mustSee("utan tekst: 1")
	u.key(fyne.KeyEscape)
	u.write("raudt")
	u.mustSee("Henta inn frå minne.tmx")
	if all, _ := store.SearchTranslations(context.Background(), "", 9); len(all) != 1 {
		t.Errorf("kept %v", all)
	}
	write(t, path, `<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx version="1.4"><body/></tmx>`)
	u.main.Import(path)
	if !u.sees("entitet") && !u.sees("Lukk") {
		t.Errorf("a file that can't be used: %q", u.words())
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestATermOfTheProgramIsOverriddenAndTakenIntoUseAgain(t *testing.T) {
	u, store := openLanguage(t)
	u.click("Termliste")
	u.write("frivillig organisasjon")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.mustSee("Endre term")
	u.tab(1)
	u.press(control, fyne.KeyA)
	u.write("lag og foreining")
	u.key(fyne.KeyReturn)
	if own := decided(t, store).Own; len(own) != 1 || !strings.Contains(own[0].Nynorsk[0].Lemma, "lag og foreining") {
		t.Fatalf("kept %+v; %q", own, u.words())
	}
	u.mustSee("eigen, i staden for den innebygde")
	u.key(fyne.KeyDelete)
	if own := decided(t, store).Own; len(own) != 0 {
		t.Errorf("left %+v", own)
	}
	u.press(control, fyne.KeyZ)
	if own := decided(t, store).Own; len(own) != 1 {
		t.Errorf("undone: %+v", own)
	}
}

func TestAFileWithTermsIsShownBeforeItIsTakenIn(t *testing.T) {
	u, store := openLanguage(t)
	u.click("Termliste")
	path := filepath.Join(t.TempDir(), "termar.csv")
	latin, err := charmap.Windows1252.NewEncoder().String("bokmål;nynorsk;ordklasse\nærfugl;ærfugl;substantiv\nhalv;;\nrart;rart;ting\n")
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, latin)
	u.main.PreviewTerms(path)
	for _, text := range []string{
		"Termane i termar.csv", "Éin av 3 termar er ny", "2 linjer kan ikkje hentast inn", "Linje 3 i termlista har berre den eine",
		"Linje 4 i termlista har ei ukjend ordklasse", "ærfugl", "ny",
	} {
		u.mustSee(text)
	}
	if len(decided(t, store).Own) != 0 {
		t.Error("it is taken in before the user said so")
	}
	u.click("Hent inn")
	if own := decided(t, store).Own; len(own) != 1 || own[0].Bokmal.Lemma != "ærfugl" {
		t.Errorf("taken in: %+v", own)
	}
	u.press(control, fyne.KeyZ)
	if own := decided(t, store).Own; len(own) != 0 {
		t.Errorf("undone: %+v", own)
	}
	write(t, path, "PK\x03\x04")
	u.main.PreviewTerms(path)
	u.mustSee("Dette er ei reknearkfil")
}

func TestARuleIsPutOffAndOn(t *testing.T) {
	u, store := openLanguage(t)
	u.click("Reglar")
	u.write("Bokmålsord")
	u.mustSee("Dette blir meldt:")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	if off := decided(t, store).Off; len(off) != 1 || off[0] != "bokmal-word" {
		t.Fatalf("off: %v", off)
	}
	if found := u.language.Checker(check.Options{}).Document([]check.Passage{{NN: "Vi har ikke svart."}}, agreement.Nynorsk); len(found[0]) != 0 {
		t.Errorf("found %v", found)
	}
	u.press(control, fyne.KeyZ)
	if off := decided(t, store).Off; len(off) != 0 {
		t.Errorf("off: %v", off)
	}
}

func TestWhatIsAlwaysIgnoredCanBeTakenBack(t *testing.T) {
	u, store := openLanguage(t, func(store *data.Store) {
		_ = settings.SetIgnored(context.Background(), store, "", []check.Ignore{{Rule: "office-phrase", Found: "i henhold til"}})
	})
	u.click("Reglar")
	u.click("Blir ikkje meldt")
	u.mustSee("«i henhold til»")
	u.click("Meld det igjen")
	if left := decided(t, store).Ignored; len(left) != 0 {
		t.Errorf("left %v", left)
	}
	u.mustSee("Alt blir meldt")
	u.press(control, fyne.KeyZ)
	if back := decided(t, store).Ignored; len(back) != 1 {
		t.Errorf("undone: %v", back)
	}
}

func TestOwnWordsAreAddedAndDeleted(t *testing.T) {
	u, store := openLanguage(t)
	u.click("Staving")
	u.mustSee("hunspell-no")
	u.tab(3)
	u.write("frisklivssentral")
	u.key(fyne.KeyReturn)
	if words := decided(t, store).Words[agreement.Nynorsk]; len(words) != 1 || words[0] != "frisklivssentral" {
		t.Fatalf("kept %v; %q", words, u.words())
	}
	u.mustSee("Lagt til: frisklivssentral")
	u.click("Slett")
	if words := decided(t, store).Words[agreement.Nynorsk]; len(words) != 0 {
		t.Errorf("left %v", words)
	}
	u.press(control, fyne.KeyZ)
	if words := decided(t, store).Words[agreement.Nynorsk]; len(words) != 1 {
		t.Errorf("undone: %v", words)
	}
}

func TestTheBalanceOfTheYearIsExplained(t *testing.T) {
	u, _ := openLanguage(t, func(store *data.Store) {
		for _, number := range []string{"1804", "1804", "1804"} {
			if _, err := store.Save(context.Background(), newDraft(t, number)); err != nil {
				t.Fatal(err)
			}
		}
		_ = store.SetSetting(context.Background(), "new.county", "18")
	})
	u.click("Målformene")
	u.mustSee("2026")
	u.mustSee("på begge målformene")
	u.mustSee("Språklova § 13")
	u.mustSee("Nordland fylkeskommune er språknøytral")
	u.mustSee("I 2026 er minst 25 % på kvar målform.")
}

func TestABalanceBelowAQuarterIsToldOf(t *testing.T) {
	u, _ := openLanguage(t, func(store *data.Store) {
		for _, number := range []string{"1804", "1804"} {
			a := newDraft(t, number)
			a.Parties[1].Adopted = agreement.AdoptedBokmal
			if _, err := store.Save(context.Background(), a); err != nil {
				t.Fatal(err)
			}
		}
	})
	u.click("Målformene")
	u.mustSee("Nynorsk står for berre 0 % i 2026")
}

func TestADraftOnTheDeskStaysThereWhileTheLanguageIsLookedAt(t *testing.T) {
	u, store := openLanguage(t)
	a, err := store.Save(context.Background(), newDraft(t, "1804"))
	if err != nil {
		t.Fatal(err)
	}
	u.key(fyne.KeyEscape)
	u.write("Bodø")
	u.key(fyne.KeyReturn)
	u.mustSee("Bakgrunn")
	u.press(control|shift, fyne.KeyL)
	u.mustSee("Omsetjingsminne")
	u.key(fyne.KeyEscape)
	u.mustSee("Bakgrunn")
	_ = a
}
