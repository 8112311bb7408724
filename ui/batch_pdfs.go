package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/batch"
	"avtalebok/export"
)

// makePDFs asks where the PDFs go, and makes them.
func (r *batchReady) makePDFs() {
	if r.next.Disabled() {
		return
	}
	if r.folder != "" {
		r.askFolder()
		return
	}
	var folder string
	r.do(func() (err error) {
		folder, err = r.exportFolder()
		return err
	}, func() {
		r.folder = filepath.Join(folder, r.folderName())
		r.askFolder()
	})
}

// folderName proposes a folder of their own for so many files: the batch's name, or that of what it is made from.
func (r *batchReady) folderName() string {
	name := []rune(tidy(in(r.source.Name, r.form())))
	if r.plan.Name != "" {
		name = []rune(r.plan.Name)
	}
	const longest = 80
	return strings.Trim(strings.Map(func(c rune) rune {
		if c < ' ' || strings.ContainsRune(`/\:*?"<>|`, c) {
			return '-'
		}
		return c
	}, string(name[:min(len(name), longest)])), " .-")
}

func (r *batchReady) askFolder() {
	folder := r.folderLine(r.folder, func(folder string) {
		r.folder = folder
		r.remember(folderSetting, folder)
	})
	box := container.NewVBox(prose(r.T("batch.folder_about")),
		folder,
		newCheck(r.T("batch.list_csv"), r.listCSV, func(on bool) { r.listCSV = on }),
		newCheck(r.T("batch.list_pdf"), r.listPDF, func(on bool) { r.listPDF = on }))
	if n := r.notReady(); n > 0 {
		box.Add(widget.NewSeparator())
		box.Add(newCheck(r.words.N("batch.also_drafts", n), r.draft, func(on bool) { r.draft = on }))
	}
	var s *sheet
	on := newMainButton(r.T("batch.start"), func() {
		s.Hide()
		r.draw()
	})
	s = r.newSheet(r.T("export.title"), box, newButton(r.T("dialog.cancel"), func() { s.Hide() }), on)
	s.present(on, fyne.NewSize(640, 0))
}

func (r *batchReady) notReady() int {
	n := 0
	for _, row := range r.rows {
		if row.Draft.ID != "" && r.missing(row) != "" {
			n++
		}
	}
	return n
}

// draw makes the PDFs away from the UI thread, with how far it has come and a way to stop it.
func (r *batchReady) draw() {
	total := 0
	for _, row := range r.rows {
		total += len(row.Files)
	}
	rows := make([]batch.Row, len(r.rows))
	for i, row := range r.rows {
		rows[i] = row
		rows[i].Files = append([]batch.File(nil), row.Files...)
	}
	ctx, cancel := context.WithCancel(context.Background())
	progress := widget.NewProgressBar()
	progress.Max = float64(total)
	progress.TextFormatter = func() string {
		return r.T("batch.progress", "Done", int(progress.Value), "Total", total)
	}
	var s *sheet
	stop := newButton(r.T("batch.stop"), cancel)
	s = r.newSheet(r.T("batch.drawing"), container.NewVBox(progress), stop)
	s.SetOnClosed(func() {
		r.forget(s)
		cancel()
	})
	s.present(stop, fyne.NewSize(460, 0))
	folder, draft := r.folder, r.draft
	contents := batch.Contents{Title: r.source.Name, Form: r.form(), Missing: r.fileMissing}
	r.run(func() func() {
		lists, err := r.drawAll(ctx, rows, folder, draft, contents, progress)
		return func() {
			s.Hide()
			if err != nil && !errors.Is(err, context.Canceled) {
				r.fail(err)
				return
			}
			r.showDone(rows, folder, lists, err != nil)
		}
	})
}

// drawAll makes the files and their lists, also of what was made before it was stopped. The error is context.Canceled
// where it was.
func (r *batchReady) drawAll(
	ctx context.Context, rows []batch.Row, folder string, draft bool, contents batch.Contents, progress *widget.ProgressBar,
) (lists []string, err error) {
	always := context.Background()
	looks, err := export.LoadLooks(always, r.tools.store)
	if err != nil {
		return nil, err
	}
	err = batch.PDFs(ctx, rows, folder, batch.PDFOptions{Draft: draft, Looks: looks, Done: func(n int) {
		fyne.Do(func() { progress.SetValue(float64(n)) })
	}})
	if err != nil && !errors.Is(err, context.Canceled) {
		return nil, err
	}
	for _, list := range []struct {
		wanted bool
		write  func([]batch.Row, string) (string, error)
	}{{r.listCSV, contents.WriteCSV}, {r.listPDF, contents.WritePDF}} {
		if !list.wanted {
			continue
		}
		path, failed := list.write(rows, folder)
		if failed != nil {
			return lists, failed
		}
		lists = append(lists, path)
	}
	return lists, err
}

// showDone sums up what was made, and offers to open it.
func (r *batchReady) showDone(rows []batch.Row, folder string, lists []string, stopped bool) {
	written, total, at := 0, 0, ""
	for _, row := range rows {
		for _, f := range row.Files {
			total++
			if f.Path != "" {
				written, at = written+1, f.Path
			}
		}
	}
	text := r.words.N("batch.made", written, "Total", total, "Folder", folder)
	if stopped {
		text = r.T("batch.stopped") + " " + text
	}
	box := container.NewVBox(prose(text))
	for _, path := range lists {
		name := widget.NewLabelWithStyle(filepath.Base(path), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		open := newButton(r.T("export.open"), func() {
			r.do(func() error { return r.options.Open(path) }, nil)
		})
		box.Add(container.NewBorder(nil, nil, nil, open, name))
		at = path
	}
	var s *sheet
	show := newButton(r.T("batch.open_folder"), func() {
		r.do(func() error { return r.options.Reveal(at) }, nil)
	})
	if at == "" {
		show.Disable()
	}
	closing := newMainButton(r.T("export.close"), func() { s.Hide() })
	s = r.newSheet(r.T("export.doneTitle"), box, show, closing)
	s.present(closing, fyne.NewSize(560, 0))
}
