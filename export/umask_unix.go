//go:build unix

package export

import (
	"io/fs"
	"sync"
	"syscall"
)

// umask reads the process's mask, which can only be read by setting it: once, at the first use.
var umask = sync.OnceValue(func() fs.FileMode {
	mask := syscall.Umask(0o077)
	syscall.Umask(mask)
	return fs.FileMode(mask)
})
