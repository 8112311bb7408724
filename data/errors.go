package data

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"avtalebok/agreement"
)

// storageError makes an Error of the database or its folder; key stands under error.storage.
func storageError(key, path string, cause error) error {
	return agreement.NewError(agreement.Storage, "error.storage."+key, cause, "Path", path)
}

// explain turns what the driver or the system said into an Error that a person can act on. An Error stays as it
// is, and so does a context that was cancelled: nothing is wrong then.
func explain(err error, path string) error {
	var known *agreement.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	if t := troubleOf(err); t != noTrouble {
		return storageError(string(t), path, err)
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return storageError("full", path, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return storageError("readOnly", path, err)
	case errors.Is(err, syscall.ENOTDIR):
		return storageError("notFolder", path, err)
	default:
		return storageError("failing", path, err)
	}
}

func unknownDraft(id string) error {
	return agreement.NewError(agreement.NotFound, "error.draft.unknown", nil, "ID", id)
}

func unknownRevision(id string, number int) error {
	return agreement.NewError(agreement.NotFound, "error.draft.unknownRevision", nil, "ID", id, "Revision", number)
}

func deletedDraft(code agreement.Code, id string) error {
	return agreement.NewError(code, "error.draft.deleted", nil, "ID", id)
}

func frozen(id string) error {
	return agreement.NewError(agreement.Refused, "error.draft.frozen", nil, "ID", id)
}

func keepSigned(id string) error {
	return agreement.NewError(agreement.Refused, "error.draft.keep", nil, "ID", id)
}

func conflict(id string, base, newest int) error {
	return agreement.NewError(agreement.Conflict, "error.draft.conflict", nil,
		"ID", id, "Base", base, "Newest", newest)
}

func unreadable(id string, revision int, cause error) error {
	return agreement.NewError(agreement.Storage, "error.draft.unreadable", cause, "ID", id, "Revision", revision)
}
