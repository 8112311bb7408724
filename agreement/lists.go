package agreement

import (
	"regexp"
	"slices"
	"strings"
)

// bullet is what word processors and web pages put before a list's items: "1.", "2)", "(a)", "a)", "–", "•", "☐", and
// Word's private-use bullets. A number is only taken away where a sign and a blank, or a tab, follow it, so that
// "10 000 kroner" and "2027 blir" stay.
var bullet = regexp.MustCompile(`^(?:[-–—•·▪◦‣∙●○■□☐☑✓*\x{f000}-\x{f0ff}]+\s+|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zæøåA-ZÆØÅ]|[ivxIVX]{1,4})[.)]\s+|\d{1,3}(?:\.\d{1,3})*\t+)`)

// ParseList reads a pasted list as its items: one a line, without numbers or bullets. Lines that begin with blanks
// and no bullet go on with the item before them, where the text has bullets at all.
func ParseList(text string) []string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var items []string
	marked := false
	for line := range strings.SplitSeq(text, "\n") {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			continue
		}
		mark := bullet.FindString(trimmed + " ")
		rest := CleanLine(strings.TrimSpace(trimmed[min(len(mark), len(trimmed)):]))
		indented := line[0] == ' ' || line[0] == '\t'
		switch {
		case rest == "":
		case mark == "" && marked && indented && len(items) > 0:
			items[len(items)-1] += " " + rest
		default:
			items = append(items, rest)
		}
		marked = marked || mark != ""
	}
	return items
}

// PasteItems puts lines into a section as new items in one form, after the item with this ID, or at the end where it
// is "". It gives the command and the new items' IDs.
func PasteItems(section, after string, form Form, lines []string) (Command, []string) {
	items := make([]Item, 0, len(lines))
	ids := make([]string, 0, len(lines))
	for _, line := range lines {
		it := NewItem()
		it.Text = it.Text.With(form, Clean(line))
		items, ids = append(items, it), append(ids, it.ID)
	}
	p := Place{Section: section, Part: PartText}
	if len(ids) > 0 {
		p.Item = ids[len(ids)-1]
	}
	return itemCommand("paste", p, func(old []Item) ([]Item, bool) {
		at := itemIndex(old, after) + 1
		if after == "" {
			at = len(old)
		}
		return slices.Insert(slices.Clone(old), at, items...), after == "" || at > 0
	}), ids
}

// DuplicateItem puts a copy of an item after it. It gives the command and the copy's ID.
func DuplicateItem(section, item string) (Command, string) {
	id := NewID()
	p := Place{Section: section, Item: id, Part: PartText}
	return itemCommand("duplicate", p, func(items []Item) ([]Item, bool) {
		i := itemIndex(items, item)
		if i < 0 {
			return nil, false
		}
		copied := items[i]
		copied.ID = id
		return slices.Insert(slices.Clone(items), i+1, copied), true
	}), id
}

// RemoveItems takes several items out of a section in one step.
func RemoveItems(section string, ids ...string) Command {
	p := Place{Section: section}
	if len(ids) == 1 {
		p.Item = ids[0]
	}
	return itemCommand("remove", p, func(items []Item) ([]Item, bool) {
		kept := slices.DeleteFunc(slices.Clone(items), func(it Item) bool { return slices.Contains(ids, it.ID) })
		return kept, len(kept) < len(items)
	})
}

// TransferItem moves an item to the end of another section. A title that the other section has no use for becomes
// the beginning of the text.
func TransferItem(from, item, to string) Command {
	p := Place{Section: to, Item: item, Part: PartText}
	return Command{Name: "transfer", Place: p, structure: true, apply: func(a Agreement) (Agreement, error) {
		i, j := sectionIndex(a, from), sectionIndex(a, to)
		if i < 0 || j < 0 || i == j {
			return a, noSuchPlace(p)
		}
		k := itemIndex(a.Sections[i].Items, item)
		if k < 0 || itemIndex(a.Sections[j].Items, item) >= 0 {
			return a, noSuchPlace(p)
		}
		moving := a.Sections[i].Items[k]
		if !a.Sections[j].Kind.Titled() {
			moving.Text = joinTexts(moving.Title, moving.Text, "\n\n")
			moving.Title = Text{}
		}
		if a.Sections[j].Kind != Networks {
			moving.Lead, moving.Members = "", nil
		}
		a.Sections = slices.Clone(a.Sections)
		a.Sections[i].Items = slices.Delete(slices.Clone(a.Sections[i].Items), k, k+1)
		a.Sections[j] = a.Sections[j].withItems(append(slices.Clone(a.Sections[j].Items), moving), false)
		return a, nil
	}}
}

// SplitItem parts an item in two at a byte offset of its text in one form; what follows becomes a new item. The other
// form is parted where it has as many paragraphs and the cut falls between two of them, else it stays whole in the
// first item. It gives the command and the new item's ID.
func SplitItem(section, item string, form Form, at int) (Command, string) {
	id := NewID()
	p := Place{Section: section, Item: id, Part: PartText}
	return itemCommand("split", p, func(items []Item) ([]Item, bool) {
		i := itemIndex(items, item)
		if i < 0 || at < 0 || at > len(items[i].Text.In(form)) {
			return nil, false
		}
		first, second := items[i], Item{ID: id}
		whole := first.Text
		for _, f := range Forms {
			head, tail := whole.In(f), ""
			if f == form {
				head, tail = head[:at], head[at:]
			} else if n, ok := paragraphsBefore(whole.In(form), at); ok {
				head, tail = cutParagraphs(head, n, len(paragraphs(whole.In(form))))
			}
			first.Text = first.Text.With(f, Clean(strings.TrimSpace(head)))
			second.Text = second.Text.With(f, Clean(strings.TrimSpace(tail)))
		}
		items = slices.Clone(items)
		items[i] = first
		return slices.Insert(items, i+1, second), true
	}), id
}

// MergeItem joins an item with the one after it, in both forms.
func MergeItem(section, item string) Command {
	p := Place{Section: section, Item: item, Part: PartText}
	return itemCommand("merge", p, func(items []Item) ([]Item, bool) {
		i := itemIndex(items, item)
		if i < 0 || i+1 >= len(items) {
			return nil, false
		}
		items = slices.Clone(items)
		next := items[i+1]
		glue := " "
		if !next.Title.Blank() {
			glue = "\n\n"
		}
		items[i].Members = joinMembers(items[i].Members, next.Members)
		items[i].Text = joinTexts(items[i].Text, joinTexts(next.Title, next.Text, "\n\n"), glue)
		return slices.Delete(items, i+1, i+2), true
	})
}

// joinMembers gives the members of two networks, each once.
func joinMembers(a, b []string) []string {
	out := slices.Clone(a)
	for _, m := range b {
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

// joinTexts joins two passages form by form. Two that were approved are still so together, and agreed wordings make
// one. What is joined to an agreed wording without being one deviates from it.
func joinTexts(a, b Text, glue string) Text {
	out := Text{Pair: joinPairs(a.Pair, b.Pair, glue), Agreed: a.Agreed}
	switch {
	case a.Locked() && b.Locked():
		out.Agreed = joinPairs(a.Agreed, b.Agreed, glue)
	case a.Blank():
		out.Agreed = b.Agreed
	}
	accepted := func(t Text) bool { return t.Blank() || t.Pair == t.Approved }
	if accepted(a) && accepted(b) && !out.Blank() {
		return out.Approve()
	}
	return out
}

func joinPairs(a, b Pair, glue string) Pair {
	var out Pair
	for _, f := range Forms {
		x, y := strings.TrimSpace(a.In(f)), strings.TrimSpace(b.In(f))
		if x != "" && y != "" {
			x += glue
		}
		out = out.With(f, x+y)
	}
	return out
}

func paragraphs(s string) []string {
	var out []string
	for line := range strings.Lines(s) {
		if !blank(line) {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}

// paragraphsBefore counts the paragraphs before an offset, where the offset falls between two of them.
func paragraphsBefore(s string, at int) (int, bool) {
	head, tail := s[:at], s[at:]
	if !strings.HasSuffix(strings.TrimRight(head, " "), "\n") && !strings.HasPrefix(strings.TrimLeft(tail, " "), "\n") {
		return 0, false
	}
	return len(paragraphs(head)), true
}

// cutParagraphs parts a text after n paragraphs, where it has want of them.
func cutParagraphs(s string, n, want int) (head, tail string) {
	all := paragraphs(s)
	if len(all) != want {
		return s, ""
	}
	return strings.Join(all[:n], "\n\n"), strings.Join(all[n:], "\n\n")
}

func sectionIndex(a Agreement, id string) int {
	return slices.IndexFunc(a.Sections, func(s Section) bool { return s.ID == id })
}
