// Package sheet writes the register of agreements as a workbook for Excel, as CSV, and as a document with a table. The
// same entries always give the same bytes.
//
// It must not know where entries are kept, nor which of them somebody wants.
package sheet
