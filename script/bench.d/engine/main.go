// The program engine measures the engine within Avtalebok beside Apertium's own programs, kept alive as one chain, in one
// run: both have the same machine at the same time, so that the ratios hold on a busy one, too. It runs on Linux.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	"avtalebok/translate/engine"
)

func main() {
	work := run
	if len(os.Args) == 3 { // a process of its own, whose memory holds nothing else
		work = func() error { return weigh(os.Args[1], os.Args[2]) }
	}
	if err := work(); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

// way is one of the two engines.
type way struct {
	name string
	open func() translate.Engine
}

// cost is what something took.
type cost struct {
	wall, processor time.Duration
}

func waysOf() ([]way, error) {
	data, err := engine.Find("")
	if err != nil {
		return nil, err
	}
	programs, err := apertium.Find("")
	if err != nil {
		return nil, err
	}
	return []way{
		{"engine", func() translate.Engine {
			return engine.New(data, translate.Style{}, engine.Limits{}, slog.New(slog.DiscardHandler))
		}},
		{"chain", func() translate.Engine { return apertium.New(programs, translate.Style{}, apertium.Limits{}) }},
	}, nil
}

func run() error {
	ways, err := waysOf()
	if err != nil {
		return err
	}
	fmt.Printf("%d processors; medians; wall / processor time in ms; %d sentences of the templates\n\n", runtime.NumCPU(),
		len(templateSentences(agreement.Bokmal)))
	for _, d := range []translate.Direction{translate.ToNynorsk, translate.ToBokmal} {
		if err := measure(d, ways); err != nil {
			return err
		}
	}
	return steady(ways[0])
}

// measure prints the figures of a direction.
func measure(d translate.Direction, ways []way) error {
	const starts, rounds, batches = 3, 8, 4
	start := make([][]cost, len(ways))
	engines := make([]translate.Engine, len(ways))
	memory := make([]float64, len(ways))
	var err error
	for w, way := range ways {
		if memory[w], err = weighed(way.name, d); err != nil {
			return err
		}
		for i := range starts {
			engines[w] = way.open()
			took, err := ask(engines[w], d, sentencesOf(d, 1, i))
			if err != nil {
				return err
			}
			start[w] = append(start[w], took)
			if i < starts-1 {
				_ = engines[w].Close()
			}
		}
		defer engines[w].Close()
	}
	one, many := make([][]cost, len(ways)), make([][]cost, len(ways))
	for i := range rounds {
		for w := range ways {
			took, err := oneByOne(engines[w], d, sentencesOf(d, 10, 3+10*i))
			if err != nil {
				return err
			}
			one[w] = append(one[w], took)
		}
	}
	for i := range batches {
		for w := range ways {
			took, err := ask(engines[w], d, sentencesOf(d, 60, 100+60*i))
			if err != nil {
				return err
			}
			many[w] = append(many[w], took)
		}
	}
	fmt.Printf("%s→%s                %18s %18s   ratio of wall, of processor\n", d.From, d.To, ways[0].name, ways[1].name)
	row("start to first answer", start)
	row("one sentence", one)
	row("60 sentences at once", many)
	fmt.Printf("%-22s %15.0f MB %15.0f MB   %.1f\n\n", "memory", memory[0], memory[1], memory[1]/memory[0])
	return nil
}

func row(what string, costs [][]cost) {
	own, chain := median(costs[0]), median(costs[1])
	ms := func(d time.Duration) float64 { return d.Seconds() * 1000 }
	fmt.Printf("%-22s %8.1f /%8.1f %8.1f /%8.1f   %.1f, %.1f\n", what, ms(own.wall), ms(own.processor), ms(chain.wall), ms(chain.processor),
		chain.wall.Seconds()/own.wall.Seconds(), chain.processor.Seconds()/own.processor.Seconds())
}

// median gives the medians of wall and processor time.
func median(costs []cost) cost {
	var wall, processor []time.Duration
	for _, c := range costs {
		wall, processor = append(wall, c.wall), append(processor, c.processor)
	}
	slices.Sort(wall)
	slices.Sort(processor)
	return cost{wall[len(wall)/2], processor[len(processor)/2]}
}

// ask translates texts and gives what that took.
func ask(e translate.Engine, d translate.Direction, texts []string) (cost, error) {
	segments := make([]translate.Segment, len(texts))
	for i, text := range texts {
		segments[i].Text = text
	}
	begun, used := time.Now(), processor()
	_, err := e.Translate(context.Background(), d, segments)
	return cost{time.Since(begun), processor() - used}, err
}

// oneByOne translates texts one after the other and gives what one of them took.
func oneByOne(e translate.Engine, d translate.Direction, texts []string) (cost, error) {
	begun, used := time.Now(), processor()
	for _, text := range texts {
		if _, err := e.Translate(context.Background(), d, []translate.Segment{{Text: text}}); err != nil {
			return cost{}, err
		}
	}
	n := time.Duration(len(texts))
	return cost{time.Since(begun) / n, (processor() - used) / n}, nil
}

// sentencesOf gives sentences of the templates in the form that a direction begins with. Each comes once until all have
// come, so that what an engine remembers of words is worth what it is worth in work.
func sentencesOf(d translate.Direction, n, from int) []string {
	all := templateSentences(d.From)
	out := make([]string, n)
	for i := range out {
		out[i] = all[(from+i)%len(all)]
	}
	return out
}

// templateSentences gives every sentence of some length in the templates that ship, once.
var templateSentences = func() func(agreement.Form) []string {
	found := make(map[agreement.Form][]string)
	for _, form := range agreement.Forms {
		known := make(map[string]bool)
		for _, t := range templates.All() {
			for _, passage := range t.Working().Passages() {
				for sentence := range strings.SplitSeq(passage.In(form), ". ") {
					sentence = strings.TrimSuffix(sentence, ".") + "."
					if n := len(sentence); n >= 60 && n <= 250 && !known[sentence] {
						known[sentence] = true
						found[form] = append(found[form], sentence)
					}
				}
			}
		}
	}
	return func(form agreement.Form) []string { return found[form] }
}()

// weighed gives the memory of an engine that a process of its own has measured, in MB.
func weighed(name string, d translate.Direction) (float64, error) {
	program, err := os.Executable()
	if err != nil {
		return 0, err
	}
	out, err := exec.Command(program, name, string(d.To)).Output()
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
}

// weigh prints by how much the memory grows when an engine is opened and translates.
func weigh(name, to string) error {
	ways, err := waysOf()
	if err != nil {
		return err
	}
	d := translate.To(agreement.Form(to))
	for _, w := range ways {
		if w.name != name {
			continue
		}
		before := resident()
		e := w.open()
		for i := range 20 {
			if _, err := ask(e, d, sentencesOf(d, 5, 10*i)); err != nil {
				return err
			}
		}
		fmt.Println(resident() - before)
		return e.Close()
	}
	return fmt.Errorf("there is no engine %q", name)
}

// steady prints how the memory of an engine does over many requests.
func steady(w way) error {
	e := w.open()
	defer e.Close()
	var figures []string
	for i := range 10_000 {
		d := translate.ToNynorsk
		if i%2 == 1 {
			d = translate.ToBokmal
		}
		segments := []translate.Segment{{Text: fmt.Sprintf("Punkt %d: nyttord%d i avtalen.", i, i)}}
		if _, err := e.Translate(context.Background(), d, segments); err != nil {
			return err
		}
		if (i+1)%2000 == 0 {
			figures = append(figures, fmt.Sprintf("%d", resident()))
		}
	}
	fmt.Printf("memory in MB after each 2,000 of 10,000 requests with new words, both directions: %s\n", strings.Join(figures, ", "))
	return nil
}
