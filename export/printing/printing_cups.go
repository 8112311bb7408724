//go:build !windows

package printing

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Choosable reports whether a printer and a number of copies can be chosen before printing.
const Choosable = true

// printers asks CUPS: "lpstat -e" lists the names one a line, "lpstat -d" names the default one.
func printers(ctx context.Context) ([]Printer, error) {
	names, err := run(ctx, "lpstat", "-e")
	var out []Printer
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, noSystem(err)
	case err != nil: // CUPS answers "no destinations added" as an error; that is an empty list
		return nil, nil
	}
	standard, _ := run(ctx, "lpstat", "-d") // without a default it fails, and there is none
	_, name, _ := strings.Cut(standard, ": ")
	name = strings.TrimSpace(name)
	for lines := bufio.NewScanner(strings.NewReader(names)); lines.Scan(); {
		if n := strings.TrimSpace(lines.Text()); n != "" {
			out = append(out, Printer{Name: n, Default: n == name})
		}
	}
	slices.SortStableFunc(out, func(a, b Printer) int {
		switch {
		case a.Default == b.Default:
			return 0
		case a.Default:
			return -1
		}
		return 1
	})
	return out, nil
}

// requestID is how lp names a job: "request id is Kontor-17 (1 file(s))".
var requestID = regexp.MustCompile(`request id is ((\S+)-\d+)`)

func hand(ctx context.Context, path, printer string, copies int) (Job, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Job{}, failed(err, err.Error())
	}
	args := []string{"-n", strconv.Itoa(copies), "-t", filepath.Base(path)}
	if printer != "" {
		args = append(args, "-d", printer)
	}
	said, err := run(ctx, "lp", append(args, "--", path)...)
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return Job{}, noSystem(err)
	case err != nil:
		return Job{}, failed(err, strings.TrimPrefix(strings.TrimSpace(said), "lp: "))
	}
	job := Job{Printer: printer}
	if m := requestID.FindStringSubmatch(said); m != nil {
		job.ID = m[1]
		job.Printer = m[2]
	}
	return job, nil
}

// run gives what a program prints, on both streams, in the system's own English so that it can be read.
func run(ctx context.Context, name string, args ...string) (string, error) {
	program, err := exec.LookPath(name)
	if err != nil {
		return "", err
	}
	c := exec.CommandContext(ctx, program, args...)
	c.Env = append(os.Environ(), "LC_ALL=C")
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err = c.Run()
	return out.String(), err
}
