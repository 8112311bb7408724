package ui

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data/parties"
	"avtalebok/ui/widgets"
)

// askCSV asks for a list of counterparts.
func (p *batchPicks) askCSV() {
	p.askFile(p.T("batch.csv_title"), lists, func(path string) {
		var found []agreement.Party
		var answers map[string]map[string]agreement.Answer
		var wrong []parties.Row
		p.do(func() error {
			content, err := readAtMost(path, parties.MaxFile+1)
			if err == nil {
				found, answers, wrong, err = batch.FromList(content, p.source.Fields())
			}
			return err
		}, func() {
			take := func() { p.takeList(found, answers) }
			if len(wrong) == 0 {
				take()
				return
			}
			p.askWrong(len(found), wrong, take)
		})
	})
}

// askWrong shows why rows of a list can't be used, and takes the others only when the user says so.
func (p *batchPicks) askWrong(good int, wrong []parties.Row, take func()) {
	lines := make([]widgets.Choice, len(wrong))
	for i, r := range wrong {
		lines[i] = widgets.Choice{ID: strconv.Itoa(i), Title: p.T("batch.csv_line", "Line", r.Line, "Text", r.Text), Note: p.words.Error(r.Err)}
	}
	list := widgets.NewChoices()
	list.Set(lines)
	var s *sheet
	leave := newButton(p.T("dialog.cancel"), func() { s.Hide() })
	on := newMainButton(p.words.N("batch.csv_take", good), func() {
		s.Hide()
		take()
	})
	if good == 0 {
		on.Disable()
	}
	height := min(float32(len(lines))*4*theme.TextSize(), 300*textScale())
	s = p.newSheet(p.T("batch.csv_wrong"), container.New(&least{height: height}, list), leave, on)
	s.present(leave, fyne.NewSize(680, 0))
}

// takeList ticks the parties of a list and gives them their own answers.
func (p *batchPicks) takeList(found []agreement.Party, answers map[string]map[string]agreement.Answer) {
	if kind := p.role().Kind; kind != agreement.OrganisationParty {
		found = slices.DeleteFunc(found, func(q agreement.Party) bool { return q.Kind != kind })
	}
	if len(found) == 0 {
		p.fail(agreement.NewError(agreement.Refused, "error.batch.nobody", nil))
		return
	}
	p.run(func() func() {
		entries, err := p.store.Parties(context.Background())
		return func() {
			if err == nil {
				p.entries = entries
			}
			p.plan.Add(batch.Known(found, p.entries)...)
			p.plan.SetAnswers(answers)
			p.all, p.only, p.text, p.county, p.group = nil, true, "", "", 0
			p.refill()
			p.window.Canvas().Focus(p.table.Lines())
		}
	})
}
