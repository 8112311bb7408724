package batch_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/batch"
	"avtalebok/data"
	"avtalebok/data/facts"
)

const template = "partnership-county-municipality"

// clock goes on by a minute with every look at it, so that a save can be told from the one before.
func open(t testing.TB) *data.Store {
	t.Helper()
	at := time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)
	s, err := data.Open(t.Context(), t.TempDir(), data.WithClock(func() time.Time { at = at.Add(time.Minute); return at }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// nordland is the plan for all municipalities of that county.
func nordland(t testing.TB, source batch.Source) batch.Plan {
	t.Helper()
	p := batch.NewPlan(source)
	p.Language = batch.Both
	county, _ := batch.CountyOf("18")
	county.Role = "county"
	p.Common = []agreement.Party{county}
	p.Add(batch.InCounty("18")...)
	return p
}

func sourceOf(t testing.TB, s *data.Store, id string) batch.Source {
	t.Helper()
	source, err := batch.Open(t.Context(), s, id)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func mustMake(t testing.TB, s *data.Store, source batch.Source, p batch.Plan) []batch.Row {
	t.Helper()
	rows, err := batch.Make(t.Context(), s, source, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func mustDraw(t testing.TB, rows []batch.Row, dir string) {
	t.Helper()
	if err := batch.PDFs(t.Context(), rows, dir, batch.PDFOptions{}); err != nil {
		t.Fatal(err)
	}
}

// edit changes a draft by hand.
func edit(t *testing.T, s *data.Store, id string, commands ...agreement.Command) agreement.Agreement {
	t.Helper()
	a, err := s.Load(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	editor := agreement.NewEditor(a)
	for _, c := range commands {
		if err := editor.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	if a, err = s.Save(t.Context(), editor.Agreement()); err != nil {
		t.Fatal(err)
	}
	return a
}

func row(t *testing.T, rows []batch.Row, name string) *batch.Row {
	t.Helper()
	i := slices.IndexFunc(rows, func(r batch.Row) bool { return r.Counterpart.Party.Short == name })
	if i < 0 {
		t.Fatalf("no row for %s", name)
	}
	return &rows[i]
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(content)
	}
	return out
}

func TestAWholeCountyGetsADraftEachAndItsPDFsInBothForms(t *testing.T) {
	s, dir := open(t), t.TempDir()
	source := sourceOf(t, s, template)
	rows := mustMake(t, s, source, nordland(t, source))
	mustDraw(t, rows, dir)
	if files := contents(t, dir); len(files) != 82 {
		t.Errorf("%d files, want 82", len(files))
	}
	for i, party := range batch.InCounty("18") {
		r := rows[i]
		got, _ := r.Draft.Party("municipality")
		if r.Outcome != batch.Created || got.Name != party.Name || got.Number != party.Number || got.Adopted != party.Adopted {
			t.Errorf("%s: %s, %+v", party.Name, r.Outcome, got)
		}
		for _, f := range r.Files {
			if !f.Ready() || f.Path == "" || f.Pages < 2 {
				t.Errorf("%s, %s: %+v", party.Name, f.Form, f)
			}
		}
	}
	stored, err := s.List(t.Context(), data.Query{})
	if err != nil || len(stored) != 41 {
		t.Errorf("%d drafts are stored (%v)", len(stored), err)
	}
}

func TestNamesStandInTheGenitiveOfEachCounterpart(t *testing.T) {
	s := open(t)
	source := sourceOf(t, s, template)
	p := nordland(t, source)
	title := agreement.Place{Part: agreement.PartTheme}
	editor := agreement.NewEditor(source.Content)
	for _, f := range agreement.Forms {
		if err := editor.Do(agreement.SetText(title, f, "{municipality}s framtid")); err != nil {
			t.Fatal(err)
		}
	}
	source.Content = editor.Agreement()
	rows := mustMake(t, s, source, p)
	for name, want := range map[string]string{"Bodø": "Bodøs framtid", "Hemnes": "Hemnes’ framtid", "Vågan": "Vågans framtid"} {
		doc, err := row(t, rows, name).Draft.Resolve(agreement.Nynorsk)
		if err != nil || doc.Theme.String() != want {
			t.Errorf("%s: %q (%v), want %q", name, doc.Theme.String(), err, want)
		}
	}
}

func TestRunTwiceItGivesTheSameBytesAndNoMoreDrafts(t *testing.T) {
	s, dir := open(t), t.TempDir()
	source := sourceOf(t, s, template)
	p := nordland(t, source)
	mustDraw(t, mustMake(t, s, source, p), dir)
	first := contents(t, dir)
	again := mustMake(t, s, sourceOf(t, s, template), nordland(t, source))
	mustDraw(t, again, dir)
	for name, content := range contents(t, dir) {
		if first[name] != content {
			t.Errorf("%s differs", name)
		}
	}
	if n := batch.Count(again)[batch.Unchanged]; n != 41 {
		t.Errorf("%d drafts are as they were", n)
	}
	if stored, _ := s.List(t.Context(), data.Query{}); len(stored) != 41 {
		t.Errorf("%d drafts are stored", len(stored))
	}
	p.Name = "Neste år"
	if n := batch.Count(mustMake(t, s, source, p))[batch.Created]; n != 41 {
		t.Errorf("under another name %d drafts are new", n)
	}
}

func TestRunAgainItLeavesAloneWhatPeopleHaveTouched(t *testing.T) {
	s := open(t)
	source := sourceOf(t, s, template)
	p := nordland(t, source)
	rows := mustMake(t, s, source, p)
	touched := edit(t, s, row(t, rows, "Bodø").Draft.ID, agreement.SetAnswer("case_number", agreement.Answer{Value: "26/1"}))
	if _, err := s.RecordEvents(t.Context(), row(t, rows, "Rana").Draft.ID, register.Event{Kind: register.WasSent, Date: s.Today()}); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(t.Context(), row(t, rows, "Vågan").Draft.ID); err != nil {
		t.Fatal(err)
	}

	p.Answers = map[string]agreement.Answer{"notice": {Value: "6"}}
	again := mustMake(t, s, source, p)
	for name, want := range map[string]batch.Outcome{
		"Bodø": batch.ByHand, "Rana": batch.Sent, "Vågan": batch.Deleted, "Narvik": batch.Updated,
	} {
		if got := row(t, again, name).Outcome; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if n := batch.Count(again)[batch.Updated]; n != 38 {
		t.Errorf("%d updated", n)
	}
	now, err := s.Load(t.Context(), touched.ID)
	if err != nil || now.Revision != touched.Revision || now.Value("notice", agreement.Nynorsk) != "tre månader" {
		t.Errorf("the draft changed by hand is revision %d now, %q (%v)", now.Revision, now.Value("notice", agreement.Nynorsk), err)
	}
	if got := row(t, again, "Narvik").Draft; got.Revision != 2 || got.Value("notice", agreement.Nynorsk) != "seks månader" {
		t.Errorf("Narvik: revision %d, %q", got.Revision, got.Value("notice", agreement.Nynorsk))
	}
}

func TestAFinishedDraftIsMadeOutToOthers(t *testing.T) {
	s := open(t)
	bodo, _ := facts.Municipality("1804")
	first := sourceOf(t, s, template)
	p := nordland(t, first)
	p.Counterparts = nil
	p.Add(bodo.Party())
	a := mustMake(t, s, first, p)[0].Draft.Duplicate()
	goals := a.Sections[0]
	for _, x := range a.Sections {
		if x.Kind == agreement.Focus {
			goals = x
		}
	}
	place := agreement.Place{Section: goals.ID, Item: goals.Items[0].ID, Part: agreement.PartText}
	editor := agreement.NewEditor(a)
	for _, f := range agreement.Forms {
		if err := editor.Do(agreement.SetText(place, f, "Bodø kommune og Bodøs innbyggjarar.")); err != nil {
			t.Fatal(err)
		}
	}
	if err := editor.Do(agreement.ApproveText(place)); err != nil {
		t.Fatal(err)
	}
	a, err := s.Save(t.Context(), editor.Agreement())
	if err != nil {
		t.Fatal(err)
	}

	source := sourceOf(t, s, a.ID)
	plan := batch.NewPlan(source)
	if !source.IsDraft || plan.Role != "municipality" || len(plan.Common) != 1 || plan.Common[0].Number != "18" {
		t.Fatalf("plan %+v", plan)
	}
	plan.Add(batch.InCounty("18")...)
	rows := mustMake(t, s, source, plan)
	hemnes := row(t, rows, "Hemnes").Draft
	text, _ := hemnes.Text(place)
	if text.NN != "{municipality.name} og {municipality}s innbyggjarar." {
		t.Errorf("the text is %q", text.NN)
	}
	doc, err := hemnes.Resolve(agreement.Nynorsk)
	if err != nil || doc.Draft || !strings.Contains(doc.Between.String(), "Hemnes kommune") {
		t.Errorf("ready: %v, %q (%v)", !doc.Draft, doc.Between.String(), err)
	}
}

func TestCancelledItKeepsWhatIsDone(t *testing.T) {
	s, dir := open(t), t.TempDir()
	source := sourceOf(t, s, template)
	rows := mustMake(t, s, source, nordland(t, source))
	ctx, cancel := context.WithCancel(t.Context())
	err := batch.PDFs(ctx, rows, dir, batch.PDFOptions{Done: func(n int) {
		if n == 10 {
			cancel()
		}
	}})
	written := 0
	for _, r := range rows {
		for _, f := range r.Files {
			if f.Path != "" {
				written++
			}
		}
	}
	if err != context.Canceled || written < 10 || written > 20 || len(contents(t, dir)) != written {
		t.Errorf("%d files are said, %d are there (%v)", written, len(contents(t, dir)), err)
	}
	gone, stop := context.WithCancel(t.Context())
	stop()
	if _, err := batch.Make(gone, open(t), source, nordland(t, source), nil); err == nil {
		t.Error("a batch that was cancelled before it began was made")
	}
}

func TestWhatIsNotReadyIsSaidAndTheOthersAreMade(t *testing.T) {
	s, dir := open(t), t.TempDir()
	source := sourceOf(t, s, template)
	p := nordland(t, source)
	for i := range p.Counterparts {
		if p.Counterparts[i].Party.Short == "Bodø" {
			p.Counterparts[i].Answers = map[string]agreement.Answer{"notice": {Value: "mange"}}
		}
	}
	rows := mustMake(t, s, source, p)
	mustDraw(t, rows, dir)
	if len(contents(t, dir)) != 80 {
		t.Errorf("%d files", len(contents(t, dir)))
	}
	for _, f := range row(t, rows, "Bodø").Files {
		if f.Ready() || f.Path != "" {
			t.Errorf("Bodø: %+v", f)
		}
	}
	if err := batch.Check(t.Context(), rows); err != nil || row(t, rows, "Bodø").Files[0].Ready() || !row(t, rows, "Rana").Files[0].Ready() {
		t.Errorf("checked otherwise (%v)", err)
	}
}

func TestTwoOfTheSameNameGetFilesOfTheirOwn(t *testing.T) {
	s, dir := open(t), t.TempDir()
	source := sourceOf(t, s, template)
	p := nordland(t, source)
	p.Counterparts = nil
	for _, number := range []string{"1515", "1818"} {
		b, _ := facts.Municipality(number)
		p.Add(b.Party())
	}
	mustDraw(t, mustMake(t, s, source, p), dir)
	if files := contents(t, dir); len(files) != 4 {
		t.Errorf("%d files", len(files))
	}
}

func TestFormsFollowWhatTheCounterpartHasAdopted(t *testing.T) {
	nb, nn := agreement.Bokmal, agreement.Nynorsk
	for _, c := range []struct {
		language, neutral batch.Language
		adopted           agreement.AdoptedForm
		want              []agreement.Form
	}{
		{batch.Adopted, batch.Both, agreement.AdoptedBokmal, []agreement.Form{nb}},
		{batch.Adopted, batch.Both, agreement.AdoptedNynorsk, []agreement.Form{nn}},
		{batch.Adopted, batch.Both, agreement.AdoptedNeutral, []agreement.Form{nb, nn}},
		{batch.Adopted, batch.Nynorsk, agreement.AdoptedNeutral, []agreement.Form{nn}},
		{batch.Adopted, batch.Bokmal, "", []agreement.Form{nb}},
		{batch.Nynorsk, batch.Both, agreement.AdoptedBokmal, []agreement.Form{nn}},
		{batch.Both, batch.Both, agreement.AdoptedBokmal, []agreement.Form{nb, nn}},
	} {
		if got := c.language.Forms(agreement.Party{Adopted: c.adopted}, c.neutral); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestAListAnswersFieldsForEachCounterpart(t *testing.T) {
	s := open(t)
	source := sourceOf(t, s, "grant-project")
	found, answers, wrong, err := batch.FromList([]byte("Namn;Organisasjonsnummer;amount;Ukjend\n"+
		"Turlaget Ytre;974760673;50000;x\nKorlaget Samklang;;25 000;\nFeil;123;1;\n"), source.Fields())
	if err != nil || len(found) != 2 || len(wrong) != 1 {
		t.Fatalf("%d found, %d wrong (%v)", len(found), len(wrong), err)
	}
	p := batch.NewPlan(source)
	p.Add(found...)
	p.SetAnswers(answers)
	rows := mustMake(t, s, source, p)
	for i, want := range []string{"50\u00a0000\u00a0kroner", "25\u00a0000\u00a0kroner"} {
		if got := rows[i].Draft.Value("amount", agreement.Nynorsk); got != want {
			t.Errorf("%s: %q", rows[i].Counterpart.Party.Name, got)
		}
	}
}

func TestNobodyIsInABatchTwiceOrItsOwnCounterpart(t *testing.T) {
	s := open(t)
	p := nordland(t, sourceOf(t, s, template))
	county, _ := batch.CountyOf("18")
	if n := p.Add(append(batch.InCounty("18"), county)...); n != 0 || len(p.Counterparts) != 41 {
		t.Errorf("%d were added once more", n)
	}
	p.Remove(batch.InCounty("18")[1:]...)
	if len(p.Counterparts) != 1 || !p.Keys()[batch.Key(batch.InCounty("18")[0])] {
		t.Errorf("left: %+v", p.Counterparts)
	}
}

func BenchmarkNordlandInBothForms(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s, dir := open(b), b.TempDir()
		b.StartTimer()
		source := sourceOf(b, s, template)
		rows := mustMake(b, s, source, nordland(b, source))
		mustDraw(b, rows, dir)
	}
}
