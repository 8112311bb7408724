// Package request is what every engine does with a request, whoever translates: it parts segments into texts, makes of
// each a block of Apertium's stream format in which fixed parts can't be touched, reads the answer, and puts the
// answers together again.
//
// It knows neither programs nor data.
package request
