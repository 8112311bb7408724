package ui

import (
	"context"
	"io"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// RegisterStore is what the window needs of the place where the register of agreements is kept.
type RegisterStore interface {
	Register(ctx context.Context, q register.Query) ([]*register.Entry, error)
	RegisterEntry(ctx context.Context, id string) (register.Entry, error)
	RecordEvents(ctx context.Context, id string, events ...register.Event) (register.Entry, error)
	SetFacts(ctx context.Context, id string, facts register.Facts) (register.Entry, error)
	UndoEvent(ctx context.Context, id string) (register.Entry, error)
	Events(ctx context.Context, id string) ([]register.Event, error)
	Attach(ctx context.Context, id, name string, r io.Reader) (register.Entry, error)
	SignedFile(ctx context.Context, id string) ([]byte, register.File, error)
	Views(ctx context.Context) ([]register.View, error)
	SaveView(ctx context.Context, v register.View) error
	DeleteView(ctx context.Context, name string) error
	Amend(ctx context.Context, id string, whole bool) (agreement.Agreement, error)
	Today() register.Date
}
