// The program peer measures how long agreements take to become PDFs, here and in Typst: the same words in the same
// make-up, both with PDF/A-2a and PDF/UA-1, in turns on the same machine. script/peer installs Typst and runs it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"

	"avtalebok/agreement"
	"avtalebok/pdf"
)

// figures are what one program needed, in milliseconds.
type figures struct {
	First float64 `json:"first"` // the first document of a process
	Each  float64 `json:"each"`  // the median of the others, one after the other
	All   float64 `json:"all"`   // all documents on two cores
	Pages int     `json:"pages"` // of the first document
	Bytes int     `json:"bytes"`
}

// workers is how many documents are made at once: goroutines here, processes there.
const workers = 2

func main() {
	work := flag.String("work", "", "folder to work in")
	python := flag.String("python", "python3", "a Python that has typst")
	script := flag.String("script", "", "the script that compiles with Typst")
	rounds := flag.Int("rounds", 5, "how often everything is measured; medians are printed")
	measured := flag.Int("measure", -1, "measure only our own, with so many focus areas added, and print figures as JSON")
	flag.Parse()
	if *measured >= 0 {
		if err := printFigures(*measured); err != nil {
			fmt.Fprintln(os.Stderr, "peer:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*work, *python, *script, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "peer:", err)
		os.Exit(1)
	}
}

func run(work, python, script string, rounds int) error {
	more, err := toSixPages()
	if err != nil {
		return err
	}
	docs, err := documents(more)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if err := writeSources(work, docs); err != nil {
		return err
	}
	var ours, theirs []figures
	for range rounds {
		own, err := figuresOf(self, "-measure", fmt.Sprint(more))
		if err != nil {
			return err
		}
		other, err := figuresOf(python, script, work, fmt.Sprint(workers))
		if err != nil {
			return err
		}
		ours, theirs = append(ours, own), append(theirs, other)
	}
	print(len(docs), rounds, medians(ours), medians(theirs))
	return nil
}

// figuresOf runs a program that prints figures as JSON. Each round is a process of its own, for either side.
func figuresOf(program string, args ...string) (figures, error) {
	var f figures
	c := exec.Command(program, args...)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return f, fmt.Errorf("%s %v: %w", program, args, err)
	}
	return f, json.Unmarshal(out, &f)
}

func printFigures(more int) error {
	docs, err := documents(more)
	if err != nil {
		return err
	}
	f, err := measure(docs)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(f)
}

// measure renders the documents one after the other, and then on all workers.
func measure(docs []agreement.Document) (figures, error) {
	var f figures
	var each []float64
	for i, doc := range docs {
		start := time.Now()
		preview, err := pdf.RenderPreview(doc, pdf.Options{})
		if err != nil {
			return f, err
		}
		took := milliseconds(time.Since(start))
		if i == 0 {
			f.First, f.Pages, f.Bytes = took, preview.Pages, len(preview.File)
			continue
		}
		each = append(each, took)
	}
	f.Each = median(each)
	start := time.Now()
	if err := renderAll(docs); err != nil {
		return f, err
	}
	f.All = milliseconds(time.Since(start))
	return f, nil
}

func renderAll(docs []agreement.Document) error {
	next := make(chan agreement.Document)
	errs := make([]error, workers)
	var all sync.WaitGroup
	for i := range workers {
		all.Go(func() {
			for doc := range next {
				if _, err := pdf.Render(doc, pdf.Options{}); err != nil {
					errs[i] = err
				}
			}
		})
	}
	for _, doc := range docs {
		next <- doc
	}
	close(next)
	all.Wait()
	return errs[0]
}

// writeSources lays the documents out for Typst, with the fonts that we set them in.
func writeSources(work string, docs []agreement.Document) error {
	fonts := filepath.Join(work, "fonts")
	for _, dir := range []string{fonts, filepath.Join(work, "sources")} {
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	files := map[string][]byte{
		filepath.Join(fonts, "regular.ttf"): liberationsansregular.TTF,
		filepath.Join(fonts, "bold.ttf"):    liberationsansbold.TTF,
	}
	for i, doc := range docs {
		files[filepath.Join(work, "sources", fmt.Sprintf("%03d.typ", i))] = []byte(source(doc))
	}
	for path, content := range files {
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func print(count, rounds int, ours, theirs figures) {
	fmt.Printf("%d agreements of %d pages (Typst: %d), PDF/A-2a and PDF/UA-1, medians of %d rounds\n\n",
		count, ours.Pages, theirs.Pages, rounds)
	fmt.Printf("%-38s %12s %12s %8s\n", "", "Avtalebok", "Typst", "ratio")
	line := func(what string, a, b float64) {
		fmt.Printf("%-38s %9.1f ms %9.1f ms %7.1fx\n", what, a, b, b/a)
	}
	line("one document, warm", ours.Each, theirs.Each)
	line("first document of a process", ours.First, theirs.First)
	line(fmt.Sprintf("all %d, %d at a time", count, workers), ours.All, theirs.All)
	fmt.Printf("%-38s %9.0f kB %9.0f kB\n", "size of a file", float64(ours.Bytes)/1000, float64(theirs.Bytes)/1000)
}

// medians takes the median of each figure.
func medians(list []figures) figures {
	of := func(get func(figures) float64) float64 {
		var all []float64
		for _, f := range list {
			all = append(all, get(f))
		}
		return median(all)
	}
	return figures{
		First: of(func(f figures) float64 { return f.First }), Each: of(func(f figures) float64 { return f.Each }),
		All: of(func(f figures) float64 { return f.All }), Pages: list[0].Pages, Bytes: list[0].Bytes,
	}
}

func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return list[len(list)/2]
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
