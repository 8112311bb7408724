package translate

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"avtalebok/agreement"
)

// maxStyleFile bounds a style file, in bytes; one that names every form has 1,000.
const maxStyleFile = 64 << 10

type styleFile struct {
	Name  string   `toml:"name"`
	Forms []string `toml:"forms"`
}

// ReadStyle reads a house style from a file:
//
//	name = "Vestland fylkeskommune"
//	forms = ["me", "vart", "skole"]
//
// What is not named is as in the default style. An unknown key or form and two forms of one preference are errors.
func ReadStyle(path string) (Style, error) {
	f, err := os.Open(path)
	if err != nil {
		return Style{}, agreement.NewError(agreement.Invalid, "error.style.read", err, "File", path)
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, maxStyleFile+1))
	if err != nil || len(content) > maxStyleFile {
		return Style{}, agreement.NewError(agreement.Invalid, "error.style.read", err, "File", path)
	}
	return ParseStyle(path, content)
}

// ParseStyle reads a house style from a file's content; name is what error messages call the file.
func ParseStyle(name string, content []byte) (Style, error) {
	var file styleFile
	decoder := toml.NewDecoder(bytes.NewReader(content)).DisallowUnknownFields()
	if err := decoder.Decode(&file); err != nil {
		return Style{}, agreement.NewError(agreement.Invalid, "error.style.syntax", err, "File", name, "Line", lineOf(err))
	}
	style := Style{Name: agreement.CleanLine(file.Name)}
	named := make(map[string]string)
	for _, form := range file.Forms {
		form = strings.TrimSpace(form)
		p, ok := PreferenceOf(form)
		if !ok {
			return Style{}, agreement.NewError(agreement.Invalid, "error.style.unknown", nil, "Form", form, "Suggestion", nearest(form))
		}
		if other, twice := named[p.ID]; twice && other != form {
			return Style{}, agreement.NewError(agreement.Invalid, "error.style.both", nil, "Form", form, "Other", other)
		}
		named[p.ID] = form
		style, _ = style.With(form)
	}
	return style, nil
}

// WriteStyle gives the content of a file that ReadStyle reads.
func WriteStyle(s Style) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "name = %q\nforms = [", s.Name)
	for i, form := range s.Forms() {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", form)
	}
	b.WriteString("]\n")
	return []byte(b.String())
}

func lineOf(err error) int {
	var syntax *toml.DecodeError
	if errors.As(err, &syntax) {
		line, _ := syntax.Position()
		return line
	}
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) && len(unknown.Errors) > 0 {
		line, _ := unknown.Errors[0].Position()
		return line
	}
	return 1
}
