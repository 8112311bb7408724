// Package agreement is the domain: templates, agreements in two written forms, the changes that can be made to
// them, what is missing before they can be signed, and the plain Document that one form of an agreement resolves to.
//
// It must not know how agreements are stored, shown, translated or set on pages, and it imports no other package
// of this module.
package agreement
