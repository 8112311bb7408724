package parties

import (
	"slices"
	"strings"

	"avtalebok/agreement"
)

// Extra gives what stands in those columns of a list that Read does not take in, for whoever knows their headings: by the
// row's line and the column's heading. The list is what Read gave.
func Extra(content []byte, list List) map[int]map[string]string {
	text, _, err := decode(content)
	if err != nil {
		return nil
	}
	text, comma, line := separator(text)
	found, err := records(text, comma, line)
	if err != nil {
		return nil
	}
	found = slices.DeleteFunc(found, func(r record) bool { return r.err == nil && blankCells(r.cells) })
	if len(found) == 0 {
		return nil
	}
	heads := found[0].cells
	out := make(map[int]map[string]string)
	for _, r := range found[1:] {
		if r.err != nil {
			continue
		}
		cells := make(map[string]string)
		for i, head := range heads {
			ignored := slices.Contains(list.Ignored, shortened(strings.TrimSpace(agreement.CleanLine(head))))
			if ignored && i < len(r.cells) {
				cells[oneLine(head)] = oneLine(r.cells[i])
			}
		}
		out[r.line] = cells
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(agreement.CleanLine(s)), " ") }
