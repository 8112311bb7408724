package ui

import (
	"context"

	"avtalebok/ui/desk"
)

// revisions is the store as the desk knows it.
type revisions struct{ Store }

// Revisions lists the states of a draft that are kept, newest first.
func (r revisions) Revisions(ctx context.Context, id string) ([]desk.Revision, error) {
	infos, err := r.Store.Revisions(ctx, id)
	out := make([]desk.Revision, len(infos))
	for i, info := range infos {
		out[i] = desk.Revision{Number: info.Number, Saved: info.Saved}
	}
	return out, err
}
