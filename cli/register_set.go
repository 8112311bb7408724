package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/data/facts"
	"avtalebok/export"
)

// setFlags are what register set records.
type setFlags struct {
	status, date, party, form, file, successor, done, ended string
	cases                                                   []string
	undo                                                    bool

	responsible, network, remark, from, until string
	notice, meetingMonth                      int
	noMeetings                                bool
}

func (p *program) registerSetCommand() *cobra.Command {
	f := &setFlags{}
	c := &cobra.Command{
		Use:   "set ID",
		Short: "Record what has happened to an agreement, or who looks after it",
		Long: "Record what has happened to an agreement, or who looks after it.\n\n" +
			"The steps are: sent (to the other parties), anchored (a public party's decision, with its case number), signed,\n" +
			"running (in force from another day than was agreed on) and terminated (notice given). A signed agreement can't be\n" +
			"changed any more; see avtalebok register amend.",
		Example: "  avtalebok register set ID --status sent --date today\n" +
			"  avtalebok register set ID --status anchored --party municipality --case 26/812 --date 2026-09-10\n" +
			"  avtalebok register set ID --status signed --date 2026-10-01 --case county=26/00123 --file signert.pdf\n" +
			"  avtalebok register set ID --status terminated --party municipality --date 2026-11-30\n" +
			"  avtalebok register set ID --successor 39 --party county --date 2024-01-01\n" +
			"  avtalebok register set ID --responsible 'Kari Nordmann' --network Folkehelse\n" +
			"  avtalebok register set ID --undo",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error { return p.setRegister(c, s, args[0], f) })
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.status, "status", "", "sent, anchored, signed, running or terminated")
	flags.StringVar(&f.date, "date", "today", "the day on which it happened")
	flags.StringVar(&f.party, "party", "", "whose decision, notice or successor it is: a role or party as register show lists them")
	flags.StringArrayVar(&f.cases, "case", nil, "CASE, or PARTY=CASE where several parties decide")
	flags.StringVar(&f.form, "form", "", "the written form that was signed: nb, nn or both")
	flags.StringVar(&f.file, "file", "", "the PDF of the signed agreement")
	flags.StringVar(&f.successor, "successor", "", "who takes a party's place from --date: a number or a name")
	flags.StringVar(&f.done, "done", "", "the task that was done, as register due names it")
	flags.StringVar(&f.ended, "ended", "", "the last day, where the parties have agreed on ending it")
	flags.BoolVar(&f.undo, "undo", false, "take back what was recorded last")
	flags.StringVar(&f.responsible, "responsible", "", "who looks after the agreement")
	flags.StringVar(&f.network, "network", "", "the thematic network that it belongs to")
	flags.StringVar(&f.remark, "remark", "", "a remark")
	flags.StringVar(&f.from, "from", "", "first day in force, where the agreement does not say")
	flags.StringVar(&f.until, "until", "", "last day in force, where the agreement does not say, or it was prolonged")
	flags.IntVar(&f.notice, "notice", 0, "months of notice, where the agreement does not say")
	flags.IntVar(&f.meetingMonth, "meeting-month", 0, "month of the annual meeting, 1 to 12")
	flags.BoolVar(&f.noMeetings, "no-meetings", false, "no annual meetings are held")
	return c
}

// setRegister records what the flags say: facts first, then the signed copy, then what has happened.
func (p *program) setRegister(c *cobra.Command, s *data.Store, id string, f *setFlags) error {
	ctx := c.Context()
	e, err := s.RegisterEntry(ctx, id)
	if err != nil {
		return err
	}
	if f.undo {
		e, err = s.UndoEvent(ctx, id)
		if err == nil {
			p.printEntry(&e, nil, s.Today())
		}
		return err
	}
	events, err := f.events(&e, s.Today())
	if err != nil {
		return err
	}
	facts, changed, err := f.facts(c, e.Facts, s.Today())
	switch {
	case err != nil:
		return err
	case !changed && f.file == "" && len(events) == 0:
		return usagef("register set takes something to record, such as --status, --file or --responsible; see --help")
	case changed:
		if _, err := s.SetFacts(ctx, id, facts); err != nil {
			return err
		}
	}
	if f.file != "" {
		if err := attach(ctx, s, id, f.file); err != nil {
			return err
		}
	}
	if len(events) > 0 {
		if _, err := s.RecordEvents(ctx, id, events...); err != nil {
			return err
		}
	}
	if e, err = s.RegisterEntry(ctx, id); err != nil {
		return err
	}
	p.printf("%s  %s\n", e.ID, p.words.T("register.status."+string(e.Status(s.Today()))))
	return nil
}

func attach(ctx context.Context, s *data.Store, id, path string) error {
	file, err := openFile(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = s.Attach(ctx, id, filepath.Base(path), file)
	return err
}

// events gives what the flags say has happened.
func (f *setFlags) events(e *register.Entry, today register.Date) ([]register.Event, error) {
	date, err := dayOf("date", f.date, today)
	if err != nil {
		return nil, err
	}
	var out []register.Event
	switch f.status {
	case "":
	case "sent":
		out = append(out, register.Event{Kind: register.WasSent, Date: date})
	case "anchored":
		if out, err = f.decisions(e, date); err != nil {
			return nil, err
		}
		if len(out) == 0 {
			return nil, usagef("--status anchored takes --case with a case number, or PARTY=CASE")
		}
	case "signed":
		if out, err = f.decisions(e, date); err != nil {
			return nil, err
		}
		out = append(out, register.Event{Kind: register.WasSigned, Date: date, Form: register.Written(f.form)})
	case "running":
		out = append(out, register.Event{Kind: register.CameInForce, Date: date})
	case "terminated":
		out = append(out, register.Event{Kind: register.NoticeGiven, Date: date, Party: f.party})
	default:
		return nil, usagef("--status takes sent, anchored, signed, running or terminated, not %q", f.status)
	}
	if f.successor != "" {
		to, err := successor(e, f.party, f.successor)
		if err != nil {
			return nil, err
		}
		out = append(out, register.Event{Kind: register.WasSucceeded, Date: date, Party: f.party, To: &to})
	}
	if f.done != "" {
		out = append(out, register.Event{Kind: register.WasDone, Date: date, Task: f.done})
	}
	if f.ended != "" {
		last, err := dayOf("ended", f.ended, today)
		if err != nil {
			return nil, err
		}
		out = append(out, register.Event{Kind: register.WasEnded, Date: last})
	}
	return out, nil
}

// decisions gives the public parties' decisions that --case tells of. A case number without a party is that of --party,
// or of the one party that has not decided.
func (f *setFlags) decisions(e *register.Entry, date register.Date) ([]register.Event, error) {
	var out []register.Event
	for _, given := range f.cases {
		party, number, named := strings.Cut(given, "=")
		if !named {
			party, number = f.party, given
		}
		if left := e.Unanchored(); party == "" {
			if len(left) != 1 {
				public := slices.DeleteFunc(slices.Clone(e.Parties), func(p register.Party) bool { return !p.Public() })
				return nil, usagef("several parties decide: --case takes PARTY=CASE, with PARTY one of %s", keys(public))
			}
			party = left[0].Key
		}
		out = append(out, register.Event{Kind: register.WasAnchored, Date: date, Party: party, Case: number})
	}
	return out, nil
}

func keys(parties []register.Party) string {
	var out []string
	for _, p := range parties {
		out = append(out, p.Key)
	}
	return strings.Join(out, ", ")
}

// successor finds the body that takes a party's place: a county or municipality by number or name, an organisation by
// its name.
func successor(e *register.Entry, key, name string) (register.Party, error) {
	was, ok := e.Party(key)
	if !ok {
		return register.Party{}, usagef("--successor takes --party with the party that is followed, one of %s", keys(e.Parties))
	}
	if !was.Public() {
		return register.Party{Kind: was.Kind, Name: name, Short: name}, nil
	}
	body, err := facts.Lookup(was.Kind, name)
	if err != nil {
		return register.Party{}, err
	}
	party := body.Party()
	return register.Party{Kind: party.Kind, Number: party.Number, Name: party.Name, Short: party.Short}, nil
}

// facts gives the facts with what the flags change in them.
func (f *setFlags) facts(c *cobra.Command, was register.Facts, today register.Date) (facts register.Facts, changed bool, err error) {
	facts = was
	given := func(name string) bool { return c.Flags().Changed(name) }
	for name, set := range map[string]func(){
		"responsible":   func() { facts.Responsible = f.responsible },
		"network":       func() { facts.Network = f.network },
		"remark":        func() { facts.Remark = f.remark },
		"notice":        func() { facts.Notice = f.notice },
		"meeting-month": func() { facts.MeetingMonth = time.Month(f.meetingMonth) },
		"no-meetings":   func() { facts.NoMeetings = f.noMeetings },
	} {
		if given(name) {
			set()
			changed = true
		}
	}
	for name, day := range map[string]struct {
		value string
		into  *register.Date
	}{"from": {f.from, &facts.From}, "until": {f.until, &facts.Until}} {
		if given(name) {
			if *day.into, err = dayOf(name, day.value, today); err != nil {
				return was, false, err
			}
			changed = true
		}
	}
	for _, text := range []string{f.responsible, f.network, f.remark} {
		if err := printable(text, text); err != nil {
			return was, false, err
		}
	}
	return facts, changed, nil
}

func (p *program) registerAmendCommand() *cobra.Command {
	var whole bool
	c := &cobra.Command{
		Use: "amend ID", Short: "Make a draft that changes a signed agreement and print its id", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				a, err := s.Amend(c.Context(), args[0], whole)
				if err == nil {
					p.printf("%s\n", a.ID)
				}
				return err
			})
		},
	}
	c.Flags().BoolVar(&whole, "whole", false, "all of the text, to take the agreement's place, and not only what is changed")
	return c
}

func (p *program) registerFileCommand() *cobra.Command {
	return &cobra.Command{
		Use: "file ID FILE.pdf", Short: "Write the copy of the signed agreement to a file, after checking that it is unchanged", Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				content, file, err := s.SignedFile(c.Context(), args[0])
				if err != nil {
					return err
				}
				if err := export.WriteFile(args[1], content); err != nil {
					return err
				}
				p.printf("%s  SHA-256 %s\n", args[1], file.SHA256)
				return nil
			})
		},
	}
}
