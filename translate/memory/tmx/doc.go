// Package tmx reads and writes translation memories in TMX 1.4b, the format that translation tools exchange them in
// (Localization Industry Standards Association, "TMX 1.4b Specification", 2005).
//
// Files come from anywhere, so reading trusts nothing: the file is read as a stream, whatever its size, and nothing
// outside of it is ever opened. The package must not know where pairs are kept.
package tmx
