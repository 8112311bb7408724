//go:build !windows

package main

// attachConsole does nothing where every program has the terminal that it was started from.
func attachConsole() (detach func()) { return func() {} }
