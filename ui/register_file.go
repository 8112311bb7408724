package ui

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"avtalebok/agreement"
	"avtalebok/export"
)

// file shows the copy of the signed agreement, and lets one be taken in, opened and checked.
func (s *entryScreen) file() []fyne.CanvasObject {
	attach := newButton(s.T("register.file.attach"), s.askFileToAttach)
	f := s.entry.File
	if f == nil {
		return []fyne.CanvasObject{note(s.T("register.file.none")), container.NewHBox(attach)}
	}
	attach.SetText(s.T("register.file.replace"))
	sum := note(s.T("register.file.sum", "Sum", f.SHA256, "Size", (f.Size+1023)/1024))
	sum.Wrapping = fyne.TextWrapBreak
	buttons := container.New(layout.NewRowWrapLayout(),
		newButton(s.T("register.file.open"), s.openSigned), newButton(s.T("register.file.verify"), s.verifySigned), attach)
	return []fyne.CanvasObject{prose(f.Name), sum, buttons}
}

func (s *entryScreen) askFileToAttach() {
	s.askFile(s.T("register.file.choose"), []string{".pdf", ".PDF"}, s.attach)
}

// attach takes in the signed PDF at a path.
func (s *entryScreen) attach(path string) {
	id := s.entry.ID
	fresh := &entryScreen{Window: s.Window}
	s.patiently(s.T("register.file.taking"), func(ctx context.Context) error {
		f, err := os.Open(path)
		if err != nil {
			return agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
		}
		defer f.Close()
		if _, err := s.store.Attach(ctx, id, filepath.Base(path), f); err != nil {
			return err
		}
		return fresh.read(id)
	}, func() { s.show(fresh) })
}

// openSigned opens the copy of the signed agreement in the system's viewer, as a copy of its own that goes away with the
// program: what lies in the data folder can't be changed from there.
func (s *entryScreen) openSigned() {
	id := s.entry.ID
	s.patiently(s.T("register.file.opening"), func(ctx context.Context) error {
		content, f, err := s.store.SignedFile(ctx, id)
		if err != nil {
			return err
		}
		dir, err := os.MkdirTemp("", "avtalebok-*")
		if err != nil {
			return agreement.NewError(agreement.Storage, "error.write.failing", err, "Path", os.TempDir())
		}
		s.leftovers.add(dir)
		path := filepath.Join(dir, filepath.Base(f.Name))
		if err := export.WriteFile(path, content); err != nil {
			return err
		}
		return s.options.Open(path)
	}, nil)
}

// verifySigned says whether the copy is what was taken in.
func (s *entryScreen) verifySigned() {
	id := s.entry.ID
	s.patiently(s.T("register.file.opening"), func(ctx context.Context) error {
		_, _, err := s.store.SignedFile(ctx, id)
		return err
	}, func() {
		s.tell(s.T("register.file.intactTitle"), s.T("register.file.intact", "Name", s.entry.File.Name, "Sum", s.entry.File.SHA256))
	})
}
