package apertium

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
)

// command is a program to start as a stage: its path and arguments.
type command struct {
	path string
	args []string
}

// chain is the running programs of one mode, each reading what the one before it writes.
type chain struct {
	in      *os.File
	out     *bufio.Reader
	outFile *os.File
	begin   string // the command that begins every block
	stages  []*exec.Cmd
	group   int // the process group, by the number of the first stage

	mu      sync.Mutex
	killed  bool
	running int           // stages that have not been waited for
	ended   chan struct{} // closed when the first stage ends
	gone    chan struct{} // closed when all have
	once    sync.Once

	next int // number of the next block
}

// startChain starts the programs in a folder. env is the whole environment; begin is put before every block.
func startChain(commands []command, dir string, env []string, begin string) (*chain, error) {
	c := &chain{begin: begin, ended: make(chan struct{}), gone: make(chan struct{}), next: 1}
	first, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.in = in
	from := first
	for _, cmd := range commands {
		next, to, err := os.Pipe()
		if err == nil {
			err = c.start(cmd, dir, env, from, to)
			_ = to.Close()
		}
		_ = from.Close()
		from = next
		if err != nil {
			c.abandon(from)
			return nil, err
		}
	}
	c.outFile, c.out = from, bufio.NewReaderSize(from, 32<<10)
	c.watch()
	return c, nil
}

func (c *chain) start(program command, dir string, env []string, in, out *os.File) error {
	cmd := exec.Command(program.path, program.args...)
	cmd.Dir, cmd.Env, cmd.Stdin, cmd.Stdout = dir, env, in, out
	prepare(cmd, c.group)
	if err := cmd.Start(); err != nil {
		return err
	}
	if c.group == 0 {
		c.group = cmd.Process.Pid
	}
	c.stages = append(c.stages, cmd)
	return nil
}

// abandon clears up after a chain that could not be started whole.
func (c *chain) abandon(out *os.File) {
	_ = c.in.Close()
	if out != nil {
		_ = out.Close()
	}
	c.watch()
	c.kill()
}

// watch waits for every stage in the background, so that none is left as a zombie.
func (c *chain) watch() {
	c.running = len(c.stages)
	if c.running == 0 {
		close(c.ended)
		close(c.gone)
		return
	}
	for _, stage := range c.stages {
		go func() {
			_ = stage.Wait()
			c.once.Do(func() { close(c.ended) })
			c.mu.Lock()
			defer c.mu.Unlock()
			if c.running--; c.running == 0 {
				close(c.gone)
			}
		}()
	}
}

// alive reports whether all stages still run, as far as is known.
func (c *chain) alive() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.killed {
		return false
	}
	select {
	case <-c.ended:
		return false
	default:
		return true
	}
}

// kill ends all stages and makes reading and writing fail. It may be called from any goroutine, and more than once.
func (c *chain) kill() {
	c.mu.Lock()
	c.killed = true
	c.mu.Unlock()
	for _, stage := range c.stages {
		_ = stage.Process.Kill()
	}
	_ = c.in.Close()
	if c.outFile != nil {
		_ = c.outFile.Close()
	}
}

// close ends the chain and returns when no process of it is left.
func (c *chain) close() {
	c.kill()
	<-c.gone
}

// errLong is an answer that does not end.
var errLong = errors.New("the answer is too long")

// read gives the next answer, up to and without its NUL, of at most limit bytes.
func (c *chain) read(limit int) (string, error) {
	var answer []byte
	for {
		part, err := c.out.ReadSlice(0)
		if len(answer)+len(part) > limit {
			return "", errLong
		}
		answer = append(answer, part...)
		switch {
		case err == nil:
			return string(answer[:len(answer)-1]), nil
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF):
			return "", io.ErrUnexpectedEOF
		default:
			return "", err
		}
	}
}

// environment is this process's, with the locale that the programs need: in another one apertium-tagger has been seen
// to stop without a word.
func environment() []string {
	env := slices.DeleteFunc(os.Environ(), func(entry string) bool {
		name, _, _ := strings.Cut(entry, "=")
		return strings.HasPrefix(name, "LC_") || name == "LANG" || name == "LANGUAGE"
	})
	return append(env, "LC_ALL=C", "LANG=C")
}
