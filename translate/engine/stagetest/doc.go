// Package stagetest holds the tests that compare each kind of stage with Apertium's own programs, stage by stage, so
// that a difference names the room that it comes from. There is nothing in it but tests and what they have recorded.
package stagetest
