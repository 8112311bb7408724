package sequence

import (
	"strings"

	"avtalebok/translate/engine/stream"
)

// Split gives each part of a joined word a word of its own, and puts what follows a # before the tags: ^a<x># b$ becomes
// ^a# b<x>$.
func Split(text string) (string, error) {
	var out strings.Builder
	out.Grow(len(text) + len(text)/8)
	err := stream.Each(text, func(blank string, word stream.Word) {
		out.WriteString(blank)
		if word.None {
			return
		}
		splitWord(&out, word)
	})
	return out.String(), err
}

func splitWord(out *strings.Builder, word stream.Word) {
	out.WriteString(word.Bound + "^")
	var held strings.Builder // from the first tag on, without what follows a #
	holding, hash := false, false
	text := word.Text
	for i := 0; i < len(text); i++ {
		into := out
		if holding && !hash {
			into = &held
		}
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && (!holding || text[i+1] == '$'): // behind a tag it is a character like others
			n := i + 1 + stream.RuneLength(text[i+1:])
			into.WriteString(text[i:n])
			i = n - 1
		case c == '<':
			holding, hash = true, false
			end := strings.IndexByte(text[i:], '>')
			if end < 0 {
				end = len(text) - i - 1
			}
			held.WriteString(text[i : i+end+1])
			i += end
		case c == '#' && holding:
			hash = true
			out.WriteByte(c)
		case c == '+' && (holding || hash):
			hash = false
			held.WriteString("$ " + word.Bound + "^")
		case c == '~' && holding:
		default:
			into.WriteByte(c)
		}
	}
	out.WriteString(held.String() + "$")
}
