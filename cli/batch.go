package cli

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data"
	"avtalebok/data/facts"
	"avtalebok/data/parties"
	"avtalebok/export"
)

// batchFlags are to whom, with which answers and where to a batch goes.
type batchFlags struct {
	counties, parties, groups, answers []string
	csv, role, name                    string
	lang, neutral                      string
	out                                string
	contents                           []string
	draft, skipWrong, asJSON           bool
}

func (p *program) batchCommand() *cobra.Command {
	f := &batchFlags{}
	c := &cobra.Command{
		Use:   "batch TEMPLATE|ID",
		Short: "Make an agreement with many counterparts: a draft for each, and their PDFs",
		Long: "Makes a draft for each counterpart, from a template or from a draft that is finished, and PDFs in the written form\n" +
			"that each has adopted. Run again it brings up to date the drafts that nobody has touched and leaves the others alone:\n" +
			"those changed by hand, sent, signed or deleted.",
		Example: "  avtalebok batch partnership-county-municipality --county 18 --out avtaler\n" +
			"  avtalebok batch partnership-county-municipality --party county=18 --party Bodø --party Rana --lang both --out avtaler\n" +
			"  avtalebok batch grant-project --party county=46 --csv lag.csv --set amount=50000 --out tilskot --contents csv,pdf",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.valid(); err != nil {
				return err
			}
			return p.withStore(c.Context(), func(s *data.Store) error { return p.batch(c.Context(), s, args[0], f) })
		},
	}
	flags := c.Flags()
	flags.StringArrayVar(&f.counties, "county", nil, "all municipalities of a county, by its number or name; may be given again")
	flags.StringArrayVar(&f.parties, "party", nil, "a counterpart, NUMBER or NAME; or ROLE=NUMBER or ROLE=NAME for a party that all have in common")
	flags.StringVar(&f.csv, "csv", "", "a list of counterparts; columns named as fields answer them for each")
	flags.StringArrayVar(&f.groups, "group", nil, "a saved group of counterparts, by its name; may be given again")
	flags.StringVar(&f.role, "role", "", "the counterparts' role (default: the last one that is for one party of their kind)")
	flags.StringVar(&f.name, "name", "", "name of the batch: the same source under another name gives other drafts")
	flags.StringArrayVar(&f.answers, "set", nil, "FIELD=VALUE for all, or FIELD.nb=VALUE and FIELD.nn=VALUE for one written form")
	flags.StringVar(&f.lang, "lang", "adopted", "written form of the PDFs: adopted (by each counterpart), nb, nn or both")
	flags.StringVar(&f.neutral, "neutral", "both", "with --lang adopted, for those that have adopted neither: nb, nn or both")
	flags.StringVar(&f.out, "out", "", "folder for the PDFs and their list; made where it is missing")
	flags.StringSliceVar(&f.contents, "contents", []string{"csv"}, "how to list the PDFs: csv, pdf, none")
	flags.BoolVar(&f.draft, "draft", false, "make PDFs of drafts that are not ready, too, marked UTKAST")
	flags.BoolVar(&f.skipWrong, "skip-wrong", false, "leave out the rows of --csv that are wrong")
	flags.BoolVar(&f.asJSON, "json", false, "print what was made as JSON")
	return c
}

// valid makes sense of the flags that need no store.
func (f *batchFlags) valid() error {
	if f.out == "" {
		return usagef("--out has to name a folder")
	}
	if !slices.Contains(batch.Languages[:], batch.Language(f.lang)) {
		return usagef("--lang takes adopted, nb, nn or both, not %q", f.lang)
	}
	if f.neutral == string(batch.Adopted) || !slices.Contains(batch.Languages[:], batch.Language(f.neutral)) {
		return usagef("--neutral takes nb, nn or both, not %q", f.neutral)
	}
	for _, c := range f.contents {
		if !slices.Contains([]string{"csv", "pdf", "none"}, c) {
			return usagef("--contents takes csv, pdf or none, not %q", c)
		}
	}
	if len(f.counties)+len(f.groups)+len(f.parties) == 0 && f.csv == "" {
		return usagef("nobody to make it out to: give --county, --party, --csv or --group")
	}
	return nil
}

// batch stores the drafts, makes the PDFs, and prints what came of it.
func (p *program) batch(ctx context.Context, s *data.Store, id string, f *batchFlags) error {
	started := time.Now()
	source, err := batch.Open(ctx, s, id)
	if err != nil {
		return err
	}
	plan, err := p.batchPlan(ctx, s, source, f)
	if err != nil {
		return err
	}
	looks, err := export.LoadLooks(ctx, s)
	if err != nil {
		return err
	}
	rows, err := batch.Make(ctx, s, source, plan, nil)
	if err == nil {
		err = batch.PDFs(ctx, rows, f.out, batch.PDFOptions{Draft: f.draft, Looks: looks})
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	made := batchMade{rows: rows, cancelled: err != nil, took: time.Since(started)}
	if made.lists, err = p.batchContents(rows, source, f); err != nil {
		return err
	}
	return p.printBatch(made, f)
}

// batchPlan finds the counterparts and the parties and answers that all have in common.
func (p *program) batchPlan(ctx context.Context, s *data.Store, source batch.Source, f *batchFlags) (batch.Plan, error) {
	plan := batch.NewPlan(source)
	plan.Name, plan.Language, plan.Neutral = f.name, batch.Language(f.lang), batch.Language(f.neutral)
	role, err := f.counterpartRole(source)
	if err != nil {
		return plan, err
	}
	plan.Role, plan.Common = role.ID, source.Common(role.ID)
	if err := f.common(&plan, source); err != nil {
		return plan, err
	}
	if plan.Answers, err = batchAnswers(source, f.answers); err != nil {
		return plan, err
	}
	found, answers, err := p.counterparts(ctx, s, source, role, f)
	if err != nil {
		return plan, err
	}
	entries, err := s.Parties(ctx)
	if err != nil {
		return plan, err
	}
	plan.Common = batch.Known(plan.Common, entries)
	plan.Add(batch.Known(found, entries)...)
	plan.SetAnswers(answers)
	if len(plan.Counterparts) == 0 {
		return plan, agreement.NewError(agreement.Refused, "error.batch.nobody", nil)
	}
	for _, c := range plan.Counterparts {
		if c.Party.Kind != role.Kind && role.Kind != agreement.OrganisationParty {
			return plan, agreement.NewError(agreement.Refused, "error.batch.kind", nil, "Name", c.Party.Name, "Role", role.Label.In(p.form()))
		}
	}
	return plan, nil
}

// counterpartRole finds the role that the counterparts get: municipalities where a county is named.
func (f *batchFlags) counterpartRole(source batch.Source) (agreement.Role, error) {
	var kind agreement.PartyKind
	if len(f.counties) > 0 {
		kind = agreement.MunicipalityParty
	}
	roles := source.Roles(kind)
	if f.role != "" {
		roles = source.Roles("")
	} else if len(roles) == 0 && kind != "" { // a blank agreement takes anybody
		roles = source.Roles(agreement.OrganisationParty)
	}
	var names []string
	for _, r := range roles {
		if f.role == "" || r.ID == f.role {
			return r, nil
		}
		names = append(names, r.ID)
	}
	if f.role != "" && len(names) > 0 {
		return agreement.Role{}, agreement.NewError(agreement.Invalid, "error.new.role", nil, "Role", f.role, "Roles", strings.Join(names, ", "))
	}
	return agreement.Role{}, agreement.NewError(agreement.Refused, "error.batch.roles", nil)
}

// common reads the parties that all have in common: those given as ROLE=BODY, and the county whose municipalities the
// counterparts are, where nobody else holds its role.
func (f *batchFlags) common(plan *batch.Plan, source batch.Source) error {
	t := agreement.Template{Roles: source.Content.Roles}
	for _, flag := range f.parties {
		role, _, given := strings.Cut(flag, "=")
		if !given || role == plan.Role {
			continue
		}
		party, err := partyFrom(t, flag)
		if err != nil {
			return err
		}
		plan.Common = slices.DeleteFunc(plan.Common, func(q agreement.Party) bool { return q.Role == party.Role && !repeated(t, party.Role) })
		plan.Common = append(plan.Common, party)
	}
	if len(f.counties) != 1 {
		return nil
	}
	county, err := facts.Lookup(agreement.CountyParty, f.counties[0])
	if err != nil {
		return err
	}
	for _, r := range source.Content.Roles {
		held := slices.ContainsFunc(plan.Common, func(q agreement.Party) bool { return q.Role == r.ID })
		if r.Kind == agreement.CountyParty && r.ID != plan.Role && !r.Repeated() && !held {
			party := county.Party()
			party.Role = r.ID
			plan.Common = append(plan.Common, party)
		}
	}
	return nil
}

// batchAnswers reads --set, as new does.
func batchAnswers(source batch.Source, flags []string) (map[string]agreement.Answer, error) {
	editor := agreement.NewEditor(source.Content)
	out := make(map[string]agreement.Answer)
	for _, flag := range flags {
		if err := setAnswer(editor, flag); err != nil {
			return nil, err
		}
		name, _, _ := strings.Cut(flag, "=")
		id, _, _ := strings.Cut(name, ".")
		field, _ := editor.Agreement().Field(id)
		out[id] = field.Answer
	}
	return out, nil
}

// counterparts finds all that the flags name, in the order of the flags, and the answers that a list has for each.
func (p *program) counterparts(
	ctx context.Context, s *data.Store, source batch.Source, role agreement.Role, f *batchFlags,
) (found []agreement.Party, answers map[string]map[string]agreement.Answer, err error) {
	for _, name := range f.counties {
		county, err := facts.Lookup(agreement.CountyParty, name)
		if err != nil {
			return nil, nil, err
		}
		found = append(found, batch.InCounty(county.Number)...)
	}
	for _, flag := range f.parties {
		id, name, given := strings.Cut(flag, "=")
		if given && id != role.ID {
			continue
		}
		if !given {
			name = flag
		}
		party, err := partyFrom(agreement.Template{Roles: []agreement.Role{role}}, role.ID+"="+name)
		if err != nil {
			return nil, nil, err
		}
		found = append(found, party)
	}
	for _, name := range f.groups {
		members, err := batch.Group(ctx, s, name)
		if err != nil {
			return nil, nil, err
		}
		found = append(found, members...)
	}
	if f.csv == "" {
		return found, nil, nil
	}
	content, err := readList(f.csv)
	if err != nil {
		return nil, nil, err
	}
	listed, answers, wrong, err := batch.FromList(content, source.Fields())
	if err != nil {
		return nil, nil, err
	}
	if err := p.wrongRows(wrong, f.skipWrong); err != nil {
		return nil, nil, err
	}
	return append(found, listed...), answers, nil
}

// wrongRows prints why rows of a list can't be used, and refuses the list unless they may be left out.
func (p *program) wrongRows(wrong []parties.Row, skip bool) error {
	for _, r := range wrong {
		p.complain("%s\n", p.words.T("batch.wrong_row", "Line", r.Line, "Text", r.Text, "Reason", p.words.Error(r.Err)))
	}
	if len(wrong) == 0 || skip {
		return nil
	}
	return agreement.NewError(agreement.Invalid, "error.batch.rows", nil, "Count", len(wrong))
}
