package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// viewsSetting is where the saved views of the register are kept, as JSON.
const viewsSetting = "register.views"

// Views gives the saved views of the register in the order in which they were first saved. Those that can't be read any
// more count as none.
func (s *Store) Views(ctx context.Context) ([]register.View, error) {
	raw, err := s.Setting(ctx, viewsSetting)
	if err != nil {
		return nil, err
	}
	return unpackViews(raw), nil
}

func unpackViews(raw string) []register.View {
	var views []register.View
	if raw == "" || json.Unmarshal([]byte(raw), &views) != nil {
		return nil
	}
	return views
}

// SaveView keeps a view, in the place of one with the same name.
func (s *Store) SaveView(ctx context.Context, v register.View) error {
	v, err := v.Clean()
	if err != nil {
		return err
	}
	return s.changeViews(ctx, func(views []register.View) []register.View {
		if i := slices.IndexFunc(views, func(w register.View) bool { return w.Name == v.Name }); i >= 0 {
			views[i] = v
			return views
		}
		return append(views, v)
	})
}

// DeleteView forgets the view with a name; one that is not there is no error.
func (s *Store) DeleteView(ctx context.Context, name string) error {
	return s.changeViews(ctx, func(views []register.View) []register.View {
		return slices.DeleteFunc(views, func(w register.View) bool { return w.Name == name })
	})
}

func (s *Store) changeViews(ctx context.Context, do func([]register.View) []register.View) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		var raw string
		err := tx.QueryRowContext(ctx, `SELECT coalesce((SELECT value FROM setting WHERE key = ?), '')`, viewsSetting).Scan(&raw)
		if err != nil {
			return err
		}
		text, err := json.Marshal(do(unpackViews(raw)))
		if err != nil {
			return agreement.NewError(agreement.Internal, "error.internal", err)
		}
		return writeSetting(ctx, tx, viewsSetting, string(text))
	})
}

// Amend makes a draft that changes a signed agreement, saves it and gives it back: an amendment with room for what is
// changed or, with whole, a draft of all the text that is to take the agreement's place.
func (s *Store) Amend(ctx context.Context, id string, whole bool) (agreement.Agreement, error) {
	e, err := s.RegisterEntry(ctx, id)
	if err != nil {
		return agreement.Agreement{}, err
	}
	a, err := s.Load(ctx, id)
	if err != nil {
		return a, err
	}
	begin := register.Amendment
	if whole {
		begin = register.Revised
	}
	draft, err := begin(a, &e, s.Today())
	if err != nil {
		return draft, err
	}
	return s.Save(ctx, draft)
}
