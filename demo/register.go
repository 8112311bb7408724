package demo

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
	"avtalebok/export"
)

// Register is where the register's sample is kept; data.Store is one.
type Register interface {
	Store
	Restore(ctx context.Context, id string) error
	RegisterEntry(ctx context.Context, id string) (register.Entry, error)
	RecordEvents(ctx context.Context, id string, events ...register.Event) (register.Entry, error)
	SetFacts(ctx context.Context, id string, facts register.Facts) (register.Entry, error)
	Attach(ctx context.Context, id, name string, r io.Reader) (register.Entry, error)
	Today() register.Date
}

// county is the one whose agreements the sample shows: Vestfold.
const county = "39"

// The templates of the sample.
const (
	partnershipTemplate = "partnership-county-organisation"
	operationTemplate   = "cooperation-operation-development"
)

// sample is one agreement of the sample register. Days are counted back from today, so that there is always something
// running, something due and something over.
type sample struct {
	organisation string
	network      string
	responsible  string
	area         string // of a cooperation on operation and development; "" is a partnership
	stage        agreement.Status
	months       int // since it was signed, or else since the last step
	years        int // that it lasts; 0 runs on
	form         register.Written
	notice       int // months since notice was given; 0 is not
}

// samples make 25 agreements with 24 organisations, 13 partnerships and 12 on cooperation: as many as the county of
// the seeds has. The organisations are made up.
var samples = []sample{
	{"Hjerterom frivilligsentral", "Folkehelse", "Ingrid Solheim", "", agreement.Signed, 41, 0, register.InBokmal, 0},
	{"Møteplassen Ankeret", "Folkehelse", "Ingrid Solheim", "", agreement.Signed, 34, 0, register.InBokmal, 0},
	{"Foreningen Åpen dør", "Folkehelse", "Ingrid Solheim", "", agreement.Signed, 29, 0, register.InBoth, 0},
	{"Livsglede hele året", "Folkehelse", "Jonas Berge", "", agreement.Signed, 23, 0, register.InBokmal, 0},
	{"Naboskap på tvers", "Folkehelse", "Jonas Berge", "", agreement.Signed, 12, 0, register.InNynorsk, 0},
	{"Pårørendelaget Lysning", "Folkehelse", "Jonas Berge", "", agreement.Signed, 11, 4, register.InBokmal, 0},
	{"Ungdomslaget Framover", "Verdiskaping og kompetanse", "Amina Yusuf", "", agreement.Signed, 6, 3, register.InBoth, 0},
	{"Matglede i nabolaget", "Klima og miljø", "Amina Yusuf", "", agreement.Signed, 38, 0, register.InBokmal, 8},
	{"Turlaget Kyststien", "Klima og miljø", "Amina Yusuf", "", agreement.Signed, 18, 0, register.InBokmal, 1},
	{"Hverdagsvenner", "Folkehelse", "Ingrid Solheim", "", agreement.Anchored, 1, 0, "", 0},
	{"Foreldrelaget Trygg start", "Folkehelse", "Jonas Berge", "", agreement.Sent, 2, 0, "", 0},
	{"Seniornettet Solsiden", "Samferdsel og mobilitet", "Amina Yusuf", "", agreement.Sent, 1, 0, "", 0},
	{"Barn i bevegelse", "Folkehelse", "Ingrid Solheim", "", agreement.Draft, 0, 0, "", 0},
	{"Barn i bevegelse", "Folkehelse", "Peder Lunde", "youth", agreement.Signed, 35, 4, register.InBokmal, 0},
	{"Idrettslagene langs fjorden", "Folkehelse", "Peder Lunde", "sport", agreement.Signed, 34, 4, register.InBokmal, 0},
	{"Skjærgårdens speidere", "Klima og miljø", "Peder Lunde", "outdoor", agreement.Signed, 24, 4, register.InBoth, 0},
	{"Kulturbrua", "Verdiskaping og kompetanse", "Silje Haug", "culture", agreement.Signed, 23, 4, register.InBokmal, 0},
	{"Korlaget Samklang", "Verdiskaping og kompetanse", "Silje Haug", "culture", agreement.Signed, 13, 4, register.InNynorsk, 0},
	{"Musikkrådet ved fjorden", "Verdiskaping og kompetanse", "Silje Haug", "culture", agreement.Signed, 60, 2, register.InBokmal, 0},
	{"Friluftslaget Ytre kyst", "Klima og miljø", "Peder Lunde", "outdoor", agreement.Signed, 58, 2, register.InBokmal, 0},
	{"Padleklubbene i skjærgården", "Klima og miljø", "Peder Lunde", "outdoor", agreement.Signed, 14, 4, register.InBokmal, 7},
	{"Leselyst for alle", "Verdiskaping og kompetanse", "Silje Haug", "culture", agreement.Signed, 0, 4, register.InBoth, 0},
	{"Teaterlaget Scenelys", "Verdiskaping og kompetanse", "Silje Haug", "culture", agreement.Anchored, 1, 4, "", 0},
	{"Ungdommens kystlag", "Klima og miljø", "Peder Lunde", "youth", agreement.Draft, 0, 4, "", 0},
	{"Rytterlaget Grønn eng", "Folkehelse", "Peder Lunde", "sport", agreement.Draft, 0, 4, "", 0},
}

// FillRegister makes the register's sample. Agreements of it that are there stay as they are; those that were deleted
// come back. A store without other agreements then has 25 with 24 organisations.
func FillRegister(ctx context.Context, s Register) error {
	for i, x := range samples {
		if err := x.make(ctx, s, fmt.Sprintf("vestfold-%02d", i+1), i); err != nil {
			return err
		}
	}
	return nil
}

func (x sample) make(ctx context.Context, s Register, id string, n int) error {
	err := s.Restore(ctx, id)
	if err == nil || agreement.CodeOf(err) != agreement.NotFound {
		return err // it is there, or can't be made
	}
	a, err := x.agreement(id, s.Today())
	if err != nil {
		return err
	}
	if _, err := s.Save(ctx, a); err != nil {
		return err
	}
	f := register.Facts{Responsible: x.responsible, Network: x.network}
	if _, err := s.SetFacts(ctx, id, f); err != nil {
		return err
	}
	e, err := s.RecordEvents(ctx, id, x.events(s.Today(), n)...)
	if err != nil {
		return err
	}
	if _, err := s.RecordEvents(ctx, id, done(&e, s.Today(), n)...); err != nil {
		return err
	}
	if x.stage != agreement.Signed || n%5 > 0 {
		return nil
	}
	return attachCopy(ctx, s, id, x.form)
}

// agreement makes the draft from its template.
func (x sample) agreement(id string, today register.Date) (agreement.Agreement, error) {
	name := partnershipTemplate
	if x.area != "" {
		name = operationTemplate
	}
	t, err := templates.Get(name)
	if err != nil {
		return agreement.Agreement{}, err
	}
	body, _ := facts.County(county)
	ours := body.Party()
	ours.Role = t.Roles[0].ID
	a := agreement.New(t, ours, agreement.Party{
		Role: t.Roles[1].ID, Kind: agreement.OrganisationParty, Name: x.organisation, Short: x.organisation,
	})
	a.ID = id
	editor := agreement.NewEditor(a)
	for field, value := range x.answers(today) {
		if err := editor.Do(agreement.SetAnswer(field, agreement.Answer{Value: value})); err != nil {
			return a, err
		}
	}
	return editor.Agreement(), nil
}

// answers give the fields of the template that say how long the agreement lasts.
func (x sample) answers(today register.Date) map[string]string {
	first := today.AddMonths(-x.months).Year
	if x.area == "" {
		if x.years == 0 {
			return nil
		}
		return map[string]string{"period": "fixed", "last_year": strconv.Itoa(first + x.years)}
	}
	if x.months < 3 {
		first++ // not signed long ago: it begins with the new year
	}
	return map[string]string{
		"area": x.area, "first_year": strconv.Itoa(first), "last_year": strconv.Itoa(first + x.years - 1),
		"report_deadline": register.Date{Year: first + 1, Month: time.April, Day: 1}.String(),
	}
}

// events are what has happened to the agreement, as it would have been recorded.
func (x sample) events(today register.Date, n int) []register.Event {
	day := today.AddMonths(-x.months)
	caseNumber := fmt.Sprintf("%02d/%05d", day.Year%100, 310+97*n)
	var out []register.Event
	if x.stage != agreement.Draft {
		sent := day
		if x.stage != agreement.Sent {
			sent = day.AddDays(-60)
		}
		out = append(out, register.Event{Kind: register.WasSent, Date: sent})
	}
	if x.stage == agreement.Anchored || x.stage == agreement.Signed {
		out = append(out, register.Event{Kind: register.WasAnchored, Date: day.AddDays(-14), Party: "county", Case: caseNumber})
	}
	if x.stage == agreement.Signed {
		out = append(out, register.Event{Kind: register.WasSigned, Date: day, Form: x.form})
	}
	if x.notice > 0 {
		out = append(out, register.Event{Kind: register.NoticeGiven, Date: today.AddMonths(-x.notice), Party: "organisation"})
	}
	return out
}

// done gives that what fell due has been done, but for the last of it in every fourth agreement.
func done(e *register.Entry, today register.Date, n int) []register.Event {
	var out []register.Event
	for _, t := range e.Tasks(register.Date{Year: 1}, today.AddDays(-1)) {
		out = append(out, register.Event{Kind: register.WasDone, Date: t.Due, Task: t.Key})
	}
	if n%4 == 0 && len(out) > 0 {
		out = out[:len(out)-1]
	}
	return out
}

// attachCopy takes in the agreement's PDF as the copy that was signed.
func attachCopy(ctx context.Context, s Register, id string, written register.Written) error {
	a, err := s.Load(ctx, id)
	if err != nil {
		return err
	}
	form := agreement.Bokmal
	if written == register.InNynorsk {
		form = agreement.Nynorsk
	}
	dir, err := os.MkdirTemp("", "avtalebok-*")
	if err != nil {
		return agreement.NewError(agreement.Storage, "error.write.failing", err, "Path", os.TempDir())
	}
	defer os.RemoveAll(dir)
	files, err := export.PDFs(ctx, a, dir, export.Options{}, form)
	if err != nil {
		return err
	}
	copied, err := os.Open(files[0].Path)
	if err != nil {
		return agreement.NewError(agreement.Storage, "error.file.read", err, "Path", files[0].Path)
	}
	defer copied.Close()
	_, err = s.Attach(ctx, id, files[0].Path, copied)
	return err
}
