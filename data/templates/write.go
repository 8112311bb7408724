package templates

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"avtalebok/agreement"
)

// Write writes a template as a file that Parse reads as the same template, laid out as docs/templates.md shows it. A
// template that Parse would refuse gives the error that Parse would: name is the file's, for its messages.
func Write(name string, t agreement.Template) ([]byte, error) {
	w := &writer{}
	w.template(t)
	src := []byte(w.out.String())
	if _, err := Parse(name, src); err != nil {
		return nil, err
	}
	return src, nil
}

// writer puts keys and values below each other. Everything is written with dotted keys and arrays of tables, as
// people write it.
type writer struct{ out strings.Builder }

func (w *writer) line(s string) { w.out.WriteString(s + "\n") }

func (w *writer) gap() { w.out.WriteByte('\n') }

func (w *writer) key(key, value string) { w.line(key + " = " + value) }

func (w *writer) text(key, s string) { w.key(key, quoted(s)) }

func (w *writer) flag(key string, on bool) {
	if on {
		w.key(key, "true")
	}
}

func (w *writer) number(key string, n *int64) {
	if n != nil {
		w.key(key, strconv.FormatInt(*n, 10))
	}
}

// pair writes a wording in both forms; nothing where it is blank.
func (w *writer) pair(key string, p agreement.Pair) {
	if p.Blank() {
		return
	}
	w.prose(key+".nb", p.NB)
	w.prose(key+".nn", p.NN)
}

// lineWidth is where the lines of long texts are broken, in characters.
const lineWidth = 118

// prose writes a text that may be long: one that does not fit on a line stands between """, broken where words end.
func (w *writer) prose(key, s string) {
	if !strings.Contains(s, "\n") && len([]rune(key+s))+5 <= lineWidth {
		w.text(key, s)
		return
	}
	w.line(key + ` = """`)
	paragraphs := strings.Split(s, "\n\n")
	for i, p := range paragraphs {
		lines := wrapped(multiline(p))
		if i == len(paragraphs)-1 {
			lines[len(lines)-1] += `"""`
		}
		for _, l := range lines {
			w.line(l)
		}
		if i < len(paragraphs)-1 {
			w.gap()
		}
	}
}

// wrapped breaks a paragraph into lines at ordinary blanks; hard spaces hold.
func wrapped(s string) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > lineWidth {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

// quoted writes a string on one line. Norwegian letters and quotation marks stand as they are.
func quoted(s string) string {
	return `"` + strings.ReplaceAll(multiline(s), "\n", `\n`) + `"`
}

// multiline escapes what may not stand between quotation marks as it is.
func multiline(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s)
}

func (w *writer) template(t agreement.Template) {
	w.text("id", t.ID)
	w.key("version", strconv.Itoa(t.Version))
	w.text("kind", string(t.Kind))
	w.gap()
	w.pair("name", t.Name)
	w.pair("about", t.About)
	w.gap()
	w.pair("title", t.Title)
	w.pair("theme", t.Theme)
	for _, r := range t.Roles {
		w.role(r)
	}
	for _, f := range t.Fields {
		w.field(f)
	}
	for _, s := range t.Sections {
		w.section(s)
	}
}

func (w *writer) role(r agreement.Role) {
	w.gap()
	w.line("[[roles]]")
	w.text("id", r.ID)
	w.text("kind", string(r.Kind))
	w.pair("label", r.Label)
	w.repeat(r)
	w.titles("signatories", r.Signatories)
	w.titles("contacts", r.Contacts)
}

// titles writes signatories or contacts. An empty list of signatories is written, since the key is required.
func (w *writer) titles(key string, titles []agreement.Pair) {
	if len(titles) == 0 && key != "signatories" {
		return
	}
	parts := make([]string, len(titles))
	for i, p := range titles {
		parts[i] = "{ nb = " + quoted(p.NB) + ", nn = " + quoted(p.NN) + " }"
	}
	w.key(key, "["+strings.Join(parts, ", ")+"]")
}

func (w *writer) field(f agreement.Field) {
	w.gap()
	w.line("[[fields]]")
	w.text("id", f.ID)
	w.text("type", string(f.Type))
	w.flag("required", f.Required)
	w.number("min", f.Min)
	w.number("max", f.Max)
	if f.MaxLength > 0 {
		w.key("max_length", strconv.Itoa(f.MaxLength))
	}
	w.options(f.Options)
	w.answer(f)
	w.pair("label", f.Label)
	w.pair("help", f.Help)
}

// answer writes the default, in the way that the field's type has it.
func (w *writer) answer(f agreement.Field) {
	value := strings.TrimSpace(f.Answer.Value)
	switch {
	case f.Bilingual():
		w.pair("default", f.Answer.Text.Pair)
	case value == "":
	case slices.Contains(fieldKeys[f.Type], "min"):
		w.key("default", wholeNumber(value))
	case f.Type == agreement.DateField:
		if d, err := agreement.ParseDate(value); err == nil {
			value = d.Format(time.DateOnly)
		}
		w.text("default", value)
	default:
		w.text("default", value)
	}
}

// wholeNumber gives a number as a file has it: "500 000 kroner" is 500000. What is none is quoted, and Parse says so.
func wholeNumber(s string) string {
	digits := strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	if _, err := strconv.ParseInt(digits, 10, 64); err != nil {
		return quoted(s)
	}
	return digits
}

func (w *writer) section(s agreement.Section) {
	w.gap()
	w.line("[[sections]]")
	w.text("id", s.ID)
	w.text("kind", string(s.Kind))
	if s.Party != "" {
		w.text("party", s.Party)
	}
	w.flag("required", s.Required)
	whole := lockedWhole(s)
	w.flag("locked", whole)
	w.flag("lead_locked", !whole && s.Lead.Locked())
	w.condition(s.ShowIf)
	w.terms(s)
	w.pair("heading", s.Heading.Pair)
	w.pair("lead", s.Lead.Pair)
	for _, it := range s.Items {
		w.gap()
		w.line("[[sections.items]]")
		w.text("id", it.ID)
		w.flag("locked", !whole && lockedItem(it))
		w.condition(it.ShowIf)
		w.network(it)
		w.pair("title", it.Title.Pair)
		w.prose("nb", it.Text.NB)
		w.prose("nn", it.Text.NN)
	}
	w.payments(s.Payments)
}

// lockedWhole reports whether all that stands under a section's heading is agreed wording.
func lockedWhole(s agreement.Section) bool {
	any := s.Lead.Locked()
	if !s.Lead.Blank() && !s.Lead.Locked() {
		return false
	}
	for _, it := range s.Items {
		if !lockedItem(it) {
			return false
		}
		any = true
	}
	return any
}

func lockedItem(it agreement.Item) bool {
	return it.Text.Locked() || it.Text.Blank() && it.Title.Locked()
}
