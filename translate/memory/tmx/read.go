package tmx

import (
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"
	"time"

	"avtalebok/agreement"
)

// Report counts what was found in a file. Every unit is one of Taken, OtherLanguage, Empty and TooLong.
type Report struct {
	Units         int
	Taken         int // had both written forms
	OtherLanguage int // did not name bokmål and nynorsk as its languages
	Empty         int // had no text in one of the forms
	TooLong       int // had more text than MaxLength in one of them
}

// MaxLength is how many bytes a wording may have. No passage of an agreement comes near it.
const MaxLength = 16 << 10

// maxDepth bounds how deep tags may stand within one another; a TMX file has some six levels.
const maxDepth = 64

// Read goes through the units of a TMX file that have both written forms, and counts the others in report. Wordings
// are cleaned (agreement.Clean) and their tags taken out: the codes of another program's formatting mean nothing
// here. A placeholder such as "{county}" within a ph tag is text, and a ph tag for a line break is a line break.
//
// Nothing outside of the file is opened. A file that declares entities is refused. Whatever the file's size, only a
// unit at a time is held. An error is an agreement.Error and ends the sequence: the file is not TMX, is damaged or
// cut off, or can't be read.
func Read(in io.Reader, report *Report) iter.Seq2[agreement.Translation, error] {
	return func(yield func(agreement.Translation, error) bool) {
		src := newSource(in)
		dec := xml.NewDecoder(src)
		dec.CharsetReader = charset
		r := reader{report: report, yield: yield}
		for !r.done {
			if r.rooted { // what stands before the tmx tag is short
				src.next()
			}
			token, err := dec.Token()
			if err == nil {
				err = r.token(token)
			}
			if err != nil {
				line, _ := dec.InputPos()
				yield(agreement.Translation{}, r.explain(err, line))
				return
			}
		}
	}
}

// reader is a reading that goes on.
type reader struct {
	report *Report
	yield  func(agreement.Translation, error) bool
	depth  int
	rooted bool // the tmx tag was met
	done   bool
	unit   unit
	form   agreement.Form // of the variant that is being read; "" for another language
	text   *segment       // the segment that is being read, if it is wanted
}

// unit is what a tu tag has brought so far.
type unit struct {
	open    bool
	pair    agreement.Pair
	found   map[agreement.Form]bool
	tooLong bool
	changed time.Time
}

var (
	errEntities = errors.New("the file declares entities")
	errNotTMX   = errors.New("the file does not begin with a tmx tag")
	errTooDeep  = errors.New("tags stand too deep within one another")
)

func (r *reader) token(token xml.Token) error {
	switch token := token.(type) {
	case xml.Directive:
		if strings.Contains(strings.ToUpper(string(token)), "<!ENTITY") {
			return errEntities
		}
	case xml.StartElement:
		if r.depth++; r.depth > maxDepth {
			return errTooDeep
		}
		return r.start(token)
	case xml.CharData:
		if r.text != nil {
			r.text.add(token)
		}
	case xml.EndElement:
		r.depth--
		r.end(token.Name.Local)
	}
	return nil
}

func (r *reader) start(tag xml.StartElement) error {
	name := tag.Name.Local
	switch {
	case !r.rooted:
		if name != "tmx" {
			return errNotTMX
		}
		r.rooted = true
	case r.text != nil:
		r.text.start(tag)
	case name == "tu":
		r.unit = unit{open: true, found: map[agreement.Form]bool{}, changed: changed(tag)}
	case name == "tuv":
		r.form, _ = formOf(language(tag))
	case name == "seg" && r.unit.open && r.form != "" && !r.unit.found[r.form]:
		r.unit.found[r.form] = true
		r.text = &segment{}
	}
	return nil
}

func (r *reader) end(name string) {
	switch {
	case r.text != nil:
		if r.text.end() {
			r.unit.pair = r.unit.pair.With(r.form, r.text.clean())
			r.unit.tooLong = r.unit.tooLong || r.text.tooLong
			r.text = nil
		}
	case name == "tuv":
		r.form = ""
	case name == "tu" && r.unit.open:
		r.finish(r.unit)
		r.unit = unit{}
	}
	if r.depth == 0 {
		r.done = true
	}
}

// finish counts a unit and hands it on if it is of use.
func (r *reader) finish(u unit) {
	r.report.Units++
	switch {
	case len(u.found) < len(agreement.Forms):
		r.report.OtherLanguage++
	case u.tooLong:
		r.report.TooLong++
	case u.pair.NB == "" || u.pair.NN == "":
		r.report.Empty++
	default:
		r.report.Taken++
		if !r.yield(agreement.Translation{Pair: u.pair, Origin: agreement.FromImport, Confirmed: u.changed}, nil) {
			r.done = true
		}
	}
}

// language gives a variant's language code. Files of versions before 1.4 have the attribute lang without xml.
func language(tag xml.StartElement) string {
	for _, a := range tag.Attr {
		if strings.EqualFold(a.Name.Local, "lang") {
			return a.Value
		}
	}
	return ""
}

// changed gives the moment a unit was last changed, or else made; zero where the file does not say.
func changed(tag xml.StartElement) time.Time {
	var made time.Time
	for _, a := range tag.Attr {
		if a.Name.Local != "changedate" && a.Name.Local != "creationdate" {
			continue
		}
		t, err := time.Parse(timeFormat, a.Value)
		if err == nil && (a.Name.Local == "changedate" || made.IsZero()) {
			made = t
		}
	}
	return made
}

// timeFormat is how TMX writes a moment: "20260329T005930Z".
const timeFormat = "20060102T150405Z"

// explain turns what went wrong into an Error that says what to do.
func (r *reader) explain(err error, line int) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, errEntities):
		return agreement.NewError(agreement.Invalid, "error.tm.entities", err)
	case errors.Is(err, errTooLong), errors.Is(err, errTooDeep):
		return agreement.NewError(agreement.Invalid, "error.tm.broken", err, "Line", line)
	case errors.Is(err, errNotTMX), !r.rooted && (errors.As(err, &syntax) || errors.Is(err, io.EOF)):
		return agreement.NewError(agreement.Invalid, "error.tm.notTMX", err)
	case errors.As(err, &syntax) && syntax.Msg == "unexpected EOF", errors.Is(err, io.EOF):
		return agreement.NewError(agreement.Invalid, "error.tm.cutOff", err)
	case errors.As(err, &syntax):
		return agreement.NewError(agreement.Invalid, "error.tm.broken", err, "Line", syntax.Line)
	case strings.Contains(err.Error(), "encoding"):
		return agreement.NewError(agreement.Invalid, "error.tm.encoding", err)
	}
	return agreement.NewError(agreement.Storage, "error.tm.reading", err)
}
