// Package translate carries passages from one written form of Norwegian to the other: what an engine is asked and
// answers, which parts of a text no engine may touch, the house style that an organisation writes by, and the mending
// of what engines are known to get wrong.
//
// Engines live in packages below this one and stand behind Engine. This package knows neither screens, command line,
// database nor any one engine.
package translate
