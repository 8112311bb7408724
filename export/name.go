package export

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
)

// maxSlug keeps names well under the 255 bytes that file systems allow.
const maxSlug = 60

// many is how many parties a title still names; of more, no one is the counterpart.
const many = 6

// PDFName gives a document's file name without a folder: "partnerskapsavtale-bodo-kommune-nb.pdf", that is the
// genre, the counterpart (the last party) and the written form, in letters that every system and post room
// takes. An agreement between many is named by its theme: "samarbeidsavtale-rein-kyst-nn.pdf".
func PDFName(doc agreement.Document) string {
	return baseName(doc) + "-" + string(doc.Form) + ".pdf"
}

func baseName(doc agreement.Document) string {
	parts := []string{slug(genre(doc))}
	switch n := len(doc.Parties); {
	case n > many && complete(doc.Theme): // no one of them is the counterpart
		parts = append(parts, slug(doc.Theme.String()))
	case n > 0:
		parts = append(parts, slug(doc.Parties[n-1]))
	}
	name := strings.Trim(strings.Join(parts, "-"), "-")
	if name == "" {
		return "avtale"
	}
	return name
}

// genre is the document's title where it has one, not counting what is said about a missing one.
func genre(doc agreement.Document) string {
	if !complete(doc.Title) {
		return "avtale"
	}
	return doc.Title.String()
}

// complete reports whether a passage says something and lacks nothing.
func complete(p agreement.Passage) bool {
	for _, s := range p.Spans {
		if s.Kind == agreement.Unfilled {
			return false
		}
	}
	return strings.TrimSpace(p.String()) != ""
}

// letters are those that taking the marks off does not bring to ASCII.
var letters = strings.NewReplacer("æ", "ae", "ø", "o", "å", "a", "đ", "d", "ŋ", "n", "ŧ", "t", "ð", "d", "þ", "th", "ł", "l", "ß", "ss")

// slug writes a name in lower-case ASCII letters and digits with hyphens between words.
func slug(s string) string {
	s = norm.NFD.String(letters.Replace(strings.ToLower(norm.NFC.String(s))))
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
			// marks and apostrophes leave no gap
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= maxSlug {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// DraftName gives the file name for an agreement's .avtale file: "partnerskapsavtale-bodo-kommune.avtale", with the
// genre as it is called in the form.
func DraftName(a agreement.Agreement, form agreement.Form) (string, error) {
	doc, err := a.Resolve(form)
	if err != nil {
		return "", err
	}
	return baseName(doc) + ".avtale", nil
}
