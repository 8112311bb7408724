package engine

// Usable reports why the installed data are not those that the engine reads.
func Usable() error { return usable() }
