package hunspell

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"avtalebok/agreement"
)

// The test binary plays the program when this variable says how.
const roleVariable = "AVTALEBOK_FAKE_HUNSPELL"

func TestMain(m *testing.M) {
	if role := os.Getenv(roleVariable); role != "" {
		play(role)
		return
	}
	os.Exit(m.Run())
}

// play answers as hunspell does: it knows "avtale", suggests for "avtael", and is puzzled by the rest. In other roles
// it misbehaves.
func play(role string) {
	if role == "no dictionary" {
		os.Exit(1)
	}
	fmt.Println("@(#) International Ispell Version 3.2.06 (but really a test)")
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		switch word := strings.TrimPrefix(in.Text(), "^"); {
		case role == "hangs":
			select {}
		case role == "dies" || role == "dies once" && firstTime():
			os.Exit(2)
		case word == "avtale":
			fmt.Print("*\n\n")
		case word == "avtael":
			fmt.Print("& avtael 2 0: avtale, avtal\n\n")
		default:
			fmt.Printf("# %s 0\n\n", word)
		}
	}
}

// firstTime reports whether no other process has asked before, by way of a file.
func firstTime() bool {
	f, err := os.OpenFile(os.Getenv(roleVariable+"_MARK"), os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return false
	}
	return f.Close() == nil
}

// fake gives a speller whose program is this test in a role.
func fake(t *testing.T, role string) *Speller {
	t.Helper()
	t.Setenv(roleVariable, role)
	t.Setenv(roleVariable+"_MARK", filepath.Join(t.TempDir(), "mark"))
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := New(self)
	t.Cleanup(s.Close)
	return s
}

func TestWordsAreKnownOrGetSuggestions(t *testing.T) {
	s := fake(t, "works")
	got, err := s.Check(t.Context(), agreement.Nynorsk, []string{"avtale", "avtael", "xyz", "", "to ord", "avtale"})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{nil, {"avtale", "avtal"}, {}, nil, nil, nil}
	for i := range want {
		if !slices.Equal(got[i], want[i]) || (got[i] == nil) != (want[i] == nil) {
			t.Errorf("word %d: %#v, expected %#v", i, got[i], want[i])
		}
	}
}

func TestTheUsersOwnWordsAreKnown(t *testing.T) {
	s := fake(t, "works")
	s.SetOwn(agreement.Nynorsk, []string{" Xyz "})
	for form, known := range map[agreement.Form]bool{agreement.Nynorsk: true, agreement.Bokmal: false} {
		got, err := s.Check(t.Context(), form, []string{"xyz", "XYZ"})
		if err != nil || (got[0] == nil) != known || (got[1] == nil) != known {
			t.Errorf("%s: %v %v", form, got, err)
		}
	}
}

func TestAWordIsNeverACommand(t *testing.T) {
	s := fake(t, "works")
	for _, w := range []string{"!", "%", "^^", "@avtael", "-", "+x", "~f", "a\nb"} {
		if _, err := s.Check(t.Context(), agreement.Nynorsk, []string{w, "avtael"}); err != nil {
			t.Errorf("%q: %v", w, err)
		}
	}
	got, err := s.Check(t.Context(), agreement.Nynorsk, []string{"avtael"})
	if err != nil || len(got[0]) != 2 {
		t.Errorf("out of step afterwards: %v %v", got, err)
	}
}

func TestAProgramThatFailsIsAnError(t *testing.T) {
	for _, role := range []string{"hangs", "dies", "no dictionary"} {
		s := fake(t, role)
		s.patience = 50 * time.Millisecond
		if got, err := s.Check(t.Context(), agreement.Nynorsk, []string{"avtael"}); err == nil {
			t.Errorf("%s: answered %v", role, got)
		}
	}
}

func TestAProgramThatDiedIsStartedAgain(t *testing.T) {
	s := fake(t, "dies once")
	if got, err := s.Check(t.Context(), agreement.Nynorsk, []string{"avtael"}); err != nil || len(got[0]) != 2 {
		t.Errorf("got %v %v", got, err)
	}
	s.running[agreement.Nynorsk].end()
	<-s.running[agreement.Nynorsk].ended
	if got, err := s.Check(t.Context(), agreement.Nynorsk, []string{"xyz"}); err != nil || got[0] == nil {
		t.Errorf("after it was ended: %v %v", got, err)
	}
}

func TestAskingCanBeCancelled(t *testing.T) {
	s := fake(t, "hangs")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Check(ctx, agreement.Nynorsk, []string{"avtael"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestWithoutTheProgramThereIsAnErrorOfItsOwn(t *testing.T) {
	s := New(filepath.Join(t.TempDir(), "hunspell"))
	if _, err := s.Check(t.Context(), agreement.Nynorsk, []string{"avtale"}); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v", err)
	}
	if s.Available(t.Context(), agreement.Nynorsk) {
		t.Error("is said to be available")
	}
}

func TestManyMayAskAtOnce(t *testing.T) {
	s := fake(t, "works")
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			form := agreement.Forms[n%2]
			got, err := s.Check(t.Context(), form, []string{"avtale", "avtael", fmt.Sprintf("x%d", n)})
			if err != nil || got[0] != nil || len(got[1]) != 2 || got[2] == nil {
				t.Errorf("%d: %v %v", n, got, err)
			}
		})
	}
	all.Wait()
}

func TestTheInstalledProgramKnowsNorwegian(t *testing.T) {
	s := New("")
	defer s.Close()
	for form, words := range map[agreement.Form][2]string{agreement.Bokmal: {"ikke", "avtaelen"}, agreement.Nynorsk: {"ikkje", "avtaelen"}} {
		if !s.Available(t.Context(), form) {
			t.Skip("hunspell with nb_NO and nn_NO is not installed")
		}
		got, err := s.Check(t.Context(), form, words[:])
		if err != nil || got[0] != nil || !slices.Contains(got[1], "avtalen") {
			t.Errorf("%s: %v %v", form, got, err)
		}
	}
}

func TestNamesAreKnownAsTheyAreWritten(t *testing.T) {
	s := fake(t, "works")
	s.SetNames([]string{"Bodø", "Nord-Fron", "Øvre Eiker"})
	words := []string{"Bodø", "Bodøs", "bodø", "Nord-Fron", "Fron", "Øvre", "Eikers", "Narvik"}
	got, err := s.Check(t.Context(), agreement.Bokmal, words)
	if err != nil {
		t.Fatal(err)
	}
	for i, known := range []bool{true, true, false, true, true, true, true, false} {
		if (got[i] == nil) != known {
			t.Errorf("%s: %v", words[i], got[i])
		}
	}
}
