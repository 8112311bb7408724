package register_test

import (
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// sample gives a register with a bit of everything.
func sample(t testing.TB) []*register.Entry {
	list := pointers(
		inForce(t, entry("a", agreement.Partnership, municipality("3905", "Tønsberg")), "2024-05-01"),
		inForce(t, entry("b", agreement.Partnership, organisation("Øyfolket")), "2025-02-01"),
		after(t, inForce(t, entry("c", agreement.Cooperation, organisation("Ålesundlaget")), "2025-03-01"), notice(t, "2025-09-30")),
		entry("d", agreement.Cooperation, organisation("Øyfolket")),
		after(t, entry("e", agreement.Grant, organisation("Zonta")), sent(t, "2026-01-01")),
	)
	for i := range list {
		list[i].Updated = time.Unix(int64(i), 0)
	}
	list[1].Network, list[3].Network = "Folkehelse", "Folkehelse"
	list[2].Responsible, list[4].Theme = "Kari", agreement.Pair{NB: "Folkehelse", NN: "Folkehelse"}
	list[0].SignedIn = register.InNynorsk
	return list
}

func pointers(list ...register.Entry) []*register.Entry {
	var out []*register.Entry
	for _, e := range list {
		out = append(out, &e)
	}
	return out
}

func ids(list []*register.Entry) string {
	var out []string
	for _, e := range list {
		out = append(out, e.ID)
	}
	return strings.Join(out, "")
}

func TestFiltersTakeWhatTheyNameAndNothingElse(t *testing.T) {
	list, day := sample(t), date(t, "2026-06-01")
	for name, c := range map[string]struct {
		filter register.Filter
		want   string
	}{
		"nothing":       {register.Filter{}, "abcde"},
		"kinds":         {register.Filter{Kinds: []agreement.Kind{agreement.Partnership, agreement.Grant}}, "abe"},
		"running":       {register.Filter{Statuses: []agreement.Status{agreement.Running}}, "ab"},
		"terminated":    {register.Filter{Statuses: []agreement.Status{agreement.Terminated}}, "c"},
		"years":         {register.Filter{Years: []int{2025}}, "bc"},
		"not signed":    {register.Filter{Years: []int{0}}, "de"},
		"a network":     {register.Filter{Subjects: []string{"Folkehelse"}}, "bde"},
		"a responsible": {register.Filter{Responsible: []string{"Kari"}}, "c"},
		"a form":        {register.Filter{Forms: []register.Written{register.InNynorsk}}, "a"},
		"a county":      {register.Filter{Counties: []string{"39"}}, "abcde"},
		"another":       {register.Filter{Counties: []string{"46"}}, ""},
		"a party":       {register.Filter{Parties: []string{"øyfolket"}}, "bd"},
		"an end":        {register.Filter{EndsBy: date(t, "2025-12-31")}, "c"},
		"two things":    {register.Filter{Years: []int{2025}, Kinds: []agreement.Kind{agreement.Cooperation}}, "c"},
	} {
		if got := ids(c.filter.Keep(list, day)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	amendment := entry("x", agreement.Partnership, organisation("Øyfolket"))
	amendment.Amends = &agreement.AgreementRef{ID: "b", Revision: 4}
	if (register.Filter{}).Matches(&amendment, day) || !(register.Filter{Amendments: true}).Matches(&amendment, day) {
		t.Error("an amendment stands by itself, or not where it is asked for")
	}
	amendment.Amends.Replaces = true
	if !(register.Filter{}).Matches(&amendment, day) {
		t.Error("an agreement that replaces another does not stand by itself")
	}
}

func TestOrdersPutWhatIsMissingLast(t *testing.T) {
	list, day := sample(t), date(t, "2026-06-01")
	for _, c := range []struct {
		order register.Order
		want  string
	}{
		{register.Order{Key: register.ByUpdated}, "edcba"},
		{register.Order{Key: register.ByUpdated, Reversed: true}, "abcde"},
		{register.Order{Key: register.ByCounterpart}, "aebdc"}, // Tønsberg, Zonta, Øyfolket, Ålesundlaget
		{register.Order{Key: register.ByCounterpart, Reversed: true}, "cbdea"},
		{register.Order{Key: register.BySigned}, "cbade"},
		{register.Order{Key: register.BySigned, Reversed: true}, "abcde"},
		{register.Order{Key: register.ByStatus}, "deabc"},
		{register.Order{Key: register.ByEnd}, "cabde"},
		{register.Order{Key: register.ByResponsible, Reversed: true}, "cabde"},
		{register.Order{Key: register.ByKind}, "cdeab"},
	} {
		if got := ids(register.Sort(list, c.order, day)); got != c.want {
			t.Errorf("%+v: %s, want %s", c.order, got, c.want)
		}
	}
	if ids(list) != "abcde" {
		t.Error("the list itself was sorted")
	}
}

func TestGroupsHoldWhatBelongsTogether(t *testing.T) {
	list, day := sample(t), date(t, "2026-06-01")
	for by, want := range map[register.Grouping]string{
		register.Ungrouped:    "=abcde",
		register.GroupKind:    "partnership=ab cooperation=cd grant=e",
		register.GroupStatus:  "draft=d sent=e running=ab terminated=c",
		register.GroupYear:    "2025=bc 2024=a 0=de",
		register.GroupSubject: "Folkehelse=bde =ac",
		register.GroupForm:    "both=bcde nn=a",
		register.GroupCounty:  "39=abcde",
		register.GroupParty:   "municipality 3905=a county 39=abcde zonta=e øyfolket=bd ålesundlaget=c",
	} {
		var got []string
		for _, g := range register.GroupBy(list, by, agreement.Nynorsk, day) {
			got = append(got, g.Key+"="+ids(g.Entries))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", by, s, want)
		}
	}
}

func TestTotalsCountAgreementsAndDifferentOrganisations(t *testing.T) {
	list, day := sample(t), date(t, "2026-06-01")
	total := register.Total(list, day)
	for form, want := range map[agreement.Form]string{
		agreement.Nynorsk: "5 avtalar med 3 organisasjonar og 1 kommune, 2 partnarskapsavtalar, 2 samarbeidsavtalar, 1 tilskotsavtale",
		agreement.Bokmal:  "5 avtaler med 3 organisasjoner og 1 kommune, 2 partnerskapsavtaler, 2 samarbeidsavtaler, 1 tilskuddsavtale",
	} {
		if got := total.Sentence(form); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
	if register.Of(total.Years, "2025") != 2 || register.Of(total.Years, "0") != 2 || register.Of(total.Forms, "nn") != 1 ||
		register.Of(total.Statuses, "running") != 2 || register.Of(total.Kinds, "none") != 0 {
		t.Errorf("totals %+v", total)
	}
	if got := register.Total(nil, day).Sentence(agreement.Nynorsk); got != "0 avtalar" {
		t.Errorf("an empty register: %s", got)
	}
}
