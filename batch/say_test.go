package batch_test

import (
	"errors"
	"testing"

	"avtalebok/agreement"
	"avtalebok/batch"
)

// keys says every message by its key.
type keys struct{}

func (keys) T(key string, _ ...any) string      { return key }
func (keys) Error(err error) string             { return err.Error() }
func (keys) Finding(f agreement.Finding) string { return string(f.Code) }

func TestWhyAFileWasNotMadeIsSaid(t *testing.T) {
	missing := []agreement.Finding{{Code: agreement.PartyMissing}, {Code: agreement.PartyMissing}}
	for want, c := range map[string]struct {
		outcome batch.Outcome
		file    batch.File
	}{
		"batch.not_reached":     {"", batch.File{Findings: missing}},
		"batch.outcome.deleted": {batch.Deleted, batch.File{}},
		"full":                  {batch.Created, batch.File{Err: errors.New("full")}},
		": party_missing":       {batch.Sent, batch.File{Findings: missing}},
		"":                      {batch.Created, batch.File{Path: "a.pdf"}},
	} {
		if got := (batch.Row{Outcome: c.outcome}).WhyNot(keys{}, agreement.Nynorsk, c.file); got != want {
			t.Errorf("%+v: %q, want %q", c, got, want)
		}
	}
	if got := (batch.Row{Outcome: batch.Created}).WhyNot(keys{}, agreement.Nynorsk, batch.File{}); got != "batch.not_reached" {
		t.Errorf("not written yet: %q", got)
	}
}
