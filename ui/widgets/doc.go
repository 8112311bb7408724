// Package widgets holds the parts that screens are put together from: growing text entries, pages that scroll,
// rows with both written forms side by side, lists of choices, hints.
//
// The widgets only present. They are given words and call back through their On functions; they must not know
// agreements, stores, or the language of the interface.
package widgets
