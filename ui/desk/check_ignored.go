package desk

import (
	"context"
	"slices"

	"avtalebok/agreement"
	"avtalebok/translate/check"
	"avtalebok/translate/settings"
)

// ignored are the findings that the user does not want to see again. They are kept beside the drafts, not in them.
type ignored struct {
	everywhere, here []check.Ignore
}

func (i ignored) all() []check.Ignore { return slices.Concat(i.everywhere, i.here) }

func (i ignored) has(f check.Finding) bool {
	return slices.Contains(i.everywhere, check.Ignore{Rule: f.Rule, Found: f.Found}) ||
		slices.Contains(i.here, check.Ignore{Rule: f.Rule, Found: f.Found, Place: f.Place})
}

// ignore adds a finding and keeps it.
func (p *proof) ignore(f check.Finding, always bool) {
	entry := check.Ignore{Rule: f.Rule, Found: f.Found, Place: f.Place}
	list, draft := &p.ignored.here, p.desk.editor.Agreement().ID
	if always {
		entry.Place = agreement.Place{}
		list, draft = &p.ignored.everywhere, ""
	}
	*list = append(slices.Clone(*list), entry)
	kept := *list
	p.renew()
	p.ask()
	store := p.desk.options.Settings
	if store == nil {
		return
	}
	var err error
	p.desk.timing.Background(func() {
		err = settings.SetIgnored(context.Background(), store, draft, kept)
	}, func() {
		if err != nil {
			p.desk.fail(err)
		}
	})
}

// readIgnored looks up what is ignored, and has the section checked after that.
func (p *proof) readIgnored() {
	if !p.on() {
		return
	}
	store, id := p.desk.options.Settings, p.desk.editor.Agreement().ID
	if store == nil {
		p.ask()
		return
	}
	var read ignored
	p.desk.timing.Background(func() {
		// Where that fails, a finding is at worst shown once more.
		read.everywhere, _ = settings.Ignored(context.Background(), store, "")
		if id != "" {
			read.here, _ = settings.Ignored(context.Background(), store, id)
		}
	}, func() {
		p.ignored = read
		p.renew()
		p.ask()
	})
}
