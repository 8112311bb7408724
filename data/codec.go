package data

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"time"

	"avtalebok/agreement"
)

// encode gives an agreement as an .avtale file without the revision and its moment, which belong to the save, and
// without the status, which belongs to the register: the same words give the same bytes. What could not be read again, by Load or as a file, is refused.
func encode(a agreement.Agreement) ([]byte, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	a.Revision, a.Updated, a.Status = 0, time.Time{}, agreement.Draft
	text, err := agreement.Encode(a)
	if err == nil && len(text) > agreement.MaxFileSize {
		err = agreement.NewError(agreement.Invalid, "error.file.size", nil, "Limit", agreement.MaxFileSize>>20)
	}
	return text, err
}

func compress(text []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(text)
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}

// revision is one row of that table.
type revision struct {
	number  int
	saved   int64
	content []byte
	status  agreement.Status // the agreement's today; "" where nobody asks
}

// unpack reads what encode and compress have made. Gzip's checksum is read on the way, so damage is noticed.
func (r revision) unpack(id string) (agreement.Agreement, error) {
	a, err := r.decode()
	if err == nil && a.ID != id {
		err = fmt.Errorf("it says that it is draft %q", a.ID)
	}
	if err != nil {
		return agreement.Agreement{}, unreadable(id, r.number, err)
	}
	a.Revision, a.Updated = r.number, time.Unix(r.saved, 0).UTC()
	if r.status != "" {
		a.Status = r.status
	}
	return a, nil
}

// decompress gives what compress was given.
func decompress(content []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func (r revision) decode() (agreement.Agreement, error) {
	text, err := gzip.NewReader(bytes.NewReader(r.content))
	if err != nil {
		return agreement.Agreement{}, err
	}
	return agreement.Decode(text)
}
