package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/export"
	"avtalebok/translate/memory"
)

// importFile asks for a TMX file and takes its pairs in.
func (p *memoryPart) importFile() {
	p.askFile(p.T("lang.memory.importTitle"), []string{".tmx"}, p.takeIn)
}

// takeIn takes in the pairs of a file, with progress and a way to stop. Stopping it leaves the memory as it was.
func (p *memoryPart) takeIn(path string) {
	ctx, cancel := context.WithCancel(context.Background())
	work := p.showWork(p.T("lang.memory.importing", "File", filepath.Base(path)), cancel)
	var report memory.Report
	p.run(func() func() {
		var err error
		report, err = importPairs(ctx, p.options.Language.memory, path, work.advance)
		return func() {
			work.close()
			cancel()
			switch {
			case errors.Is(err, context.Canceled):
				p.tell(p.T("lang.memory.importStopped"), nil)
			case err != nil:
				p.fail(err)
			default:
				p.languageScreen.tell(p.T("lang.memory.importedTitle"), p.reportWords(report))
				p.reload()
			}
		}
	})
}

// importPairs reads a file into the memory; advance is told how much of it has been read, from 0 to 1.
func importPairs(ctx context.Context, m *memory.Memory, path string, advance func(float64)) (memory.Report, error) {
	file, err := os.Open(path)
	if err != nil {
		return memory.Report{}, agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
	}
	defer file.Close()
	size := int64(0)
	if info, err := file.Stat(); err == nil {
		size = info.Size()
	}
	report, err := m.Import(ctx, &meter{ctx: ctx, from: file, size: size, advance: advance}, filepath.Base(path))
	if ctx.Err() != nil {
		return report, ctx.Err()
	}
	return report, err
}

// meter is a reader that tells how far it has come, a hundred times at most, and that ends with its context.
type meter struct {
	ctx     context.Context
	from    io.Reader
	size    int64
	read    int64
	told    int64 // in hundredths
	advance func(float64)
}

func (m *meter) Read(b []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.from.Read(b)
	m.read += int64(n)
	if m.size > 0 {
		if now := 100 * m.read / m.size; now > m.told {
			m.told = now
			m.advance(float64(now) / 100)
		}
	}
	return n, err
}

func (p *memoryPart) reportWords(r memory.Report) string {
	said := []string{p.T("tm.imported", "Added", r.Added, "Known", r.Known)}
	if skipped := r.OtherLanguage + r.Empty + r.TooLong; skipped > 0 {
		said = append(said, p.T("tm.skipped", "Skipped", skipped,
			"OtherLanguage", r.OtherLanguage, "Empty", r.Empty, "TooLong", r.TooLong))
	}
	return strings.Join(said, "\n\n")
}

// exportFile asks where, and writes the whole memory as a TMX file.
func (p *memoryPart) exportFile() {
	f := &fileForm{
		Window: p.Window, ending: ".tmx", title: p.T("lang.memory.exportTitle"), about: p.T("lang.memory.exportAbout"), done: p.export,
	}
	f.ask("omsetjingsminne")
}

// export writes the whole memory, with a way to stop.
func (p *memoryPart) export(path string) {
	ctx, cancel := context.WithCancel(context.Background())
	work := p.showWork(p.T("lang.memory.exporting"), cancel)
	count := 0
	p.run(func() func() {
		err := export.WriteStream(path, func(w io.Writer) (err error) {
			count, err = p.options.Language.memory.Export(ctx, w, p.options.Version)
			return err
		})
		stopped := ctx.Err() != nil
		return func() {
			work.close()
			cancel()
			switch {
			case stopped:
				p.tell(p.T("lang.stopped"), nil)
			case err != nil:
				p.fail(err)
			default:
				p.languageScreen.tell(p.T("exchange.exported"), p.T("tm.exported", "Pairs", count, "Path", path))
			}
		}
	})
}

// work is a dialog that says what is going on, how far it has come where that is known, and offers to stop it.
type work struct {
	sheet *sheet
	bar   *widget.ProgressBar
	ended bool
}

func (t *tools) showWork(words string, cancel func()) *work {
	w := &work{bar: widget.NewProgressBar()}
	stop := newButton(t.T("export.cancel"), cancel)
	w.sheet = t.newSheet(words, container.NewVBox(w.bar), stop)
	w.sheet.SetOnClosed(func() {
		t.forget(w.sheet)
		if !w.ended {
			cancel()
		}
	})
	w.sheet.present(stop, fyne.NewSize(480, 0))
	return w
}

// advance says how far it has come, from any goroutine.
func (w *work) advance(part float64) {
	fyne.Do(func() {
		if !w.ended {
			w.bar.SetValue(part)
		}
	})
}

func (w *work) close() {
	w.ended = true
	w.sheet.Hide()
}
