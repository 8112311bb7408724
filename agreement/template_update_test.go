package agreement_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"avtalebok/agreement"
)

// newerTemplate gives a template changed in some ways that its author may have changed it, as the next version.
func newerTemplate(t agreement.Template, random *rand.Rand) agreement.Template {
	t = agreement.TemplateOf(t.Working())
	t.Version++
	word := func() agreement.Text {
		n := random.IntN(1000)
		return agreement.Both(fmt.Sprintf("bokmål %d", n), fmt.Sprintf("nynorsk %d", n))
	}
	for range 1 + random.IntN(8) {
		s := &t.Sections[random.IntN(len(t.Sections))]
		n := len(s.Items)
		switch random.IntN(11) {
		case 0:
			s.Heading = word()
		case 1:
			s.Lead = word()
		case 2, 3:
			if n > 0 {
				s.Items[random.IntN(n)].Text = word()
			}
		case 4:
			item := agreement.Item{ID: fmt.Sprintf("new-%d", random.IntN(100000)), Text: word()}
			if s.Kind.Titled() {
				item.Title = word()
			}
			s.Items = slices.Insert(s.Items, random.IntN(n+1), item)
		case 5:
			if n > 0 {
				i := random.IntN(n)
				s.Items = slices.Delete(s.Items, i, i+1)
			}
		case 6:
			random.Shuffle(n, func(i, j int) { s.Items[i], s.Items[j] = s.Items[j], s.Items[i] })
		case 7:
			t.Sections = slices.Insert(t.Sections, random.IntN(len(t.Sections)+1), agreement.Section{
				ID: fmt.Sprintf("sec-%d", random.IntN(100000)), Kind: agreement.Prose, Heading: word(),
				Items: []agreement.Item{{ID: "a", Text: word()}},
			})
		case 8:
			if s.Kind != agreement.Signatures && len(t.Sections) > 2 {
				i := slices.IndexFunc(t.Sections, func(x agreement.Section) bool { return x.ID == s.ID })
				t.Sections = slices.Delete(t.Sections, i, i+1)
			}
		case 9:
			t.Title = word().Pair
		case 10:
			if n > 0 {
				s.Items[random.IntN(n)].Text = word().Lock()
			}
		}
	}
	t.Fields = slices.Clone(t.Fields)
	if random.IntN(3) == 0 {
		t.Fields[0].Answer.Value = fmt.Sprint(1 + random.IntN(20))
	}
	return t
}

// editedDraft gives a draft with some changes made by hand.
func editedDraft(t *testing.T, a agreement.Agreement, random *rand.Rand) agreement.Agreement {
	t.Helper()
	e := agreement.NewEditor(a)
	do := func(c agreement.Command) {
		if err := e.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	for range random.IntN(7) {
		a := e.Agreement()
		s := a.Sections[random.IntN(len(a.Sections))]
		item := ""
		if len(s.Items) > 0 {
			item = s.Items[random.IntN(len(s.Items))].ID
		}
		text := fmt.Sprintf("min tekst %d", random.IntN(1000))
		switch kind := random.IntN(6); {
		case kind == 0:
			do(agreement.SetText(agreement.Place{Section: s.ID, Part: agreement.PartHeading}, agreement.Bokmal, text))
		case kind == 1:
			do(agreement.AddItem(s.ID, random.IntN(4), agreement.Item{ID: agreement.NewID(), Text: agreement.Both(text, text)}))
		case kind == 2:
			do(agreement.SetAnswer("notice", agreement.Answer{Value: fmt.Sprint(1 + random.IntN(20))}))
		case item == "":
		case kind == 3:
			do(agreement.SetText(textAt(s.ID, item), agreement.Nynorsk, text))
		case kind == 4:
			do(agreement.RemoveItem(s.ID, item))
		case kind == 5:
			do(agreement.MoveItem(s.ID, item, random.IntN(5)-2))
		}
	}
	return e.Agreement()
}

// updated brings a draft to a newer version of its template and fails where that can't be done.
func updated(t *testing.T, a agreement.Agreement, old, newer agreement.Template, take func(agreement.TemplateChange) bool) agreement.Agreement {
	t.Helper()
	e := agreement.NewEditor(a)
	if err := e.Do(agreement.UpdateTemplate(old, newer, take)); err != nil {
		t.Fatal(err)
	}
	out := e.Agreement()
	if out.Template.Version != newer.Version {
		t.Fatalf("it says that it is of version %d", out.Template.Version)
	}
	if left := out.TemplateChanges(newer, newer); len(left) > 0 {
		t.Fatalf("updated, and still offered %+v", left)
	}
	if !e.Undo() || !reflect.DeepEqual(e.Agreement(), a) {
		t.Fatal("undoing does not bring the draft back")
	}
	return out
}

func byItself(c agreement.TemplateChange) bool { return c.ByItself() }

// eachUpdate tries a property on many templates, their next versions, and drafts of the former.
func eachUpdate(t *testing.T, check func(t *testing.T, a agreement.Agreement, old, newer agreement.Template)) {
	t.Helper()
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 7))
		old := agreement.TemplateOf(sampleTemplate().Working())
		newer := newerTemplate(old, random)
		a := editedDraft(t, agreement.New(old, nordland(), municipality("Bodø")), random)
		check(t, a, old, newer)
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}

func TestAnUntouchedDraftBecomesOneOfTheNewerVersion(t *testing.T) {
	eachUpdate(t, func(t *testing.T, a agreement.Agreement, old, newer agreement.Template) {
		fresh := agreement.New(old, nordland(), municipality("Bodø"))
		for _, c := range fresh.TemplateChanges(old, newer) {
			if c.ByHand {
				t.Errorf("nothing was done by hand: %+v", c)
			}
		}
		got := updated(t, fresh, old, newer, byItself)
		want := agreement.New(newer, nordland(), municipality("Bodø"))
		want.ID = got.ID
		if !reflect.DeepEqual(normal(got), normal(want)) {
			t.Errorf("got %+v\nwant %+v", normal(got).Sections, normal(want).Sections)
		}
	})
}

// normal makes lists without anything alike.
func normal(a agreement.Agreement) agreement.Agreement {
	a.Sections = slices.Clone(a.Sections)
	for i := range a.Sections {
		if len(a.Sections[i].Items) == 0 {
			a.Sections[i].Items = nil
		}
	}
	return a
}

// What a person wrote is never changed unless that person says so.
func TestWhatWasWrittenByHandStays(t *testing.T) {
	eachUpdate(t, func(t *testing.T, a agreement.Agreement, old, newer agreement.Template) {
		got := updated(t, a, old, newer, byItself)
		before := agreement.New(old)
		for p, mine := range a.Passages() {
			was, _ := before.Text(p)
			if is, ok := got.Text(p); p.Party == "" && mine.Pair != was.Pair && (!ok || is.Pair != mine.Pair) {
				t.Errorf("%+v: %q became %q", p, mine.Pair, is.Pair)
			}
		}
		one, _ := a.Field("notice")
		two, _ := got.Field("notice")
		if one.Answer.Value != "3" && one.Answer.Value != two.Answer.Value {
			t.Errorf("the answer %s became %s", one.Answer.Value, two.Answer.Value)
		}
		if !reflect.DeepEqual(got.Parties, a.Parties) {
			t.Error("the parties were changed")
		}
	})
}

func TestTakingNothingLeavesEveryTextAsItIs(t *testing.T) {
	eachUpdate(t, func(t *testing.T, a agreement.Agreement, old, newer agreement.Template) {
		got := updated(t, a, old, newer, func(agreement.TemplateChange) bool { return false })
		if d := agreement.Compare(a, got); len(d) > 0 {
			t.Errorf("%+v", d)
		}
	})
}

func TestTakingEverythingGivesTheNewerVersionsTexts(t *testing.T) {
	eachUpdate(t, func(t *testing.T, a agreement.Agreement, old, newer agreement.Template) {
		changes := a.TemplateChanges(old, newer)
		got := updated(t, a, old, newer, func(agreement.TemplateChange) bool { return true })
		for _, c := range changes {
			is, ok := got.Text(c.Place)
			switch {
			case c.Kind == agreement.UpdateReworded && c.Place.Field == "" && is.Pair != c.After.Pair:
				t.Errorf("%+v: got %q, want %q", c.Place, is.Pair, c.After.Pair)
			case c.Kind == agreement.UpdateRemoved && c.Place.Item != "" && ok:
				t.Errorf("%+v is still there", c.Place)
			}
		}
	})
}

func TestEveryChangeIsListedOnce(t *testing.T) {
	eachUpdate(t, func(t *testing.T, a agreement.Agreement, old, newer agreement.Template) {
		type key struct {
			kind  agreement.UpdateKind
			place agreement.Place
		}
		seen := make(map[key]bool)
		for _, c := range a.TemplateChanges(old, newer) {
			if k := (key{c.Kind, c.Place}); seen[k] {
				t.Errorf("twice: %+v", c)
			} else {
				seen[k] = true
			}
		}
	})
}

func TestAgreedWordingThatIsKeptByHandIsADeviationFromTheNewerOne(t *testing.T) {
	old := sampleTemplate()
	old.Sections[0].Items[0].Text = old.Sections[0].Items[0].Text.Lock()
	newer := agreement.TemplateOf(old.Working())
	newer.Version++
	newer.Sections[0].Items[0].Text = agreement.Both("Ny ordlyd.", "Ny ordlyd.").Lock()
	place := textAt("duration", "notice")
	a := withText(t, agreement.New(old), place, "Min.", "Min.")
	text, _ := updated(t, a, old, newer, byItself).Text(place)
	if text.NB != "Min." || !text.Deviates() || text.Agreed.NB != "Ny ordlyd." {
		t.Errorf("%+v", text)
	}
}

func TestQuestionsAndRolesFollowTheTemplateButWhatIsSpokenOfStays(t *testing.T) {
	old := sampleTemplate()
	newer := agreement.TemplateOf(old.Working())
	newer.Version++
	newer.Fields = []agreement.Field{
		{ID: "case_number", Type: agreement.LineField, Label: pair("Saksnummer", "Saksnummer")},
	}
	newer.Sections[0].Items[0].Text = agreement.Both("Uten varsel.", "Utan varsel.")
	a := agreement.New(old, nordland(), municipality("Bodø"))
	ids := func(a agreement.Agreement) []string {
		var out []string
		for _, f := range a.Fields {
			out = append(out, f.ID)
		}
		return out
	}
	if got := ids(updated(t, a, old, newer, byItself)); !slices.Equal(got, []string{"case_number"}) {
		t.Errorf("fields %v", got)
	}
	a = withText(t, a, textAt("duration", "notice"), "Med {notice}s varsel.", "Med {notice}s varsel.")
	if got := ids(updated(t, a, old, newer, byItself)); !slices.Equal(got, []string{"case_number", "notice"}) {
		t.Errorf("fields %v, though a text speaks of the notice", got)
	}
}

// BenchmarkTemplateChanges compares a draft of 400 passages with two versions of its template.
func BenchmarkTemplateChanges(b *testing.B) {
	old := sampleTemplate()
	for i := range 400 {
		old.Sections[0].Items = append(old.Sections[0].Items, agreement.Item{
			ID: fmt.Sprintf("item-%d", i), Text: agreement.Both("Partene møtes hvert år.", "Partane møtest kvart år."),
		})
	}
	newer := agreement.TemplateOf(old.Working())
	newer.Version++
	for i := range newer.Sections[0].Items {
		if i%2 == 0 {
			newer.Sections[0].Items[i].Text = agreement.Both("Partene møtes to ganger i året.", "Partane møtest to gonger i året.")
		}
	}
	a := agreement.New(old, nordland(), municipality("Bodø"))
	b.ReportAllocs()
	for b.Loop() {
		if len(a.TemplateChanges(old, newer)) == 0 {
			b.Fatal("nothing was found")
		}
	}
}
