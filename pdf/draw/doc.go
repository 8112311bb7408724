// Package draw puts a Layout on pages with gofpdf. It is the only package that imports gofpdf.
//
// It draws what the layout says where the layout says, and marks every piece of text with the structure element that
// it belongs to. It must not know agreements, and neither fonts as PDF objects nor the structure tree: the file that
// it gives is an intermediate one, for package finish.
package draw
