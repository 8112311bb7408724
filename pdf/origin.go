package pdf

import "bytes"

// MadeFrom reports whether a PDF file was printed from the draft with this ID, by the identifier in its metadata,
// which Render always writes uncompressed (ISO 19005-2, 6.6.2.1).
func MadeFrom(file []byte, draft string) bool {
	return draft != "" && bytes.Contains(file, []byte(">"+identifier(draft)+"<"))
}
