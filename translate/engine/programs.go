package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"avtalebok/translate/engine/grammar"
	"avtalebok/translate/engine/lexicon"
	"avtalebok/translate/engine/selection"
	"avtalebok/translate/engine/sequence"
	"avtalebok/translate/engine/tagger"
	"avtalebok/translate/engine/transfer"
	"avtalebok/translate/pair"
)

// pass takes a stream through a stage.
type pass func(ctx context.Context, text string) (string, error)

// opening reads the data of a stage and gives the stage.
type opening func(*library) (pass, error)

// openings says for each program of a mode what its call asks for. They are what the manuals of Apertium and CG-3
// document, as far as the pair's modes use it; a switch that is not taken is refused.
var openings = map[string]func(*call) (opening, error){
	"lt-proc":              lexiconCall,
	"cg-proc":              grammarCall,
	"apertium-tagger":      taggerCall,
	"apertium-pretransfer": splitCall,
	"lsx-proc":             sequenceCall,
	"lrx-proc":             selectionCall,
	"apertium-transfer":    transferCall,
	"apertium-interchunk":  chunkCall,
	"apertium-postchunk":   chunkCall,
}

// call is a program's call, of which the switches and files are taken one by one.
type call struct {
	switches []string
	files    []string
}

// open gives what a stage of a mode asks for. The error says what in the call is not known.
func open(s pair.Stage) (opening, error) {
	understand := openings[s.Program]
	if understand == nil {
		return nil, fmt.Errorf("%s is a program that this version does not know", s.Program)
	}
	c := &call{files: s.Files()}
	for _, arg := range s.Args {
		if !slices.Contains(c.files, arg) {
			c.switches = append(c.switches, arg)
		}
	}
	o, err := understand(c)
	if err == nil && len(c.switches) > 0 {
		err = fmt.Errorf("%s is a switch that this version does not know", strings.Join(c.switches, " "))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s, err)
	}
	return o, nil
}

// take reports whether the call has a switch, and takes it.
func (c *call) take(name string) bool {
	i := slices.Index(c.switches, name)
	if i >= 0 {
		c.switches = slices.Delete(c.switches, i, i+1)
	}
	return i >= 0
}

var errSwitches = errors.New("a switch without which this version does not know the program is missing")

// want wants as many files as the program takes, and switches without which it would do something else.
func (c *call) want(files int, switches ...string) error {
	for _, s := range switches {
		if !c.take(s) {
			return fmt.Errorf("%w: %s", errSwitches, s)
		}
	}
	if len(c.files) != files {
		return fmt.Errorf("it names %d files, not %d", len(c.files), files)
	}
	return nil
}

// lexiconCall is lt-proc: -b looks up the other language, -g makes forms (-N: at most so many), -p joins, and without
// these it analyses, with the dictionary's case (-w) and compounds (-e). With both -b and -g, -b holds.
func lexiconCall(c *call) (opening, error) {
	bilingual, generate := c.take("-b"), c.take("-g")
	limit := 0
	for _, s := range slices.Clone(c.switches) {
		if n, err := strconv.Atoi(strings.TrimPrefix(s, "-N")); err == nil && n > 0 && strings.HasPrefix(s, "-N") {
			limit = n
			c.take(s)
		}
	}
	switch {
	case bilingual, generate:
		return func(l *library) (pass, error) {
			d, err := get(l, "dictionary"+strconv.Itoa(limit), func(contents [][]byte) (*lexicon.Dictionary, error) {
				return lexicon.NewDictionary(contents[0], limit)
			}, c.files...)
			if err != nil {
				return nil, err
			}
			if bilingual {
				return d.Translate, nil
			}
			return d.Generate, nil
		}, c.want(1)
	case c.take("-p"):
		return opened("post-generation", func(contents [][]byte) (*lexicon.PostGenerator, error) {
			return lexicon.NewPostGenerator(contents[0])
		}, c.files), c.want(1)
	}
	return opened("analysis", func(contents [][]byte) (*lexicon.Analyser, error) {
		return lexicon.NewAnalyser(contents[0])
	}, c.files), c.want(1, "-w", "-e")
}

// stage is what most rooms make of their data.
type stage interface {
	Run(ctx context.Context, text string) (string, error)
}

func opened[T stage](kind string, parse func(contents [][]byte) (T, error), files []string) opening {
	return func(l *library) (pass, error) {
		s, err := get(l, kind, parse, files...)
		if err != nil {
			return nil, err
		}
		return s.Run, nil
	}
}

// grammarCall is cg-proc: -1 leaves one reading, -n leaves the word itself out, -g gives plain text, -w gives readings the
// case of the word.
func grammarCall(c *call) (opening, error) {
	o := grammar.Options{First: c.take("-1"), NoForm: c.take("-n"), Generate: c.take("-g"), Case: c.take("-w")}
	return func(l *library) (pass, error) {
		g, err := get(l, "grammar", func(contents [][]byte) (*grammar.Grammar, error) { return grammar.Read(contents[0]) }, c.files...)
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context, text string) (string, error) { return g.Run(ctx, o, text) }, nil
	}, c.want(1)
}

// taggerCall is apertium-tagger -g: -p leaves the word in front of its reading.
func taggerCall(c *call) (opening, error) {
	surface := c.take("-p")
	return func(l *library) (pass, error) {
		m, err := get(l, "tagger", func(contents [][]byte) (*tagger.Model, error) { return tagger.Read(contents[0]) }, c.files...)
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context, text string) (string, error) { return m.Run(ctx, text, surface) }, nil
	}, c.want(1, "-g")
}

// splitCall is apertium-pretransfer.
func splitCall(c *call) (opening, error) {
	return func(*library) (pass, error) {
		return func(_ context.Context, text string) (string, error) { return sequence.Split(text) }, nil
	}, c.want(0)
}

// sequenceCall is lsx-proc -w.
func sequenceCall(c *call) (opening, error) {
	return opened("sequence", func(contents [][]byte) (*sequence.Replacer, error) {
		return sequence.NewReplacer(contents[0])
	}, c.files), c.want(1, "-w")
}

// selectionCall is lrx-proc; -m is the way it always works.
func selectionCall(c *call) (opening, error) {
	c.take("-m")
	return opened("selection", func(contents [][]byte) (*selection.Rules, error) {
		return selection.Read(contents[0])
	}, c.files), c.want(1)
}

// transferCall is apertium-transfer -b: the words come with their translations.
func transferCall(c *call) (opening, error) {
	if err := c.want(2, "-b"); err != nil {
		return nil, err
	}
	return chunkCall(c)
}

// chunkCall is a stage of transfer, with its rules as they are written and as they are compiled.
func chunkCall(c *call) (opening, error) {
	return opened("transfer", func(contents [][]byte) (*transfer.Stage, error) {
		return transfer.Read(contents[0], contents[1])
	}, c.files), c.want(2)
}
