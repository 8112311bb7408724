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
// Agreed holds the template's wording where that is meant to stand as it is; it is empty in all other passages.
type Text struct {
	Pair
	Approved Pair
	Agreed   Pair
}

// Lock gives the text with its present wordings as agreed ones.
func (t Text) Lock() Text {
	t.Agreed = t.Pair
	return t
}

// Locked reports whether the template means the wording to stand as it is.
func (t Text) Locked() bool { return t.Agreed != Pair{} }

// Deviates reports whether an agreed wording was changed.
func (t Text) Deviates() bool { return t.Locked() && t.Pair != t.Agreed }

// Both makes an approved text of two wordings. Where one of them is missing there is nothing to approve.
func Both(nb, nn string) Text {
	p := Pair{NB: nb, NN: nn}
	if blank(nb) || blank(nn) {
		return Text{Pair: p}
	}
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
	Agreed   json.RawMessage `json:"agreed,omitempty"`
}

// MarshalJSON writes the approved and the agreed pair as true where they equal the present one, the usual case.
func (t Text) MarshalJSON() ([]byte, error) {
	approved, err := t.rawPair(t.Approved)
	if err != nil {
		return nil, err
	}
	agreed, err := t.rawPair(t.Agreed)
	if err != nil {
		return nil, err
	}
	return json.Marshal(textJSON{NB: t.NB, NN: t.NN, Approved: approved, Agreed: agreed})
}

func (t Text) rawPair(p Pair) (json.RawMessage, error) {
	switch p {
	case Pair{}:
		return nil, nil
	case t.Pair:
		return json.RawMessage("true"), nil
	}
	return json.Marshal(p)
}

// UnmarshalJSON reads what MarshalJSON writes and refuses unknown keys.
func (t *Text) UnmarshalJSON(data []byte) error {
	var in textJSON
	if err := strictJSON(data, &in); err != nil {
		return err
	}
	*t = Text{Pair: Pair{NB: in.NB, NN: in.NN}}
	if err := t.readPair(in.Approved, &t.Approved); err != nil {
		return err
	}
	return t.readPair(in.Agreed, &t.Agreed)
}

func (t *Text) readPair(raw json.RawMessage, into *Pair) error {
	switch string(raw) {
	case "", "false", "null":
		return nil
	case "true":
		*into = t.Pair
		return nil
	}
	return strictJSON(raw, into)
}

func strictJSON(data []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	return dec.Decode(into)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
