// Package finish makes the final file of a drawn document: archival (PDF/A-2a, ISO 19005-2), accessible (PDF/UA-1,
// ISO 14289-1), ready to be signed, and the same bytes for the same input.
//
// It takes the content of the pages from gofpdf's file and writes everything else itself: fonts, structure tree,
// outline, signature fields, metadata and colour profile. It must not know agreements; what it has to say about one
// comes as Facts.
package finish
