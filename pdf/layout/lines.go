package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"avtalebok/agreement"
)

// setLine is a line of words before it has a place on a page.
type setLine struct {
	runs   []Run
	blanks []span // lines to write on
	marks  []span // what is missing
	width  float64
}

// span is a stretch of a line, from its left edge.
type span struct{ from, to float64 }

// breakLines sets words in lines that are at most measure wide. It weighs the whole paragraph, so that no line is
// much shorter than its neighbours and no single short word is left on the last.
func breakLines(m Metrics, f face, list []word, measure float64) []setLine {
	list = splitLong(m, f, list, measure)
	var lines []setLine
	for len(list) > 0 {
		n := 1
		for n < len(list) && !list[n-1].hard {
			n++
		}
		for _, line := range bestBreaks(list[:n], measure) {
			lines = append(lines, setWords(m, f, line))
		}
		list = list[n:]
	}
	return lines
}

const (
	lineCost  = 0.02 // each further line: fewer lines win over slightly more even ones
	runtCost  = 0.06 // a last line that is very short
	rigidCost = 1e3  // breaking where it should not be done: only when nothing else fits
	overfull  = 1e6
)

// bestBreaks finds the cheapest way to part the words in lines, by dynamic programming over the places to break.
func bestBreaks(list []word, measure float64) [][]word {
	cost := make([]float64, len(list)+1)
	start := make([]int, len(list)+1)
	for end := 1; end <= len(list); end++ {
		cost[end] = math.Inf(1)
		width := 0.0
		for from := end - 1; from >= max(0, end-longestLine); from-- {
			width += list[from].width
			if from < end-1 {
				width += list[from].gap
			}
			if width > measure+0.001 && from < end-1 {
				break
			}
			c := cost[from] + lineCost + badness(list, from, end, width, measure)
			if c < cost[end] {
				cost[end], start[end] = c, from
			}
		}
	}
	var lines [][]word
	for end := len(list); end > 0; end = start[end] {
		lines = append(lines, list[start[end]:end])
	}
	slices.Reverse(lines)
	return lines
}

func badness(list []word, from, end int, width, measure float64) float64 {
	if width+list[end-1].hyphen > measure+0.001 {
		return overfull
	}
	slack := (measure - width) / measure
	if end == len(list) {
		if from > 0 && width < measure/6 {
			return runtCost
		}
		return 0
	}
	if list[end-1].rigid {
		return rigidCost + slack*slack
	}
	return slack * slack
}

// splitLong parts words that no line can hold wherever they fill one. A hyphen would change the text, so there is none.
func splitLong(m Metrics, f face, list []word, measure float64) []word {
	if !slices.ContainsFunc(list, func(w word) bool { return w.width+w.hyphen > measure }) {
		return list
	}
	var out []word
	for _, w := range list {
		if w.width+w.hyphen <= measure {
			out = append(out, w)
			continue
		}
		out = append(out, splitWord(m, f, w, measure)...)
	}
	return out
}

func splitWord(m Metrics, f face, w word, measure float64) []word {
	var out []word
	var part word
	flush := func() {
		if len(part.fragments) > 0 {
			out = append(out, part)
			part = word{}
		}
	}
	for _, piece := range w.fragments {
		if piece.kind == agreement.Blank {
			piece.width = min(piece.width, measure)
			if part.width+piece.width > measure {
				flush()
			}
			part.fragments, part.width = append(part.fragments, piece), part.width+piece.width
			continue
		}
		for text := piece.text; text != ""; {
			n, width := fitting(m, f, text, measure-part.width)
			if n == 0 && len(part.fragments) > 0 {
				flush()
				continue
			}
			if at := lastJoint(text[:n]); n < len(text) && at > 0 {
				n, width = at, m.Width(f.style, f.size, text[:at])
			}
			if n == 0 { // not even one character fits
				_, n = utf8.DecodeRuneInString(text)
				width = m.Width(f.style, f.size, text[:n])
			}
			part.fragments = append(part.fragments, fragment{text: text[:n], kind: piece.kind, width: width})
			part.width += width
			if text = text[n:]; text != "" {
				flush()
			}
		}
	}
	flush()
	last := &out[len(out)-1]
	last.space, last.gap, last.rigid, last.hard = w.space, w.gap, w.rigid, w.hard
	if last.width+w.hyphen <= measure {
		last.hyphen = w.hyphen
	}
	return out
}

// lastJoint gives the end of the last part of an address or a compound in text, if that is in its second half.
func lastJoint(text string) int {
	for _, joints := range []string{"._~/=&?,;:@", "-"} {
		if at := strings.LastIndexAny(text, joints) + 1; at > len(text)/2 {
			return at
		}
	}
	return 0
}

// longestLine is more characters than any line holds.
const longestLine = 400

// fitting gives how many bytes of text fit in a width, and how wide they are.
func fitting(m Metrics, f face, text string, room float64) (int, float64) {
	best, bestWidth, count := 0, 0.0, 0
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		width := m.Width(f.style, f.size, text[:end])
		if count++; width > room || count > longestLine {
			break
		}
		best, bestWidth = end, width
	}
	return best, bestWidth
}

// setWords makes a line's runs. Neighbours in the same manner become one run, with the spaces between them.
func setWords(m Metrics, f face, list []word) setLine {
	var line setLine
	text, from, x, kind := "", 0.0, 0.0, agreement.Plain
	flush := func(to float64) {
		if text == "" {
			return
		}
		line.runs = append(line.runs, Run{Text: text, X: from, Style: f.style, Size: f.size, Colour: f.colour})
		if kind == agreement.Unfilled {
			line.marks = append(line.marks, span{from, to})
		}
		text = ""
	}
	for i, w := range list {
		for _, piece := range w.fragments {
			if piece.kind == agreement.Blank {
				flush(x)
				line.blanks = append(line.blanks, span{x, x + piece.width})
				x += piece.width
				continue
			}
			if piece.kind != kind || text == "" {
				flush(x)
				kind, from = piece.kind, x
			}
			text += piece.text
			x += piece.width
		}
		if w.hyphen > 0 && i == len(list)-1 {
			text += string(softHyphen)
			x += w.hyphen
		}
		line.width = x
		if w.space == "" {
			continue
		}
		if i < len(list)-1 && kind == agreement.Unfilled && list[i+1].fragments[0].kind != agreement.Unfilled {
			flush(x)
			kind, from = agreement.Plain, x
		}
		if text == "" {
			from = x
		}
		text += w.space
		x += w.gap
	}
	flush(line.width)
	return line
}
