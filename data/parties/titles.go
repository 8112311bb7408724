package parties

import (
	"strings"

	"avtalebok/agreement"
)

// titles are what signatories and contact persons are called, in both written forms. A list mostly gives a title in one
// form, and an agreement needs both.
var titles = []agreement.Pair{
	{NB: "styreleder", NN: "styreleiar"},
	{NB: "nestleder", NN: "nestleiar"},
	{NB: "leder", NN: "leiar"},
	{NB: "daglig leder", NN: "dagleg leiar"},
	{NB: "generalsekretær", NN: "generalsekretær"},
	{NB: "ordfører", NN: "ordførar"},
	{NB: "varaordfører", NN: "varaordførar"},
	{NB: "fylkesordfører", NN: "fylkesordførar"},
	{NB: "fylkesvaraordfører", NN: "fylkesvaraordførar"},
	{NB: "fylkesrådsleder", NN: "fylkesrådsleiar"},
	{NB: "byrådsleder", NN: "byrådsleiar"},
	{NB: "kommunedirektør", NN: "kommunedirektør"},
	{NB: "fylkeskommunedirektør", NN: "fylkeskommunedirektør"},
	{NB: "fylkesdirektør", NN: "fylkesdirektør"},
	{NB: "direktør", NN: "direktør"},
	{NB: "administrerende direktør", NN: "administrerande direktør"},
	{NB: "rådmann", NN: "rådmann"},
	{NB: "fylkesrådmann", NN: "fylkesrådmann"},
	{NB: "kommunalsjef", NN: "kommunalsjef"},
	{NB: "kultursjef", NN: "kultursjef"},
	{NB: "seksjonsleder", NN: "seksjonsleiar"},
	{NB: "avdelingsleder", NN: "avdelingsleiar"},
	{NB: "prosjektleder", NN: "prosjektleiar"},
	{NB: "rådgiver", NN: "rådgivar"},
	{NB: "spesialrådgiver", NN: "spesialrådgivar"},
	{NB: "seniorrådgiver", NN: "seniorrådgivar"},
	{NB: "folkehelsekoordinator", NN: "folkehelsekoordinator"},
	{NB: "frivillighetskoordinator", NN: "frivilligkoordinator"},
	{NB: "kontaktperson", NN: "kontaktperson"},
	{NB: "kasserer", NN: "kasserar"},
	{NB: "sekretær", NN: "sekretær"},
	{NB: "styremedlem", NN: "styremedlem"},
	{NB: "saksbehandler", NN: "saksbehandlar"},
	{NB: "konsulent", NN: "konsulent"},
}

// titleOf gives a title in both forms. One that is not known stands in both as it was written, and counts as not
// approved.
func titleOf(text string) agreement.Text {
	if t, ok := KnownTitle(text); ok {
		return t
	}
	return agreement.Text{Pair: agreement.Pair{NB: text, NN: text}}
}

// KnownTitle gives a common title in both forms, whichever of them it is written in.
func KnownTitle(text string) (agreement.Text, bool) {
	for _, t := range titles {
		if strings.EqualFold(text, t.NB) || strings.EqualFold(text, t.NN) {
			return agreement.Both(t.NB, t.NN), true
		}
	}
	return agreement.Text{}, false
}

// pairOf gives a title from columns for each form, and one for whichever; where only one form is given, the other
// follows where the title is known.
func pairOf(either, nb, nn string) agreement.Text {
	switch {
	case nb != "" && nn != "":
		return agreement.Both(nb, nn)
	case nb == "" && nn == "":
		if either == "" {
			return agreement.Text{}
		}
		return titleOf(either)
	case nb != "":
		if t, ok := KnownTitle(nb); ok {
			return t
		}
		return agreement.Text{Pair: agreement.Pair{NB: nb}}
	}
	if t, ok := KnownTitle(nn); ok {
		return t
	}
	return agreement.Text{Pair: agreement.Pair{NN: nn}}
}
