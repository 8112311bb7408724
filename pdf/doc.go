// Package pdf makes the file that is signed: an agreement.Document becomes a PDF that is archival (PDF/A-2a) and
// accessible (PDF/UA-1) at once, carries empty signature fields, and is the same bytes for the same Document.
//
// It reads nothing but the Document and its Options: it must not know how agreements are stored, edited or resolved.
// Its parts each know one thing: layout where every line stands, typeface the shapes of letters, draw how gofpdf puts
// them on pages, finish what the standards ask of a file.
package pdf
