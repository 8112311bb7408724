package parties

import (
	"cmp"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/data/facts"
)

// Row is a line of a list: a party, or the reason why it is none.
type Row struct {
	Line   int      // from 1, the line with the columns' names included
	Text   string   // as it stands there, for people
	Entry  Entry    // cleaned; zero where Err says why
	Groups []string // groups that it is to be in
	Err    error    // an agreement.Error
	Notes  []error  // what was taken in all the same and should be looked at; agreement.Errors
}

// List is what stands in a file.
type List struct {
	Rows      []Row
	Ignored   []string // headings of columns that are not taken in
	Separator rune
	Latin     bool // it was not UTF-8, and was read as Windows' Latin alphabet
}

// Read reads a list of parties: cells parted by semicolon, comma or tab, in UTF-8, UTF-16 or Windows' Latin alphabet, with
// a first line that names the columns, in any order. Every line that has a word gives a row. The error, an
// agreement.Error, says that the file as a whole is no list: nothing of it can be taken in.
func Read(content []byte) (List, error) {
	text, latin, err := decode(content)
	if err != nil {
		return List{}, err
	}
	text, comma, line := separator(text)
	list := List{Separator: comma, Latin: latin}
	found, err := records(text, comma, line)
	if err != nil {
		return List{}, err
	}
	found = slices.DeleteFunc(found, func(r record) bool { return r.err == nil && blankCells(r.cells) })
	if len(found) == 0 {
		return List{}, agreement.NewError(agreement.Invalid, "error.parties.empty", nil)
	}
	if found[0].err != nil {
		return List{}, found[0].err
	}
	cols, ignored, err := columnsOf(found[0].cells)
	if err != nil {
		return List{}, err
	}
	list.Ignored = ignored
	for _, r := range found[1:] {
		list.Rows = append(list.Rows, cols.row(r))
	}
	if len(list.Rows) == 0 {
		return List{}, agreement.NewError(agreement.Invalid, "error.parties.empty", nil)
	}
	return list, nil
}

func blankCells(cells []string) bool {
	return !slices.ContainsFunc(cells, func(s string) bool { return strings.TrimSpace(agreement.CleanLine(s)) != "" })
}

func (c columns) row(r record) Row {
	row := Row{Line: r.line, Text: rowText(r.cells), Err: r.err}
	if row.Err == nil {
		row.Err = c.fits(r.cells)
	}
	if row.Err != nil {
		return row
	}
	e, err := c.entry(r.cells)
	if err == nil {
		e = e.Clean()
		err = e.Validate()
	}
	if err != nil {
		row.Err = err
		return row
	}
	row.Entry, row.Groups, row.Notes = e, parted(c.cell(r.cells, groupColumn)), c.notes(r.cells, e)
	return row
}

func rowText(cells []string) string {
	var out []string
	for _, s := range cells {
		if s = strings.Join(strings.Fields(agreement.CleanLine(s)), " "); s != "" {
			out = append(out, s)
		}
	}
	const most = 120
	text := []rune(strings.Join(out, " · "))
	if len(text) > most {
		return string(text[:most]) + "…"
	}
	return string(text)
}

// fits refuses a line that has words where there are no columns, or that is one cell parted by another separator than the
// file's.
func (c columns) fits(cells []string) error {
	for i := len(c.heads); i < len(cells); i++ {
		if strings.TrimSpace(cells[i]) != "" {
			return agreement.NewError(agreement.Invalid, "error.parties.cells", nil, "Cells", len(cells), "Columns", len(c.heads))
		}
	}
	if len(c.heads) > 1 && len(cells) == 1 {
		for _, other := range separators {
			if strings.Count(cells[0], string(other)) >= len(c.heads)-1 {
				return agreement.NewError(agreement.Invalid, "error.parties.separator", nil, "Sign", SignKey(other))
			}
		}
	}
	return nil
}

// SignKey names a separator in message keys.
func SignKey(sign rune) string {
	switch sign {
	case ',':
		return "comma"
	case '\t':
		return "tab"
	}
	return "semicolon"
}

// entry reads a line as a party.
func (c columns) entry(cells []string) (Entry, error) {
	cell := func(means column) string { return c.cell(cells, means) }
	var e Entry
	e.Name, e.Short = cell(nameColumn), cell(shortColumn)
	body, isBody, err := c.body(cell(bodyColumn), e.Name)
	if err != nil {
		return e, err
	}
	e.Kind = agreement.OrganisationParty
	if isBody {
		e.Party = body.Party()
	}
	if e.Name == "" {
		return e, agreement.NewError(agreement.Invalid, "error.parties.name", nil)
	}
	if e.OrgNumber, err = ReadNumber(cell(numberColumn)); err != nil {
		return e, err
	}
	if adopted, ok := formOf(cell(formColumn)); ok && !isBody {
		e.Adopted = adopted
	}
	e.Address = address(cell(addressColumn), cell(postcodeColumn), cell(placeColumn))
	contact := agreement.Person{
		Name: cell(contactColumn), Email: cell(emailColumn), Phone: cell(phoneColumn),
		Title: pairOf(c.titled(contactTitleColumn, cells), cell(contactTitleNBColumn), cell(contactTitleNNColumn)),
	}
	if contact.Name != "" || contact.Email != "" || contact.Phone != "" {
		e.Contacts = []agreement.Person{contact}
	}
	signatory := agreement.Person{
		Name:  cell(signatoryColumn),
		Title: pairOf(c.titled(signatoryTitleColumn, cells), cell(signatoryTitleNB), cell(signatoryTitleNN)),
	}
	if signatory.Name == "" && !signatory.Title.Blank() || signatory.Name != "" {
		e.Signatories = []agreement.Person{signatory}
	}
	return e, nil
}

// titled gives the title that a column says, or that stands in the heading of the signatory's column: "Styreleder".
func (c columns) titled(means column, cells []string) string {
	if text := c.cell(cells, means); text != "" || means != signatoryTitleColumn {
		return text
	}
	i, ok := c.at[signatoryColumn]
	if !ok || c.cell(cells, signatoryColumn) == "" {
		return ""
	}
	if title, known := KnownTitle(strings.TrimSpace(agreement.CleanLine(c.heads[i]))); known {
		return title.NB
	}
	return ""
}

// body finds the municipality or county that a line is about: by its number, which may have lost its leading zero, or by
// a name that says what it is.
func (c columns) body(number, name string) (facts.Body, bool, error) {
	number = strings.TrimLeft(compact(number), "'’")
	if number != "" && strings.Trim(number, "0123456789") == "" {
		for len(number) == 1 || len(number) == 3 {
			number = "0" + number
		}
		if b, ok := BodyOf(number); ok {
			return b, true, nil
		}
		return facts.Body{}, false, agreement.NewError(agreement.Invalid, "error.parties.body", nil, "Number", shortened(number))
	}
	kind, sure := agreement.MunicipalityParty, false
	switch lower := strings.ToLower(name); {
	case strings.HasSuffix(lower, " fylkeskommune"):
		kind, sure = agreement.CountyParty, true
	case strings.HasSuffix(lower, " kommune"):
		sure = true
	default:
		head := Normal(c.head(nameColumn))
		sure = head == "kommune" || head == "municipality"
	}
	if !sure || name == "" {
		return facts.Body{}, false, nil
	}
	b, err := facts.Lookup(kind, name)
	return b, err == nil, err
}

func (c columns) head(means column) string {
	if i, ok := c.at[means]; ok {
		return c.heads[i]
	}
	return ""
}

// forms are how a written form is named in lists.
var forms = map[string]agreement.AdoptedForm{
	"bokmål": agreement.AdoptedBokmal, "bokmal": agreement.AdoptedBokmal, "nb": agreement.AdoptedBokmal, "bm": agreement.AdoptedBokmal,
	"b": agreement.AdoptedBokmal, "nynorsk": agreement.AdoptedNynorsk, "nn": agreement.AdoptedNynorsk, "n": agreement.AdoptedNynorsk,
	"nøytral": agreement.AdoptedNeutral, "nøytralt": agreement.AdoptedNeutral, "neutral": agreement.AdoptedNeutral,
}

// formOf reads a written form; "" is one that is not said.
func formOf(text string) (agreement.AdoptedForm, bool) {
	form, ok := forms[Normal(text)]
	return form, ok || text == ""
}

// address puts an address together from its columns. A place that stands in the address already is not said twice, and a
// postal code gets the zero back that a spreadsheet has taken for needless.
func address(street, postcode, place string) string {
	if len(postcode) == 3 && strings.Trim(postcode, "0123456789") == "" {
		postcode = "0" + postcode
	}
	town := strings.TrimSpace(postcode + " " + place)
	if town == "" || strings.HasSuffix(strings.ToLower(street), strings.ToLower(cmp.Or(place, town))) {
		return street
	}
	return strings.TrimPrefix(street+", "+town, ", ")
}

// parted gives the groups of a cell, which are parted by vertical bars, semicolons or commas.
func parted(text string) []string {
	var out []string
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == ';' || r == ',' }) {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// notes says what should be looked at in a line that is taken in.
func (c columns) notes(cells []string, e Entry) []error {
	var notes []error
	note := func(key string, args ...any) {
		notes = append(notes, agreement.NewError(agreement.Invalid, "error.parties."+key, nil, args...))
	}
	if mail := c.cell(cells, emailColumn); mail != "" && !plausibleMail(mail) {
		note("email", "Email", shortened(mail))
	}
	if form := c.cell(cells, formColumn); form != "" {
		adopted, ok := formOf(form)
		switch {
		case !ok:
			note("form", "Form", shortened(form))
		case e.BuiltIn() && adopted != e.Adopted:
			note("form_body", "Form", shortened(form), "Name", e.Name)
		}
	}
	if e.BuiltIn() && len(e.Contacts)+len(e.Signatories) == 0 && e.Address == "" && e.OrgNumber == "" {
		note("nothing_new", "Name", e.Name)
	}
	return notes
}

// plausibleMail reports whether a text can be an e-mail address: something, one @, something with a point.
func plausibleMail(s string) bool {
	user, host, ok := strings.Cut(s, "@")
	return ok && user != "" && strings.Contains(host, ".") && !strings.ContainsAny(s, " ,;") && !strings.Contains(host, "@")
}
