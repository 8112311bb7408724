package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"

	"avtalebok/translate/engine/grammar"
	"avtalebok/translate/engine/lexicon"
	"avtalebok/translate/engine/selection"
	"avtalebok/translate/engine/sequence"
	"avtalebok/translate/engine/tagger"
	"avtalebok/translate/engine/transfer"
	"avtalebok/translate/pair"
)

// original is a data file that is changed, and streams for a stage that uses it.
type original struct {
	kind    string // one of kinds
	content []byte
	partner []byte // the other file that the same stage reads
	streams []string
}

type pass = func(ctx context.Context, text string) (string, error)

// kinds says how each kind of data file is read: it gives what can be done with it.
var kinds = map[string]func(content, partner []byte) ([]pass, error){
	"analysis": func(content, _ []byte) ([]pass, error) {
		a, err := lexicon.NewAnalyser(content)
		return []pass{a.Run}, err
	},
	"dictionary": func(content, _ []byte) ([]pass, error) {
		d, err := lexicon.NewDictionary(content, 0)
		if err != nil {
			return nil, err
		}
		first, err := lexicon.NewDictionary(content, 1)
		return []pass{d.Translate, d.Generate, first.Generate}, err
	},
	"post-generation": func(content, _ []byte) ([]pass, error) {
		p, err := lexicon.NewPostGenerator(content)
		return []pass{p.Run}, err
	},
	"sequences": func(content, _ []byte) ([]pass, error) {
		r, err := sequence.NewReplacer(content)
		return []pass{r.Run}, err
	},
	"selection": func(content, _ []byte) ([]pass, error) {
		r, err := selection.Read(content)
		return []pass{r.Run}, err
	},
	"tagger": func(content, _ []byte) ([]pass, error) {
		m, err := tagger.Read(content)
		return []pass{
			func(ctx context.Context, text string) (string, error) { return m.Run(ctx, text, false) },
			func(ctx context.Context, text string) (string, error) { return m.Run(ctx, text, true) },
		}, err
	},
	"grammar": func(content, _ []byte) ([]pass, error) {
		g, err := grammar.Read(content)
		with := func(o grammar.Options) pass {
			return func(ctx context.Context, text string) (string, error) { return g.Run(ctx, o, text) }
		}
		return []pass{with(grammar.Options{Case: true}), with(grammar.Options{First: true, NoForm: true, Generate: true})}, err
	},
	"compiled rules": func(content, partner []byte) ([]pass, error) {
		s, err := transfer.Read(partner, content)
		return []pass{s.Run}, err
	},
	"written rules": func(content, partner []byte) ([]pass, error) {
		s, err := transfer.Read(content, partner)
		return []pass{s.Run}, err
	},
	"mode": func(content, _ []byte) ([]pass, error) { return nil, readMode(string(content)) },
}

// readMode reads a mode file, none of whose files may lie outside of the data's folder.
func readMode(content string) error {
	stages, err := pair.ParseMode(content)
	for _, s := range stages {
		for _, file := range s.Files() {
			if path.IsAbs(file) || path.Clean(file) != file || strings.HasPrefix(file, "..") {
				return bug{fmt.Errorf("it names the file %q", file)}
			}
		}
	}
	return err
}

// originals gives the data files of an installed stage.
func originals(d *pair.Data, s pair.Stage, streams []string) ([]original, error) {
	slices.SortFunc(streams, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	streams = streams[len(streams)/3:][:2]
	var contents [][]byte
	for _, file := range s.Files() {
		content, err := os.ReadFile(d.Path(file))
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	one := func(kind string) ([]original, error) {
		return []original{{kind: kind, content: contents[0], streams: streams}}, nil
	}
	switch s.Program {
	case "lt-proc":
		switch {
		case slices.Contains(s.Args, "-b"), slices.Contains(s.Args, "-g"):
			return one("dictionary")
		case slices.Contains(s.Args, "-p"):
			return one("post-generation")
		}
		return one("analysis")
	case "lsx-proc":
		return one("sequences")
	case "lrx-proc":
		return one("selection")
	case "apertium-tagger":
		return one("tagger")
	case "cg-proc":
		return one("grammar")
	case "apertium-pretransfer":
		return nil, nil
	case "apertium-transfer", "apertium-interchunk", "apertium-postchunk":
		return []original{
			{kind: "written rules", content: contents[0], partner: contents[1], streams: streams},
			{kind: "compiled rules", content: contents[1], partner: contents[0], streams: streams},
		}, nil
	}
	return nil, errors.New("no kind is known of the files of " + s.Program)
}

// fileTargets gives what reads each kind of file. Small files are changed more often than large ones, as they are read
// faster and a change meets more of what matters.
func fileTargets(all []original) (list []target) {
	byKind := make(map[string][]original)
	var contents [][]byte
	for _, o := range all {
		byKind[o.kind] = append(byKind[o.kind], o)
		contents = append(contents, o.content)
	}
	for kind, originals := range byKind {
		list = append(list, target{
			name: "files: " + kind,
			make: func(r *rand.Rand) input {
				i := choose(r, originals)
				change := changedFile
				switch kind {
				case "mode":
					change = changedMode
				case "written rules":
					change = changedMarkup
				}
				return input{original: i, content: change(r, originals[i].content, contents)}
			},
			feed: func(ctx context.Context, in input) error { return try(ctx, originals[in.original], in.content) },
		})
	}
	slices.SortFunc(list, func(a, b target) int { return cmp.Compare(a.name, b.name) })
	return list
}

func choose(r *rand.Rand, originals []original) int {
	weight := func(o original) float64 { return 1 / float64(len(o.content)+1000) }
	sum := 0.0
	for _, o := range originals {
		sum += weight(o)
	}
	at := r.Float64() * sum
	for i, o := range originals {
		if at -= weight(o); at < 0 {
			return i
		}
	}
	return len(originals) - 1
}

// try reads a changed file and, where it is taken, gives it the streams of the original.
func try(ctx context.Context, o original, content []byte) error {
	passes, err := kinds[o.kind](content, o.partner)
	if err != nil {
		return err
	}
	for _, run := range passes {
		for _, text := range o.streams {
			if _, err := run1(ctx, run, text); err != nil && (ctx.Err() != nil || errors.As(err, &bug{})) {
				return err
			}
		}
	}
	return nil
}
