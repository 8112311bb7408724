package data_test

import (
	"reflect"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
)

func anyTemplate() agreement.Template { return templates.All()[0] }

// ownTemplate is a template of the user's own, a little different from one of the program's.
func ownTemplate() agreement.Template {
	t := agreement.TemplateOf(anyTemplate().Working())
	t.ID, t.Version = "", 0
	t.Name = agreement.Pair{NB: "Min mal", NN: "Malen min"}
	return t
}

type shelf struct {
	*data.Store
	t   *testing.T
	now time.Time
}

func openShelf(t *testing.T) *shelf {
	t.Helper()
	s := &shelf{t: t, now: time.Date(2026, time.March, 29, 1, 59, 30, 0, time.UTC)}
	s.Store = open(t, t.TempDir(), data.WithClock(func() time.Time { return s.now }))
	t.Cleanup(func() { s.Close() })
	return s
}

func (s *shelf) add(t agreement.Template) agreement.Template {
	s.t.Helper()
	kept, err := s.AddTemplate(s.t.Context(), t)
	if err != nil {
		s.t.Fatal(err)
	}
	return kept
}

func (s *shelf) openWorking(id string) agreement.Agreement {
	s.t.Helper()
	a, err := s.OpenTemplate(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return a
}

func (s *shelf) listed(deleted bool) []data.OwnTemplate {
	s.t.Helper()
	list, err := s.OwnTemplates(s.t.Context(), deleted)
	if err != nil {
		s.t.Fatal(err)
	}
	return list
}

// renamed gives a working copy with another name.
func renamed(t *testing.T, a agreement.Agreement, name string) agreement.Agreement {
	t.Helper()
	e := agreement.NewEditor(a)
	for _, f := range agreement.Forms {
		if err := e.Do(agreement.SetText(agreement.TemplateNamePlace, f, name)); err != nil {
			t.Fatal(err)
		}
	}
	return e.Agreement()
}

func TestATemplateIsGivenBackAsItWasKept(t *testing.T) {
	s := openShelf(t)
	want := ownTemplate()
	kept := s.add(want)
	want.ID, want.Version = kept.ID, 1
	if !reflect.DeepEqual(kept, want) {
		t.Errorf("kept %+v\nwant %+v", kept, want)
	}
	list := s.listed(false)
	if len(list) != 1 || list[0].Changed || !list[0].Updated.Equal(s.now) || !reflect.DeepEqual(list[0].Template, want) {
		t.Errorf("listed %+v", list)
	}
	found, err := s.FindTemplate(t.Context(), kept.ID)
	if err != nil || !reflect.DeepEqual(found, want) {
		t.Errorf("found %+v, %v", found, err)
	}
}

func TestATemplateThatIsWrittenOnIsPublishedAsANewVersion(t *testing.T) {
	s := openShelf(t)
	first := s.add(ownTemplate())
	working := renamed(t, s.openWorking(first.ID), "Ny mal")
	saved, err := s.SaveTemplate(t.Context(), working)
	if err != nil {
		t.Fatal(err)
	}
	if list := s.listed(false); !list[0].Changed || list[0].Name.NB != "Min mal" || list[0].Version != 1 {
		t.Errorf("before it is published: %+v", list[0])
	}
	second, err := s.PublishTemplate(t.Context(), first.ID)
	if err != nil || second.Version != 2 || second.Name.NB != "Ny mal" {
		t.Fatalf("%+v, %v", second, err)
	}
	if again, err := s.PublishTemplate(t.Context(), first.ID); err != nil || again.Version != 2 {
		t.Errorf("publishing twice: version %d, %v", again.Version, err)
	}
	old, err := s.TemplateVersion(t.Context(), agreement.TemplateRef{ID: first.ID, Version: 1})
	if err != nil || !reflect.DeepEqual(old, first) {
		t.Errorf("version 1: %+v, %v", old, err)
	}
	if _, err := s.SaveTemplate(t.Context(), saved); agreement.CodeOf(err) != agreement.Conflict {
		t.Errorf("a save on what is no longer the last one: %v", err)
	}
}

func TestAChangeThatIsTakenBackIsNothingToPublish(t *testing.T) {
	s := openShelf(t)
	first := s.add(ownTemplate())
	working := s.openWorking(first.ID)
	saved, err := s.SaveTemplate(t.Context(), renamed(t, working, "Ny mal"))
	if err != nil {
		t.Fatal(err)
	}
	working.Revision = saved.Revision
	if _, err := s.SaveTemplate(t.Context(), working); err != nil {
		t.Fatal(err)
	}
	if list := s.listed(false); list[0].Changed {
		t.Error("it still says that there is something to publish")
	}
}

func TestANewTemplateIsNoneToBeginWith(t *testing.T) {
	s := openShelf(t)
	a, err := s.NewTemplate(t.Context(), ownTemplate())
	if err != nil {
		t.Fatal(err)
	}
	if list := s.listed(false); len(list) != 1 || list[0].Version != 0 || !list[0].Changed {
		t.Errorf("%+v", list)
	}
	if _, err := s.FindTemplate(t.Context(), a.ID); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("agreements could be made from it: %v", err)
	}
	if _, err := s.SaveTemplate(t.Context(), renamed(t, a, "Blank")); err != nil {
		t.Error(err)
	}
	published, err := s.PublishTemplate(t.Context(), a.ID)
	if err != nil || published.Version != 1 {
		t.Errorf("version %d, %v", published.Version, err)
	}
}

func TestATemplateFromAFileIsTakenInOnce(t *testing.T) {
	s := openShelf(t)
	tpl := ownTemplate()
	tpl.ID, tpl.Version = "from-the-neighbour", 4
	if kept := s.add(tpl); kept.ID != tpl.ID || kept.Version != 4 {
		t.Errorf("kept as %s, version %d", kept.ID, kept.Version)
	}
	if kept := s.add(tpl); kept.Version != 4 || len(s.listed(false)) != 1 {
		t.Errorf("taken in twice: version %d", kept.Version)
	}
	tpl.Name.NB = "Et annet navn"
	if kept := s.add(tpl); kept.Version != 5 || kept.Name.NB != "Et annet navn" {
		t.Errorf("changed with the same number: %+v", kept)
	}
	if err := s.DeleteTemplate(t.Context(), tpl.ID); err != nil {
		t.Fatal(err)
	}
	s.add(tpl)
	if len(s.listed(false)) != 1 {
		t.Error("one that was deleted does not come back with its file")
	}
}

func TestAFileDoesNotTakeThePlaceOfWhatIsNotPublished(t *testing.T) {
	s := openShelf(t)
	first := s.add(ownTemplate())
	if _, err := s.SaveTemplate(t.Context(), renamed(t, s.openWorking(first.ID), "Under arbeid")); err != nil {
		t.Fatal(err)
	}
	file := first
	file.Name.NB = "Frå naboen"
	if _, err := s.AddTemplate(t.Context(), file); agreement.CodeOf(err) != agreement.Refused {
		t.Errorf("%v", err)
	}
	if name := s.openWorking(first.ID).Head.Name.NB; name != "Under arbeid" {
		t.Errorf("the working copy is called %q", name)
	}
}

func TestTheProgramsOwnTemplatesKeepTheirNames(t *testing.T) {
	s := openShelf(t)
	tpl := ownTemplate()
	tpl.ID = anyTemplate().ID
	if kept := s.add(tpl); kept.ID == tpl.ID {
		t.Error("an own template took the place of one of the program's")
	}
}

func TestADeletedTemplateCanBeBroughtBack(t *testing.T) {
	s := openShelf(t)
	tpl := s.add(ownTemplate())
	for range 2 {
		if err := s.DeleteTemplate(t.Context(), tpl.ID); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.listed(false)) != 0 || len(s.listed(true)) != 1 {
		t.Error("it is not among the deleted ones")
	}
	if _, err := s.FindTemplate(t.Context(), tpl.ID); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("agreements could be made from it: %v", err)
	}
	if _, err := s.TemplateVersion(t.Context(), agreement.TemplateRef{ID: tpl.ID, Version: 1}); err != nil {
		t.Errorf("its version is not known any more: %v", err)
	}
	if err := s.RestoreTemplate(t.Context(), tpl.ID); err != nil || len(s.listed(false)) != 1 {
		t.Errorf("it did not come back: %v", err)
	}
	if err := s.DeleteTemplate(t.Context(), "nobody"); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("one that is not there: %v", err)
	}
}

func TestTheVersionThatADraftWasMadeFromIsKept(t *testing.T) {
	s := openShelf(t)
	builtIn := anyTemplate()
	own := s.add(ownTemplate())
	for _, tpl := range []agreement.Template{builtIn, own} {
		a, err := s.Save(t.Context(), agreement.New(tpl))
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.TemplateVersion(t.Context(), a.Template)
		if err != nil || !reflect.DeepEqual(got, agreement.TemplateOf(tpl.Working())) {
			t.Errorf("%s: %v", tpl.ID, err)
		}
	}
	if _, err := s.TemplateVersion(t.Context(), agreement.TemplateRef{ID: builtIn.ID, Version: 99}); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("a version that never was: %v", err)
	}
	if n := s.KeptVersions(t.Context(), builtIn.ID); n != 1 {
		t.Errorf("the program's template is kept %d times", n)
	}
	uses, err := s.TemplateUses(t.Context())
	if err != nil || uses[builtIn.ID] != 1 || uses[own.ID] != 1 {
		t.Errorf("uses %v, %v", uses, err)
	}
}

func TestDraftsFromBeforeKeepTheirVersionWhenTheDatabaseIsBroughtUp(t *testing.T) {
	s := openShelf(t)
	if _, err := s.Save(t.Context(), agreement.New(anyTemplate())); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepOrigins(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := s.KeptVersions(t.Context(), anyTemplate().ID); n != 1 {
		t.Errorf("the version is kept %d times", n)
	}
}
