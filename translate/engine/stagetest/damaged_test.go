package stagetest

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"avtalebok/translate/engine/grammar"
	"avtalebok/translate/engine/lexicon"
	"avtalebok/translate/engine/selection"
	"avtalebok/translate/engine/sequence"
	"avtalebok/translate/engine/tagger"
	"avtalebok/translate/engine/transfer"
)

// TestDamagedFilesOfEachKindAreMet changes bytes of the installed files. A file that is still taken has to run without
// a panic and come to an end. DAMAGED says how many of each kind; a few without it.
func TestDamagedFilesOfEachKindAreMet(t *testing.T) {
	count := 5
	if n, err := strconv.Atoi(os.Getenv("DAMAGED")); err == nil {
		count = n
	}
	in := "^i/i<pr>$ ^dag/dag<n><m><sg><ind>/dag<n>$^./.<sent>$[][\n]"
	for file, run := range map[string]func(context.Context, []byte) error{
		"nob-nno.autopgen.bin": func(ctx context.Context, data []byte) error {
			p, err := lexicon.NewPostGenerator(data)
			if err == nil {
				_, err = p.Run(ctx, "ballleik i dag")
			}
			return err
		},
		"nno.autoseq.bin": func(ctx context.Context, data []byte) error {
			r, err := sequence.NewReplacer(data)
			if err == nil {
				_, err = r.Run(ctx, in)
			}
			return err
		},
		"nob-nno.autolex.bin": func(ctx context.Context, data []byte) error {
			r, err := selection.Read(data)
			if err == nil {
				_, err = r.Run(ctx, in)
			}
			return err
		},
		"nno-nob.prob": func(ctx context.Context, data []byte) error {
			m, err := tagger.Read(data)
			if err == nil {
				_, err = m.Run(ctx, in, true)
			}
			return err
		},
		"nob-nno.seg.rlx.bin":      constraint(in),
		"capstag.rlx.bin":          constraint(in),
		"nob-nno.biprefs.rlx.bin":  constraint(in),
		"nob-nno.genprefs.rlx.bin": constraint(in),
		"nob-nno.t3x.bin": func(ctx context.Context, data []byte) error {
			rules, err := os.ReadFile(filepath.Join(folder, "apertium-nno-nob.nob-nno.t3x"))
			if err != nil {
				return err
			}
			s, err := transfer.Read(rules, data)
			if err == nil {
				_, err = s.Run(ctx, "^n<SN><m>{^dag<n><2>$}$")
			}
			return err
		},
	} {
		whole, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			t.Skip("Apertium's data for nynorsk and bokmål are not installed")
		}
		random := rand.New(rand.NewPCG(1, 2))
		for range count {
			data := append([]byte(nil), whole...)
			for range 1 + random.IntN(4) {
				data[random.IntN(len(data))] = byte(random.Uint32())
			}
			if random.IntN(5) == 0 {
				data = data[:random.IntN(len(data))]
			}
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			if _ = run(ctx, data); ctx.Err() != nil {
				t.Errorf("%s: a damaged file runs on and on", file)
			}
			cancel()
		}
	}
}

func constraint(in string) func(context.Context, []byte) error {
	return func(ctx context.Context, data []byte) error {
		g, err := grammar.Read(data)
		if err == nil {
			_, err = g.Run(ctx, grammar.Options{}, in)
		}
		return err
	}
}
