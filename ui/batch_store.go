package ui

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/data"
)

// BatchStore is what the window needs to make one agreement out to many.
type BatchStore interface {
	Batches(ctx context.Context) ([]data.Batch, error)
	BatchDrafts(ctx context.Context, id string) ([]data.BatchDraft, error)
	BatchCommon(ctx context.Context, number int64) (agreement.Agreement, error)
	SaveBatch(ctx context.Context, b data.BatchSave) ([]data.Kept, error)
}
