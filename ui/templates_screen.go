package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/ui/widgets"
)

// templatesScreen lists the templates: the user's own, those of the program, and those that were deleted.
type templatesScreen struct {
	*Window
	rows    []templateRow
	loaded  bool
	at      string // the key of the chosen row
	undoing *templateRow

	loading latest

	list    *widgets.Choices
	page    *fyne.Container
	bar     *fyne.Container // what was just deleted, with the way back
	buttons *fyne.Container
}

// templateRow is one template on the screen.
type templateRow struct {
	data.OwnTemplate
	own  bool
	uses int
}

// key tells the rows apart: a deleted template of the user's may have the name of one that came later.
func (r templateRow) key() string {
	if r.Deleted {
		return "deleted/" + r.ID
	}
	return r.ID
}

func newTemplatesScreen(w *Window) *templatesScreen {
	return &templatesScreen{Window: w, loading: latest{run: w.run}}
}

func (s *templatesScreen) content() fyne.CanvasObject {
	s.list = widgets.NewChoices()
	s.list.Follow = true
	s.list.OnChosen = s.choose
	s.list.OnActivated = func(string) { s.openChosen() }
	s.list.OnKey = s.key
	s.bar, s.buttons = container.NewStack(), container.NewStack()
	create := newMainButton(s.T("templates.new"), s.create)
	create.Icon = theme.ContentAddIcon()
	head := container.NewHBox(heading(s.T("app.templates")), layout.NewSpacer(),
		container.NewCenter(newButton(s.T("templates.import"), s.askImport)), container.NewCenter(create))
	s.page = downwards(container.NewVBox(head, note(s.T("templates.about"))), s.list, container.NewVBox(s.bar, s.buttons))
	s.fill()
	return s.besideRail(s, measure(1120, s.page))
}

func (s *templatesScreen) entered() {
	s.reload()
	s.window.Canvas().Focus(s.list)
}

func (s *templatesScreen) leave(then func()) { then() }

func (s *templatesScreen) back() { s.home() }

// reload asks the store anew, away from the UI thread.
func (s *templatesScreen) reload() {
	s.loading.start(func() func() {
		rows, err := s.read(context.Background())
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.rows, s.loaded = rows, true
			if _, ok := s.chosen(); !ok && len(rows) > 0 {
				s.at = rows[0].key()
			}
			s.fill()
		}
	})
}

func (s *templatesScreen) read(ctx context.Context) ([]templateRow, error) {
	uses, err := s.store.TemplateUses(ctx)
	if err != nil {
		return nil, err
	}
	var rows []templateRow
	add := func(own bool, list ...data.OwnTemplate) {
		for _, t := range list {
			rows = append(rows, templateRow{OwnTemplate: t, own: own, uses: uses[t.ID]})
		}
	}
	own, err := s.store.OwnTemplates(ctx, false)
	if err != nil {
		return nil, err
	}
	add(true, own...)
	for _, t := range s.options.Templates {
		add(false, data.OwnTemplate{Template: t})
	}
	deleted, err := s.store.OwnTemplates(ctx, true)
	add(true, deleted...)
	return rows, err
}

// fill shows the templates, under a heading for each group.
func (s *templatesScreen) fill() {
	var lines []widgets.Choice
	group := ""
	for _, r := range s.rows {
		if g := r.group(); g != group {
			lines = append(lines, widgets.Choice{ID: "group/" + g, Title: s.T("templates.group." + g), Heading: true})
			group = g
		}
		lines = append(lines, s.line(r))
	}
	s.list.Set(lines)
	s.list.Select(s.at)
	s.fillButtons()
	s.fillBar()
}

func (r templateRow) group() string {
	switch {
	case r.Deleted:
		return "deleted"
	case r.own:
		return "own"
	}
	return "built_in"
}

func (s *templatesScreen) line(r templateRow) widgets.Choice {
	c := widgets.Choice{ID: r.key(), Title: s.nameOf(r.Template), Icon: theme.DocumentIcon(), Accent: widget.LowImportance}
	if r.own && !r.Deleted {
		c.Icon, c.Accent = theme.DocumentCreateIcon(), widget.HighImportance
	}
	facts := []string{s.T("app.kind." + string(r.Kind))}
	switch {
	case r.Version == 0:
		facts = append(facts, s.T("templates.unpublished"))
	case r.Changed:
		facts = append(facts, s.T("templates.version", "Version", r.Version), s.T("templates.changed"))
	default:
		facts = append(facts, s.T("templates.version", "Version", r.Version))
	}
	if r.own || r.uses > 0 {
		facts = append(facts, s.words.N("templates.uses", r.uses))
	}
	if about := tidy(in(r.About, s.form())); about != "" {
		c.Note = about + "\n"
	}
	c.Note += strings.Join(facts, "  ·  ")
	return c
}

// nameOf names a template in a list, also while it has no name.
func (t *tools) nameOf(tpl agreement.Template) string {
	if name := tidy(in(tpl.Name, t.form())); name != "" {
		return name
	}
	return t.T("templates.unnamed")
}

// in gives a wording in one form, or in the other where that one is missing.
func in(p agreement.Pair, form agreement.Form) string {
	if s := p.In(form); strings.TrimSpace(s) != "" {
		return s
	}
	return p.In(form.Other())
}

func (s *templatesScreen) choose(key string) {
	s.at = key
	s.fillButtons()
}

func (s *templatesScreen) chosen() (templateRow, bool) {
	for _, r := range s.rows {
		if r.key() == s.at {
			return r, true
		}
	}
	return templateRow{}, false
}

// fillButtons shows what can be done with the chosen template, what is most probably wanted last.
func (s *templatesScreen) fillButtons() {
	r, ok := s.chosen()
	var buttons []fyne.CanvasObject
	add := func(key string, main bool, action func(templateRow)) {
		b := newButton(s.T(key), func() { action(r) })
		if main {
			b.Importance = widget.HighImportance
		}
		buttons = append(buttons, b)
	}
	switch {
	case !ok:
	case r.Deleted:
		add("templates.restore", true, s.restore)
	case r.own:
		add("templates.delete", false, s.delete)
		add("templates.export", false, s.export)
		add("templates.duplicate", false, s.duplicate)
		if r.Version > 0 {
			add("templates.to_many", false, s.toMany)
			add("templates.draft", false, s.draft)
		}
		add("templates.edit", true, s.edit)
	default:
		add("templates.export", false, s.export)
		add("templates.duplicate", false, s.duplicate)
		add("templates.to_many", false, s.toMany)
		add("templates.draft", true, s.draft)
	}
	lines := container.New(&wrapping{}, buttons...)
	lines.Resize(s.buttons.Size()) // the width decides how many lines they take
	s.buttons.Objects = []fyne.CanvasObject{lines}
	s.page.Refresh()
}

// fillBar says what was deleted last, with the way back, until something else is done.
func (s *templatesScreen) fillBar() {
	s.bar.Objects = nil
	if r := s.undoing; r != nil {
		said := s.T("list.deleted", "Title", s.nameOf(r.Template))
		s.bar.Objects = []fyne.CanvasObject{doneLine(said, newButton(s.T("list.undo"), s.undoDelete))}
	}
	s.page.Refresh()
}

func (s *templatesScreen) key(e *fyne.KeyEvent) bool {
	r, ok := s.chosen()
	switch {
	case e.Name == fyne.KeyDelete && ok && r.own && !r.Deleted:
		s.delete(r)
	case e.Name == fyne.KeySpace: // it chooses nothing that is not chosen
	case isEnter(e):
		s.openChosen()
	default:
		return false
	}
	return true
}

// openChosen does what is most probably wanted with the chosen template.
func (s *templatesScreen) openChosen() {
	switch r, ok := s.chosen(); {
	case !ok:
	case r.Deleted:
		s.restore(r)
	case r.own:
		s.edit(r)
	default:
		s.draft(r)
	}
}

func (s *templatesScreen) delete(r templateRow) {
	s.do(func() error { return s.store.DeleteTemplate(context.Background(), r.ID) }, func() {
		s.undoing = &r
		s.at = s.neighbour(r.key())
		s.reload()
	})
}

// neighbour gives the row that the keyboard goes to when one goes away.
func (s *templatesScreen) neighbour(key string) string {
	for i, r := range s.rows {
		switch {
		case r.key() != key:
		case i+1 < len(s.rows):
			return s.rows[i+1].key()
		case i > 0:
			return s.rows[i-1].key()
		}
	}
	return key
}

func (s *templatesScreen) restore(r templateRow) {
	s.do(func() error { return s.store.RestoreTemplate(context.Background(), r.ID) }, func() {
		s.undoing = nil
		s.at = r.ID
		s.reload()
	})
}

// undoDelete brings back what was deleted last.
func (s *templatesScreen) undoDelete() {
	if s.undoing != nil {
		s.restore(*s.undoing)
	}
}

// duplicate makes a template of the user's own of another one.
func (s *templatesScreen) duplicate(r templateRow) {
	t := r.Template
	t.ID, t.Version = "", 0
	for _, form := range agreement.Forms {
		if name := t.Name.In(form); name != "" {
			t.Name = t.Name.With(form, s.freeName(name, form))
		}
	}
	s.keep(func() (agreement.Template, error) { return s.store.AddTemplate(context.Background(), t) })
}

// freeName gives a name that no other template has: "Turstier (2)".
func (s *templatesScreen) freeName(name string, form agreement.Form) string {
	taken := func(name string) bool {
		for _, r := range s.rows {
			if r.Name.In(form) == name {
				return true
			}
		}
		return false
	}
	for i := 2; ; i++ {
		if numbered := name + " (" + strconv.Itoa(i) + ")"; !taken(numbered) {
			return numbered
		}
	}
}

// keep makes a template away from the UI thread and shows it in the list.
func (s *templatesScreen) keep(make func() (agreement.Template, error)) {
	var kept agreement.Template
	s.do(func() (err error) {
		kept, err = make()
		return err
	}, func() {
		s.undoing = nil
		s.at = kept.ID
		s.reload()
		s.window.Canvas().Focus(s.list)
	})
}

// draft begins a new draft with a template.
func (s *templatesScreen) draft(r templateRow) { s.newDraftFrom(r.ID) }

// toMany makes an agreement of a template out to many.
func (s *templatesScreen) toMany(r templateRow) { s.templateToMany(r.ID) }
