package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// each runs a check on every file, as many at once as there are processors, and gathers what is wrong in the files' order.
func each(files []file, check func(file) []string) outcome {
	found := make([][]string, len(files))
	next := make(chan int)
	var all sync.WaitGroup
	for range runtime.NumCPU() {
		all.Go(func() {
			for i := range next {
				found[i] = check(files[i])
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	all.Wait()
	var o outcome
	for i, problems := range found {
		for _, p := range problems {
			o.wrong("%s: %s", files[i].Name, p)
		}
	}
	return o
}

// command runs a program and gives what it printed. Its error holds what it printed too.
func command(name string, args ...string) (string, error) {
	var out, errs bytes.Buffer
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		return out.String(), fmt.Errorf("%s: %w: %s", name, err, strings.Join(strings.Fields(out.String()+" "+errs.String()), " "))
	}
	return out.String(), nil
}

// pdfcpuStrict wants pdfcpu's strict mode to find every file in order, and a file with a page gone not to be.
func (t tools) pdfcpuStrict(files []file) outcome {
	config := filepath.Join(t.work, "pdfcpu") // pdfcpu writes a configuration where it finds none
	if err := os.MkdirAll(config, 0o755); err != nil {
		return outcome{problems: []string{err.Error()}}
	}
	if err := os.Setenv("XDG_CONFIG_HOME", config); err != nil {
		return outcome{problems: []string{err.Error()}}
	}
	check := func(path string) []string {
		out, err := exec.Command(t.pdfcpu, "validate", "--mode=strict", path).CombinedOutput()
		if err != nil || !bytes.Contains(out, []byte("mode=strict")) || !bytes.Contains(out, []byte("validation ok")) {
			return []string{fmt.Sprintf("%v: %s", err, out)}
		}
		return nil
	}
	first := check(files[0].Path) // writes the configuration, which the others then only read
	o := each(files, func(f file) []string { return check(f.Path) })
	if broken, err := t.breakFile(files[0], "/Type /Page ", "/Type /Pagx "); err != nil {
		o.wrong("%v", err)
	} else if len(first) == 0 && len(check(broken)) == 0 {
		o.wrong("pdfcpu finds a broken file in order")
	}
	o.summary = fmt.Sprintf("validate, strict: %d files, %d failures, a broken one found out", len(files), len(o.problems))
	return o
}

// breakFile writes a copy of a file with one text put in place of another.
func (t tools) breakFile(f file, old, replacement string) (path string, err error) {
	content, err := damage{name: "broken", old: old, new: replacement}.apply(f.Content)
	if err != nil {
		return "", err
	}
	path = filepath.Join(t.work, "broken.pdf")
	return path, os.WriteFile(path, content, 0o644)
}

// qpdfCheck wants qpdf to find no syntax errors and nothing to warn of, but to notice a damaged cross-reference table.
func (t tools) qpdfCheck(files []file) outcome {
	check := func(path string) []string {
		if out, err := command("qpdf", "--check", path); err != nil {
			return []string{err.Error()}
		} else if !strings.Contains(out, "No syntax or stream encoding errors found") {
			return []string{out}
		}
		return nil
	}
	o := each(files, func(f file) []string { return check(f.Path) })
	if broken, err := t.breakFile(files[0], "\nxref\n", "\nxrex\n"); err != nil {
		o.wrong("%v", err)
	} else if len(check(broken)) == 0 {
		o.wrong("qpdf finds a broken file in order")
	}
	o.summary = fmt.Sprintf("--check: %d files, %d failures, a broken one found out", len(files), len(o.problems))
	return o
}

// fontsEmbedded wants every font to be embedded, cut down to what is used, and mapped to Unicode.
func fontsEmbedded(files []file) outcome {
	count := make([]int, len(files))
	index := map[string]int{}
	for i, f := range files {
		index[f.Name] = i
	}
	o := each(files, func(f file) []string {
		out, err := command("pdffonts", f.Path)
		if err != nil {
			return []string{err.Error()}
		}
		lines := strings.Split(strings.TrimSpace(out), "\n")
		if len(lines) < 3 {
			return []string{"has no font"}
		}
		var problems []string
		for _, line := range lines[2:] {
			// … emb sub uni object-number generation
			columns := strings.Fields(line)
			if n := len(columns); n < 6 || strings.Join(columns[n-5:n-2], " ") != "yes yes yes" {
				problems = append(problems, "font "+line)
			}
			count[index[f.Name]]++
		}
		return problems
	})
	fonts := 0
	for _, n := range count {
		fonts += n
	}
	o.summary = fmt.Sprintf("embedded, cut down and mapped to Unicode: %d fonts in %d files", fonts, len(files))
	return o
}
