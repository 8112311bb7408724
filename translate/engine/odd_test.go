package engine_test

import (
	"context"
	"errors"
	"log/slog"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/engine"
)

// unreasonable are texts that nobody writes but somebody pastes. Each is made as long as asked, in bytes or about.
var unreasonable = map[string]func(n int) string{
	"capitals with hyphens":     repeated("RETRY-CONNREFUSED-"),
	"capitals":                  repeated("SAMARBEIDSAVTALE"),
	"one capital":               repeated("Å"),
	"letters without a space":   repeated("samarbeidsavtaleogplanlegging"),
	"one letter":                repeated("a"),
	"figures":                   repeated("0123456789"),
	"a file as text":            repeated("QmFzZTY0IGVyIGlra2UgZXQgc3ByJmF4c2Vy"),
	"hyphens":                   repeated("-"),
	"full stops":                repeated("."),
	"words without a full stop": repeated("regnskapet skriver er at r "),
	"brackets that open":        repeated("["),
	"brackets that close":       repeated("]"),
	"brackets in brackets":      func(n int) string { return strings.Repeat("[[", n/4) + strings.Repeat("]]", n/4) },
	"braces in braces":          func(n int) string { return strings.Repeat("{", n/2) + strings.Repeat("}", n/2) },
	"words of the stream":       repeated("^a/b<n>$"),
	"commands":                  repeated("[<STREAMCMD:FLUSH>]\x00"),
	"backslashes":               repeated(`\`),
	"slashes":                   repeated("og/eller/"),
	"accents on one letter":     func(n int) string { return "e" + strings.Repeat("\u0301", n/2) },
	"pictures":                  repeated("\U0001F469\u200D\U0001F466"),
	"letters beyond U+FFFF":     repeated("\U0001D400"),
	"the last character":        repeated("\U0010FFFF"),
	"fixed parts alone":         repeated("{county}{municipality} 12 000 kr "),
	"addresses":                 repeated("https://example.no/a?b=c/"),
	"soft hyphens":              repeated("sam\u00ad"),
	"spaces":                    repeated(" \u00a0\t"),
	"lines":                     repeated("a\n"),
	"no UTF-8":                  repeated("\xff\xc3"),
	"nothing":                   repeated("\x00"),
	"another script":            repeated("漢字"),
	"from right to left":        repeated("\u202eשלום "),
}

func repeated(s string) func(n int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)) }
}

// broken makes words of so many bytes of a text, numbered so that no two stretches of it are alike.
func broken(text string, size int) string {
	var b strings.Builder
	for i := 0; len(text) > 0; i++ {
		n := min(size, len(text))
		for n < len(text) && !utf8.RuneStart(text[n]) {
			n++
		}
		b.WriteString(text[:n] + " " + strconv.Itoa(i) + " ")
		text = text[n:]
	}
	return b.String()
}

// Each such text is translated, or is given back as it was with an error of its own, and costs its neighbours nothing.
// Capitals take longest: they can be read in twice as many ways with each letter.
func TestUnreasonableTextsEnd(t *testing.T) {
	in, err := engine.Find("")
	if err != nil {
		t.Skip("Apertium's data for nynorsk and bokmål are not installed")
	}
	if err := engine.Usable(); err != nil {
		t.Skipf("the installed data are of another version: %v", err)
	}
	e := engine.New(in, translate.Style{}, engine.Limits{Patience: 2 * time.Second}, slog.New(slog.DiscardHandler))
	defer e.Close()
	for _, d := range directions {
		for name, text := range unreasonable {
			for how, odd := range map[string]string{
				"100 kB": text(100_000), "long words": broken(text(7000), 3500), "words": broken(text(3900), 60),
			} {
				if testing.Short() && how != "100 kB" {
					continue
				}
				t.Run(string(d.To)+" "+name+" "+how, func(t *testing.T) { endsAlone(t, e, d, odd) })
			}
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	if memory.HeapSys > 1<<30 {
		t.Errorf("the heap has had %d MB", memory.HeapSys>>20)
	}
}

func endsAlone(t *testing.T, e *engine.Engine, d translate.Direction, odd string) {
	t.Helper()
	got, err := e.Translate(context.Background(), d, []translate.Segment{{Text: "Ja."}, {Text: odd}, {Text: "Nei."}})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range map[int]string{0: "Ja.", 2: "Nei."} {
		if got[i].Err != nil || got[i].Text != want {
			t.Errorf("its neighbour became %q, %v", got[i].Text, got[i].Err)
		}
	}
	known := (*agreement.Error)(nil)
	switch {
	case got[1].Err == nil && len(got[1].Text) >= len(odd)/4 && len(got[1].Text) <= 4*len(odd)+100:
	case errors.As(got[1].Err, &known) && known.Key == "error.translate.text" && got[1].Text == odd:
	default:
		t.Errorf("%d bytes became %d, %v", len(odd), len(got[1].Text), got[1].Err)
	}
}
