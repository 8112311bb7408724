// Package pair knows Apertium's language pair nynorsk–bokmål as it lies in a folder: mode files, the data files that they
// name, and which mode and preferences write a house style. Both engines find their way by it: the one that runs
// Apertium's programs and the one that reads its data.
//
// It runs nothing and reads no data but mode files.
package pair
