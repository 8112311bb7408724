package desk

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// blockRows are the rows of one question or role of a template.
type blockRows struct {
	rows  []fyne.CanvasObject
	slots []*slot
	show  func() // brings what is chosen rather than typed up to date
}

// pairRow makes a row for a wording in both forms that is no passage: a label, a help text, a list of titles.
func (d *Desk) pairRow(b *blockRows, place agreement.Place, what string, oneLine bool,
	read func(agreement.Agreement) agreement.Pair, write func(agreement.Pair, agreement.Form) agreement.Command,
) *widgets.Row {
	var pair [2]*slot
	for i, form := range agreement.Forms {
		s := newSlot(d, place, form, what, oneLine)
		s.read = func(a agreement.Agreement) string { return read(a).In(form) }
		s.write = func(text string) agreement.Command {
			return write(read(d.editor.Agreement()).With(form, text), form)
		}
		pair[i] = s
	}
	row := widgets.NewRow(d.columns, pair[0].entry, pair[1].entry).Tight()
	for _, s := range pair {
		s.bind(row)
	}
	row.SetLabel(0, d.words.T("desk.template."+what))
	b.rows, b.slots = append(b.rows, row), append(b.slots, pair[:]...)
	return row
}

// numberRow makes a row for two numbers, such as bounds; either may be empty.
func (d *Desk) numberRow(b *blockRows, place agreement.Place, whats [2]string,
	read func(agreement.Agreement, int) *int64, write func(int, *int64) agreement.Command,
) {
	var pair [2]*slot
	for i, what := range whats {
		s := newSlot(d, place, "", what, true)
		s.read = func(a agreement.Agreement) string {
			if n := read(a, i); n != nil {
				return strconv.FormatInt(*n, 10)
			}
			return ""
		}
		s.write = func(text string) agreement.Command {
			text = strings.Join(strings.Fields(text), "")
			n, err := strconv.ParseInt(text, 10, 64)
			switch {
			case text == "":
				return write(i, nil)
			case err != nil: // what is no number changes nothing, and the entry shows the old one when it is left
				return write(i, read(d.editor.Agreement(), i))
			}
			return write(i, &n)
		}
		pair[i] = s
	}
	row := widgets.NewRow(d.plain, pair[0].entry, pair[1].entry).Tight()
	for i, s := range pair {
		s.bind(row)
		row.SetLabel(i, d.words.T("desk.template."+whats[i]))
	}
	b.rows, b.slots = append(b.rows, row), append(b.slots, pair[:]...)
}

// choiceRow makes a row for one choice among a few.
func (d *Desk) choiceRow(b *blockRows, label string, options []string, chosen func(i int)) *picker {
	p := newPicker(options, chosen)
	row := widgets.NewRow(d.plain, p, nil).Tight()
	row.OnHeight = d.rowGrew
	row.SetLabel(0, label)
	b.rows = append(b.rows, row)
	return p
}

// actions makes the buttons that move or remove a block, for the rail of its first row.
func (d *Desk) actions(move func(by int), remove func()) []*widgets.IconButton {
	hints := moveHints{d.words.T("desk.move_up"), d.words.T("desk.move_down"), d.words.T("desk.remove")}
	return d.newMoveButtons(hints, move, remove).all()
}

// lines gives a list of wordings as the lines of one text in each form.
func lines(pairs []agreement.Pair) agreement.Pair {
	var nb, nn []string
	for _, p := range pairs {
		nb, nn = append(nb, p.NB), append(nn, p.NN)
	}
	return agreement.Pair{NB: strings.TrimRight(strings.Join(nb, "\n"), "\n"), NN: strings.TrimRight(strings.Join(nn, "\n"), "\n")}
}

// withLines gives a list of wordings after its lines in one form were typed anew. A line in the other form stays with the
// one that it stood beside.
func withLines(old []agreement.Pair, form agreement.Form, text string) []agreement.Pair {
	var out []agreement.Pair
	for _, l := range typedLines(old, form, text) {
		if !l.Blank() {
			out = append(out, l.Pair)
		}
	}
	return out
}

// typedLine is a wording of a list after its lines in one form were typed anew.
type typedLine struct {
	agreement.Pair
	from int // its place before; -1 for one that is new
}

func typedLines(old []agreement.Pair, form agreement.Form, text string) []typedLine {
	var before, after []string
	for _, p := range old {
		before = append(before, p.In(form))
	}
	for line := range strings.SplitSeq(text, "\n") {
		after = append(after, strings.TrimSpace(line))
	}
	out := make([]typedLine, len(after))
	for i, from := range alignLines(before, after) {
		p := agreement.Pair{}
		if from >= 0 {
			p = old[from]
		}
		out[i] = typedLine{p.With(form, after[i]), from}
	}
	return out
}

// alignLines tells for each line of a list as it is now which line of the list before it was, or -1. Lines at the
// beginning and the end that are the same have stayed; what is between them is told by where it stands.
func alignLines(before, after []string) []int {
	out := make([]int, len(after))
	head := 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		out[head] = head
		head++
	}
	tail := 0
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
		out[len(after)-tail] = len(before) - tail
	}
	for i := head; i < len(after)-tail; i++ {
		out[i] = i
		if i >= len(before)-tail {
			out[i] = -1
		}
	}
	return out
}

// withOptions gives the options of a choice after their lines in one form were typed anew. An option keeps its ID while
// its line stays; conditions refer to it.
func withOptions(old []agreement.Option, form agreement.Form, text string) []agreement.Option {
	var out []agreement.Option
	for _, l := range typedLines(labels(old), form, text) {
		if l.Blank() {
			continue
		}
		o := agreement.Option{}
		if l.from >= 0 {
			o = old[l.from]
		}
		o.Label = l.Pair
		if o.ID == "" {
			o.ID = freeOption(slices.Concat(old, out))
		}
		out = append(out, o)
	}
	return out
}

func labels(options []agreement.Option) []agreement.Pair {
	var out []agreement.Pair
	for _, o := range options {
		out = append(out, o.Label)
	}
	return out
}

func freeOption(taken []agreement.Option) string {
	for i := len(taken) + 1; ; i++ {
		id := "option-" + strconv.Itoa(i)
		if !slices.ContainsFunc(taken, func(o agreement.Option) bool { return o.ID == id }) {
			return id
		}
	}
}
