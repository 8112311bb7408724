package data

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"avtalebok/agreement"
)

// maxContent bounds what a stored revision may unpack to, in bytes. It is far above any agreement, and keeps a
// damaged or doctored database from filling the memory.
const maxContent = 64 << 20

// encode gives an agreement as JSON, without the revision and its moment: those belong to the save. Agreements
// with the same words thereby give the same bytes.
func encode(a agreement.Agreement) ([]byte, error) {
	a.Revision, a.Updated = 0, time.Time{}
	return json.Marshal(a)
}

// decode reads what encode wrote. Keys that this version does not know are an error: saving again would lose them.
func decode(text []byte) (agreement.Agreement, error) {
	var a agreement.Agreement
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&a); err != nil {
		return agreement.Agreement{}, err
	}
	return a, nil
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

// decompress checks gzip's checksum on the way, so that a damaged revision is noticed.
func decompress(content []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(r, maxContent+1))
	if err == nil && len(text) > maxContent {
		err = fmt.Errorf("more than %d bytes", maxContent)
	}
	return text, err
}
