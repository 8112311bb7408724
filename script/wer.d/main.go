// Command wer prints the word error rate of plain Apertium and of Avtalebok's own translations, in both directions,
// on translate/testdata/wer-nb-nn.tsv. With -show it prints the sentences that are not as in a reference.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	"avtalebok/translate/terms"
	"avtalebok/translate/wer"
)

func main() {
	file := flag.String("file", "translate/testdata/wer-nb-nn.tsv", "pairs of sentences")
	show := flag.String("show", "", "print the sentences that Avtalebok translates otherwise than the references: nn or nb")
	heldOut := flag.Bool("held-out", false, "with -show, print those held out")
	flag.Parse()
	if _, err := run(*file, agreement.Form(*show), *heldOut); err != nil {
		fmt.Fprintln(os.Stderr, "wer:", err)
		os.Exit(1)
	}
}

// system is a way to translate.
type system struct {
	name      string
	translate func(translate.Direction, []string) ([]string, error)
}

// The names of the systems that are compared.
const (
	plainApertium = "plain apertium -u"
	own           = "Avtalebok"
)

// run measures every system in both directions, prints the rates and gives them.
func run(file string, show agreement.Form, heldOut bool) (map[translate.Direction]map[string]wer.Rate, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	pairs, err := wer.Read(f)
	if err != nil {
		return nil, err
	}
	installation, err := apertium.Find("")
	if err != nil {
		return nil, err
	}
	engine := apertium.New(installation, translate.Style{}, apertium.Limits{})
	defer engine.Close()
	repaired := translate.Repair(engine, translate.Style{})
	withTerms := translate.Repair(translate.WithTerms(engine, terms.Default()), translate.Style{})
	systems := []system{
		{"copied", func(_ translate.Direction, texts []string) ([]string, error) { return texts, nil }},
		{plainApertium, plain},
		{"engine, not repaired", with(engine)},
		{"repaired", with(repaired)},
		{own, with(withTerms)},
	}
	fmt.Printf("%d pairs of sentences; word error rate in percent: all, seen while making rules, held out\n", len(pairs))
	rates := make(map[translate.Direction]map[string]wer.Rate)
	for _, d := range []translate.Direction{translate.ToNynorsk, translate.ToBokmal} {
		rates[d] = make(map[string]wer.Rate)
		for _, s := range systems {
			if rates[d][s.name], err = measure(s, d, pairs, show, heldOut); err != nil {
				return nil, err
			}
		}
	}
	return rates, nil
}

// measure translates all pairs, prints the rate and gives it.
func measure(s system, d translate.Direction, pairs []wer.Pair, show agreement.Form, heldOut bool) (wer.Rate, error) {
	var texts []string
	for _, p := range pairs {
		texts = append(texts, p.In(d.From)[0])
	}
	translations, err := s.translate(d, texts)
	if err != nil {
		return wer.Rate{}, err
	}
	var seen, held wer.Rate
	for i, r := range wer.Measure(pairs, d, translations) {
		if pairs[i].HeldOut {
			held = held.Plus(r)
		} else {
			seen = seen.Plus(r)
		}
		if s.name == own && show == d.To && r.Errors > 0 && pairs[i].HeldOut == heldOut {
			fmt.Printf("\n  %s\n> %s\n= %s\n", texts[i], translations[i], strings.Join(pairs[i].In(d.To), "\n= "))
		}
	}
	fmt.Printf("%s→%s  %-20s %5.1f %5.1f %5.1f\n", d.From, d.To, s.name, seen.Plus(held).Percent(), seen.Percent(), held.Percent())
	return seen.Plus(held), nil
}

func with(e translate.Engine) func(translate.Direction, []string) ([]string, error) {
	return func(d translate.Direction, texts []string) ([]string, error) {
		segments := make([]translate.Segment, len(texts))
		for i, text := range texts {
			segments[i].Text = text
		}
		translations, err := e.Translate(context.Background(), d, segments)
		out := make([]string, len(translations))
		for i, t := range translations {
			out[i] = t.Text
		}
		return out, err
	}
}

// plain runs the command that comes with Apertium, with all sentences on lines of one text.
func plain(d translate.Direction, texts []string) ([]string, error) {
	mode := "nob-nno_e"
	if d == translate.ToBokmal {
		mode = "nno-nob"
	}
	c := exec.Command("apertium", "-u", mode)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	c.Stdin = strings.NewReader(strings.Join(texts, "\n\n") + "\n")
	var out bytes.Buffer
	c.Stdout = &out
	if err := c.Run(); err != nil {
		return nil, fmt.Errorf("apertium: %w", err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n\n")
	if len(lines) != len(texts) {
		return nil, fmt.Errorf("apertium gave %d lines for %d", len(lines), len(texts))
	}
	return lines, nil
}
