// The program conformance makes PDFs of every built-in template and of what is awkward to print, and has them judged by
// programs that Avtalebok shares no code with: veraPDF, pdfcpu, qpdf, poppler, pyHanko. script/conformance installs those and
// runs it; docs/conformance.md says what it proves.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// tools are the judges, and the folder to work in.
type tools struct {
	work    string // folder for all that is made; emptied first
	verapdf string // folder with veraPDF's jars
	pdfcpu  string
	python  string // with pyHanko
	sign    string // the signing script
	font    string // TrueType with 1,000 units an em, for the stamps of signatures
}

// outcome is what a check found: a line that sums up what was checked, and what is wrong.
type outcome struct {
	summary  string
	problems []string
}

func (o *outcome) wrong(format string, args ...any) {
	o.problems = append(o.problems, fmt.Sprintf(format, args...))
}

func main() {
	var t tools
	flag.StringVar(&t.work, "work", "", "folder to work in; emptied first")
	flag.StringVar(&t.verapdf, "verapdf", "", "folder with veraPDF's jars")
	flag.StringVar(&t.pdfcpu, "pdfcpu", "pdfcpu", "the program pdfcpu")
	flag.StringVar(&t.python, "python", "python3", "a Python that has pyHanko")
	flag.StringVar(&t.sign, "sign", "", "the script that signs with pyHanko")
	flag.StringVar(&t.font, "font", "", "a TrueType font with 1,000 units an em")
	hashes := flag.Bool("hashes", false, "print the SHA-256 of every file that would be made, and no more")
	only := flag.String("only", "", "run only the checks whose names contain this")
	flag.Parse()
	if *hashes {
		if err := printHashes(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	failed, err := run(t, *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
	}
	if err != nil || failed > 0 {
		os.Exit(1)
	}
}

func run(t tools, only string) (failed int, err error) {
	started := time.Now()
	if err := os.RemoveAll(t.work); err != nil {
		return 0, err
	}
	files, err := makeFiles(filepath.Join(t.work, "files"))
	if err != nil {
		return 0, err
	}
	checks := []struct {
		name string
		run  func() outcome
	}{
		{"files", func() outcome { return describe(files) }},
		{"verapdf", func() outcome { return t.conforms(files) }},
		{"damaged", func() outcome { return t.damagedFail(files) }},
		{"pdfcpu", func() outcome { return t.pdfcpuStrict(files) }},
		{"qpdf", func() outcome { return t.qpdfCheck(files) }},
		{"fonts", func() outcome { return fontsEmbedded(files) }},
		{"tagged text", func() outcome { return taggedText(files) }},
		{"plain text", func() outcome { return plainText(files) }},
		{"same bytes", func() outcome { return sameBytes(files) }},
		{"pyhanko", func() outcome { return t.signedByPyHanko(files) }},
		{"pdfsig", func() outcome { return t.signedByPdfsig(files) }},
		{"after signing", func() outcome { return t.signedConform(files) }},
	}
	ran := 0
	for _, c := range checks {
		if !strings.Contains(c.name, only) {
			continue
		}
		ran++
		start := time.Now()
		if o := c.run(); !report(c.name, o, time.Since(start)) {
			failed++
		}
	}
	fmt.Printf("%d passed, %d failed\n", ran-failed, failed)
	fmt.Printf("conformance of %d files checked in %.0f s\n", len(files), time.Since(started).Seconds())
	return failed, nil
}

// mostShown bounds what a failed check prints; one mistake often shows in every file.
const mostShown = 12

func report(name string, o outcome, took time.Duration) bool {
	verdict := "ok  "
	if len(o.problems) > 0 {
		verdict = "FAIL"
	}
	fmt.Printf("%s %-13s %s (%.1f s)\n", verdict, name, o.summary, took.Seconds())
	for i, p := range o.problems {
		if i == mostShown {
			fmt.Printf("     … and %d more\n", len(o.problems)-i)
			break
		}
		fmt.Printf("     %s\n", p)
	}
	return len(o.problems) == 0
}
