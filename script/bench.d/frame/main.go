// Frame measures, from outside, how long programs take from being started to the first frame that shows something,
// and the memory they hold a second later. It reads the frame buffer of an X server without a screen (Xvfb -fbdir),
// so nothing in the programs has to help. The programs run in turn, so that a slow spell of the machine hits all.
//
//	frame RUNS PROGRAM[,ARGUMENT…] [PROGRAM[,ARGUMENT…] …]
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	display   = ":93"
	colours   = 12 // a frame with text has more than these; an empty window has one or two
	giveUp    = 20 * time.Second
	settling  = time.Second
	stepWidth = time.Millisecond
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "frame:", err)
		os.Exit(1)
	}
}

type measured struct {
	frame  []time.Duration
	memory []int // kB
}

func run(args []string) error {
	if len(args) < 2 {
		return errors.New("usage: frame RUNS PROGRAM[,ARGUMENT…] …")
	}
	runs, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "frame")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	server := exec.Command("Xvfb", display, "-screen", "0", "1280x800x24", "-fbdir", dir, "-noreset", "-nolisten", "tcp")
	if err := server.Start(); err != nil {
		return err
	}
	defer server.Wait()
	defer server.Process.Signal(syscall.SIGTERM)
	screen := filepath.Join(dir, "Xvfb_screen0")
	if err := until(func() bool { _, err := os.Stat("/tmp/.X11-unix/X" + display[1:]); return err == nil }); err != nil {
		return err
	}
	results := make([]measured, len(args)-1)
	for range runs + 1 { // the first round warms the disk's cache and is not counted
		for i, command := range args[1:] {
			frame, memory, err := once(screen, strings.Split(command, ","))
			if err != nil {
				return fmt.Errorf("%s: %w", command, err)
			}
			results[i].frame = append(results[i].frame, frame)
			results[i].memory = append(results[i].memory, memory)
		}
	}
	for i, command := range args[1:] {
		frame, memory := results[i].frame[1:], results[i].memory[1:]
		slices.Sort(frame)
		slices.Sort(memory)
		fmt.Printf("%-40s first frame %4d ms (%d–%d), memory %d MB, %d runs\n", command,
			frame[len(frame)/2].Milliseconds(), frame[0].Milliseconds(), frame[len(frame)-1].Milliseconds(),
			memory[len(memory)/2]/1024, runs)
	}
	return nil
}

// once starts a program and gives the time to its first frame and its memory.
func once(screen string, command []string) (time.Duration, int, error) {
	if err := until(func() bool { return !drawn(screen) }); err != nil {
		return 0, 0, errors.New("the screen does not get empty")
	}
	c := exec.Command(command[0], command[1:]...)
	c.Env = append(os.Environ(), "DISPLAY="+display, "LIBGL_ALWAYS_SOFTWARE=1", "WAYLAND_DISPLAY=")
	started := time.Now()
	if err := c.Start(); err != nil {
		return 0, 0, err
	}
	defer c.Wait()
	defer c.Process.Kill()
	if err := until(func() bool { return drawn(screen) }); err != nil {
		return 0, 0, errors.New("no frame was drawn")
	}
	frame := time.Since(started)
	time.Sleep(settling)
	memory, err := residentMemory(c.Process.Pid)
	return frame, memory, err
}

func until(done func() bool) error {
	for end := time.Now().Add(giveUp); time.Now().Before(end); time.Sleep(stepWidth) {
		if done() {
			return nil
		}
	}
	return errors.New("gave up waiting")
}

// drawn reports whether the screen shows more colours than an empty window has. The file is the image in XWD
// layout: a header that tells its own length, then the pixels, four bytes each.
func drawn(screen string) bool {
	raw, err := os.ReadFile(screen)
	if err != nil || len(raw) < 1<<20 {
		return false
	}
	pixels := raw[len(raw)-1280*800*4:]
	seen := make(map[[3]byte]struct{}, colours+1)
	for i := 0; i+4 <= len(pixels); i += 4 {
		seen[[3]byte(pixels[i:i+3])] = struct{}{}
		if len(seen) > colours {
			return true
		}
	}
	return false
}

// residentMemory gives the memory that a process holds, in kB.
func residentMemory(pid int) (int, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range bytes.Lines(status) {
		if rest, ok := bytes.CutPrefix(line, []byte("VmRSS:")); ok {
			return strconv.Atoi(string(bytes.Fields(rest)[0]))
		}
	}
	return 0, errors.New("no VmRSS")
}
