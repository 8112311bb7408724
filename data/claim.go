package data

import (
	"context"
	"path/filepath"
)

// claimName is the file that stands for the claim; its lock, not its being there, is what counts.
const claimName = ownPrefix + ".window.lock"

// Claim makes this process the one whose session the folder remembers, until release is called or the process ends,
// however it ends. It reports false where another process is, or where that can't be found out.
func (s *Store) Claim(ctx context.Context) (release func(), ok bool) {
	path := filepath.Join(filepath.Dir(s.path), claimName)
	if createFile(path) != nil {
		return nil, false
	}
	release, err := lockFile(ctx, path, 0)
	return release, err == nil
}
