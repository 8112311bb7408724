package pair

import (
	"strings"

	"avtalebok/translate"
)

// variables says which of Apertium's preferences (share/apertium/prefs/nob-nno.xml) turns its usual form into the
// one named here. A form without an entry is either Apertium's usual one or beyond its preferences.
var variables = map[string]string{
	"bygge":            "ggj_gg",
	"søke":             "kj_k",
	"ropar":            "er_ar",
	"tar":              "tek_tar",
	"let":              "lét_let",
	"blåe":             "blå_blåe",
	"loven":            "lova_loven",
	"omtalen":          "apa_apen",
	"bana":             "banen_bana",
	"mannskapen":       "skapet_skapen",
	"dokker":           "de_dokker",
	"blei":             "vart_blei",
	"kome":             "komme_kome",
	"vett":             "vit_vett",
	"difor":            "derfor_difor",
	"samstundes":       "samtidig_samstundes",
	"òg":               "også_òg",
	"da":               "då_da",
	"nå":               "no_nå",
	"so":               "så_so",
	"mens":             "medan_mens",
	"dimed":            "dess-der_di",
	"enten":            "anten_enten",
	"korkje":           "verken_korkje",
	"blant anna":       "mellom_blant",
	"i fall":           "itilfelle_ifall",
	"nærmare":          "nærare_nærmare",
	"nærmast":          "nærast_nærmast",
	"eigenleg":         "eigentleg_eigenleg",
	"einig":            "samd_einig",
	"skole":            "skule_skole",
	"skilnad":          "forskjell_skilnad",
	"oversyn":          "oversikt_oversyn",
	"skildre":          "beskrive_skildre",
	"motsetnad":        "motsetning_motsetnad",
	"mengde":           "mengd_mengde",
	"røyste":           "stemme_røyste",
	"røysterett":       "stemmerett_røysterett",
	"fortelje att":     "gjenfortelje_attfortelje",
	"røynd":            "røyndom_røynd",
	"verkelegheit":     "røyndom_verkelegheit",
	"mørker":           "mørke_mørker",
	"kross":            "kors_kross",
	"blome":            "blomster_blome",
	"lauk":             "løk_lauk",
	"makk":             "mark_makk",
	"kvefs":            "veps_kvefs",
	"quiz":             "kviss_quiz",
	"kløyvd infinitiv": "kløyvd_inf",
}

// nynorskMode gives the mode that writes nynorsk nearest to a style. nob-nno_e has e-infinitive and "vi" built in;
// nob-nno has a-infinitive and "me", and preferences to change either.
func nynorskMode(style translate.Style) string {
	if style.Choice(translate.Infinitive) == "e-infinitiv" && style.Choice(translate.We) == "vi" {
		return "nob-nno_e"
	}
	return "nob-nno"
}

// setvars gives the variables to set for a style, as the programs take them.
func setvars(style translate.Style) string {
	var set []string
	if nynorskMode(style) == "nob-nno" {
		if style.Choice(translate.Infinitive) == "e-infinitiv" {
			set = append(set, "infa_infe=1")
		}
		if style.Choice(translate.We) == "vi" {
			set = append(set, "me_vi=1")
		}
	}
	for _, p := range translate.Preferences() {
		if variable := variables[style.Choice(p.ID)]; variable != "" {
			set = append(set, variable+"=1")
		}
	}
	return strings.Join(set, ",")
}
