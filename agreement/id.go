package agreement

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

var idAlphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewID makes a random identifier of ten characters (50 bits) that can be read out and typed: no i, l, o or u.
func NewID() string {
	var raw [7]byte
	rand.Read(raw[:]) // never fails since Go 1.24
	return idAlphabet.EncodeToString(raw[:])[:10]
}

// validID reports whether s can be an identifier: letters, digits, "-", "_", at most 64 bytes. Draft IDs become
// part of file names, so nothing else is let in.
func validID(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == ""
}
