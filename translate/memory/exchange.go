package memory

import (
	"cmp"
	"context"
	"io"
	"iter"
	"maps"
	"slices"

	"avtalebok/agreement"
	"avtalebok/translate/memory/tmx"
)

// Report says what became of the units of a TMX file.
type Report struct {
	tmx.Report
	Added int // pairs that are new in the memory
	Known int // pairs that it had, or that stand in the file twice
}

// Import takes in the pairs of a TMX file with both written forms: all of them or, where the file is no TMX file, is
// damaged or can't be read, or the context is cancelled, none. Source is the file's name.
func (m *Memory) Import(ctx context.Context, file io.Reader, source string) (Report, error) {
	var report Report
	own := func(yield func(agreement.Translation, error) bool) {
		for t, err := range tmx.Read(file, &report.Report) {
			if err == nil && m.inTemplate[t.Pair] {
				report.Known++
				continue
			}
			if !yield(t, err) {
				return
			}
		}
	}
	added, known, err := m.store.ImportTranslations(ctx, agreement.CleanLine(source), own)
	if err != nil {
		return Report{}, err
	}
	report.Added, report.Known = added, report.Known+known
	if m.current() == nil {
		return report, nil
	}
	return report, m.Refresh(ctx)
}

// Export writes all pairs, templates' included, as a TMX file, ordered by their wordings. Version is the program's.
// It gives how many there were.
func (m *Memory) Export(ctx context.Context, file io.Writer, version string) (count int, err error) {
	counted := func(yield func(agreement.Translation, error) bool) {
		for t, err := range merged(m.store.AllTranslations(ctx), slices.SortedFunc(maps.Values(m.templates), byWording)) {
			count++
			if !yield(t, err) {
				return
			}
		}
	}
	err = tmx.Write(file, version, counted)
	return count, err
}

func byWording(a, b agreement.Translation) int {
	return cmp.Or(cmp.Compare(a.NB, b.NB), cmp.Compare(a.NN, b.NN))
}

// merged goes through two ordered lists as one. Where both have a pair, the first one's is given.
func merged(first iter.Seq2[agreement.Translation, error], second []agreement.Translation) iter.Seq2[agreement.Translation, error] {
	return func(yield func(agreement.Translation, error) bool) {
		for t, err := range first {
			for err == nil && len(second) > 0 && byWording(second[0], t) < 0 {
				if !yield(second[0], nil) {
					return
				}
				second = second[1:]
			}
			if err == nil && len(second) > 0 && second[0].Pair == t.Pair {
				second = second[1:]
			}
			if !yield(t, err) || err != nil {
				return
			}
		}
		for _, t := range second {
			if !yield(t, nil) {
				return
			}
		}
	}
}
