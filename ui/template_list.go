package ui

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/data"
)

// TemplateStore keeps the user's own templates, and every version that drafts were made from. data.Store is one.
type TemplateStore interface {
	OwnTemplates(ctx context.Context, deleted bool) ([]data.OwnTemplate, error)
	FindTemplate(ctx context.Context, id string) (agreement.Template, error)
	TemplateVersion(ctx context.Context, ref agreement.TemplateRef) (agreement.Template, error)
	TemplateUses(ctx context.Context) (map[string]int, error)
	AddTemplate(ctx context.Context, t agreement.Template) (agreement.Template, error)
	NewTemplate(ctx context.Context, t agreement.Template) (agreement.Agreement, error)
	OpenTemplate(ctx context.Context, id string) (agreement.Agreement, error)
	SaveTemplate(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error)
	PublishTemplate(ctx context.Context, id string) (agreement.Template, error)
	DeleteTemplate(ctx context.Context, id string) error
	RestoreTemplate(ctx context.Context, id string) error
}

// listedTemplate is a template that drafts can be made from.
type listedTemplate struct {
	agreement.Template
	Own bool // the user's, not the program's
}

// templateSource gathers the templates that drafts can be made from: the program's, which it has at hand, and the
// user's own, which are in the store. All of it belongs away from the UI thread.
type templateSource struct {
	builtIn []agreement.Template
	store   TemplateStore
}

// templates gives the window's source of templates.
func (w *Window) templates() templateSource {
	return templateSource{builtIn: w.options.Templates, store: w.store}
}

// All gives the newest version of every template in use, the program's first, then the user's own, the last saved
// first. Own ones that were never published are not among them.
func (s templateSource) All(ctx context.Context) ([]listedTemplate, error) {
	own, err := s.store.OwnTemplates(ctx, false)
	if err != nil {
		return nil, err
	}
	var out []listedTemplate
	for _, t := range s.builtIn {
		out = append(out, listedTemplate{Template: t})
	}
	for _, t := range own {
		if t.Version > 0 {
			out = append(out, listedTemplate{Template: t.Template, Own: true})
		}
	}
	return out, nil
}

// Get gives a version of a template as it was when it was current. NotFound where it was never kept here.
func (s templateSource) Get(ctx context.Context, ref agreement.TemplateRef) (agreement.Template, error) {
	for _, t := range s.builtIn {
		if t.ID == ref.ID && t.Version == ref.Version {
			return t, nil
		}
	}
	return s.store.TemplateVersion(ctx, ref)
}

// Newest gives the newest version of a template in use. NotFound where it was deleted or is not known here.
func (s templateSource) Newest(ctx context.Context, id string) (agreement.Template, error) {
	for _, t := range s.builtIn {
		if t.ID == id {
			return t, nil
		}
	}
	return s.store.FindTemplate(ctx, id)
}
