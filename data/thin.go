package data

import (
	"context"
	"database/sql"
	"time"
)

// Revisions are kept more sparsely the older they are: all of the last hour, then the last one of every ten minutes
// for a day, the last one of every day for a year, and the last one of every thirty days after that. The
// first revision and the newest are always kept.
var sparser = []struct {
	age  time.Duration // older than this
	slot time.Duration // one is kept in each
}{
	{365 * 24 * time.Hour, 30 * 24 * time.Hour},
	{24 * time.Hour, 24 * time.Hour},
	{time.Hour, 10 * time.Minute},
}

// thinEvery is how long thinning may wait; most saves then pay nothing for it.
const thinEvery = 10 * time.Minute

// superfluous gives the numbers of those revisions, newest first, that need not be kept any longer. Slots are
// fixed in time (UTC), so that thinning again and again keeps what thinning once would have.
func superfluous(revisions []RevisionInfo, now time.Time) []int {
	var drop []int
	type slot struct{ length, index int64 }
	taken := slot{}
	for i, r := range revisions {
		length := slotLength(now.Sub(r.Saved))
		if length == 0 {
			continue
		}
		own := slot{length, r.Saved.Unix() / length}
		if own == taken && i > 0 && i < len(revisions)-1 {
			drop = append(drop, r.Number)
		}
		taken = own
	}
	return drop
}

// slotLength gives the seconds of a slot for revisions of an age, or 0 where all are kept.
func slotLength(age time.Duration) int64 {
	for _, s := range sparser {
		if age > s.age {
			return int64(s.slot / time.Second)
		}
	}
	return 0
}

// thin removes superfluous revisions of a draft that has just been saved, when it is time again.
func thin(ctx context.Context, tx *sql.Tx, last head, now time.Time) error {
	if now.Sub(last.thinned) < thinEvery {
		return nil
	}
	rows, err := tx.QueryContext(ctx, `SELECT revision, saved FROM revision WHERE agreement = ? ORDER BY revision DESC`, last.number)
	if err != nil {
		return err
	}
	revisions, err := scanRevisions(rows)
	if err != nil {
		return err
	}
	for _, number := range superfluous(revisions, now) {
		_, err := tx.ExecContext(ctx, `DELETE FROM revision WHERE agreement = ? AND revision = ?`, last.number, number)
		if err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `UPDATE agreement SET thinned = ? WHERE number = ?`, now.Unix(), last.number)
	return err
}
