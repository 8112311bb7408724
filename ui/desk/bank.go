package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// Bank keeps goals, duties, focus areas and paragraphs for other agreements.
type Bank interface {
	SearchBank(ctx context.Context, q agreement.BankQuery) ([]agreement.BankEntry, error)
	SaveBankEntry(ctx context.Context, e agreement.BankEntry) (agreement.BankEntry, error)
	DeleteBankEntry(ctx context.Context, id int64) error
	RestoreBankEntry(ctx context.Context, id int64) error
}

// KeepInBank keeps the items that are marked, or the one that is being edited, or the main goal, in the bank.
func (d *Desk) KeepInBank() {
	entries := d.bankEntries()
	if d.options.Bank == nil || len(entries) == 0 {
		return
	}
	var err error
	d.timing.Background(func() {
		for _, e := range entries {
			if _, err = d.options.Bank.SaveBankEntry(context.Background(), e); err != nil {
				return
			}
		}
	}, func() {
		switch {
		case d.closed:
		case err != nil:
			d.fail(err)
		default:
			d.Say(d.words.N("desk.bank_kept", len(entries)))
		}
	})
}

// bankEntries makes entries of what is marked or being edited.
func (d *Desk) bankEntries() []agreement.BankEntry {
	page, ok := d.page.(*sectionPage)
	if !ok {
		return nil
	}
	a := d.editor.Agreement()
	s := page.model()
	source := agreement.Pair{
		NB: agreement.FullTitle(a, agreement.Bokmal), NN: agreement.FullTitle(a, agreement.Nynorsk),
	}
	_, ids := d.targets()
	var out []agreement.BankEntry
	for _, id := range ids {
		it, _ := s.Item(id)
		out = append(out, agreement.NewBankEntry(s.Kind, it, source))
	}
	if at := d.current; len(ids) == 0 && at != nil && at.place.Part == agreement.PartLead {
		out = append(out, agreement.NewBankEntry(s.Kind, agreement.Item{Text: s.Lead}, source))
	}
	return out
}

// ShowBank opens the bank over the desk, with what fits the section that is shown.
func (d *Desk) ShowBank() {
	if d.options.Bank == nil || d.canvas() == nil || d.covered() {
		return
	}
	o := BankOptions{
		Bank: d.options.Bank, Templates: d.options.Templates, Localizer: d.words, Timing: d.timing, OnError: d.fail,
	}
	var b *box
	if page, ok := d.page.(*sectionPage); ok {
		o.Kind = page.model().Kind.BankKind()
		at, form := d.insertionPoint(page), d.form()
		o.OnInsert = func(e agreement.BankEntry, stay bool) {
			if !stay {
				b.Hide()
			}
			at = d.insertEntry(page, at, e)
			if !stay {
				d.focusEnd(at, form)
			}
		}
	}
	view := NewBankView(o)
	shut := func() {
		view.Stop()
		b.Hide()
	}
	closing := widgets.NewButton(d.words.T("dialog.close"), nil, shut)
	b = d.showBox(d.words.T("desk.bank_title"), view.Content(), fyne.NewSize(760, 620), view.First(),
		append(view.Buttons(), closing)...)
	view.OnEscape = func() bool { return d.Escape() }
	b.onEscape = func() {
		if !view.Back() {
			shut()
		}
	}
}

// insertionPoint is the passage that is being edited; what is inserted comes after it, or into it if it is empty.
func (d *Desk) insertionPoint(page *sectionPage) agreement.Place {
	if s := d.current; s != nil && s.place.Section == page.section {
		return s.place
	}
	return agreement.Place{Section: page.section}
}

// insertEntry puts a text of the bank into a section, in both forms, and gives the place where it is now.
func (d *Desk) insertEntry(page *sectionPage, at agreement.Place, e agreement.BankEntry) agreement.Place {
	s := page.model()
	d.history.seal()
	if at.Part == agreement.PartLead && s.Lead.Blank() && s.Kind == agreement.Goals {
		d.do(agreement.Together("bank", at, leadCommands(at, e.ItemFor(s.Kind).Text)...))
		return at
	}
	it := e.ItemFor(s.Kind)
	place := agreement.Place{Section: s.ID, Item: it.ID, Part: agreement.PartText}
	i := slices.IndexFunc(s.Items, func(other agreement.Item) bool { return other.ID == at.Item })
	commands := []agreement.Command{agreement.AddItem(s.ID, len(s.Items), it)}
	if i >= 0 {
		commands[0] = agreement.AddItem(s.ID, i+1, it)
		if old := s.Items[i]; old.Title.Blank() && old.Text.Blank() {
			commands = append(commands, agreement.RemoveItem(s.ID, old.ID))
		}
	}
	d.do(agreement.Together("bank", place, commands...))
	return place
}

func leadCommands(at agreement.Place, text agreement.Text) []agreement.Command {
	var commands []agreement.Command
	for _, form := range agreement.Forms {
		commands = append(commands, agreement.SetText(at, form, text.In(form)))
	}
	if text.Pair == text.Approved {
		commands = append(commands, agreement.ApproveText(at))
	}
	return commands
}
