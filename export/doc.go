// Package export turns agreements into files: what stands in the way of that, what the files are called, and writing
// them so that nothing is half written and no other draft's file is lost.
//
// It must not know screens, commands or the store.
package export
