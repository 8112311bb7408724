package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data/parties"
)

// batchStep is one of the steps to agreements with many.
type batchStep int

const (
	counterpartsStep batchStep = iota
	answersStep
	readyStep // the drafts are stored here
)

var batchStepNames = [...]string{"batch.step_counterparts", "batch.step_answers", "batch.step_ready"}

// batchScreen makes one agreement out to many: who they are, what is to be filled in for all and for each, and what is
// missing in any of them. Nothing is stored before the last step.
type batchScreen struct {
	*Window
	source  batch.Source
	plan    batch.Plan
	step    batchStep
	entries []parties.Entry // the register of parties
	groups  []parties.Group
	loaded  bool

	picks *batchPicks
	ready *batchReady

	page *fyne.Container
	bars *fyne.Container
	next *button
}

func newBatchScreen(w *Window, source batch.Source) *batchScreen {
	s := &batchScreen{Window: w, source: source, plan: batch.NewPlan(source)}
	s.picks = newBatchPicks(s)
	s.ready = newBatchReady(s)
	return s
}

// reopenedBatch shows a batch that was made before, with what is missing in it.
func reopenedBatch(w *Window, source batch.Source, plan batch.Plan) *batchScreen {
	s := newBatchScreen(w, source)
	s.plan, s.step = plan, readyStep
	s.ready.made = true
	return s
}

func (s *batchScreen) content() fyne.CanvasObject {
	s.page, s.bars = container.NewStack(), container.NewStack()
	s.fill()
	top := container.NewVBox(heading(s.T("batch.title")), s.about(), s.trail(batchStepNames[:], int(s.step)))
	return s.besideRail(s, measure(1120, downwards(top, s.page, s.bars)))
}

// about names what the agreements are made from.
func (s *batchScreen) about() fyne.CanvasObject {
	key := "batch.from_template"
	if s.source.IsDraft {
		key = "batch.from_draft"
	}
	l := widget.NewLabel(s.T(key, "Name", tidy(in(s.source.Name, s.form()))))
	l.Truncation = fyne.TextTruncateEllipsis
	l.Importance = widget.LowImportance
	return l
}

func (s *batchScreen) fill() {
	s.next = newMainButton(s.T("wizard.next"), s.forward)
	if s.step == answersStep {
		s.next.Text = s.words.N("batch.make", len(s.plan.Counterparts))
	}
	buttons := container.New(wayOn{}, s.next)
	if s.step > counterpartsStep {
		buttons.Add(newButton(s.T("wizard.back"), s.backward))
	}
	switch s.step {
	case counterpartsStep:
		s.page.Objects = []fyne.CanvasObject{s.picks.content()}
	case answersStep:
		s.page.Objects = []fyne.CanvasObject{s.answersPage()}
	case readyStep:
		s.next.OnTapped = s.ready.makePDFs
		s.page.Objects = []fyne.CanvasObject{s.ready.content()}
	}
	leave := "wizard.cancel"
	if s.step == readyStep {
		leave = "dialog.close" // the drafts are made
	}
	buttons.Add(newButton(s.T(leave), s.home))
	s.bars.Objects = []fyne.CanvasObject{container.NewVBox(widget.NewSeparator(), buttons)}
	s.enable()
}

// enable lets the user go on when the step has what it needs.
func (s *batchScreen) enable() {
	if s.next == nil {
		return
	}
	s.next.Enable()
	switch {
	case s.step < readyStep && len(s.plan.Counterparts) == 0:
		s.next.Disable()
	case s.step == readyStep:
		s.ready.label()
	}
}

func (s *batchScreen) entered() {
	s.retitle(s.T("batch.title"))
	switch s.step {
	case counterpartsStep:
		s.window.Canvas().Focus(s.picks.search)
	case answersStep:
		s.window.Canvas().Focus(s.next)
	case readyStep:
		s.ready.store()
		s.window.Canvas().Focus(s.ready.table.Lines())
	}
	if s.loaded {
		return
	}
	s.loaded = true
	s.run(func() func() {
		entries, err := s.store.Parties(context.Background())
		var groups []parties.Group
		if err == nil {
			groups, err = s.store.PartyGroups(context.Background())
		}
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.entries, s.groups = entries, groups
			s.picks.learn()
			s.proposeCounty()
		}
	})
}

// proposeCounty puts the county that wrote last into its role where nobody holds it.
func (s *batchScreen) proposeCounty() {
	for _, r := range s.source.Content.Roles {
		if p := s.holder(r.ID); p != nil && p.Kind == agreement.CountyParty {
			s.picks.propose(*p)
		}
		if r.Kind != agreement.CountyParty || r.ID == s.plan.Role || r.Repeated() || s.holder(r.ID) != nil {
			continue
		}
		role := r.ID
		s.run(func() func() {
			number, err := s.store.Setting(context.Background(), countySetting)
			return func() {
				if party, ok := batch.CountyOf(number); ok && err == nil && s.holder(role) == nil {
					s.seat(role, party)
					s.picks.propose(party)
				}
			}
		})
	}
}

// holder gives who holds a role in all of the agreements; nil is nobody.
func (s *batchScreen) holder(role string) *agreement.Party {
	for i, p := range s.plan.Common {
		if p.Role == role {
			return &s.plan.Common[i]
		}
	}
	return nil
}

// seat puts a party into a role in all of the agreements.
func (s *batchScreen) seat(role string, party agreement.Party) {
	party = batch.Known([]agreement.Party{party}, s.entries)[0]
	party.Role = role
	if now := s.holder(role); now != nil {
		*now = party
	} else {
		s.plan.Common = append(s.plan.Common, party)
	}
	if s.step == answersStep && s.page != nil {
		s.refill()
	}
}

func (s *batchScreen) leave(then func()) { then() }

func (s *batchScreen) back() { s.backward() }

func (s *batchScreen) backward() {
	if s.step == counterpartsStep {
		s.goTo(newBatchesScreen(s.Window))
		return
	}
	s.show(s.step - 1)
}

func (s *batchScreen) forward() {
	if s.next.Disabled() || s.step == readyStep {
		return
	}
	s.ready.made = false
	s.show(s.step + 1)
}

func (s *batchScreen) show(step batchStep) {
	s.step = step
	s.refill()
	s.entered()
}

// role gives the counterparts' role.
func (s *batchScreen) role() agreement.Role {
	r, _ := s.source.Content.Role(s.plan.Role)
	return r
}
