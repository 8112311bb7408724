// Package terms is the list of terms of agreements and public administration in bokmål and nynorsk: which word
// belongs to which, with its inflection, so that a text can be searched for a term in any of its forms and a
// translation can be mended. The list that comes with the program can be overlaid with the user's own.
//
// The package knows neither engines, rules nor screens.
package terms
