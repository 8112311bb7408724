package main

import (
	"fmt"
	"slices"
	"time"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
	"avtalebok/pdf"
)

const (
	municipalities = 46
	pages          = 6
)

// toSixPages gives how many focus areas must be added for an agreement to have six pages.
func toSixPages() (more int, err error) {
	for ; more < 100; more++ {
		docs, err := documents(more)
		if err != nil {
			return 0, err
		}
		preview, err := pdf.RenderPreview(docs[0], pdf.Options{})
		if err != nil {
			return 0, err
		}
		if preview.Pages >= pages {
			return more, nil
		}
	}
	return 0, fmt.Errorf("with %d focus areas more, there are still fewer than %d pages", more, pages)
}

// documents gives the built-in partnership with each of so many municipalities, in both forms, all of them different,
// with some focus areas more than the template has.
func documents(more int) ([]agreement.Document, error) {
	t, err := templates.Get("partnership-county-municipality")
	if err != nil {
		return nil, err
	}
	var docs []agreement.Document
	for _, body := range facts.Municipalities()[:municipalities] {
		a, err := draft(t, body, more)
		if err != nil {
			return nil, err
		}
		for _, form := range agreement.Forms {
			doc, err := a.Resolve(form)
			if err != nil {
				return nil, err
			}
			docs = append(docs, doc)
		}
	}
	return docs, nil
}

// draft makes an agreement with a municipality and its county, with some focus areas more than the template has.
func draft(t agreement.Template, body facts.Body, more int) (agreement.Agreement, error) {
	county, ok := facts.County(body.CountyNumber)
	if !ok {
		return agreement.Agreement{}, fmt.Errorf("%s lies in no county", body)
	}
	first, second := county.Party(), body.Party()
	first.Role, second.Role = "county", "municipality"
	editor := agreement.NewEditor(agreement.New(t, first, second))
	i := slices.IndexFunc(t.Sections, func(s agreement.Section) bool { return s.Kind == agreement.Focus })
	for n := range more {
		item := t.Sections[i].Items[n%len(t.Sections[i].Items)]
		item.ID = fmt.Sprintf("more-%d", n)
		if err := editor.Do(agreement.AddItem(t.Sections[i].ID, len(t.Sections[i].Items)+n, item)); err != nil {
			return agreement.Agreement{}, err
		}
	}
	a := editor.Agreement()
	a.Updated = time.Date(2026, time.February, 8, 9, 30, 0, 0, time.UTC)
	return a, nil
}
