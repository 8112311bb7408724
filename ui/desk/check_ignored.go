package desk

import (
	"context"
	"encoding/json"
	"slices"

	"avtalebok/agreement"
	"avtalebok/translate/check"
)

// ignoredSetting is the key of the findings that are ignored everywhere; those of one draft stand under it and the
// draft's ID.
const ignoredSetting = "language.ignored"

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
	list, key := &p.ignored.here, ignoredSetting+"."+p.desk.editor.Agreement().ID
	if always {
		entry.Place = agreement.Place{}
		list, key = &p.ignored.everywhere, ignoredSetting
	}
	*list = append(slices.Clone(*list), entry)
	p.renew()
	p.ask()
	value, err := json.Marshal(*list)
	if err != nil || p.desk.options.Settings == nil {
		return
	}
	settings := p.desk.options.Settings
	p.desk.timing.Background(func() {
		err = settings.SetSetting(context.Background(), key, string(value))
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
	settings, id := p.desk.options.Settings, p.desk.editor.Agreement().ID
	if settings == nil {
		p.ask()
		return
	}
	var read ignored
	p.desk.timing.Background(func() {
		for key, list := range map[string]*[]check.Ignore{ignoredSetting: &read.everywhere, ignoredSetting + "." + id: &read.here} {
			value, err := settings.Setting(context.Background(), key)
			if err != nil || value == "" {
				continue // at worst a finding is shown once more
			}
			if json.Unmarshal([]byte(value), list) != nil {
				*list = nil
			}
		}
	}, func() {
		p.ignored = read
		p.renew()
		p.ask()
	})
}
