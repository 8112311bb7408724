package raster

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Prepare puts PDFium's machine code into the folder cache, where New finds it. It takes seconds and some 250 MB, so
// a program with a window leaves it to a process of its own.
func Prepare(cache string) error {
	if Prepared(cache) {
		return nil
	}
	r := &Renderer{stop: func() {}}
	if err := r.open(cache); err != nil {
		return err
	}
	removeOthers(cache)
	return r.Close()
}

// Prepared reports whether the folder holds the machine code of this version of PDFium. That it says yes is no
// promise: code that is gone or made for another processor is compiled again.
func Prepared(cache string) bool {
	_, err := os.Stat(preparedMark(cache))
	return err == nil
}

// markPrepared notes that the code is there. Without the note it is looked for in vain once more, that is all.
func markPrepared(cache string) {
	if cache != "" {
		_ = os.WriteFile(preparedMark(cache), nil, 0o600)
	}
}

func preparedMark(cache string) string { return filepath.Join(codeFolder(cache), "complete") }

// codeFolder is where in the cache the code of this version of PDFium is.
func codeFolder(cache string) string { return filepath.Join(cache, codeVersion()) }

// removeOthers takes away what other versions have left, some 20 MB each.
func removeOthers(cache string) {
	entries, err := os.ReadDir(cache)
	if err != nil {
		return
	}
	for _, e := range entries {
		if name := e.Name(); name != codeVersion() && (strings.HasPrefix(name, codePrefix) || strings.HasPrefix(name, "wazero-")) {
			_ = os.RemoveAll(filepath.Join(cache, name)) // in the way of nothing
		}
	}
}

const codePrefix = "pdfium-"

// codeVersion names all that the code depends on, but for the processor.
func codeVersion() string {
	name := codePrefix + runtime.GOOS + "-" + runtime.GOARCH
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return name
	}
	for _, m := range info.Deps {
		if m.Path == "github.com/klippa-app/go-pdfium" || m.Path == "github.com/tetratelabs/wazero" {
			name += "-" + strings.TrimPrefix(m.Version, "v")
		}
	}
	return name
}

func runtimeConfig(cache string) (wazero.RuntimeConfig, error) {
	// PDFium's setjmp needs the exception instructions.
	config := wazero.NewRuntimeConfigCompiler().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache == "" {
		return config, nil
	}
	kept, err := wazero.NewCompilationCacheWithDir(codeFolder(cache))
	if err != nil {
		return nil, fmt.Errorf("raster: %w", err)
	}
	return config.WithCompilationCache(kept), nil
}
