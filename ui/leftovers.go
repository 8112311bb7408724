package ui

import (
	"os"
	"sync"
)

// leftovers are folders that other programs may still read from, to be removed when the program ends.
type leftovers struct {
	mutex   sync.Mutex
	folders []string
}

func (l *leftovers) add(folder string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.folders = append(l.folders, folder)
}

func (l *leftovers) remove() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for _, folder := range l.folders {
		_ = os.RemoveAll(folder) // what is in use stays; the system empties its folder for such things
	}
	l.folders = nil
}
