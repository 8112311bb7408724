package data

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

var noon = time.Date(2026, time.June, 15, 12, 0, 0, 0, time.UTC)

// ago lists revisions saved so long before noon, numbered so that the last, the newest, has the highest number.
func ago(ages ...time.Duration) []RevisionInfo {
	var revisions []RevisionInfo
	for i, age := range ages {
		revisions = append(revisions, RevisionInfo{Number: len(ages) - i, Saved: noon.Add(-age)})
	}
	return revisions
}

func TestSuperfluous(t *testing.T) {
	const minute, hour, day = time.Minute, time.Hour, 24 * time.Hour
	tests := []struct {
		name string
		ages []time.Duration // newest first
		want []int
	}{
		{"none at all", nil, nil},
		{"only one", []time.Duration{10 * 365 * day}, nil},
		{"the first and the newest of one slot", []time.Duration{2*hour + 1*minute, 2*hour + 2*minute}, nil},
		{"all of the last hour", []time.Duration{0, 1, 2, minute, hour - 1, hour}, nil},
		{"ten minutes, yesterday", []time.Duration{0, 2*hour + 1*minute, 2*hour + 2*minute, 2*hour + 9*minute, 5 * hour}, []int{3, 2}},
		{"the next ten minutes", []time.Duration{0, 2*hour + 9*minute, 2*hour + 11*minute, 5 * hour}, nil},
		{"a day, last week", []time.Duration{0, 5*day + 1*hour, 5*day + 2*hour, 6*day + 1*hour, 6*day + 2*hour, 9 * day}, []int{4, 2}},
		{"a month, years ago", []time.Duration{0, 700 * day, 701 * day, 703 * day, 900 * day}, []int{3, 2}},
		{"saved in the future, after the clock was set back", []time.Duration{-9 * hour, -9 * hour, -8 * hour, 0}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := superfluous(ago(test.ages...), noon); !slices.Equal(got, test.want) {
				t.Errorf("drops %v, want %v", got, test.want)
			}
		})
	}
}

// However often it is done, thinning drops neither the first nor the newest, and a second time drops nothing.
func TestThinningAgainDropsNothing(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 1))
		revisions := randomRevisions(random)
		if len(revisions) == 0 {
			continue
		}
		dropped := superfluous(revisions, noon)
		left := slices.DeleteFunc(slices.Clone(revisions), func(r RevisionInfo) bool { return slices.Contains(dropped, r.Number) })
		if left[0] != revisions[0] || left[len(left)-1] != revisions[len(revisions)-1] {
			t.Fatalf("seed %d: the first or the newest is gone", seed)
		}
		if again := superfluous(left, noon); len(again) > 0 {
			t.Fatalf("seed %d: a second time drops %v", seed, again)
		}
	}
}

// Near every moment that something was saved, something can still be gone back to.
func TestThinningLeavesNoGap(t *testing.T) {
	for seed := range uint64(200) {
		revisions := randomRevisions(rand.New(rand.NewPCG(seed, 2)))
		dropped := superfluous(revisions, noon)
		for i, r := range revisions {
			if !slices.Contains(dropped, r.Number) {
				continue
			}
			later := revisions[:i]
			near := slices.ContainsFunc(later, func(o RevisionInfo) bool {
				slot := time.Duration(slotLength(noon.Sub(r.Saved))) * time.Second
				return !slices.Contains(dropped, o.Number) && o.Saved.Sub(r.Saved) < slot
			})
			if !near {
				t.Fatalf("seed %d: revision %d was dropped and nothing near it kept", seed, r.Number)
			}
		}
	}
}

func randomRevisions(random *rand.Rand) []RevisionInfo {
	var ages []time.Duration
	age := time.Duration(0)
	for range random.IntN(400) {
		age += time.Duration(random.ExpFloat64() * float64(time.Minute) * float64(1+random.IntN(2000)*random.IntN(2)))
		ages = append(ages, age.Truncate(time.Second))
	}
	return ago(ages...)
}
