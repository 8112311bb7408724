//go:build !windows

package ui

import (
	"html"
	"os/exec"
	"strings"
	"unicode/utf8"
)

// showBox shows a message in a box of the system's own, for when no window can be opened. It returns at once; the box
// stays when the program has ended. Where the system has no program for that, nothing happens.
func showBox(title, text string) {
	if c := boxCommand(title, text); c != nil {
		_ = c.Start() // the terminal has the message, too
	}
}

// boxCommand gives the command that shows a message, by the first program for it that the system has; nil for none.
func boxCommand(title, text string) *exec.Cmd {
	for _, box := range []struct {
		program string
		args    []string
	}{
		{"zenity", []string{"--error", "--title", title, "--width", "420", "--text", html.EscapeString(text)}},
		{"kdialog", []string{"--title", title, "--error", text}},
		{"xmessage", []string{"-center", "-title", title, latin(folded(text, 70))}},
	} {
		if path, err := exec.LookPath(box.program); err == nil {
			return exec.Command(path, box.args...)
		}
	}
	return nil
}

// folded breaks a text into lines of at most so many letters, for programs that do not.
func folded(text string, most int) string {
	var b strings.Builder
	length := 0
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case length+1+n > most:
			b.WriteByte('\n')
			length = 0
		default:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(word)
		length += n
	}
	return b.String()
}

// latin writes a text in ISO 8859-1, which is what xmessage reads whatever the system's own encoding is.
func latin(text string) string {
	var b []byte
	for _, r := range strings.NewReplacer("…", "...", "–", "-", "’", "'").Replace(text) {
		if r > 0xFF {
			r = '?'
		}
		b = append(b, byte(r))
	}
	return string(b)
}
