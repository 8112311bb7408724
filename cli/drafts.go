package cli

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/facts"
)

func (p *program) newCommand() *cobra.Command {
	var parties, answers []string
	c := &cobra.Command{
		Use:   "new TEMPLATE",
		Short: "Make a draft from a template and print its id",
		Example: "  avtalebok new partnership-county-municipality --party county=18 --party municipality=1804\n" +
			"  avtalebok new partnership-county-municipality --party county=Nordland --party municipality=Bodø --set notice=6",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				t, err := s.FindTemplate(c.Context(), args[0])
				if err != nil {
					return err
				}
				a, err := draftFrom(t, parties, answers)
				if err != nil {
					return err
				}
				if a, err = s.Save(c.Context(), a); err != nil {
					return err
				}
				p.printf("%s\n", a.ID)
				return nil
			})
		},
	}
	c.Flags().StringArrayVar(&parties, "party", nil, "ROLE=NUMBER or ROLE=NAME; once for each party, and again for each in a role for several")
	c.Flags().StringArrayVar(&answers, "set", nil, "FIELD=VALUE, or FIELD.nb=VALUE and FIELD.nn=VALUE for one written form")
	return c
}

// draftFrom makes an agreement of a template, parties as ROLE=BODY and answers as FIELD=VALUE.
func draftFrom(t agreement.Template, parties, answers []string) (agreement.Agreement, error) {
	var chosen []agreement.Party
	for _, flag := range parties {
		party, err := partyFrom(t, flag)
		if err != nil {
			return agreement.Agreement{}, err
		}
		if !repeated(t, party.Role) && slices.ContainsFunc(chosen, func(q agreement.Party) bool { return q.Role == party.Role }) {
			return agreement.Agreement{}, usagef("--party %s is given twice", party.Role)
		}
		chosen = append(chosen, party)
	}
	editor := agreement.NewEditor(agreement.New(t, chosen...))
	for _, flag := range answers {
		if err := setAnswer(editor, flag); err != nil {
			return agreement.Agreement{}, err
		}
	}
	return editor.Agreement(), nil
}

// repeated reports whether a role is for several parties.
func repeated(t agreement.Template, role string) bool {
	return slices.ContainsFunc(t.Roles, func(r agreement.Role) bool { return r.ID == role && r.Repeated() })
}

// partyFrom reads ROLE=NUMBER or ROLE=NAME.
func partyFrom(t agreement.Template, flag string) (agreement.Party, error) {
	id, name, ok := strings.Cut(flag, "=")
	if !ok || strings.TrimSpace(name) == "" {
		return agreement.Party{}, usagef("--party takes ROLE=NUMBER or ROLE=NAME, not %q", flag)
	}
	i := slices.IndexFunc(t.Roles, func(r agreement.Role) bool { return r.ID == id })
	if i < 0 {
		var roles []string
		for _, r := range t.Roles {
			roles = append(roles, r.ID)
		}
		return agreement.Party{}, agreement.NewError(agreement.Invalid, "error.new.role", nil,
			"Role", id, "Roles", strings.Join(roles, ", "))
	}
	role := t.Roles[i]
	if role.Kind == agreement.OrganisationParty {
		if err := printable(flag, name); err != nil {
			return agreement.Party{}, err
		}
		return agreement.Party{Role: id, Kind: role.Kind, Name: name, Short: name}, nil
	}
	body, err := facts.Lookup(role.Kind, name)
	if err != nil {
		return agreement.Party{}, err
	}
	party := body.Party()
	party.Role = id
	return party, nil
}

// setAnswer reads FIELD=VALUE, FIELD.nb=VALUE or FIELD.nn=VALUE. A value that the field does not allow is refused.
func setAnswer(e *agreement.Editor, flag string) error {
	name, raw, ok := strings.Cut(flag, "=")
	if !ok {
		return usagef("--set takes FIELD=VALUE, not %q", flag)
	}
	if err := printable(flag, raw); err != nil {
		return err
	}
	id, form, oneForm := strings.Cut(name, ".")
	field, ok := e.Agreement().Field(id)
	if !ok || oneForm && (!field.Bilingual() || !agreement.Form(form).Valid()) {
		var known []string
		for _, f := range e.Agreement().Fields {
			known = append(known, f.ID)
		}
		return agreement.NewError(agreement.Invalid, "error.new.field", nil, "Field", name, "Fields", strings.Join(known, ", "))
	}
	answer := field.Answer
	switch {
	case oneForm:
		answer.Text = answer.Text.With(agreement.Form(form), raw)
	case field.Bilingual():
		answer.Text = agreement.Both(raw, raw)
	default:
		answer.Value = raw
	}
	if err := e.Do(agreement.SetAnswer(id, answer)); err != nil {
		return err
	}
	field, _ = e.Agreement().Field(id)
	for _, f := range agreement.Forms {
		if problem := field.Validate(f); problem != agreement.NoProblem {
			return agreement.NewError(agreement.Invalid, "error.new.value", nil, "Field", id, "Value", raw,
				"Problem", string(problem), "Limit", field.Limit(problem))
		}
	}
	return nil
}

// printable refuses what Clean would quietly take away: on a command line it is a mistake that should be seen.
func printable(flag, s string) error {
	if agreement.Clean(s) != s {
		return agreement.NewError(agreement.Invalid, "error.new.characters", nil, "Value", agreement.CleanLine(flag))
	}
	return nil
}

// listed is one draft as list --json prints it.
type listed struct {
	ID       string         `json:"id"`
	Template string         `json:"template"`
	Kind     string         `json:"kind"`
	Title    agreement.Pair `json:"title"`
	Parties  []string       `json:"parties"`
	Status   string         `json:"status"`
	Revision int            `json:"revision"`
	Updated  time.Time      `json:"updated"`
}

func (p *program) listCommand() *cobra.Command {
	var search string
	var asJSON, deleted bool
	c := &cobra.Command{
		Use:   "list",
		Short: "List drafts, the one saved last first",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error {
				found, err := s.List(c.Context(), data.Query{Search: search, Deleted: deleted})
				if err != nil {
					return err
				}
				if asJSON {
					return p.printJSON(listedDrafts(found))
				}
				p.printDrafts(found)
				return nil
			})
		},
	}
	c.Flags().StringVar(&search, "search", "", "only drafts that have words beginning like these, in either written form")
	c.Flags().BoolVar(&deleted, "deleted", false, "deleted drafts instead")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func listedDrafts(found []data.Summary) []listed {
	out := make([]listed, 0, len(found))
	for _, f := range found {
		out = append(out, listed{
			ID: f.ID, Template: f.Template.ID, Kind: string(f.Kind), Title: f.Title, Parties: slices.Concat([]string{}, f.Parties),
			Status: string(f.Status), Revision: f.Revision, Updated: f.Updated.UTC(),
		})
	}
	return out
}

func (p *program) printDrafts(found []data.Summary) {
	if len(found) == 0 {
		p.printf("%s\n", p.words.T("cli.no_drafts"))
		return
	}
	form := p.form()
	for _, f := range found {
		p.printf("%s  %s  %s\n", f.ID, f.Updated.Local().Format("2006-01-02 15:04"), f.Title.In(form))
	}
}

// form is the written form in which drafts are named to the user: that of the interface, nynorsk in English.
func (p *program) form() agreement.Form {
	if p.words.Language == "nb" {
		return agreement.Bokmal
	}
	return agreement.Nynorsk
}

func (p *program) deleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "delete ID", Short: "Delete a draft; restore brings it back", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error { return s.Delete(c.Context(), args[0]) })
		},
	}
}

func (p *program) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use: "restore ID", Short: "Bring a deleted draft back", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error { return s.Restore(c.Context(), args[0]) })
		},
	}
}
