package batch

import (
	"context"
	"path/filepath"
	"runtime"
	"sync"

	"avtalebok/agreement"
	"avtalebok/export"
)

// File is a row's PDF in one written form.
type File struct {
	Form     agreement.Form
	Findings []agreement.Finding // what is missing before it can be signed
	Path     string              // where it was written; "" while it was not
	Pages    int
	Err      error // why it was not written, though nothing is missing
}

// Ready reports whether nothing is missing.
func (f File) Ready() bool { return len(f.Findings) == 0 }

func files(forms []agreement.Form) []File {
	out := make([]File, len(forms))
	for i, f := range forms {
		out[i].Form = f
	}
	return out
}

// job is a file to be made.
type job struct {
	row, file int
	doc       agreement.Document
	path      string
}

// jobs lists the files of all rows that have a draft.
func jobs(rows []Row) []job {
	var out []job
	for i, r := range rows {
		if r.Draft.ID == "" {
			continue
		}
		for j := range r.Files {
			out = append(out, job{row: i, file: j})
		}
	}
	return out
}

// Check finds out what is missing in every row, in the written forms of its files. An error is one of a draft that is
// broken, or the context's.
func Check(ctx context.Context, rows []Row) error {
	all := jobs(rows)
	return parallel(ctx, len(all), func(i int) error {
		row, file := &rows[all[i].row], &rows[all[i].row].Files[all[i].file]
		var err error
		file.Findings, err = export.Findings(row.Draft, file.Form)
		return err
	}, nil)
}

// PDFOptions say how a batch's PDFs are made.
type PDFOptions struct {
	Draft bool // those that are not ready, too, marked as drafts
	Looks export.Looks
	Done  func(n int) // hears how many files have been seen to
}

// PDFs makes the PDFs of all rows that are ready and writes them into a folder, which is made where it is missing, on all
// cores. What stands in the way of a file is said at the file. What is written stays when ctx is cancelled, and the error
// is the context's then; other errors are those of the disk. The same rows give the same bytes in files with the same
// names.
func PDFs(ctx context.Context, rows []Row, dir string, o PDFOptions) error {
	all := jobs(rows)
	file := func(j job) *File { return &rows[j.row].Files[j.file] }
	for _, j := range all {
		f := file(j)
		*f = File{Form: f.Form}
	}
	err := parallel(ctx, len(all), func(i int) (err error) {
		j := &all[i]
		j.doc, err = rows[j.row].Draft.Resolve(file(*j).Form)
		if err == nil && j.doc.Draft {
			file(*j).Findings, err = export.Findings(rows[j.row].Draft, j.doc.Form)
		}
		return err
	}, nil)
	if err != nil {
		return err
	}
	names, err := export.NewNames(dir)
	if err != nil {
		return err
	}
	for i := range all {
		j := &all[i]
		if file(*j).Ready() || o.Draft {
			j.path, file(*j).Err = names.Give(j.doc)
		}
	}
	return parallel(ctx, len(all), func(i int) error {
		j := all[i]
		if j.path == "" {
			return nil
		}
		return write(j, rows[j.row].Draft, file(j), o.Looks)
	}, o.Done)
}

// write makes one file. Only an error of the disk ends the batch.
func write(j job, draft agreement.Agreement, f *File, looks export.Looks) error {
	content, pages, err := export.Draw(j.doc, looks)
	if export.Unprintable(err) {
		f.Findings, err = export.Findings(draft, f.Form)
		return err
	}
	if err == nil {
		err = export.WriteFile(j.path, content)
	}
	if err != nil {
		f.Err = err
		if agreement.CodeOf(err) != agreement.Storage {
			return nil
		}
		return err
	}
	f.Path, f.Pages = filepath.Clean(j.path), pages
	return nil
}

// parallel does n jobs on all cores, until one fails or ctx is cancelled, and gives that error. done hears how many are
// done, from one goroutine at a time.
func parallel(ctx context.Context, n int, do func(i int) error, done func(n int)) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var wait sync.WaitGroup
	var lock sync.Mutex
	count := 0
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				if err := do(i); err != nil {
					stop(err)
					return
				}
				lock.Lock()
				count++
				if done != nil {
					done(count)
				}
				lock.Unlock()
			}
		})
	}
feed:
	for i := range n {
		select {
		case next <- i:
		case <-ctx.Done():
			break feed
		}
	}
	close(next)
	wait.Wait()
	if count < n {
		return context.Cause(ctx)
	}
	return nil
}
