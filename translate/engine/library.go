package engine

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"avtalebok/agreement"
	"avtalebok/translate/engine/transducer"
	"avtalebok/translate/pair"
)

// library holds what was read of the data. Each file is read once, whoever asks, and never changes then.
type library struct {
	data *pair.Data

	mu   sync.Mutex
	read map[string]*volume // by what is made of which file
}

// volume is one file's content, ready for use.
type volume struct {
	once  sync.Once
	value any
	err   error
}

func newLibrary(data *pair.Data) *library {
	return &library{data: data, read: make(map[string]*volume)}
}

// get gives what parse makes of some files, which are parsed once for each kind. An error names the file.
func get[T any](l *library, kind string, parse func(contents [][]byte) (T, error), files ...string) (T, error) {
	key := fmt.Sprint(kind, files)
	l.mu.Lock()
	v := l.read[key]
	if v == nil {
		v = &volume{}
		l.read[key] = v
	}
	l.mu.Unlock()
	v.once.Do(func() {
		v.value, v.err = l.parse(files, func(contents [][]byte) (any, error) { return parse(contents) })
	})
	value, _ := v.value.(T)
	return value, v.err
}

// parse reads files and parses them. A mistake of ours in reading damaged data must not end the program.
func (l *library) parse(files []string, parse func([][]byte) (any, error)) (value any, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			value, err = nil, l.damaged(files[len(files)-1:], fmt.Errorf("reading it failed: %v", reason))
		}
	}()
	var contents [][]byte
	for _, file := range files {
		content, err := readFile(l.data.Path(file))
		if err != nil {
			return nil, agreement.NewError(agreement.Refused, "error.engine.read", err, "File", l.data.Path(file))
		}
		contents = append(contents, content)
	}
	if value, err = parse(contents); err != nil {
		return nil, l.damaged(files, err)
	}
	return value, nil
}

// damaged says which file can't be used. Of rules that are written and compiled the compiled ones are the last, and the
// only ones in which a place is a byte.
func (l *library) damaged(files []string, err error) error {
	file := files[0]
	if place := (*transducer.FileError)(nil); errors.As(err, &place) {
		file = files[len(files)-1]
	}
	return agreement.NewError(agreement.Refused, "error.engine.data", err, "File", l.data.Path(file))
}

// maxFile bounds a data file, in bytes; the largest of Norwegian has 2,700,000.
const maxFile = 64 << 20

var errLargeFile = errors.New("the file is too large")

func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFile {
		return nil, errLargeFile
	}
	content := make([]byte, info.Size())
	if _, err := io.ReadFull(f, content); err != nil {
		return nil, err
	}
	return content, nil
}
