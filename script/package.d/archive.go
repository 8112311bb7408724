package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"
)

// entry is a file or folder of an archive.
type entry struct {
	name string // with slashes, beginning with the folder that is packed
	mode fs.FileMode
	size int64
	path string // of the file; "" for a folder
}

// entries lists what lies in a folder of out, in the order of names, with modes that are the same whoever packs.
func entries(out, name string) ([]entry, error) {
	var all []entry
	root := filepath.Join(out, name)
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		e := entry{name: path.Join(name, filepath.ToSlash(inside)), mode: 0o644, size: info.Size(), path: file}
		switch {
		case d.IsDir():
			e = entry{name: e.name + "/", mode: fs.ModeDir | 0o755}
		case info.Mode()&0o100 != 0:
			e.mode = 0o755
		}
		all = append(all, e)
		return nil
	})
	return all, err
}

// packTar packs a folder of out for Linux, beside it. The same files give the same archive, byte for byte.
func packTar(out, name string, when time.Time) (archive string, err error) {
	archive = filepath.Join(out, name+".tar.gz")
	return archive, write(archive, func(w io.Writer) error {
		packed, err := gzip.NewWriterLevel(w, gzip.BestCompression)
		if err != nil {
			return err
		}
		t := tar.NewWriter(packed)
		err = each(out, name, func(e entry) (io.Writer, error) {
			header := tar.Header{Name: e.name, Mode: int64(e.mode.Perm()), Size: e.size, ModTime: when, Typeflag: tar.TypeReg, Format: tar.FormatPAX}
			if e.mode.IsDir() {
				header.Typeflag = tar.TypeDir
			}
			return t, t.WriteHeader(&header)
		})
		if err != nil {
			return err
		}
		if err := t.Close(); err != nil {
			return err
		}
		return packed.Close()
	})
}

// packZip packs a folder of out for Windows, beside it. The same files give the same archive, byte for byte.
func packZip(out, name string, when time.Time) (archive string, err error) {
	archive = filepath.Join(out, name+".zip")
	return archive, write(archive, func(w io.Writer) error {
		z := zip.NewWriter(w)
		err := each(out, name, func(e entry) (io.Writer, error) {
			header := zip.FileHeader{Name: e.name, Modified: when, Method: zip.Deflate}
			if e.mode.IsDir() {
				header.Method = zip.Store
			}
			header.SetMode(e.mode)
			return z.CreateHeader(&header)
		})
		if err != nil {
			return err
		}
		return z.Close()
	})
}

// each begins every entry of a folder and copies the files into what begin gives.
func each(out, name string, begin func(entry) (io.Writer, error)) error {
	all, err := entries(out, name)
	if err != nil {
		return err
	}
	for _, e := range all {
		w, err := begin(e)
		if err != nil {
			return err
		}
		if e.path == "" {
			continue
		}
		if err := copyInto(w, e.path); err != nil {
			return err
		}
	}
	return nil
}

func copyInto(w io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// write writes a file by fill; a file that could not be filled does not stay.
func write(path string, fill func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err = fill(f); err == nil {
		err = f.Close()
	}
	if err != nil {
		_ = f.Close()
		_ = os.Remove(path)
	}
	return err
}
