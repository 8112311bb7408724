package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
)

// environments differ in all that output could wrongly depend on. Each is a process of its own; Go seeds the order of
// its maps anew in each.
func environments() [][]string {
	zones := []string{"UTC", "Europe/Oslo", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu"}
	locales := []string{"C", "C.UTF-8", "nb_NO.UTF-8", "tr_TR.UTF-8"}
	var list [][]string
	for i := range 20 {
		list = append(list, []string{
			fmt.Sprint("GOMAXPROCS=", 1+i%5), "TZ=" + zones[i%len(zones)],
			"LANG=" + locales[i%len(locales)], "LC_ALL=" + locales[(i/2)%len(locales)],
			fmt.Sprint("GOGC=", []string{"off", "10", "100", "400"}[i%4]),
			"HOME=" + fmt.Sprintf("/nonexistent/home-%d", i),
		})
	}
	return list
}

// dates are those that the clock is set to where faketime is installed.
var dates = []string{"1999-12-31 23:59:59", "2024-02-29 12:00:00", "2026-10-25 02:30:00", "2038-01-19 03:14:08"}

// sameBytes makes all files anew in separate processes and wants the same SHA-256 from each.
func sameBytes(files []file) outcome {
	var o outcome
	self, err := os.Executable()
	if err != nil {
		o.wrong("%v", err)
		return o
	}
	var want strings.Builder
	for _, f := range files {
		fmt.Fprintf(&want, "%x  %s\n", sha256.Sum256(f.Content), f.Name)
	}
	list := environments()
	got := make([]string, len(list))
	faketime, noFaketime := exec.LookPath("faketime")
	slots := make(chan struct{}, runtime.NumCPU())
	var all sync.WaitGroup
	for i, env := range list {
		all.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			c := exec.Command(self, "-hashes")
			if noFaketime == nil {
				c = exec.Command(faketime, dates[i%len(dates)], self, "-hashes")
			}
			c.Env = append(os.Environ(), env...)
			out, err := c.CombinedOutput()
			got[i] = string(out)
			if err != nil {
				got[i] += err.Error()
			}
		})
	}
	all.Wait()
	for i, out := range got {
		if out != want.String() {
			o.wrong("other files with %v: %s", list[i], firstDifference(out, want.String()))
		}
	}
	o.summary = fmt.Sprintf("the same SHA-256 of %d files from %d processes with other processors, time zones, locales, memory limits", len(files), len(list))
	if noFaketime == nil {
		o.summary += fmt.Sprintf(" and %d dates", len(dates))
	} else {
		o.summary += "; dates were NOT varied: faketime is not installed"
	}
	return o
}

func firstDifference(got, want string) string {
	wanted := strings.Split(want, "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(wanted) || line != wanted[i] {
			return line
		}
	}
	return "output ends early"
}
