// The program lines translates standard input line by line with the engine alone. It needs neither C nor a window, so that it
// can be built for any system and its output compared: GOOS=windows CGO_ENABLED=0 go build ./script/engine.d/lines
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
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
	var segments []translate.Segment
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		segments = append(segments, translate.Segment{Text: lines.Text()})
	}
	translations, err := e.Translate(context.Background(), d, segments)
	if err != nil {
		return err
	}
	for _, t := range translations {
		if t.Err != nil {
			return t.Err
		}
		fmt.Println(t.Text)
	}
	return nil
}
