package transducer

import "math/bits"

// Sort sorts as the C++ library that Apertium is built with does. It is not stable, and the order that it leaves
// equal elements in decides which analysis comes first, so it has to be this sort: insertion for up to 16 elements;
// above that, partition around the median of three, with a heap sort where the partitions go too deep, and a last
// insertion over all.
func Sort[T any](list []T, less func(a, b T) bool) {
	if len(list) < 2 {
		return
	}
	introsort(list, 2*(bits.Len(uint(len(list)))-1), less)
	n := min(len(list), short)
	for i := 1; i < n; i++ {
		if less(list[i], list[0]) {
			x := list[i]
			copy(list[1:i+1], list[:i])
			list[0] = x
		} else {
			insert(list, i, less)
		}
	}
	for i := n; i < len(list); i++ {
		insert(list, i, less)
	}
}

const short = 16

// insert moves an element left to its place; something not greater is known to stand there.
func insert[T any](list []T, i int, less func(a, b T) bool) {
	x := list[i]
	for i > 0 && less(x, list[i-1]) {
		list[i] = list[i-1]
		i--
	}
	list[i] = x
}

func introsort[T any](list []T, depth int, less func(a, b T) bool) {
	for len(list) > short {
		if depth == 0 {
			heapsort(list, less)
			return
		}
		depth--
		cut := partition(list, less)
		introsort(list[cut:], depth, less)
		list = list[:cut]
	}
}

// partition puts the median of the second, middle and last element first and parts the rest around it.
func partition[T any](list []T, less func(a, b T) bool) int {
	a, b, c := 1, len(list)/2, len(list)-1
	median := a
	switch {
	case less(list[a], list[b]):
		if less(list[b], list[c]) {
			median = b
		} else if less(list[a], list[c]) {
			median = c
		}
	case less(list[a], list[c]):
	case less(list[b], list[c]):
		median = c
	default:
		median = b
	}
	list[0], list[median] = list[median], list[0]
	pivot := list[0]
	lo, hi := 1, len(list)
	for {
		for less(list[lo], pivot) {
			lo++
		}
		hi--
		for less(pivot, list[hi]) {
			hi--
		}
		if lo >= hi {
			return lo
		}
		list[lo], list[hi] = list[hi], list[lo]
		lo++
	}
}

func heapsort[T any](list []T, less func(a, b T) bool) {
	for i := (len(list) - 2) / 2; i >= 0; i-- {
		sift(list, i, list[i], less)
	}
	for n := len(list) - 1; n > 0; n-- {
		x := list[n]
		list[n] = list[0]
		sift(list[:n], 0, x, less)
	}
}

// sift lets a hole sink to the bottom along the greater children, and x rise from there.
func sift[T any](list []T, hole int, x T, less func(a, b T) bool) {
	top := hole
	child := hole
	for child < (len(list)-1)/2 {
		child = 2 * (child + 1)
		if less(list[child], list[child-1]) {
			child--
		}
		list[hole] = list[child]
		hole = child
	}
	if len(list)%2 == 0 && child == (len(list)-2)/2 {
		child = 2*child + 1
		list[hole] = list[child]
		hole = child
	}
	for hole > top {
		parent := (hole - 1) / 2
		if !less(list[parent], x) {
			break
		}
		list[hole] = list[parent]
		hole = parent
	}
	list[hole] = x
}
