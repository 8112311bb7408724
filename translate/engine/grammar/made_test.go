package grammar

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"avtalebok/translate/engine/enginetest"
)

// maker makes grammars and streams at random: small ones over few tags, so that much fits and much interferes.
type maker struct {
	*rand.Rand
	sets     []string
	protects bool // PROTECT goes with MAP alone
}

var (
	madeTags   = []string{"a", "b", "c", "d", "e"}
	madeLemmas = []string{"u", "v", "Uv"}
	madeForms  = []string{"w", "x", "Xy", "."}
)

func (m *maker) pick(list []string) string { return list[m.IntN(len(list))] }

func (m *maker) chance(percent int) bool { return m.IntN(100) < percent }

func (m *maker) entry() string {
	switch m.IntN(9) {
	case 0:
		return strconv.Quote(m.pick(madeLemmas))
	case 1:
		return `"<` + m.pick(madeForms) + `>"`
	case 2:
		return "(" + m.pick(madeTags) + " " + m.pick(madeTags) + ")"
	case 3:
		return `"` + m.pick([]string{"u.*", ".*v", ".", "(.*)"}) + `"r`
	case 4:
		return strconv.Quote(m.pick(madeLemmas)) + "i"
	}
	return m.pick(madeTags)
}

func (m *maker) grammar() string {
	var b strings.Builder
	b.WriteString("DELIMITERS = \"<.>\" ;\n")
	m.sets, m.protects = nil, m.chance(10)
	for i := range 5 {
		fmt.Fprintf(&b, "LIST L%d =", i)
		for range 1 + m.IntN(3) {
			b.WriteString(" " + m.entry())
		}
		b.WriteString(" ;\n")
		m.sets = append(m.sets, "L"+strconv.Itoa(i))
	}
	for i := range 3 {
		fmt.Fprintf(&b, "SET S%d = %s %s %s", i, m.pick(m.sets), m.pick([]string{"OR", "+", "-"}), m.pick(m.sets))
		if m.chance(40) {
			fmt.Fprintf(&b, " %s %s", m.pick([]string{"OR", "+", "-"}), m.pick(m.sets))
		}
		b.WriteString(" ;\n")
		m.sets = append(m.sets, "S"+strconv.Itoa(i))
	}
	m.sets = append(m.sets, "(*)")
	if m.chance(50) {
		m.sets = append(m.sets, "$$L0", "&&S0", "$$L1")
	}
	if m.chance(30) {
		fmt.Fprintf(&b, "TEMPLATE T0 = %s ;\n", m.context(1)) // cg-comp takes one alternative alone, too
		fmt.Fprintf(&b, "TEMPLATE T1 = %s OR %s ;\n", m.context(1), m.context(1))
	} else {
		b.WriteString("TEMPLATE T0 = (0 (a)) ;\nTEMPLATE T1 = (0 (a)) OR (0 (b) LINK -1 (c)) ;\n")
	}
	b.WriteString(m.pick([]string{"BEFORE-SECTIONS\n", "SECTION\n"}))
	for i := range 2 + m.IntN(6) {
		if i > 0 && m.chance(20) {
			b.WriteString("SECTION\n")
		}
		b.WriteString(m.rule() + "\n")
	}
	return b.String()
}

func (m *maker) rule() string {
	var head string
	kind := m.IntN(12)
	if m.protects {
		kind = 9 + kind%3
		if kind == 10 {
			kind = 11
		}
	}
	switch {
	case kind < 5:
		head = "SELECT"
	case kind < 9:
		head = "REMOVE"
	case kind == 9:
		head = m.pick([]string{"MAP (@m)", "MAP (@m @n)", "MAP (k @m)"})
	case kind == 10:
		head = `APPEND ("z" k)`
	case m.protects:
		head = "PROTECT"
	default:
		head = "SELECT SUB:1"
	}
	if kind < 9 && !m.protects && m.chance(15) {
		head += m.pick([]string{" SUB:1", " SUB:2", " SUB:*"})
	}
	if m.chance(8) {
		head = `"<` + m.pick(madeForms) + `>" ` + head
	}
	if m.chance(6) {
		name, rest, _ := strings.Cut(head+" ", " ")
		if !strings.HasPrefix(name, `"`) {
			head = name + " KEEPORDER " + rest
		}
	}
	head += " " + m.pick(m.sets)
	for range m.IntN(4) {
		head += " " + m.context(3)
	}
	return head + " ;"
}

func (m *maker) context(depth int) string { return "(" + m.inner(depth) + ")" }

func (m *maker) inner(depth int) string {
	if m.chance(6) && depth == 3 {
		return m.pick([]string{"T:T0", "T:T1", "NEGATE T:T1", "-1 T:T0", "-1 T:T1", "-2 T:T1"})
	}
	negate := ""
	if m.chance(12) {
		negate = "NEGATE "
	}
	switch m.IntN(25) {
	case 0: // T and @ stand alone
		return negate + m.pick([]string{"0T ", "0T/1 "}) + m.pick(m.sets) + m.tail(depth)
	case 1:
		return negate + m.pick([]string{"@1 ", "@2 ", "@-1 "}) + m.pick(m.sets) + m.tail(depth)
	}
	var b strings.Builder
	b.WriteString(negate)
	if m.chance(22) {
		b.WriteString("NOT ")
	}
	scan := ""
	if m.chance(50) {
		scan = m.pick([]string{"*", "**"}) // alone, ** has no meaning; such a grammar is refused
	}
	offset := m.IntN(5) - 2
	if offset == 0 && scan != "" { // to both sides: by itself
		if b.String() == "" {
			return m.pick([]string{"0* ", "0*C ", "0*/1 "}) + m.pick(m.sets)
		}
		return b.String() + m.pick([]string{"0* ", "0*C "}) + m.pick(m.sets)
	}
	b.WriteString(strconv.Itoa(offset) + scan)
	careful := m.chance(20)
	if careful {
		b.WriteString("C")
	}
	if scan != "" && m.chance(15) {
		b.WriteString(m.pick([]string{"W", "<", ">"}))
	}
	if scan != "" && m.chance(15) {
		b.WriteString("O")
	}
	if !careful && (scan == "" || !strings.Contains(b.String(), "NOT")) && m.chance(8) {
		b.WriteString(m.pick([]string{"/1", "/*"}))
		if scan != "" {
			return strings.Replace(b.String(), "**", "*", 1) + " " + m.pick(m.sets)
		}
	}
	b.WriteString(" " + m.pick(m.sets))
	if scan != "" && m.chance(30) {
		b.WriteString(m.pick([]string{" BARRIER ", " CBARRIER "}) + m.pick(m.sets[:8]))
	}
	return b.String() + m.tail(depth)
}

func (m *maker) tail(depth int) string {
	if depth > 0 && m.chance(35) {
		return " LINK " + m.inner(depth-1)
	}
	return ""
}

func (m *maker) stream() string {
	var b strings.Builder
	for range 3 + m.IntN(25) {
		b.WriteString("^" + m.pick(madeForms))
		for range 1 + m.IntN(4) {
			b.WriteString("/" + m.part())
			for m.chance(20) {
				b.WriteString("+" + m.part())
			}
		}
		b.WriteString("$" + m.pick([]string{" ", "", " [x] "}))
	}
	if m.chance(50) {
		b.WriteString(m.swapped())
	}
	return b.String() + "[\n]"
}

// swapped makes a word of two parts with readings that differ in which part has which tag. At the end of a text these may
// have the same hash.
func (m *maker) swapped() string {
	head, part := m.part(), m.part()
	x, y := "<"+m.pick(madeTags)+">", "<"+m.pick(madeTags)+">"
	readings := []string{part + y + "+" + head + x, part + x + "+" + head + y, part + x + "+" + head + x, part + y + "+" + head + y}
	m.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
	return "^" + m.pick(madeForms) + "/" + strings.Join(readings[:2+m.IntN(3)], "/") + m.pick([]string{"", "/" + m.part()}) + "$"
}

func (m *maker) part() string {
	s := m.pick(madeLemmas)
	for range 1 + m.IntN(3) {
		s += "<" + m.pick(madeTags) + ">"
	}
	return s
}

// TestMadeGrammars compares with cg-proc on grammars that nobody has written.
func TestMadeGrammars(t *testing.T) {
	if !enginetest.HasProgram("cg-comp") {
		t.Skip("cg-comp is not installed, or another version of it")
	}
	count, _ := strconv.Atoi(os.Getenv("MADE_GRAMMARS"))
	seed, _ := strconv.ParseUint(os.Getenv("MADE_SEED"), 10, 64)
	differing := 0
	first, _ := strconv.Atoi(os.Getenv("MADE_FIRST"))
	for i := first; i < first+max(count, 40); i++ {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, uint64(i)))}
		if !compareMade(t, m, i) {
			if differing++; differing >= 5 {
				return
			}
		}
	}
}

func compareMade(t *testing.T, m *maker, i int) bool {
	t.Helper()
	text := m.grammar()
	for range 3 {
		in := m.stream()
		if _, _, differs := judge(t, text, in); !differs {
			continue
		}
		text, in = shrink(t, text, in)
		got, want, _ := judge(t, text, in)
		t.Errorf("grammar %d\n%s\nin   %s\ngot  %s\nwant %s", i, text, in, got, want)
		return false
	}
	return true
}

// judge runs a grammar here and there.
func judge(t *testing.T, text, in string) (got, want string, differs bool) {
	t.Helper()
	folder := t.TempDir()
	source, compiled := filepath.Join(folder, "g"), filepath.Join(folder, "g.bin")
	if err := os.WriteFile(source, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if exec.Command("cg-comp", source, compiled).Run() != nil {
		return "", "", false // cg-comp does not take it
	}
	data, err := os.ReadFile(compiled)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Read(data)
	if err != nil {
		return err.Error(), "", false // it uses what this package refuses
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	command := exec.CommandContext(ctx, "cg-proc", compiled)
	command.Stdin = strings.NewReader(in)
	out, err := command.Output()
	if err != nil {
		return "", "", false // it loops, or it crashed
	}
	got, err = g.Run(ctx, Options{}, in)
	if err != nil {
		got = err.Error()
	}
	return got, string(out), got != string(out)
}

// shrink takes out of a grammar and a stream what the difference does not need.
func shrink(t *testing.T, text, in string) (string, string) {
	t.Helper()
	for changed := true; changed; {
		changed = false
		for _, smaller := range lessOf(text) {
			if _, _, differs := judge(t, smaller, in); differs {
				text, changed = smaller, true
				break
			}
		}
		if changed {
			continue
		}
		for _, smaller := range lessOf(in) {
			if _, _, differs := judge(t, text, smaller); differs {
				in, changed = smaller, true
				break
			}
		}
	}
	return text, in
}

// lessOf gives the text without each of its lines, tests, words, readings and parts.
func lessOf(text string) []string {
	var list []string
	for _, piece := range pieces.FindAllStringIndex(text, -1) {
		list = append(list, text[:piece[0]]+text[piece[1]:])
	}
	return list
}

var pieces = regexp.MustCompile(`(?m)^(SELECT|REMOVE|MAP|APPEND|PROTECT|"<).*\n|^(SECTION|BEFORE-SECTIONS)\n|\([^()]*(\([^()]*\)[^()]*)*\) ?|LINK [^()]*|NEGATE |NOT |KEEPORDER |C?BARRIER \S+| (OR|\+|-) \S+|\^[^$]*\$|/[^/$^]*|\+[^+/$^]*|<[a-e]>`)
