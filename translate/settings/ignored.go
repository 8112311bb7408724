package settings

import (
	"context"
	"encoding/json"

	"avtalebok/agreement"
	"avtalebok/translate/check"
)

// SettingStore keeps single values.
type SettingStore interface {
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
}

// Ignored gives the findings that the user does not want to see in a draft, by its ID; with "" those that he wants to
// see nowhere. They are kept beside the drafts, not in them.
func Ignored(ctx context.Context, store SettingStore, draft string) ([]check.Ignore, error) {
	value, err := store.Setting(ctx, ignoredIn(draft))
	if err != nil || value == "" {
		return nil, err
	}
	var list []check.Ignore
	if err := json.Unmarshal([]byte(value), &list); err != nil {
		return nil, agreement.NewError(agreement.Storage, "error.internal", err)
	}
	return list, nil
}

// SetIgnored replaces the list that Ignored gives.
func SetIgnored(ctx context.Context, store SettingStore, draft string, list []check.Ignore) error {
	if len(list) == 0 {
		return store.SetSetting(ctx, ignoredIn(draft), "")
	}
	value, err := json.Marshal(list)
	if err != nil {
		return agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return store.SetSetting(ctx, ignoredIn(draft), string(value))
}

func ignoredIn(draft string) string {
	if draft == "" {
		return ignoredKey
	}
	return ignoredKey + "." + draft
}
