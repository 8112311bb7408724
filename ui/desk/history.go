package desk

import (
	"time"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

const (
	// sealPause without typing ends a step of undo.
	sealPause = time.Second
	// sealLength characters after which the next word boundary ends a step of undo.
	sealLength = 40
)

// history parts typing into steps of a size that one wants to undo.
type history struct {
	editor *agreement.Editor
	timing Timing
	pause  func() // cancels the timer of the pause
	length int    // characters typed in this step
	way    int    // what the last change did: 1 wrote, -1 deleted
}

// before is told of a change of text that is about to be made.
func (h *history) before(old, changed string) {
	way, size := wayOf(old, changed)
	if size > 1 || way != h.way {
		h.seal()
	}
	h.way = way
}

// after is told of a change of text that was made.
func (h *history) after(old, changed string) {
	_, size := wayOf(old, changed)
	h.length += size
	if size > 1 || h.length >= sealLength && endsWord(old, changed) {
		h.seal()
		return
	}
	if h.pause != nil {
		h.pause()
	}
	h.pause = h.timing.After(sealPause, func() {
		h.pause = nil
		h.seal()
	})
}

// seal ends the step.
func (h *history) seal() {
	h.editor.Seal()
	h.length = 0
	h.stop()
}

func (h *history) stop() {
	if h.pause != nil {
		h.pause()
		h.pause = nil
	}
}

// wayOf gives the direction and the size of a change in characters.
func wayOf(old, changed string) (way, size int) {
	n := utf8.RuneCountInString(changed) - utf8.RuneCountInString(old)
	if n < 0 {
		return -1, -n
	}
	return 1, n
}

// endsWord reports whether the character that was put into old ends a word.
func endsWord(old, changed string) bool {
	a, b := []rune(old), []rune(changed)
	for i, r := range b {
		if i >= len(a) || a[i] != r {
			return unicode.IsSpace(r) || unicode.IsPunct(r)
		}
	}
	return false
}
