package ui

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/ui/desk"
)

// Store is what the window needs of the place where drafts are kept. data.Store is one.
type Store interface {
	Save(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error)
	Load(ctx context.Context, id string) (agreement.Agreement, error)
	List(ctx context.Context, q data.Query) ([]data.Summary, error)
	Delete(ctx context.Context, id string) error
	Restore(ctx context.Context, id string) error
	Revisions(ctx context.Context, id string) ([]data.RevisionInfo, error)
	LoadRevision(ctx context.Context, id string, number int) (agreement.Agreement, error)
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
	desk.Bank
	TemplateStore
	PartyStore
	RegisterStore
	BatchStore
}
