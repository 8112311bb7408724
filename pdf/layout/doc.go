// Package layout sets a Document on A4 pages: blocks become lines, lines become pages, all as plain values that a
// test can read and anything can draw.
//
// It knows typography and measures text through Metrics. It must not know fonts, PDF or any drawing library.
// Lengths are in points (1/72 inch), from the top left corner of the page, y growing downwards.
package layout
