// Package batch makes one agreement out to many counterparts: a draft for each, with its own answers and in the written
// form that it has adopted, what is missing in all of them, and their PDFs with a list of what they are.
//
// A batch knows its drafts again. Making it once more brings those up to date that nobody has touched, and leaves the
// others alone; a common text that was changed later is brought into them passage by passage.
//
// It must not know screens, commands, nor how drafts are stored.
package batch
