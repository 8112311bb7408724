package enginetest

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// Folder is where a system keeps Apertium's data for nynorsk and bokmål.
const Folder = "/usr/share/apertium/apertium-nno-nob"

// What is recorded in testdata was given with these data. Other data translate otherwise; then it is recorded anew.
const (
	recordedData = "apertium-nno-nob 1.5.0-1"
	recordedSum  = "d893bf5a1fc788f327dfe09ba88545de6a8c04d537697a66b8a55b546aed075a"
)

var dataSum = sync.OnceValues(func() (string, error) {
	files, err := filepath.Glob(filepath.Join(Folder, "*"))
	if err != nil || len(files) == 0 {
		return "", os.ErrNotExist
	}
	sum := sha256.New()
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(sum, filepath.Base(file), len(data))
		sum.Write(data)
	}
	return fmt.Sprintf("%x", sum.Sum(nil)), nil
})

// HasProgram reports whether one of Apertium's programs is installed, of the time of the recorded data. Later ones may
// answer otherwise where nobody asks in earnest, and compile grammars for later versions.
func HasProgram(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil && HasRecordedData()
}

// HasRecordedData reports whether the data are installed with which testdata was recorded.
func HasRecordedData() bool {
	sum, err := dataSum()
	return err == nil && sum == recordedSum
}

// NeedsRecordedData skips a test where the data are not installed, or others than those of which it has recorded what
// Apertium's programs gave.
func NeedsRecordedData(t testing.TB) {
	t.Helper()
	sum, err := dataSum()
	if err != nil {
		t.Skip("Apertium's data for nynorsk and bokmål are not installed")
	}
	if sum != recordedSum {
		t.Skipf("the installed data (%s) are others than those with which it was recorded, %s: see -record", sum, recordedData)
	}
}
