package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/export"
	"avtalebok/export/calendar"
	"avtalebok/export/sheet"
)

// registerFlags are what register prints and where it writes.
type registerFlags struct {
	search, lang, sort           string
	statuses, kinds, forms       []string
	years                        []int
	counties, networks, keepers  []string
	amendments, reversed, asJSON bool
	csv, xlsx, pdf, ics          string
	form                         agreement.Form
}

func (p *program) registerCommand() *cobra.Command {
	f := &registerFlags{}
	c := &cobra.Command{
		Use:   "register",
		Short: "Show the register of agreements, or write it to files",
		Example: "  avtalebok register --status running --year 2026\n" +
			"  avtalebok register --xlsx avtaler.xlsx --csv avtaler.csv --pdf avtaler.pdf --ics oppfolging.ics\n" +
			"  avtalebok register set ID --status signed --date 2026-10-01 --case 26/00123 --file signert.pdf",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			query, err := f.query(p.form())
			if err != nil {
				return err
			}
			return p.withStore(c.Context(), func(s *data.Store) error { return p.showRegister(c.Context(), s, query, f) })
		},
	}
	f.add(c)
	c.AddCommand(p.registerSetCommand(), p.registerShowCommand(), p.registerDueCommand(), p.registerAmendCommand(), p.registerFileCommand())
	return c
}

func (f *registerFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.search, "search", "", "only agreements that have words beginning like these")
	flags.StringSliceVar(&f.statuses, "status", nil, "only these: draft, sent, anchored, signed, running, terminated, expired")
	flags.StringSliceVar(&f.kinds, "kind", nil, "only these: partnership, cooperation, grant")
	flags.IntSliceVar(&f.years, "year", nil, "only those signed in these years; 0 for those not signed")
	flags.StringSliceVar(&f.forms, "form", nil, "only those written in nb, nn or both")
	flags.StringSliceVar(&f.counties, "county", nil, "only those with a party in these counties, by number")
	flags.StringArrayVar(&f.networks, "network", nil, "only those of this thematic network or theme; may be given again")
	flags.StringArrayVar(&f.keepers, "responsible", nil, "only those that this person looks after; may be given again")
	flags.BoolVar(&f.amendments, "amendments", false, "amendments, too, in lines of their own")
	flags.StringVar(&f.sort, "sort", "", "updated, title, counterpart, kind, status, subject, responsible, signed, start, end or case")
	flags.BoolVar(&f.reversed, "reverse", false, "the other way round")
	flags.StringVar(&f.lang, "lang", "", "written form of files and of names in the list: nb or nn (default: the language of messages)")
	flags.BoolVar(&f.asJSON, "json", false, "as JSON, with the totals")
	flags.StringVar(&f.csv, "csv", "", "write a CSV file that Excel in Norway opens")
	flags.StringVar(&f.xlsx, "xlsx", "", "write a workbook for Excel, with totals and what is to be followed up")
	flags.StringVar(&f.pdf, "pdf", "", "write a PDF")
	flags.StringVar(&f.ics, "ics", "", "write what is due in the next two years as a calendar")
}

// sortKeys are the values of --sort.
var sortKeys = []register.SortKey{
	register.ByUpdated, register.ByTitle, register.ByCounterpart, register.ByKind, register.ByStatus, register.BySubject,
	register.ByResponsible, register.BySigned, register.ByStart, register.ByEnd, register.ByCase,
}

// query makes sense of the flags.
func (f *registerFlags) query(form agreement.Form) (register.Query, error) {
	f.form = cmp.Or(agreement.Form(f.lang), form)
	if !f.form.Valid() {
		return register.Query{}, usagef("--lang takes nb or nn, not %q", f.lang)
	}
	q := register.Query{Search: f.search, Filter: register.Filter{
		Years: f.years, Counties: f.counties, Subjects: f.networks, Responsible: f.keepers, Amendments: f.amendments,
	}}
	for _, s := range f.statuses {
		if !slices.Contains(register.Statuses[:], agreement.Status(s)) {
			return q, usagef("--status takes %s, not %q", joined(register.Statuses[:]), s)
		}
		q.Filter.Statuses = append(q.Filter.Statuses, agreement.Status(s))
	}
	for _, k := range f.kinds {
		q.Filter.Kinds = append(q.Filter.Kinds, agreement.Kind(k))
	}
	for _, w := range f.forms {
		if !register.Written(w).Valid() {
			return q, usagef("--form takes nb, nn or both, not %q", w)
		}
		q.Filter.Forms = append(q.Filter.Forms, register.Written(w))
	}
	if key := register.SortKey(f.sort); f.sort != "" && !slices.Contains(sortKeys, key) {
		return q, usagef("--sort takes %s, not %q", joined(sortKeys), f.sort)
	}
	if f.sort != "" || f.reversed {
		q.Order = register.Order{Key: register.SortKey(f.sort), Reversed: f.reversed, Form: f.form}
	}
	return q, nil
}

func joined[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}

// showRegister writes the files that are asked for, or else prints the register.
func (p *program) showRegister(ctx context.Context, s *data.Store, q register.Query, f *registerFlags) error {
	entries, err := s.Register(ctx, q)
	if err != nil {
		return err
	}
	wrote, err := p.writeRegister(ctx, s, entries, f)
	switch {
	case err != nil:
		return err
	case f.asJSON:
		return p.printJSON(registerJSON(entries, s.Today()))
	case !wrote:
		p.printRegister(entries, s.Today(), f.form)
	}
	return nil
}

// writeRegister writes the files and reports whether there were any.
func (p *program) writeRegister(ctx context.Context, s *data.Store, entries []*register.Entry, f *registerFlags) (bool, error) {
	today := s.Today()
	o := sheet.Options{Form: f.form, Day: today}
	wrote := false
	for _, file := range []struct {
		path string
		make func() ([]byte, error)
	}{
		{f.csv, func() ([]byte, error) { return sheet.CSV(entries, o) }},
		{f.xlsx, func() ([]byte, error) { return sheet.XLSX(entries, o) }},
		{f.ics, func() ([]byte, error) {
			return calendar.Ahead(entries, calendar.Options{Form: f.form, Day: today})
		}},
		{f.pdf, func() ([]byte, error) {
			looks, err := export.LoadLooks(ctx, s)
			if err != nil {
				return nil, err
			}
			content, _, err := export.Draw(sheet.Document(entries, o), looks)
			return content, err
		}},
	} {
		if file.path == "" {
			continue
		}
		content, err := file.make()
		if err != nil {
			return wrote, err
		}
		if err := export.WriteFile(file.path, content); err != nil {
			return wrote, err
		}
		wrote = true
		if !f.asJSON {
			p.printf("%s\n", file.path)
		}
	}
	return wrote, nil
}

// printRegister prints a line for each agreement and the totals.
func (p *program) printRegister(entries []*register.Entry, today register.Date, form agreement.Form) {
	for _, e := range entries {
		p.printf("%s  %s  %s\n", e.ID, p.words.T("register.status."+string(e.Status(today))), e.Title.In(form))
	}
	p.printf("%s\n", register.Total(entries, today).Sentence(form))
}

// registered is one agreement as register --json prints it: what list --json prints, and what the register knows.
type registered struct {
	listed
	Theme       agreement.Pair          `json:"theme"`
	Network     string                  `json:"network,omitempty"`
	Responsible string                  `json:"responsible,omitempty"`
	Remark      string                  `json:"remark,omitempty"`
	Form        register.Written        `json:"form"`
	CaseNumber  string                  `json:"caseNumber,omitempty"`
	Counties    []string                `json:"counties"`
	Sent        register.Date           `json:"sent,omitzero"`
	Anchored    []register.Anchoring    `json:"anchored"`
	Signed      register.Date           `json:"signed,omitzero"`
	Start       register.Date           `json:"start,omitzero"`
	End         register.Date           `json:"end,omitzero"`
	Notice      int                     `json:"noticeMonths,omitempty"`
	Given       *register.Notice        `json:"notice,omitempty"`
	Succeeded   []register.Succession   `json:"succeeded,omitempty"`
	ReplacedBy  string                  `json:"replacedBy,omitempty"`
	File        *register.File          `json:"file,omitempty"`
	Amends      *agreement.AgreementRef `json:"amends,omitempty"`
	Amendments  []string                `json:"amendments"`
}

// registerOutput is what register --json prints.
type registerOutput struct {
	AsOf       register.Date   `json:"asOf"`
	Totals     register.Totals `json:"totals"`
	Sentence   agreement.Pair  `json:"sentence"` // the totals in words
	Agreements []registered    `json:"agreements"`
}

func registerJSON(entries []*register.Entry, today register.Date) registerOutput {
	total := register.Total(entries, today)
	out := registerOutput{
		AsOf: today, Totals: total, Agreements: make([]registered, 0, len(entries)),
		Sentence: agreement.Pair{NB: total.Sentence(agreement.Bokmal), NN: total.Sentence(agreement.Nynorsk)},
	}
	for _, e := range entries {
		out.Agreements = append(out.Agreements, entryJSON(e, today))
	}
	return out
}

func entryJSON(e *register.Entry, today register.Date) registered {
	names := []string{}
	for _, party := range e.PartiesOn(today) {
		names = append(names, party.Name)
	}
	amendments := []string{}
	for _, l := range e.Amendments {
		amendments = append(amendments, l.ID)
	}
	last, _ := e.End()
	return registered{
		listed: listed{
			ID: e.ID, Template: e.Template.ID, Kind: string(e.Kind), Title: e.Title, Parties: names,
			Status: string(e.Status(today)), Revision: e.Revision, Updated: e.Updated.UTC(),
		},
		Theme: e.Theme, Network: e.Network, Responsible: e.Responsible, Remark: e.Remark, Form: e.WrittenIn(),
		CaseNumber: e.CaseNumber(), Counties: slices.Concat([]string{}, e.Counties(today)), Sent: e.Sent,
		Anchored: slices.Concat([]register.Anchoring{}, e.Anchored), Signed: e.Signed, Start: e.Start(), End: last,
		Notice: e.NoticeMonths(), Given: e.Given, Succeeded: e.Succeeded, ReplacedBy: e.ReplacedBy, File: e.File,
		Amends: e.Amends, Amendments: amendments,
	}
}

func (p *program) registerDueCommand() *cobra.Command {
	var days int
	c := &cobra.Command{
		Use: "due", Short: "Show what there is to do about signed agreements, and what should have been done", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				entries, err := s.Register(c.Context(), register.Query{})
				if err != nil {
					return err
				}
				for _, t := range register.Due(entries, s.Today(), register.OverdueDays, days) {
					p.printf("%s  %s  %s  %s: %s\n", t.Due, t.Agreement, t.Key, p.words.T("register.task."+string(t.Kind)), t.Title.In(p.form()))
				}
				return nil
			})
		},
	}
	c.Flags().IntVar(&days, "days", 60, "so many days ahead")
	return c
}

func (p *program) registerShowCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "show ID", Short: "Show one agreement in the register and what has been recorded about it", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				e, err := s.RegisterEntry(c.Context(), args[0])
				if err != nil {
					return err
				}
				if asJSON {
					return p.printJSON(entryJSON(&e, s.Today()))
				}
				events, err := s.Events(c.Context(), args[0])
				if err != nil {
					return err
				}
				p.printEntry(&e, events, s.Today())
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (p *program) printEntry(e *register.Entry, events []register.Event, today register.Date) {
	p.printf("%s\n%s\n", e.Title.In(p.form()), p.words.T("register.status."+string(e.Status(today))))
	for _, party := range e.Parties {
		p.printf("  %s: %s\n", party.Key, party.Name)
	}
	for _, ev := range events {
		line := fmt.Sprintf("%s  %s", ev.Date, p.words.T("register.event."+string(ev.Kind)))
		for _, s := range []string{ev.Party, ev.Case, string(ev.Form), ev.Task, ev.By} {
			if s != "" {
				line += "  " + s
			}
		}
		if ev.To != nil {
			line += "  " + ev.To.Name
		}
		if ev.File != nil {
			line += "  " + ev.File.Name
		}
		if ev.Undone {
			line += "  (" + p.words.T("register.undone") + ")"
		}
		p.printf("%s\n", line)
	}
	for _, l := range e.Amendments {
		p.printf("%s  %s  %s\n", cmp.Or(l.Signed.String(), "----------"), l.ID, l.Title.In(p.form()))
	}
	for _, t := range e.Tasks(today, today.AddMonths(12)) {
		p.printf("%s  %s  %s\n", t.Due, t.Key, p.words.T("register.task."+string(t.Kind)))
	}
}

// today gives the day of a flag, or the store's own where there is none.
func dayOf(name, value string, today register.Date) (register.Date, error) {
	switch value {
	case "":
		return register.Date{}, nil
	case "today":
		return today, nil
	}
	d, err := register.ParseDate(value)
	if err != nil {
		return d, usagef("--%s takes a date such as %s, not %q", name, time.DateOnly, value)
	}
	return d, nil
}
