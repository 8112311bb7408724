// Package register holds what an organisation needs to know about its agreements once they leave the desk: how far
// each has come on its way from draft to expiry, with whom and on which terms, what is due when, and how many there
// are of which sort.
//
// It must not know how entries are stored, shown or written to files, nor which municipalities there are.
package register

import (
	"slices"
	"strings"
	"time"

	"avtalebok/agreement"
)

// Entry is what the register knows about one agreement. It never changes once it was handed out: a step gives a new one,
// so that lists can share them.
type Entry struct {
	// What lists show of the draft.
	ID       string
	Template agreement.TemplateRef
	Kind     agreement.Kind
	Title    agreement.Pair // with the parties
	Revision int
	Updated  time.Time

	Content           // drawn from the newest revision
	Facts             // what the user says besides
	Steps             // what has happened
	Row        int64  // tells entries apart within one store, later ones higher; 0 outside of it
	Amendments []Link // those that change it, in the order in which they were made
}

// Content is what the register shows of an agreement's text. It follows the newest revision.
type Content struct {
	Genre   agreement.Pair          `json:"genre"`
	Theme   agreement.Pair          `json:"theme,omitzero"`
	Parties []Party                 `json:"parties,omitempty"`
	Forms   Written                 `json:"forms,omitempty"`
	Terms   Terms                   `json:"terms,omitzero"`
	Amends  *agreement.AgreementRef `json:"amends,omitempty"`
}

// Facts are what the user adds about an agreement. A zero value says nothing: then the agreement's own terms hold.
type Facts struct {
	Responsible  string     `json:"responsible,omitempty"`  // who looks after the agreement
	Network      string     `json:"network,omitempty"`      // the thematic network, or what it is filed under
	Notice       int        `json:"notice,omitempty"`       // months
	From         Date       `json:"from,omitzero"`          // first day in force
	Until        Date       `json:"until,omitzero"`         // last day in force
	MeetingMonth time.Month `json:"meetingMonth,omitempty"` // of the annual meeting; 0 is the month in which it came into force
	NoMeetings   bool       `json:"noMeetings,omitempty"`   // no annual meetings are held
	Reports      []Date     `json:"reports,omitempty"`      // reports are due, besides those in the agreement
	Remark       string     `json:"remark,omitempty"`
}

// Steps are what has happened to an agreement, as Apply puts it together.
type Steps struct {
	Sent       Date         `json:"sent,omitzero"`
	Anchored   []Anchoring  `json:"anchored,omitempty"` // at most one a party
	Signed     Date         `json:"signed,omitzero"`
	SignedIn   Written      `json:"signedIn,omitempty"`
	InForce    Date         `json:"inForce,omitzero"`     // where it is another day than the one agreed on or that of signing
	Given      *Notice      `json:"given,omitempty"`      // notice that ends it
	Ended      Date         `json:"ended,omitzero"`       // the last day, where the parties agreed on ending it
	ReplacedBy string       `json:"replacedBy,omitempty"` // the agreement that it was ended for
	Succeeded  []Succession `json:"succeeded,omitempty"`
	Done       []string     `json:"done,omitempty"` // keys of tasks
	File       *File        `json:"file,omitempty"`
}

// Party is a party as the register needs it. Key names it within the agreement.
type Party struct {
	Key       string              `json:"key"`
	Kind      agreement.PartyKind `json:"kind"`
	Number    string              `json:"number,omitempty"`
	OrgNumber string              `json:"orgNumber,omitempty"`
	Name      string              `json:"name"`            // in full
	Short     string              `json:"short,omitempty"` // as in running text
}

// Anchoring is a party's own decision on the agreement: political, or delegated to the administration.
type Anchoring struct {
	Party     string `json:"party"`
	Case      string `json:"case"`
	Date      Date   `json:"date"`
	Delegated bool   `json:"delegated,omitempty"`
	Revision  int    `json:"revision,omitempty"` // the one that was decided on; an agreement with a newer one has changed since
}

// Notice is that a party has given notice.
type Notice struct {
	Date   Date   `json:"date"`
	Party  string `json:"party,omitempty"`
	Months int    `json:"months"`
}

// Succession is that another body has taken a party's place. The agreement itself still names the one that signed.
type Succession struct {
	Party string `json:"party"` // the key of the party that was
	To    Party  `json:"to"`    // its Key is that of the party that was
	Date  Date   `json:"date"`  // first day
}

// File is the copy of the signed agreement: the name it came with, and what tells it from every other.
type File struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"` // in hexadecimal
	Size   int64  `json:"size"`   // bytes
}

// Link points to another agreement in the register.
type Link struct {
	ID       string
	Title    agreement.Pair
	Replaces bool // it takes the whole agreement's place
	Signed   Date // none before it is signed
}

// Written says in which written forms an agreement is.
type Written string

// The written forms of an agreement.
const (
	InBokmal  Written = "nb"
	InNynorsk Written = "nn"
	InBoth    Written = "both"
)

// Valid reports whether w is one of the three.
func (w Written) Valid() bool { return w == InBokmal || w == InNynorsk || w == InBoth }

// WrittenIn gives the forms in which it was signed, or before that in which it is being written.
func (e *Entry) WrittenIn() Written {
	if e.SignedIn != "" {
		return e.SignedIn
	}
	return e.Forms
}

// Party finds a party by its key, as it stands in the agreement.
func (e *Entry) Party(key string) (Party, bool) {
	i := slices.IndexFunc(e.Parties, func(p Party) bool { return p.Key == key })
	if i < 0 {
		return Party{}, false
	}
	return e.Parties[i], true
}

// PartiesOn gives the parties as they are on a day: successors in the place of those that they followed.
func (e *Entry) PartiesOn(day Date) []Party {
	if len(e.Succeeded) == 0 {
		return e.Parties
	}
	out := slices.Clone(e.Parties)
	for _, s := range e.Succeeded {
		if s.Date.After(day) {
			continue
		}
		if i := slices.IndexFunc(out, func(p Party) bool { return p.Key == s.Party }); i >= 0 {
			out[i] = s.To
		}
	}
	return out
}

// Public reports whether the party is a county or a municipality, which decide in politically elected bodies.
func (p Party) Public() bool {
	return p.Kind == agreement.CountyParty || p.Kind == agreement.MunicipalityParty
}

// County gives the number of the county that the party is or lies in, or "".
func (p Party) County() string {
	if p.Public() && len(p.Number) >= 2 {
		return p.Number[:2]
	}
	return ""
}

// identity tells bodies apart across agreements.
func (p Party) identity() string {
	switch {
	case p.OrgNumber != "":
		return p.OrgNumber
	case p.Public() && p.Number != "":
		return string(p.Kind) + " " + p.Number
	}
	return strings.ToLower(strings.Join(strings.Fields(p.Name), " "))
}

// CaseNumber gives the agreement's case number, or that of the first decision on it.
func (e *Entry) CaseNumber() string {
	if e.Terms.CaseNumber != "" || len(e.Anchored) == 0 {
		return e.Terms.CaseNumber
	}
	return e.Anchored[0].Case
}

// Subject is what the agreement is filed under: its network, or its theme in one form.
func (e *Entry) Subject(form agreement.Form) string {
	if e.Network != "" {
		return e.Network
	}
	if t := strings.TrimSpace(e.Theme.In(form)); t != "" {
		return t
	}
	return strings.TrimSpace(e.Theme.In(form.Other()))
}

// Words gives what the register itself can be searched for, besides the agreement's own words.
func (e *Entry) Words() []string {
	words := []string{e.Responsible, e.Network, e.Remark}
	for _, a := range e.Anchored {
		words = append(words, a.Case)
	}
	for _, s := range e.Succeeded {
		words = append(words, s.To.Name)
	}
	if e.File != nil {
		words = append(words, e.File.Name)
	}
	return slices.DeleteFunc(words, func(s string) bool { return s == "" })
}
