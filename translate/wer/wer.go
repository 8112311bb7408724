// Package wer measures translations: the word error rate against sentences that people have translated. It knows no
// engine.
package wer

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"avtalebok/agreement"
	"avtalebok/translate"
)

// Pair is a sentence in both forms, with up to two acceptable wordings in each.
type Pair struct {
	NB, NN  []string
	HeldOut bool // not looked at while rules were made
}

// In gives the wordings in one form.
func (p Pair) In(f agreement.Form) []string {
	if f == agreement.Nynorsk {
		return p.NN
	}
	return p.NB
}

// Read reads pairs, one a line: bokmål, nynorsk, a second nynorsk and a second bokmål wording or nothing, parted by
// tabs. Lines with # are remarks; what follows "# held out" is held out.
func Read(r io.Reader) ([]Pair, error) {
	var pairs []Pair
	lines := bufio.NewScanner(r)
	held := false
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") {
			held = held || line == "# held out"
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 4 || cells[0] == "" || cells[1] == "" {
			return nil, fmt.Errorf("line %d is not bokmål, nynorsk, nynorsk, bokmål", n)
		}
		p := Pair{NB: cells[:1], NN: cells[1:2], HeldOut: held}
		if cells[2] != "" {
			p.NN = cells[1:3]
		}
		if cells[3] != "" {
			p.NB = []string{cells[0], cells[3]}
		}
		pairs = append(pairs, p)
	}
	return pairs, lines.Err()
}

// Rate is a word error rate: Errors words are to be put in, taken out or replaced in a text that should have Words.
type Rate struct {
	Errors, Words int
}

// Percent gives the rate in percent.
func (r Rate) Percent() float64 {
	if r.Words == 0 {
		return 0
	}
	return 100 * float64(r.Errors) / float64(r.Words)
}

// Plus adds two rates.
func (r Rate) Plus(s Rate) Rate { return Rate{r.Errors + s.Errors, r.Words + s.Words} }

// Of compares a translation with the acceptable ones and gives the rate against the nearest.
func Of(translation string, references []string) Rate {
	got := Words(translation)
	var best Rate
	for i, reference := range references {
		want := Words(reference)
		r := Rate{distance(got, want), len(want)}
		if i == 0 || r.Errors < best.Errors {
			best = r
		}
	}
	return best
}

// Measure translates every pair's first wording and gives the rates of the pairs.
func Measure(pairs []Pair, d translate.Direction, translations []string) []Rate {
	rates := make([]Rate, len(pairs))
	for i, p := range pairs {
		rates[i] = Of(translations[i], p.In(d.To))
	}
	return rates
}

// Words parts a text into words and marks of punctuation, capital letters kept.
func Words(text string) []string {
	var words []string
	inWord := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			inWord = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-':
			if !inWord {
				words = append(words, "")
			}
			words[len(words)-1] += string(r)
			inWord = true
		default:
			words = append(words, string(r))
			inWord = false
		}
	}
	return words
}

// distance counts the words to be put in, taken out or replaced (Levenshtein).
func distance(a, b []string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
