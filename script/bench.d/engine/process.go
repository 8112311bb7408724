package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// family gives this process and all below it.
func family() []int {
	below := make(map[int][]int)
	entries, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range entries {
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if fields := stat(pid); len(fields) > 1 {
			parent, _ := strconv.Atoi(fields[1])
			below[parent] = append(below[parent], pid)
		}
	}
	all := []int{os.Getpid()}
	for i := 0; i < len(all); i++ {
		all = append(all, below[all[i]]...)
	}
	return all
}

// stat gives the fields of a process behind its name (proc(5)): state, parent, …
func stat(pid int) []string {
	content, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if i := strings.LastIndex(string(content), ") "); i >= 0 {
		return strings.Fields(string(content)[i+2:])
	}
	return nil
}

// processor gives the processor time that the family has used so far, including that of children that have ended.
func processor() time.Duration {
	const tick = 10 * time.Millisecond // USER_HZ is 100 wherever Go runs on Linux
	var ticks int
	for _, pid := range family() {
		fields := stat(pid)
		if len(fields) < 15 {
			continue
		}
		for _, f := range fields[11:15] { // user, system, and the same of children that were waited for
			n, _ := strconv.Atoi(f)
			ticks += n
		}
	}
	return time.Duration(ticks) * tick
}

// resident gives the memory that the family has for itself, in MB: proportional, so that what programs share counts once.
func resident() int {
	kilobytes := 0
	for _, pid := range family() {
		content, _ := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
		for line := range strings.Lines(string(content)) {
			if rest, ok := strings.CutPrefix(line, "Pss:"); ok {
				n, _ := strconv.Atoi(strings.Fields(rest)[0])
				kilobytes += n
			}
		}
	}
	return kilobytes >> 10
}
