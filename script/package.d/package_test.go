package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/pair"
)

// lay writes files, given by their names, and gives the folder.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		mode := fs.FileMode(0o600)
		if strings.HasSuffix(name, "program") {
			mode = 0o700
		}
		if err := os.WriteFile(path, []byte(content), mode); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestNoticesHoldEveryLicenceOfAModuleOnce(t *testing.T) {
	font := lay(t, map[string]string{
		"LICENSE": "words of the licence", "fonts/OFL.txt": "words for fonts", "c/COPYING.md": "words for C", "x/PATENTS": "of patents",
		"testdata/LICENSE": "of a test", "cmd/tool/LICENSE": "of a tool", "licence.go": "package licence", "README": "nothing",
	})
	same := lay(t, map[string]string{"License.txt": "words of the licence\r\n"})
	all, err := addModule(nil, "font v1.0.0", font)
	if err == nil {
		all, err = addModule(all, "same v2.0.0", same)
	}
	if err != nil {
		t.Fatal(err)
	}
	text := string(printed(all))
	for _, want := range []string{
		"font v1.0.0\nsame v2.0.0\n", "words for fonts", "font v1.0.0, fonts", "words for C", "of patents", "The PDFium Authors",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, unwanted := range []string{"of a test", "of a tool", "package licence", "nothing"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("%q is no licence of the program", unwanted)
		}
	}
	if n := strings.Count(text, "words of the licence"); n != 1 {
		t.Errorf("the same words stand there %d times", n)
	}
	if _, err := addModule(nil, "bare v1.0.0", lay(t, map[string]string{"README": ""})); err == nil {
		t.Error("a module without a licence is taken")
	}
}

func TestArchivesHoldTheFolderAndAreTheSameEachTime(t *testing.T) {
	out := lay(t, map[string]string{"a/program": "runs", "a/apertium/modes/x.mode": "ærlig", "a/LICENSE": ""})
	want := []string{"a/ 755", "a/LICENSE 644", "a/apertium/ 755", "a/apertium/modes/ 755", "a/apertium/modes/x.mode 644 ærlig", "a/program 755 runs"}
	for _, c := range []struct {
		pack func(out, name string, when time.Time) (string, error)
		read func(*testing.T, []byte) []string
	}{{packTar, readTar}, {packZip, readZip}} {
		var before []byte
		for range 2 {
			archive, err := c.pack(out, "a", time.Unix(1_700_000_000, 0).UTC())
			if err != nil {
				t.Fatal(err)
			}
			content, err := os.ReadFile(archive)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.read(t, content); !slices.Equal(got, want) {
				t.Errorf("%s holds %q", filepath.Base(archive), got)
			}
			if before != nil && !bytes.Equal(before, content) {
				t.Errorf("%s differs from time to time", filepath.Base(archive))
			}
			before = content
			if err := os.Chtimes(filepath.Join(out, "a", "program"), time.Now(), time.Now()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func described(name string, mode fs.FileMode, content []byte) string {
	return strings.TrimSpace(fmt.Sprintf("%s %o %s", name, mode.Perm(), content))
}

func readTar(t *testing.T, content []byte) (held []string) {
	packed, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	for archive := tar.NewReader(packed); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return held
		}
		if err != nil {
			t.Fatal(err)
		}
		file, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, described(header.Name, header.FileInfo().Mode(), file))
	}
}

func readZip(t *testing.T, content []byte) (held []string) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, header := range archive.File {
		file, err := header.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, described(header.Name, header.Mode(), text))
	}
	return held
}

func TestLanguageDataComeWholeWithTheirLicenceAndSource(t *testing.T) {
	enginetest.NeedsRecordedData(t)
	root := t.TempDir()
	p := parcel{apertium: "/usr"}
	if err := p.layData(filepath.Join(root, "apertium")); err != nil {
		t.Fatal(err)
	}
	data, missing, err := pair.Look(root)
	if err != nil || len(missing) > 0 {
		t.Fatalf("%v is missing, %v", missing, err)
	}
	known := append(data.Files(), "NOTICE.txt", "copyright.txt", "GPL-2.txt", "GPL-3.txt")
	err = fs.WalkDir(os.DirFS(data.Folder), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !slices.Contains(known, path) {
			t.Errorf("%s is not needed", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"NOTICE.txt": p.Data.Package + ", version " + p.Data.Version, "copyright.txt": "License: GPL-2+",
		"GPL-2.txt": "Version 2, June 1991", "GPL-3.txt": "Version 3, 29 June 2007",
	} {
		if text, err := os.ReadFile(filepath.Join(data.Folder, file)); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s does not say %q (%v)", file, want, err)
		}
	}
}

func TestTheIconHasEachSize(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.ico")
	if err := writeIcon("../../icon.svg", path); err != nil {
		t.Fatal(err)
	}
	ico, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range iconSizes {
		entry := ico[6+16*i:]
		length, at := binary.LittleEndian.Uint32(entry[8:]), binary.LittleEndian.Uint32(entry[12:])
		picture, err := png.Decode(bytes.NewReader(ico[at : at+length]))
		if err != nil {
			t.Fatal(err)
		}
		if size := picture.Bounds().Size(); size.X != want || size.Y != want || entry[0] != uint8(want%256) {
			t.Errorf("picture %d is %v, not %d", i, size, want)
		}
		if _, _, _, corner := picture.At(0, 0).RGBA(); corner != 0 {
			t.Errorf("picture %d has no rounded corner", i)
		}
	}
}
