// Package transfer carries out the rules that turn the words of one language into those of another: they agree, move,
// come and go. It runs the three kinds of stages that Apertium's transfer has: transfer on words, interchunk on the
// chunks that it makes, and postchunk on the words within them.
//
// Stage never changes; what rules set lives in a run. It must not know the other stages, or which languages these are.
package transfer
