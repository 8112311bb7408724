// Package cli does the program's jobs without a window: for batches, tests and servers. Help is in English; errors
// and findings are in the user's language.
//
// It must not know the screens; what both can do lies in the packages below them.
package cli
