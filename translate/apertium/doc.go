// Package apertium translates with the programs of Apertium (https://apertium.org) where they are installed. It starts
// the programs that a mode file names as one chain per direction, without a shell, keeps the chain alive between
// requests, and sees to it that a chain that hangs, dies or answers something else is replaced.
//
// The programs and their data are separate works (GPL) that are only run. This package knows neither screens, command
// line nor database.
package apertium
