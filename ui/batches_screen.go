package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data"
	"avtalebok/ui/widgets"
)

// batchesScreen is where making one agreement out to many begins: batches that were made before, and the templates and
// drafts that a new one can be made from.
type batchesScreen struct {
	*Window
	offered batchSources
	loading latest
	list    *widgets.Choices
}

// batchSources are what the screen offers.
type batchSources struct {
	made      []madeBatch
	templates []listedTemplate
	drafts    []data.Summary
}

// madeBatch is a batch that was made before.
type madeBatch struct {
	data.Batch
	plan   batch.Plan
	source batch.Source
}

// shownDrafts is how many of the drafts are offered as a source; any other one has "to many" in its menu.
const shownDrafts = 30

func newBatchesScreen(w *Window) *batchesScreen {
	return &batchesScreen{Window: w, loading: latest{run: w.run}}
}

// openBatches shows where to begin, or takes up what was begun.
func (w *Window) openBatches() {
	switch s := w.shown.(type) {
	case *batchesScreen, *batchScreen:
	case *deskScreen:
		if !s.template {
			w.draftToMany(s.desk.Agreement().ID)
			return
		}
		w.goTo(newBatchesScreen(w))
	default:
		w.goTo(newBatchesScreen(w))
	}
}

func (s *batchesScreen) content() fyne.CanvasObject {
	s.list = widgets.NewChoices()
	s.list.OnChosen = s.open
	s.list.OnActivated = s.open
	s.fill()
	page := downwards(container.NewVBox(heading(s.T("batch.title")), note(s.T("batch.about"))), s.list, container.NewStack())
	return s.besideRail(s, measure(1120, page))
}

func (s *batchesScreen) entered() {
	s.loading.start(func() func() {
		found, err := s.read(context.Background())
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.offered = found
			s.fill()
		}
	})
	s.window.Canvas().Focus(s.list)
}

func (s *batchesScreen) leave(then func()) { then() }

func (s *batchesScreen) back() { s.home() }

// read asks the store. It belongs away from the UI thread.
func (s *batchesScreen) read(ctx context.Context) (found batchSources, err error) {
	list, err := s.store.Batches(ctx)
	if err != nil {
		return found, err
	}
	for _, b := range list {
		plan, err := batch.DecodePlan(b.Plan)
		if err != nil {
			return found, err
		}
		source, err := batch.Reopen(ctx, s.store, plan)
		if agreement.CodeOf(err) == agreement.NotFound && err != nil {
			continue // the template or the draft is deleted; the drafts are in the list of drafts
		}
		if err != nil {
			return found, err
		}
		found.made = append(found.made, madeBatch{b, plan, source})
	}
	if found.templates, err = s.Window.templates().All(ctx); err != nil {
		return found, err
	}
	found.drafts, err = s.store.List(ctx, data.Query{Limit: shownDrafts})
	return found, err
}

func (s *batchesScreen) fill() {
	var lines []widgets.Choice
	add := func(group string, some bool) {
		if some {
			lines = append(lines, widgets.Choice{ID: "group/" + group, Title: s.T("batch.group." + group), Heading: true})
		}
	}
	add("made", len(s.offered.made) > 0)
	for _, m := range s.offered.made {
		name := tidy(in(m.source.Name, s.form()))
		if m.plan.Name != "" {
			name = m.plan.Name + " – " + name
		}
		lines = append(lines, widgets.Choice{
			ID: "made/" + m.ID, Title: name, Icon: theme.MailSendIcon(), Accent: widget.HighImportance,
			Note: strings.Join([]string{s.words.N("batch.drafts", m.Drafts), s.moment(m.Updated)}, "  ·  "),
		})
	}
	add("template", len(s.offered.templates) > 0)
	for _, t := range s.offered.templates {
		if len(batch.FromTemplate(t.Template).Roles("")) == 0 {
			continue
		}
		lines = append(lines, widgets.Choice{ID: "template/" + t.ID, Title: s.nameOf(t.Template), Icon: theme.DocumentCreateIcon(), Note: tidy(in(t.About, s.form()))})
	}
	add("draft", len(s.offered.drafts) > 0)
	for _, d := range s.offered.drafts {
		lines = append(lines, widgets.Choice{
			ID: "draft/" + d.ID, Title: d.Title.In(s.form()), Icon: theme.DocumentIcon(), Note: s.moment(d.Updated),
		})
	}
	s.list.Set(lines)
}

func (s *batchesScreen) open(id string) {
	kind, id, _ := strings.Cut(id, "/")
	switch kind {
	case "made":
		for _, m := range s.offered.made {
			if m.ID == id {
				s.goTo(reopenedBatch(s.Window, m.source, m.plan))
			}
		}
	case "template":
		s.templateToMany(id)
	case "draft":
		s.draftToMany(id)
	}
}

// templateToMany begins a batch with a template.
func (w *Window) templateToMany(id string) {
	var t agreement.Template
	source := w.templates()
	w.do(func() (err error) {
		t, err = source.Newest(context.Background(), id)
		return err
	}, func() { w.toMany(batch.FromTemplate(t)) })
}

// draftToMany begins a batch with a draft, saved first where it is open.
func (w *Window) draftToMany(id string) {
	w.shown.leave(func() {
		var a agreement.Agreement
		w.do(func() (err error) {
			a, err = w.store.Load(context.Background(), id)
			return err
		}, func() { w.toMany(batch.FromDraft(a)) })
	})
}

// toMany begins a batch.
func (w *Window) toMany(source batch.Source) {
	if len(source.Roles("")) == 0 {
		w.fail(agreement.NewError(agreement.Refused, "error.batch.roles", nil))
		return
	}
	w.goTo(newBatchScreen(w, source))
}
