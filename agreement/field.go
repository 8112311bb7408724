package agreement

// FieldType says what may be answered in a field and how the answer is written out.
type FieldType string

// The field types.
const (
	LineField   FieldType = "line"   // one line, the same in both forms: a name, a case number
	TextField   FieldType = "text"   // words that differ between the forms
	NumberField FieldType = "number" // a whole number
	MonthsField FieldType = "months" // a number of months, written "tre måneder"
	AmountField FieldType = "amount" // whole kroner, written "500 000 kroner"
	DateField   FieldType = "date"   // stored as 2006-01-02, written "2. januar 2006"
	YearField   FieldType = "year"   // four digits
	ChoiceField FieldType = "choice" // the ID of one of the field's options, written as its label
)

// Field is a question that the template asks, with the answer. The definition is copied into the agreement, so
// that an agreement can be read and checked where its template is not known.
type Field struct {
	ID        string    `json:"id"`
	Type      FieldType `json:"type"`
	Label     Pair      `json:"label"`
	Help      Pair      `json:"help"`
	Required  bool      `json:"required,omitempty"`
	Min       *int64    `json:"min,omitempty"`       // lowest number, months, kroner or year
	Max       *int64    `json:"max,omitempty"`       // highest
	MaxLength int       `json:"maxLength,omitempty"` // characters, for line and text
	Options   []Option  `json:"options,omitempty"`   // for choice, in the order in which they are shown
	Answer    Answer    `json:"answer"`
}

// Option is one of the answers that a choice field offers.
type Option struct {
	ID    string `json:"id"`
	Label Pair   `json:"label"`
}

// Option finds an option by its ID.
func (f Field) Option(id string) (Option, bool) {
	for _, o := range f.Options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// Answer is what the user filled in. Text fields use Text, all others Value. ByHand means that it was left open on
// purpose and is printed as a line to be filled in with a pen.
type Answer struct {
	Value  string `json:"value,omitempty"`
	Text   Text   `json:"text,omitzero"`
	ByHand bool   `json:"byHand,omitempty"`
}

// Bilingual reports whether the field's answer differs between the written forms.
func (f Field) Bilingual() bool { return f.Type == TextField }

// In gives the raw answer in one form: what the user typed, not how it is written out.
func (f Field) In(form Form) string {
	if f.Bilingual() {
		return f.Answer.Text.In(form)
	}
	return f.Answer.Value
}
