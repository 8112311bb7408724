package translate

// writeStyle puts forms of the house style into nynorsk where no engine has a preference for them.
func writeStyle(s *sentence, style Style) {
	for _, f := range styleForms {
		if !style.Chose(f.chosen) {
			continue
		}
		for i, w := range s.words {
			if form, ok := f.forms[lowered(w)]; ok {
				s.put(i, 1, form)
			}
		}
	}
}

func lowered(word string) string { return sentence{words: []string{word}}.lower(0) }

// styleForms gives for a chosen form the words to replace by it, with their inflections (Nynorskordboka).
var styleForms = []struct {
	chosen string
	forms  map[string]string
}{
	{"fyrst", map[string]string{"først": "fyrst", "første": "fyrste"}},
	{"hjå", map[string]string{"hos": "hjå"}},
	{"gje", map[string]string{"gi": "gje", "gir": "gjev", "gitt": "gjeve", "gitte": "gjevne", "givast": "gjevast"}},
	{"verte", map[string]string{"bli": "verte", "blir": "vert", "blei": "vart", "blitt": "vorte"}},
	{"a-infinitiv", map[string]string{"vere": "vera", "fremje": "fremja"}},
	{"kløyvd infinitiv", map[string]string{"vere": "vera"}},
	{"bygge", map[string]string{"fremje": "fremme", "fremja": "fremma", "fremjar": "fremmar"}},
	{"eksempel", map[string]string{"døme": "eksempel", "dømet": "eksempelet", "døma": "eksempla"}},
}
