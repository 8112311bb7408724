package agreement

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Pair is a wording in both written forms.
type Pair struct {
	NB string `json:"nb"`
	NN string `json:"nn"`
}

// In gives the wording in one form.
func (p Pair) In(f Form) string {
	if f == Nynorsk {
		return p.NN
	}
	return p.NB
}

// With gives the pair with the wording in one form replaced.
func (p Pair) With(f Form, s string) Pair {
	if f == Nynorsk {
		p.NN = s
	} else {
		p.NB = s
	}
	return p
}

// Blank reports whether neither form has a wording.
func (p Pair) Blank() bool { return blank(p.NB) && blank(p.NN) }

// Text is one passage in both written forms. Approved holds the pair that a person last accepted as saying the
// same; keeping the wording, not only a fingerprint of it, lets a later change be shown and not merely noticed.
type Text struct {
	Pair
	Approved Pair
}

// Both makes an approved text of two wordings.
func Both(nb, nn string) Text {
	p := Pair{NB: nb, NN: nn}
	return Text{Pair: p, Approved: p}
}

// With gives the text with one form's wording replaced; what was approved stays on record.
func (t Text) With(f Form, s string) Text {
	t.Pair = t.Pair.With(f, s)
	return t
}

// Approve gives the text with its present wordings accepted as saying the same.
func (t Text) Approve() Text {
	t.Approved = t.Pair
	return t
}

// State says how a passage's wording in one form stands to its other form. It is computed, never stored.
type State string

// The states of a wording.
const (
	Empty      State = "empty"      // neither form has a wording
	Missing    State = "missing"    // only the other form has one
	Unreviewed State = "unreviewed" // both are there; nobody has accepted this pair
	Approved   State = "approved"   // a person accepted this pair
	Outdated   State = "outdated"   // the other form was changed after the pair was accepted, this one was not
)

// State computes how the wording in form f stands to the other form.
func (t Text) State(f Form) State {
	mine, other := t.In(f), t.In(f.Other())
	switch {
	case blank(mine) && blank(other):
		return Empty
	case blank(mine):
		return Missing
	case blank(other), t.Approved == Pair{}:
		return Unreviewed
	case t.Pair == t.Approved:
		return Approved
	case mine == t.Approved.In(f):
		return Outdated
	default:
		return Unreviewed
	}
}

type textJSON struct {
	NB       string          `json:"nb"`
	NN       string          `json:"nn"`
	Approved json.RawMessage `json:"approved,omitempty"`
}

// MarshalJSON writes the approved pair as true where it equals the present one, which is the usual case.
func (t Text) MarshalJSON() ([]byte, error) {
	out := textJSON{NB: t.NB, NN: t.NN}
	switch t.Approved {
	case Pair{}:
	case t.Pair:
		out.Approved = json.RawMessage("true")
	default:
		raw, err := json.Marshal(t.Approved)
		if err != nil {
			return nil, err
		}
		out.Approved = raw
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes and refuses unknown keys.
func (t *Text) UnmarshalJSON(data []byte) error {
	var in textJSON
	if err := strictJSON(data, &in); err != nil {
		return err
	}
	*t = Text{Pair: Pair{NB: in.NB, NN: in.NN}}
	switch string(in.Approved) {
	case "", "false", "null":
		return nil
	case "true":
		t.Approved = t.Pair
		return nil
	}
	return strictJSON(in.Approved, &t.Approved)
}

func strictJSON(data []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	return dec.Decode(into)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
