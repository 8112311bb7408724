package pdf_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/pdf/internal/sample"
)

// drawn gives a picture with a hole in it.
func drawn(width, height int) image.Image {
	p := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p.Set(x, y, color.NRGBA{R: 0x1B, G: uint8(255 * x / width), B: uint8(255 * y / height), A: uint8(255 * min(1, x/8))})
		}
	}
	return p
}

func asPNG(t *testing.T, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestALogoIsAFigureWithAlternativeText(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, drawn(300, 100), nil); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"png": asPNG(t, drawn(300, 100)), "jpeg": b.Bytes()} {
		logo, err := pdf.NewLogo(file, "Fjorden fylkeskommune")
		if err != nil {
			t.Fatal(err)
		}
		out, err := pdf.Render(sample.Partnership(agreement.Bokmal), pdf.Options{Logo: logo})
		if err != nil {
			t.Fatal(err)
		}
		if dir := os.Getenv("PDF_SAMPLES"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, "logo-"+name+".pdf"), out, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, want := range []string{"/S /Figure", "/Alt (Fjorden fylkeskommune)", "/Width 300 /Height 100", "/Logo "} {
			if !strings.Contains(string(out), want) {
				t.Errorf("%s: the file has no %q", name, want)
			}
		}
		if got := strings.Contains(string(out), "/SMask"); got != (name == "png") {
			t.Errorf("%s: transparency %t", name, got)
		}
	}
}

func TestAVeryFineLogoIsThinnedOut(t *testing.T) {
	logo, err := pdf.NewLogo(asPNG(t, drawn(3000, 1500)), "Fjorden")
	if err != nil {
		t.Fatal(err)
	}
	out, err := pdf.Render(sample.Partnership(agreement.Bokmal), pdf.Options{Logo: logo})
	if err != nil || !strings.Contains(string(out), "/Width 1500 /Height 750") {
		t.Errorf("not thinned out (error %v)", err)
	}
}

func TestWhatIsNoLogoIsRefused(t *testing.T) {
	good := asPNG(t, drawn(30, 10))
	for _, c := range []struct {
		name string
		file []byte
		text string
		key  string
	}{
		{"no picture", []byte("GIF89a?"), "Fjorden", "error.pdf.logo"},
		{"empty", nil, "Fjorden", "error.pdf.logo"},
		{"cut off", good[:len(good)/2], "Fjorden", "error.pdf.logo"},
		{"too wide", asPNG(t, image.NewGray(image.Rect(0, 0, 4001, 1))), "Fjorden", "error.pdf.logo"},
		{"no text", good, " ", "error.pdf.logoText"},
		{"text that can't be written", good, "🙂", "error.pdf.logoText"},
	} {
		_, err := pdf.NewLogo(c.file, c.text)
		var refusal *agreement.Error
		if !errors.As(err, &refusal) || refusal.Key != c.key {
			t.Errorf("%s: got %v, want %s", c.name, err, c.key)
		}
	}
}
