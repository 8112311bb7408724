package agreement

// Form is one of the two written forms of Norwegian (målform).
type Form string

// The written forms. The values are the language codes used in files, on the command line and in locales.
const (
	Bokmal  Form = "nb"
	Nynorsk Form = "nn"
)

// Forms lists both written forms in the order in which they are shown.
var Forms = [...]Form{Bokmal, Nynorsk}

// Other gives the form that is not f.
func (f Form) Other() Form {
	if f == Bokmal {
		return Nynorsk
	}
	return Bokmal
}

// Valid reports whether f is one of the two written forms.
func (f Form) Valid() bool { return f == Bokmal || f == Nynorsk }

// AdoptedForm is what a municipality or county has decided under språklova § 4: one of the forms, or neutral.
type AdoptedForm string

// The possible decisions. Neutral means that whoever writes to the body may choose.
const (
	AdoptedBokmal  AdoptedForm = "nb"
	AdoptedNynorsk AdoptedForm = "nn"
	AdoptedNeutral AdoptedForm = "neutral"
)
