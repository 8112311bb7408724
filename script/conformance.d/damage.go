package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// damage is a way to break a file so that it must fail. Old and new text are of one length, so that nothing else moves.
type damage struct {
	name     string
	old, new string
	fails    []string // the flavours that must notice
}

var damages = []damage{
	{"metadata taken away", "/Metadata ", "/Metadatx ", []string{"2a", "ua1"}},
	{"metadata of another standard", "<pdfaid:part>2<", "<pdfaid:part>1<", []string{"2a"}},
	{"metadata without PDF/UA", "<pdfuaid:part>1<", "<pdfuaid:part>7<", []string{"ua1"}},
	{"structure tree cut off", "/StructTreeRoot ", "/StructTreeRoox ", []string{"2a", "ua1"}},
	{"not said to be tagged", "/Marked true", "/Markex true", []string{"2a", "ua1"}},
	{"role of no standard", "/S /LBody", "/S /LBodx", []string{"2a", "ua1"}},
	{"list item outside of a list", "/S /L ", "/S /P ", []string{"ua1"}},
	{"no language", "/Lang (", "/Lanx (", []string{"ua1"}},
	{"title not shown", "/DisplayDocTitle true", "/DisplayDocTitlx true", []string{"ua1"}},
	{"signature field without a tooltip", "/TU ", "/TX ", []string{"ua1"}},
	{"logo without alternative text", "/Alt ", "/Alx ", []string{"ua1"}},
	{"font not embedded", "/FontFile2 ", "/FontFilex ", []string{"2a", "ua1"}},
	{"font without a map to Unicode", "/ToUnicode ", "/ToUnicodx ", []string{"2a", "ua1"}},
	{"no output intent", "/OutputIntents ", "/OutputIntentx ", []string{"2a"}},
	{"no file identifier", "/ID ", "/IX ", []string{"2a"}},
	{"bytes after the end", "%%EOF\n", "%%EOF\nmore", []string{"2a"}},
}

// damagedCase has everything in it that is damaged: fields, lists, a logo.
const damagedCase = "logo-transparent-nb"

// apply breaks a copy of a file.
func (d damage) apply(content []byte) ([]byte, error) {
	if !bytes.Contains(content, []byte(d.old)) {
		return nil, fmt.Errorf("%s: there is no %q to break", d.name, d.old)
	}
	return bytes.ReplaceAll(content, []byte(d.old), []byte(d.new)), nil
}

// damagedFail breaks a file in every way, and wants veraPDF to notice each: a judge that can't say no proves nothing.
func (t tools) damagedFail(files []file) outcome {
	var o outcome
	whole := files[slices.IndexFunc(files, func(f file) bool { return f.Name == damagedCase })]
	dir := filepath.Join(t.work, "damaged")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		o.wrong("%v", err)
		return o
	}
	var paths []string
	for i, d := range damages {
		content, err := d.apply(whole.Content)
		if err != nil {
			o.wrong("%v", err)
			return o
		}
		path := filepath.Join(dir, fmt.Sprintf("%02d.pdf", i+1))
		if err := os.WriteFile(path, content, 0o644); err != nil {
			o.wrong("%v", err)
			return o
		}
		paths = append(paths, path)
	}
	lists, err := t.verifyAll(paths)
	if err != nil {
		o.wrong("%v", err)
		return o
	}
	noticed := 0
	for i, d := range damages {
		for k, fl := range flavours {
			v := lists[k][i]
			switch {
			case v.rules() != fl.rules:
				o.wrong("%s, %s: %s, %d rules were tried, want %d", d.name, fl.name, v.Status, v.rules(), fl.rules)
			case v.Compliant != (v.Failed == 0):
				o.wrong("%s, %s: conforms is %v with %d failed rules", d.name, fl.name, v.Compliant, v.Failed)
			case slices.Contains(d.fails, fl.name) && v.Compliant:
				o.wrong("%s: %s did not notice", d.name, fl.name)
			case !v.Compliant:
				noticed++
			}
		}
	}
	o.summary = fmt.Sprintf("%d ways to break a file, failed as they must in %d judgements", len(damages), noticed)
	return o
}
