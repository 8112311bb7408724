// Package hunspell asks the program hunspell, where it is installed with Norwegian dictionaries, how words are spelt.
// One process a written form is kept alive, ended when it has been idle, and started again when it is needed or has
// died. Nothing of the dictionaries is part of this program.
package hunspell
