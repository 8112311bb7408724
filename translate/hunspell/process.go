package hunspell

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// process is a running hunspell in pipe mode (-a): a word a line in, an answer and an empty line out.
type process struct {
	command *exec.Cmd
	in      io.WriteCloser
	lines   chan string // closed when the program ends
	stop    chan struct{}
	ended   chan struct{} // closed when the program has been waited for
	timer   *time.Timer
}

var errTimeout = errors.New("hunspell: no answer in time")

// start starts the program with a dictionary and waits for its greeting, which it gives once the dictionary is read.
func start(ctx context.Context, program, dictionary string, patience time.Duration) (*process, error) {
	command := exec.Command(program, "-a", "-i", "UTF-8", "-d", dictionary)
	// Answers in the user's language would still be answers; but C is what the protocol is written for.
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "LANG=C.UTF-8")
	hide(command)
	in, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMissing, err)
	}
	p := &process{
		command: command, in: in,
		lines: make(chan string), stop: make(chan struct{}), ended: make(chan struct{}),
	}
	go p.read(out)
	greeting, err := p.line(ctx, patience)
	if err != nil || !strings.HasPrefix(greeting, "@(#)") {
		p.close()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w: no dictionary %s", ErrMissing, dictionary)
	}
	return p, nil
}

// read hands on what the program says until it ends or nobody listens any more.
func (p *process) read(out io.Reader) {
	defer close(p.ended)
	defer func() { _ = p.command.Wait() }()
	defer close(p.lines)
	scanner := bufio.NewScanner(out)
	scanner.Buffer(make([]byte, 0, 4096), 1<<20)
	for scanner.Scan() {
		select {
		case p.lines <- scanner.Text():
		case <-p.stop:
			return
		}
	}
}

func (p *process) line(ctx context.Context, patience time.Duration) (string, error) {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case line, ok := <-p.lines:
		if !ok {
			return "", io.ErrUnexpectedEOF
		}
		return line, nil
	case <-timer.C:
		return "", errTimeout
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// ask gives nil for a known word, else suggestions. "^" before the word keeps it from being taken for a command.
func (p *process) ask(ctx context.Context, word string, patience time.Duration) ([]string, error) {
	if p.timer != nil {
		p.timer.Stop()
	}
	if _, err := io.WriteString(p.in, "^"+word+"\n"); err != nil {
		return nil, err
	}
	var suggestions []string
	for {
		line, err := p.line(ctx, patience)
		if err != nil {
			return nil, err
		}
		if line == "" {
			return suggestions, nil
		}
		// A word with hyphens or apostrophes may get an answer for each of its parts; one unknown part is enough.
		if answer := parse(line); answer != nil && suggestions == nil {
			suggestions = answer
		}
	}
}

// parse reads an answer: "*", "+" and "-" are known words, "& word count offset: a, b" has suggestions, "#" none.
func parse(line string) []string {
	switch line[0] {
	case '&':
		_, list, _ := strings.Cut(line, ": ")
		return strings.Split(list, ", ")
	case '#':
		return []string{}
	}
	return nil
}

func (p *process) alive() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// keep ends the process after a while, unless it is asked again.
func (p *process) keep(idle time.Duration) {
	if p.timer != nil {
		p.timer.Stop()
	}
	p.timer = time.AfterFunc(idle, p.end)
}

// end asks the program to end, and makes it.
func (p *process) end() {
	_ = p.in.Close()
	_ = p.command.Process.Kill()
}

// close ends the process and waits until it has gone.
func (p *process) close() {
	if p.timer != nil {
		p.timer.Stop()
	}
	p.end()
	close(p.stop)
	<-p.ended
}
