package memory

// exact is the score of a wording that is the same. One that differs in anything scores less.
const exact = 100

// score turns what it costs to make one wording of another into 0 to 100. Total is the weight of the heavier one.
func score(cost, total int) int {
	switch {
	case total == 0:
		return 0
	case cost >= total:
		return 0
	}
	return exact - (cost*exact+total-1)/total
}

// most is the greatest cost that still gives a score.
func most(least, total int) int { return (exact - least) * total / exact }

// distance is the edit distance between two sequences of tokens by weight: what a token that goes or comes weighs, and
// for one that another takes the place of, what the heavier one weighs. Where it is greater than limit, limit+1 comes
// back. The weight of each token is asked by weigh; row is used and grown as needed.
func distance[T comparable](a, b []T, weigh func(T) int, limit int, row *[]int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if cap(*row) < len(b)+1 {
		*row = make([]int, len(b)+1)
	}
	costs := (*row)[:len(b)+1]
	costs[0] = 0
	for j, y := range b {
		costs[j+1] = costs[j] + weigh(y)
	}
	for _, x := range a {
		corner, weightOfX := costs[0], weigh(x)
		costs[0] += weightOfX
		least := costs[0]
		for j, y := range b {
			above, weightOfY := costs[j+1], weigh(y)
			replaced := corner
			if x != y {
				replaced += max(weightOfX, weightOfY)
			}
			costs[j+1] = min(replaced, above+weightOfX, costs[j]+weightOfY)
			corner = above
			least = min(least, costs[j+1])
		}
		if least > limit {
			return limit + 1
		}
	}
	return min(costs[len(b)], limit+1)
}
