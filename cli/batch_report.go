package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"avtalebok/agreement"
	"avtalebok/batch"
)

// batchMade is what a batch came to.
type batchMade struct {
	rows      []batch.Row
	lists     []string // the paths of the lists
	cancelled bool
	took      time.Duration
}

func (p *program) complain(format string, args ...any) { fmt.Fprintf(p.streams.Err, format, args...) }

// batchContents writes the lists that are asked for and gives their paths.
func (p *program) batchContents(rows []batch.Row, source batch.Source, f *batchFlags) ([]string, error) {
	c := batch.Contents{Title: source.Name, Form: p.form(), Missing: p.missing}
	var out []string
	for _, list := range []struct {
		name  string
		write func([]batch.Row, string) (string, error)
	}{{"csv", c.WriteCSV}, {"pdf", c.WritePDF}} {
		if !slices.Contains(f.contents, list.name) {
			continue
		}
		path, err := list.write(rows, f.out)
		if err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}

// missing says in a line why a file is not ready; "" where it is.
func (p *program) missing(r batch.Row, f batch.File) string {
	return r.WhyNot(p.words, p.form(), f)
}

// printBatch prints the files' paths, what was left alone or is not ready, and the summary. The error says that
// something is missing.
func (p *program) printBatch(made batchMade, f *batchFlags) error {
	if f.asJSON {
		if err := p.printJSON(p.batchJSON(made)); err != nil {
			return err
		}
	}
	written, wanted := 0, 0
	for _, r := range made.rows {
		switch r.Outcome {
		case batch.ByHand, batch.Sent, batch.Deleted:
			p.complain("%s: %s\n", r.Counterpart.Party.Name, p.words.T("batch.left."+string(r.Outcome)))
		}
		for _, file := range r.Files {
			wanted++
			if file.Path != "" {
				written++
				if !f.asJSON {
					p.printf("%s\n", file.Path)
				}
			}
			if missing := p.missing(r, file); missing != "" && r.Outcome != batch.Deleted && !made.cancelled {
				p.complain("%s, %s: %s\n", r.Counterpart.Party.Name, file.Form, missing)
			}
		}
	}
	if !f.asJSON {
		p.printf("%s\n", p.batchSummary(made, written, f))
	}
	switch {
	case made.cancelled:
		return agreement.NewError(agreement.Refused, "error.batch.cancelled", nil, "Written", written, "Wanted", wanted)
	case written < wanted || !allReady(made.rows):
		return errFindings
	}
	return nil
}

func allReady(rows []batch.Row) bool {
	return !slices.ContainsFunc(rows, func(r batch.Row) bool {
		return slices.ContainsFunc(r.Files, func(f batch.File) bool { return !f.Ready() })
	})
}

// batchSummary says in a line what was made.
func (p *program) batchSummary(made batchMade, written int, f *batchFlags) string {
	counts := batch.Count(made.rows)
	var parts []string
	for _, o := range batch.Outcomes {
		if n := counts[o]; n > 0 {
			parts = append(parts, p.words.N("batch.count."+string(o), n))
		}
	}
	line := p.words.N("batch.done", len(made.rows), "Parts", strings.Join(parts, ", "), "Files", p.words.N("batch.files", written),
		"Folder", filepath.Clean(f.out), "Milliseconds", made.took.Milliseconds())
	for _, path := range made.lists {
		line += " " + p.words.T("batch.list", "Path", path)
	}
	return line
}

// batchJSONRow is a draft as --json prints it.
type batchJSONRow struct {
	Party   string          `json:"party"`
	Number  string          `json:"number,omitempty"`
	Org     string          `json:"orgNumber,omitempty"`
	Draft   string          `json:"draft,omitempty"`
	Outcome batch.Outcome   `json:"outcome"`
	Files   []batchJSONFile `json:"files"`
}

type batchJSONFile struct {
	Form    agreement.Form `json:"form"`
	Path    string         `json:"path,omitempty"`
	Pages   int            `json:"pages,omitempty"`
	Ready   bool           `json:"ready"`
	Missing string         `json:"missing,omitempty"`
}

func (p *program) batchJSON(made batchMade) any {
	rows := make([]batchJSONRow, 0, len(made.rows))
	for _, r := range made.rows {
		party := r.Counterpart.Party
		row := batchJSONRow{Party: party.Name, Number: party.Number, Org: party.OrgNumber, Draft: r.Draft.ID, Outcome: r.Outcome}
		for _, f := range r.Files {
			missing := p.missing(r, f)
			row.Files = append(row.Files, batchJSONFile{Form: f.Form, Path: f.Path, Pages: f.Pages, Ready: missing == "", Missing: missing})
		}
		rows = append(rows, row)
	}
	return struct {
		Drafts       []batchJSONRow `json:"drafts"`
		Lists        []string       `json:"lists,omitempty"`
		Cancelled    bool           `json:"cancelled,omitempty"`
		Milliseconds int64          `json:"milliseconds"`
	}{rows, made.lists, made.cancelled, made.took.Milliseconds()}
}
