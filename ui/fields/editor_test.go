package fields

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/ui/widgets"
)

func newEditor(t *testing.T, f agreement.Field, change func(*Options)) *Editor {
	t.Helper()
	test.NewTempApp(t)
	o := Options{
		Words: locales.New("nn"), Speech: agreement.Nynorsk, Both: &widgets.Columns{}, Plain: &widgets.Columns{},
		Now: func() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) },
	}
	if change != nil {
		change(&o)
	}
	return New(f, o)
}

func field(kind agreement.FieldType, value string) agreement.Field {
	return agreement.Field{ID: "f", Type: kind, Label: agreement.Pair{NB: "Felt", NN: "Felt"}, Answer: agreement.Answer{Value: value}}
}

func TestADateIsTypedInTheNorwegianWayAndKeptInTheOneWay(t *testing.T) {
	f := field(agreement.DateField, "2027-02-08")
	if got := Shown(f); got != "08.02.2027" {
		t.Errorf("shown as %q", got)
	}
	for typed, want := range map[string]string{
		"8.2.2027": "2027-02-08", "8. februar 2027": "2027-02-08", "2027-02-08": "2027-02-08", "i vår": "i vår", "": "", "31.2.2027": "31.2.2027",
	} {
		if got := Stored(f, typed); got != want {
			t.Errorf("%q is kept as %q, want %q", typed, got, want)
		}
	}
	if got := Stored(field(agreement.LineField, ""), "8.2.2027"); got != "8.2.2027" {
		t.Errorf("a line is kept as %q", got)
	}
}

func TestWhatIsSaidOfAnAnswer(t *testing.T) {
	one, ten := int64(1), int64(10)
	number := func(kind agreement.FieldType, value string) agreement.Field {
		f := field(kind, value)
		f.Min, f.Max = &one, &ten
		return f
	}
	required := field(agreement.LineField, "")
	required.Required = true
	pen := field(agreement.DateField, "")
	pen.Answer.ByHand = true
	for name, c := range map[string]struct {
		field agreement.Field
		want  string
	}{
		"a date as it will be printed":    {field(agreement.DateField, "2027-02-08"), "8.\u00a0februar\u00a02027"},
		"no date":                         {field(agreement.DateField, "i vår"), locales.New("nn").Problem(field(agreement.DateField, "i vår"), agreement.NotDate)},
		"months in words":                 {number(agreement.MonthsField, "3"), "tre månader"},
		"too many months":                 {number(agreement.MonthsField, "11"), locales.New("nn").Problem(number(agreement.MonthsField, "11"), agreement.TooLarge)},
		"a line that is printed as it is": {field(agreement.LineField, "26/01234"), ""},
		"an answer that is missing":       {required, locales.New("nn").Problem(required, agreement.NotAnswered)},
		"left to the pen":                 {pen, locales.New("nn").T("desk.line_for_pen")},
	} {
		e := newEditor(t, c.field, func(o *Options) { o.Pen = func(bool) {} })
		e.Show(c.field, nil)
		if got := e.Row.Caption(0); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestEveryTypeHasWhatItIsAnsweredIn(t *testing.T) {
	options := []agreement.Option{{ID: "yes", Label: agreement.Pair{NB: "Ja", NN: "Ja"}}, {ID: "no", Label: agreement.Pair{NB: "Nei", NN: "Nei"}}}
	for _, kind := range []agreement.FieldType{
		agreement.LineField, agreement.TextField, agreement.NumberField, agreement.MonthsField, agreement.AmountField,
		agreement.DateField, agreement.YearField, agreement.ChoiceField,
	} {
		f := field(kind, "")
		f.Options = options
		e := newEditor(t, f, nil)
		want := 1
		switch kind {
		case agreement.TextField:
			want = 2
		case agreement.ChoiceField:
			want = 0
		}
		if len(e.Entries) != want || (e.Choice != nil) != (want == 0) {
			t.Errorf("%s: %d entries, choice %v", kind, len(e.Entries), e.Choice != nil)
		}
		if opens := want == 1 && e.Entries[0].Opens != nil; opens != (kind == agreement.DateField) {
			t.Errorf("%s: has a calendar: %v", kind, opens)
		}
		if e.Pen != nil {
			t.Errorf("%s: the pen was not asked for", kind)
		}
	}
}

func TestAnOptionIsChosenByTheArrowKeys(t *testing.T) {
	f := field(agreement.ChoiceField, "a")
	for _, id := range []string{"a", "b", "c"} {
		f.Options = append(f.Options, agreement.Option{ID: id, Label: agreement.Pair{NB: id, NN: id}})
	}
	var chosen []string
	e := newEditor(t, f, func(o *Options) { o.Changed = func(id string) { chosen = append(chosen, id) } })
	e.Show(f, nil)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyDelete} {
		e.Choice.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if want := []string{"b", "c", "b", ""}; len(chosen) != len(want) || chosen[0] != "b" || chosen[1] != "c" || chosen[2] != "b" || chosen[3] != "" {
		t.Errorf("chosen %q, want %q", chosen, want)
	}
	f.Required = true
	e = newEditor(t, f, func(o *Options) { o.Changed = func(string) { t.Error("a required choice was taken away") } })
	e.Show(f, nil)
	e.Choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
}
