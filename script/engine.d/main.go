// The program engine.d compares the engine within Avtalebok with Apertium's own programs, byte for byte: stage by stage, on
// what the programs before have made, and as a whole. script/engine fetches the texts and runs it.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
)

func main() {
	packages := flag.String("packages", "", "folder with Debian's packages, of which the texts are taken")
	lines := flag.Int("lines", 10_000, "how many lines of each written form, besides the program's own texts; 0 for all")
	to := flag.String("to", "", "only the direction that ends in this form: nb or nn")
	known := flag.Int("known", 0, "how many differences are known and do not fail, over all stages and the whole chain")
	show := flag.Int("show", 2, "how many differences of each stage are printed")
	form := flag.String("print", "", "print the lines of this form, nb or nn, and compare nothing")
	flag.Parse()
	if *form != "" {
		if err := printLines(os.Stdout, *packages, *lines, agreement.Form(*form)); err != nil {
			fmt.Fprintln(os.Stderr, "engine:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*packages, *lines, agreement.Form(*to), *known, *show); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

func run(packages string, n int, to agreement.Form, known, show int) error {
	texts, err := readPackages(packages)
	if err != nil {
		return err
	}
	own, err := readOwn()
	if err != nil {
		return err
	}
	different, compared := 0, 0
	for _, d := range []translate.Direction{translate.ToNynorsk, translate.ToBokmal} {
		if to != "" && d.To != to {
			continue
		}
		picked, what := texts.pick(d.From, n)
		lines := slices.Concat(own[d.From], picked)
		fmt.Printf("\n%s: %d of the program's own, %s\n", d.From, len(own[d.From]), what)
		found, err := compare(d, lines, show)
		if err != nil {
			return err
		}
		different += found
		compared += len(lines)
	}
	if different > known {
		return fmt.Errorf("%d differences in %d lines, %d are known", different, compared, known)
	}
	fmt.Printf("\n%d differences in %d lines; up to %d are known (docs/translation.md).\n", different, compared, known)
	return nil
}

// printLines prints the program's own texts in a form and, where a folder of packages is given, n lines out of these.
func printLines(w io.Writer, packages string, n int, form agreement.Form) error {
	own, err := readOwn()
	if err != nil {
		return err
	}
	lines := own[form]
	if packages != "" {
		texts, err := readPackages(packages)
		if err != nil {
			return err
		}
		picked, _ := texts.pick(form, n)
		lines = slices.Concat(lines, picked)
	}
	_, err = fmt.Fprintln(w, strings.Join(lines, "\n"))
	return err
}
