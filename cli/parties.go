package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/parties"
)

func (p *program) partiesCommand() *cobra.Command {
	var asJSON, all bool
	c := &cobra.Command{
		Use:   "parties",
		Short: "List the register of parties, or import a list of them from a CSV file",
		Example: "  avtalebok parties --json\n" +
			"  avtalebok parties import lag.csv            # shows what would be done, and asks\n" +
			"  avtalebok parties import lag.csv --dry-run  # only shows it",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.withStore(c.Context(), func(s *data.Store) error { return p.listParties(c.Context(), s, asJSON, all) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, with addresses and people")
	c.Flags().BoolVar(&all, "all", false, "with every municipality and county, and organisations that are only in agreements")
	c.AddCommand(p.partiesImportCommand())
	return c
}

// partyListed is one party as parties --json prints it.
type partyListed struct {
	Kind        string         `json:"kind"`
	Number      string         `json:"number,omitempty"`
	OrgNumber   string         `json:"orgNumber,omitempty"`
	Name        string         `json:"name"`
	Short       string         `json:"short"`
	Also        []string       `json:"also"`
	Address     string         `json:"address,omitempty"`
	Adopted     string         `json:"adopted,omitempty"`
	Contacts    []personListed `json:"contacts"`
	Signatories []personListed `json:"signatories"`
	Groups      []string       `json:"groups"`
	Kept        bool           `json:"kept"`
	Agreements  int            `json:"agreements"`
}

type personListed struct {
	Name  string         `json:"name"`
	Title agreement.Pair `json:"title"`
	Email string         `json:"email,omitempty"`
	Phone string         `json:"phone,omitempty"`
}

func (p *program) listParties(ctx context.Context, s *data.Store, asJSON, all bool) error {
	listed, err := s.ListedParties(ctx)
	if err != nil {
		return err
	}
	if !all {
		listed = slices.DeleteFunc(listed, func(e data.ListedParty) bool { return !e.Kept })
	}
	groups, err := s.PartyGroups(ctx)
	if err != nil {
		return err
	}
	out := []partyListed{}
	for _, e := range listed {
		out = append(out, partyJSON(e, groups))
	}
	if asJSON {
		return p.printJSON(out)
	}
	for _, e := range out {
		number := e.OrgNumber
		if e.Number != "" {
			number = e.Number
		}
		p.printf("%-9s  %3d  %s\n", number, e.Agreements, e.Name)
	}
	return nil
}

func partyJSON(e data.ListedParty, groups []parties.Group) partyListed {
	out := partyListed{
		Kind: string(e.Kind), Number: e.Number, OrgNumber: e.OrgNumber, Name: e.Name, Short: e.Short,
		Also: slices.Concat([]string{}, e.Also), Address: e.Address, Adopted: string(e.Adopted), Contacts: peopleJSON(e.Contacts),
		Signatories: peopleJSON(e.Signatories), Groups: []string{}, Kept: e.Kept, Agreements: e.Agreements,
	}
	for _, g := range groups {
		if key := e.Key(); key != "" && slices.Contains(g.Members, key) {
			out.Groups = append(out.Groups, g.Name)
		}
	}
	return out
}

func peopleJSON(people []agreement.Person) []personListed {
	out := []personListed{}
	for _, q := range people {
		out = append(out, personListed{q.Name, q.Title.Pair, q.Email, q.Phone})
	}
	return out
}

// importFlags are how a list is taken in.
type importFlags struct{ dry, yes, overwrite bool }

func (p *program) partiesImportCommand() *cobra.Command {
	f := &importFlags{}
	c := &cobra.Command{
		Use:   "import FILE.csv",
		Short: "Import organisations, and people of municipalities, from a CSV file",
		Long: "Import organisations, and people of municipalities, from a CSV file.\n\n" +
			"The first line names the columns, in any order, in bokmål, nynorsk or English: name, organisation number, short\n" +
			"name, address, postal code, place, written form, contact person, title, e-mail, phone, signatory, group. They are\n" +
			"parted by semicolons, commas or tabs. First every row is shown with what would be done, or why it can't be taken in;\n" +
			"the others are taken in when you say so. A party that is there already is put together with what the file says.",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if f.dry && f.yes {
				return usagef("--dry-run and --yes contradict each other")
			}
			return p.importParties(c.Context(), args[0], f)
		},
	}
	c.Flags().BoolVar(&f.dry, "dry-run", false, "show what would be done, and do nothing")
	c.Flags().BoolVar(&f.yes, "yes", false, "take in the rows that are right without asking")
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, "where a row and the register differ, the row counts")
	return c
}

// importParties shows what a list would do and does it when the user says so. It ends with errFindings where rows can't be
// taken in, or nothing was done for want of an answer.
func (p *program) importParties(ctx context.Context, path string, f *importFlags) error {
	content, err := readList(path)
	if err != nil {
		return err
	}
	list, err := parties.Read(content)
	if err != nil {
		return err
	}
	return p.withStore(ctx, func(s *data.Store) error {
		known, err := s.Parties(ctx)
		if err != nil {
			return err
		}
		plan := parties.Plan(list.Rows, known)
		wrong := p.printPlan(list, plan, f.overwrite)
		outcome := func() error {
			if wrong > 0 {
				return errFindings
			}
			return nil
		}
		if f.dry {
			return outcome()
		}
		if !f.yes && !p.agrees(ctx, p.words.T("parties.import.ask")) {
			p.printf("%s\n", p.words.T("parties.import.nothing_done"))
			if !terminal(p.streams.In) {
				p.printf("%s\n", p.words.T("parties.import.yes_hint"))
			}
			return errFindings
		}
		done, err := s.ImportParties(ctx, plan, f.overwrite)
		if err != nil {
			return err
		}
		p.printf("%s\n", p.words.T("parties.import.done", "Added", done.Added, "Merged", done.Merged, "Skipped", done.Skipped))
		return outcome()
	})
}

// readList reads a file with a list of parties, or one byte more of it than such a list may have.
func readList(path string) ([]byte, error) {
	file, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, parties.MaxFile+1))
	if err != nil {
		return nil, agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
	}
	return content, nil
}

// printPlan shows every row and gives the number of those that can't be taken in.
func (p *program) printPlan(list parties.List, plan []parties.Planned, overwrite bool) (wrong int) {
	p.printf("%s\n", p.words.T("parties.import.reads", "Sign", parties.SignKey(list.Separator), "Latin", list.Latin))
	if len(list.Ignored) > 0 {
		p.printf("%s\n", p.words.T("parties.import.ignored", "Columns", strings.Join(list.Ignored, ", ")))
	}
	count := map[parties.Choice]int{}
	for _, row := range plan {
		name := row.Entry.Name
		if row.Standing == parties.Wrong {
			wrong++
			name = row.Text
		} else {
			count[row.Choice]++
		}
		p.printf("%4d  %-14s %s\n", row.Line, p.words.T("parties.standing."+string(row.Standing)), name)
		for _, said := range row.Says(p.words, overwrite) {
			p.printf("      %s\n", said)
		}
	}
	p.printf("%s\n", p.words.T("parties.import.plan", "Add", count[parties.Add], "Merge", count[parties.MergeInto],
		"Skip", count[parties.Skip], "Wrong", wrong))
	return wrong
}

// agrees asks a question on a terminal. Where nobody sits there, nobody agrees.
func (p *program) agrees(ctx context.Context, question string) bool {
	if !terminal(p.streams.In) {
		return false
	}
	p.printf("%s", question)
	answer := make(chan string, 1)
	go func() {
		line, err := readLine(bufio.NewReader(p.streams.In))
		if err != nil && !errors.Is(err, io.EOF) {
			line = ""
		}
		answer <- line
	}()
	select {
	case line := <-answer:
		return slices.Contains([]string{"j", "ja", "y", "yes"}, strings.ToLower(strings.TrimSpace(line)))
	case <-ctx.Done():
		return false
	}
}

// terminal reports whether somebody can answer a question.
func terminal(in io.Reader) bool {
	file, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
