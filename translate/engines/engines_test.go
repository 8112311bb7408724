package engines

import (
	"context"
	"errors"
	"log/slog"
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate"
)

// fake says its name, or fails.
type fake struct {
	name   string
	err    error
	closed bool
}

func (f *fake) Translate(context.Context, translate.Direction, []translate.Segment) ([]translate.Translation, error) {
	return []translate.Translation{{Text: f.name}}, f.err
}

func (f *fake) Close() error {
	f.closed = true
	return nil
}

func TestAnotherEngineStandsInForOneWhoseDataAreOfNoUse(t *testing.T) {
	damaged := agreement.NewError(agreement.Refused, "error.engine.data", nil, "File", "x")
	for _, c := range []struct {
		err  error
		says string
	}{
		{nil, "own"},
		{damaged, "other"},
		{context.Canceled, ""},
		{agreement.NewError(agreement.Refused, "error.translate.size", nil), ""},
	} {
		own, other := &fake{name: "own", err: c.err}, &fake{name: "other"}
		opened := 0
		r := &relieved{Engine: own, log: slog.New(slog.DiscardHandler), relief: func() translate.Engine {
			opened++
			return other
		}}
		for range 2 {
			got, err := r.Translate(context.Background(), translate.ToNynorsk, nil)
			switch {
			case c.says == "" && !errors.Is(err, c.err):
				t.Errorf("%v became %v", c.err, err)
			case c.says != "" && (err != nil || got[0].Text != c.says):
				t.Errorf("with %v: %v, %v", c.err, got, err)
			}
		}
		if err := r.Close(); err != nil || !own.closed || other.closed != (opened == 1) || opened > 1 {
			t.Errorf("with %v: %v, closed %v and %v, opened %d", c.err, err, own.closed, other.closed, opened)
		}
	}
}

func TestKindsAreReadByTheirNames(t *testing.T) {
	for _, k := range append([]Kind{Automatic}, Kinds...) {
		if got, err := ParseKind(string(k)); got != k || err != nil {
			t.Errorf("%q: %q, %v", k, got, err)
		}
	}
	if _, err := ParseKind("moses"); err == nil {
		t.Error("an engine that is none was taken")
	}
}

func TestTheEngineWithinTheProgramIsTheFirstChoice(t *testing.T) {
	f, err := Find(Automatic, "")
	if err != nil {
		t.Skip("Apertium's data for nynorsk and bokmål are not installed")
	}
	if f.Kind != Internal {
		t.Errorf("%q is used", f.Kind)
	}
	if f, err := Find(Apertium, ""); err == nil && f.Kind != Apertium {
		t.Errorf("%q is used where Apertium was chosen", f.Kind)
	}
}

func TestAFolderWithoutDataSaysWhatIsMissing(t *testing.T) {
	for _, k := range append([]Kind{Automatic}, Kinds...) {
		var known *agreement.Error
		if _, err := Find(k, t.TempDir()); !errors.As(err, &known) || known.Key != "error.translate.incomplete" {
			t.Errorf("%q: %v", k, err)
		}
	}
}
