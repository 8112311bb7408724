// Package parties is the register of parties: municipalities, counties and organisations with their contact persons and
// signatories. It reads lists of them from CSV files, finds those that are there twice, and puts two into one.
//
// It must not know where the register is kept; the package above stores what is decided here.
package parties
