package finish

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// Picture is an image ready to be written, in sRGB.
type Picture struct {
	Width, Height int // pixels
	colours       []byte
	opacity       []byte // nil where all is opaque
}

// PictureName is the name by which the pages' content calls the picture.
const PictureName = "Logo"

// NewPicture compresses an image: three bytes of colour and one of opacity for each pixel, line by line.
func NewPicture(width, height int, rgb, opacity []byte) Picture {
	p := Picture{Width: width, Height: height, colours: deflated(rgb)}
	if !allOpaque(opacity) {
		p.opacity = deflated(opacity)
	}
	return p
}

func allOpaque(opacity []byte) bool {
	for _, a := range opacity {
		if a != 0xFF {
			return false
		}
	}
	return true
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data) // a Buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

// picture writes an image XObject (ISO 32000-1, 8.9.5) and gives its object.
func (w *writer) picture(p Picture) int {
	number := w.reserve(1)
	const dict = "/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /Filter /FlateDecode /ColorSpace /%s "
	mask := ""
	if p.opacity != nil {
		m := w.reserve(1)
		w.stream(m, fmt.Sprintf(dict, p.Width, p.Height, "DeviceGray"), p.opacity)
		mask = fmt.Sprintf("/SMask %d 0 R ", m)
	}
	w.stream(number, fmt.Sprintf(dict, p.Width, p.Height, "DeviceRGB")+mask, p.colours)
	return number
}
