// The program lines translates standard input line by line with the engine alone. It needs neither C nor a window, so that it
// can be built for any system and its output compared: GOOS=windows CGO_ENABLED=0 go build ./script/engine.d/lines
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/engine"
)

func main() {
	to := flag.String("to", "nn", "written form to translate to: nb or nn")
	folder := flag.String("data", "", "folder that holds share/apertium, or apertium; default: beside the program, or the system's")
	flag.Parse()
	if err := run(translate.To(agreement.Form(*to)), *folder); err != nil {
		fmt.Fprintln(os.Stderr, "lines:", err)
		if engine.IsDataError(err) { // damaged, or of a later version
			os.Exit(3)
		}
		os.Exit(1)
	}
}

func run(d translate.Direction, folder string) error {
	in, err := engine.Find(folder)
	if err != nil {
		return err
	}
	e := engine.New(in, translate.Style{}, engine.Limits{}, slog.Default())
	defer e.Close()
	segments, err := read(os.Stdin)
	if err != nil {
		return err
	}
	translations, err := e.Translate(context.Background(), d, segments)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	for i, t := range translations {
		if t.Err != nil { // the text is as it was
			fmt.Fprintf(os.Stderr, "lines: line %d: %v\n", i+1, t.Err)
		}
		out.WriteString(t.Text + "\n")
	}
	return out.Flush()
}

// read gives the lines, whichever system has ended them.
func read(r io.Reader) ([]translate.Segment, error) {
	const longest = 1 << 20
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longest)
	var segments []translate.Segment
	for lines.Scan() {
		segments = append(segments, translate.Segment{Text: lines.Text()})
	}
	return segments, lines.Err()
}
