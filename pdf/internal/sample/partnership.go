package sample

import "avtalebok/agreement"

// Partnership gives an agreement of the usual make-up: three subgoals, ten and seven duties, background, three focus
// areas, contact persons and two signers.
func Partnership(form agreement.Form) agreement.Document {
	w := wordings[form]
	d := Empty(form)
	d.Title = At("", "", agreement.PartTitle, w.title)
	d.Theme = At("", "", agreement.PartTheme, w.theme)
	d.Between = Text(w.between)
	d.Parties = []string{"Fjorden fylkeskommune", "Bodø kommune"}
	goal := agreement.Paragraph{Passage: At("goals", "", agreement.PartLead, w.goal), Strong: true}
	var areas agreement.List
	for i, a := range w.areas {
		item := agreement.ListItem{Number: i + 1, Title: At("focus", a[0], agreement.PartTitle, a[0])}
		for _, p := range a[1:] {
			item.Paragraphs = append(item.Paragraphs, At("focus", a[0], agreement.PartText, p))
		}
		areas.Items = append(areas.Items, item)
	}
	d.Sections = []agreement.DocumentSection{
		Section("background", agreement.Prose, w.headings[0], Paragraphs("background", w.background...)...),
		Section("goals", agreement.Goals, w.headings[1], goal, Numbered("goals", w.subgoals...)),
		Section("county", agreement.Roles, w.headings[2], Numbered("county", w.county...)),
		Section("municipality", agreement.Roles, w.headings[3], Numbered("municipality", w.municipality...)),
		Section("focus", agreement.Focus, w.headings[4], areas),
		Section("anchoring", agreement.Prose, w.headings[5], Paragraphs("anchoring", w.anchoring...)...),
		Section("contacts", agreement.Contacts, w.headings[6], append(Paragraphs("contacts", w.contacts), contactTable(w))...),
		Section("duration", agreement.Prose, w.headings[7], Paragraphs("duration", w.duration...)...),
		Section("signatures", agreement.Signatures, w.headings[8], append(Paragraphs("signatures", w.copies), signers(w))...),
	}
	return d
}

func contactTable(w wording) agreement.ContactTable {
	return agreement.ContactTable{Rows: []agreement.ContactRow{
		{
			Party: "Fjorden fylkeskommune", Function: Text(w.functions[0]), Name: Text("Áilu Čáhci Ødegård"),
			Email: Text("ailu.odegard@fjordenfylke.example"), Phone: Text("75 65 00 00"),
		},
		{Party: "Bodø kommune", Function: Text(w.functions[1])},
	}}
}

func signers(w wording) agreement.SignatureBlock {
	return agreement.SignatureBlock{Signers: []agreement.Signer{
		{Field: "county-1", Party: "Fjorden fylkeskommune", Title: Text(w.titles[0]), Name: Text("INGRID SÆTHER")},
		{Field: "municipality-1", Party: "Bodø kommune", Title: Text(w.titles[1]), Name: Blank()},
	}}
}

type wording struct {
	title, theme, between, goal, contacts, copies string
	headings                                      [9]string
	background, subgoals, county, municipality    []string
	areas                                         [][]string
	anchoring, duration                           []string
	functions, titles                             [2]string
}

var wordings = map[agreement.Form]wording{
	agreement.Bokmal: {
		title: "Partnerskapsavtale", theme: "Gode steder å leve", between: "mellom Fjorden fylkeskommune og Bodø kommune",
		headings: [9]string{
			"Bakgrunn", "Mål", "Fylkeskommunens oppgaver", "Kommunens oppgaver", "Innsatsområder", "Forankring og oppfølging",
			"Kontaktpersoner", "Varighet og oppsigelse", "Underskrifter",
		},
		goal: "Sammen skal partene gjøre det mulig for alle som bor i fylket, å ha et godt liv, ta del i fellesskapet og bidra til det.",
		subgoals: []string{
			"Alle skal kjenne at de hører til, og ha steder der de kan møte andre og være aktive sammen.",
			"Alle unge skal ha arbeid, utdanning eller en aktivitet å gå til. Tiltakene skal nå familier med lav inntekt særskilt godt.",
			"Partene skal utvikle og ta i bruk verktøy som får folk med på å forme et sunt og bærekraftig lokalsamfunn.",
		},
		county: []string{
			"Holde oversikt over helsa i fylket og over det som virker inn på den.",
			"Forankre arbeidet med folkehelse og sosial bærekraft både politisk og administrativt.",
			"Gi råd i planarbeid og samarbeide med kommunen om utvikling av tettsteder og sentrum.",
			"Tilby kurs og faglig påfyll på tvers av fag til kommuner som arbeider langsiktig.",
			"Føre aktører, prosjekter og satsinger sammen, slik at de kan snakke sammen og skape noe i fellesskap.",
			"Gjøre kjent hvilke tilskudd og midler kommunen kan søke på, både fylkets egne og andres.",
			"Løfte fram gode eksempler og metoder fra kommunene, så flere kan ta dem i bruk.",
			"Gjøre fylket synlig for fagmiljøer og satsinger i Norge og i utlandet.",
			"Ta initiativ til nettverk og nye partnerskap.",
			"Utvikle og tilby metoder og verktøy, i lag med kommunene, som styrker tilhørighet, trygghet og tillit, og som gir flere tilgang til utdanning, arbeid og gode nærmiljøer.",
		},
		municipality: []string{
			"Holde oversikt over helsa i kommunen og over det som virker inn på den.",
			"Forankre arbeidet med folkehelse og sosial bærekraft både politisk og administrativt.",
			"Sørge for at folkehelse har en tydelig plass i kommunens planer.",
			"Delta i satsinger for et sunt og bærekraftig lokalsamfunn.",
			"Vise fram de gode resultatene som samarbeidet gir.",
			"Bruke metoder og verktøy som styrker tilhørighet, trygghet og tillit, og som gir flere tilgang til utdanning, arbeid og gode nærmiljøer.",
			"Samarbeide med andre kommuner og med aktører som har noe å bidra med.",
		},
		background: []string{
			"De fleste i fylket lever gode liv, men ikke alle. Blant dem som har lite å leve av, er det flere som står utenfor, og tiltak som virker for nettopp dem, må komme først. Når forskjellene i helse blir mindre, får flere oppleve at livet har verdi og mening.",
			"Godt samarbeid på tvers av fag, sektorer og forvaltningsnivåer har mye å si for hver eneste kommune. Det samme gjelder samarbeidet mellom det offentlige, frivilligheten, næringslivet, sivilsamfunnet, forskningen og politikken. Partene bygger på folkehelseloven § 4 og på planprogrammet fra 8. februar 2025.",
			"Partene kartlegger først hva det er behov for, og hva som allerede finnes, og bestemmer deretter hvordan kreftene best kan brukes på tvers av kommuner og sektorer. Arbeidet skal gi rom for mangfold og gjøre det fristende å flytte hit og bli boende.",
			"Frivillighet, kultur og fritid er en del av dette. Til arbeidet er det satt av 500 000 kroner i året fra og med 1. januar 2027.",
		},
		areas: [][]string{
			{
				"Steder å møtes",
				"Et sted som er lett å komme til og godt å være på, får folk til å møtes. Det betyr noe i alle aldre, men mest for barn, unge, eldre og andre som lett blir stående utenfor. Derfor trengs mange slags møteplasser, både ute og inne. Partene går sammen gjennom hvilken rolle skoler, bibliotek, andre offentlige bygg og friluftsområder kan ha.",
				"Å bruke det som allerede er bygd, er god økonomi og godt for klima og miljø. Rom for lek, kunst og kultur motvirker ensomhet og gir frivilligheten et sted å være.",
			},
			{
				"Barnehager og skoler som fremmer helse og læring",
				"Trygge barnehager og skoler som vekker lærelyst, gir barn og unge likere muligheter. Fylkeskommunen og kommunen arbeider langsiktig for at hvert barn skal bli hørt og få delta. Verktøy for egenvurdering blir laget ut fra det barnehagene og skolene selv sier at de trenger.",
			},
			{
				"Kommunikasjon og formidling",
				"Samarbeidet når ikke langt uten at folk vet om det. Partene skaffer seg kompetanse og verktøy til å fortelle hva som gjøres, og hvorfor.",
				"Det skal være lett å ta valg som er gode for en selv, for andre og for klimaet, enten en er enkeltperson, organisasjon eller beslutningstaker. Mer står på https://www.fjordenfylke.example/tjenester/folkehelse-og-lokalsamfunn/partnerskap-med-kommunene/2026.",
			},
		},
		anchoring: []string{
			"Avtalen er forankret politisk hos begge parter. Kommunedirektøren følger den opp i kommunen, og faggruppen for folkehelse og lokalsamfunn i fylkeskommunen.",
			"Partene møtes hvert år, senest innen utgangen av mars måned, og går gjennom hva de har fått til.",
		},
		contacts:  "Hver part utpeker en kontaktperson og sier fra til den andre når noen ny tar over.",
		functions: [2]string{"rådgiver, folkehelse", "folkehelsekoordinator"},
		duration: []string{
			"Avtalen gjelder fra den dagen begge parter har skrevet under, og løper til den blir sagt opp. Oppsigelsen skal være skriftlig, og fristen er tre måneder.",
			"Partene kan bli enige om å endre avtalen. Ønsker en av dem endringer, skal partene drøfte det. En revidert avtale skal forankres politisk på nytt.",
		},
		copies: "Avtalen er skrevet ut i 2 eksemplarer. Hver part beholder ett.",
		titles: [2]string{"fylkesordfører", "ordfører"},
	},
	agreement.Nynorsk: {
		title: "Partnarskapsavtale", theme: "Gode stader å leve", between: "mellom Fjorden fylkeskommune og Bodø kommune",
		headings: [9]string{
			"Bakgrunn", "Mål", "Oppgåvene til fylkeskommunen", "Oppgåvene til kommunen", "Innsatsområde", "Forankring og oppfølging",
			"Kontaktpersonar", "Varigheit og oppseiing", "Underskrifter",
		},
		goal: "Saman skal partane gjere det mogleg for alle som bur i fylket, å ha eit godt liv, ta del i fellesskapet og vere med på å skape det.",
		subgoals: []string{
			"Alle skal kjenne at dei høyrer til, og ha stader der dei kan møte andre og vere aktive saman.",
			"Alle unge skal ha arbeid, utdanning eller ein aktivitet å gå til. Tiltaka skal nå familiar med låg inntekt særleg godt.",
			"Partane skal utvikle og ta i bruk verktøy som får folk med på å forme eit sunt og berekraftig lokalsamfunn.",
		},
		county: []string{
			"Halde oversyn over helsa i fylket og over det som verkar inn på henne.",
			"Forankre arbeidet med folkehelse og sosial berekraft både politisk og administrativt.",
			"Gi råd i planarbeid og samarbeide med kommunen om utvikling av tettstader og sentrum.",
			"Tilby kurs og fagleg påfyll på tvers av fag til kommunar som arbeider langsiktig.",
			"Føre aktørar, prosjekt og satsingar saman, slik at dei kan snakke saman og skape noko i fellesskap.",
			"Gjere kjent kva tilskot og midlar kommunen kan søkje på, både dei frå fylket og andre.",
			"Løfte fram gode døme og metodar frå kommunane, så fleire kan ta dei i bruk.",
			"Gjere fylket synleg for fagmiljø og satsingar i Noreg og i utlandet.",
			"Ta initiativ til nettverk og nye partnarskap.",
			"Utvikle og tilby metodar og verktøy, i lag med kommunane, som styrkjer tilhøyrsle, tryggleik og tillit, og som gir fleire tilgang til utdanning, arbeid og gode nærmiljø.",
		},
		municipality: []string{
			"Halde oversyn over helsa i kommunen og over det som verkar inn på henne.",
			"Forankre arbeidet med folkehelse og sosial berekraft både politisk og administrativt.",
			"Syte for at folkehelse har ein tydeleg plass i planane til kommunen.",
			"Delta i satsingar for eit sunt og berekraftig lokalsamfunn.",
			"Vise fram dei gode resultata som samarbeidet gir.",
			"Bruke metodar og verktøy som styrkjer tilhøyrsle, tryggleik og tillit, og som gir fleire tilgang til utdanning, arbeid og gode nærmiljø.",
			"Samarbeide med andre kommunar og med aktørar som har noko å tilføre.",
		},
		background: []string{
			"Dei fleste i fylket lever gode liv, men ikkje alle. Blant dei som har lite å leve av, er det fleire som står utanfor, og tiltak som verkar for nettopp dei, må kome først. Når skilnadene i helse blir mindre, får fleire oppleve at livet har verdi og meining.",
			"Godt samarbeid på tvers av fag, sektorar og forvaltningsnivå har mykje å seie for kvar einaste kommune. Det same gjeld samarbeidet mellom det offentlege, frivilligheita, næringslivet, sivilsamfunnet, forskinga og politikken. Partane byggjer på folkehelselova § 4 og på planprogrammet frå 8. februar 2025.",
			"Partane kartlegg først kva det er behov for, og kva som finst frå før, og avgjer deretter korleis kreftene best kan brukast på tvers av kommunar og sektorar. Arbeidet skal gi rom for mangfald og gjere det freistande å flytte hit og bli buande.",
			"Frivilligheit, kultur og fritid er ein del av dette. Til arbeidet er det sett av 500 000 kroner i året frå og med 1. januar 2027.",
		},
		areas: [][]string{
			{
				"Stader å møtast",
				"Ein stad som er lett å kome til og god å vere på, får folk til å møtast. Det har noko å seie i alle aldrar, men mest for barn, unge, eldre og andre som lett blir ståande utanfor. Difor trengst mange slags møteplassar, både ute og inne. Partane går saman gjennom kva rolle skular, bibliotek, andre offentlege bygg og friluftsområde kan ha.",
				"Å bruke det som alt er bygd, er god økonomi og godt for klima og miljø. Rom for leik, kunst og kultur motverkar einsemd og gir frivilligheita ein stad å vere.",
			},
			{
				"Barnehagar og skular som fremjar helse og læring",
				"Trygge barnehagar og skular som vekkjer lærelyst, gir barn og unge likare sjansar. Fylkeskommunen og kommunen arbeider langsiktig for at kvart barn skal bli høyrt og få delta. Verktøy for eigenvurdering blir laga ut frå det barnehagane og skulane sjølve seier at dei treng.",
			},
			{
				"Kommunikasjon og formidling",
				"Samarbeidet når ikkje langt utan at folk veit om det. Partane skaffar seg kompetanse og verktøy til å fortelje kva dei gjer, og kvifor.",
				"Det skal vere lett å ta val som er gode for ein sjølv, for andre og for klimaet, anten ein er enkeltperson, organisasjon eller tek avgjerder. Meir står på https://www.fjordenfylke.example/tenester/folkehelse-og-lokalsamfunn/partnarskap-med-kommunane/2026.",
			},
		},
		anchoring: []string{
			"Avtalen er forankra politisk hos begge partar. Kommunedirektøren følgjer han opp i kommunen, og faggruppa for folkehelse og lokalsamfunn i fylkeskommunen.",
			"Partane møtest kvart år, seinast innan utgangen av mars månad, og går gjennom kva dei har fått til.",
		},
		contacts:  "Kvar part peikar ut ein kontaktperson og seier frå til den andre når nokon ny tek over.",
		functions: [2]string{"rådgjevar, folkehelse", "folkehelsekoordinator"},
		duration: []string{
			"Avtalen gjeld frå den dagen begge partar har skrive under, og varer til han blir sagd opp. Oppseiinga skal vere skriftleg, og fristen er tre månader.",
			"Partane kan bli samde om å endre avtalen. Ønskjer ein av dei endringar, skal partane drøfte det. Ein revidert avtale skal forankrast politisk på nytt.",
		},
		copies: "Avtalen er skriven ut i 2 eksemplar. Kvar part tek vare på eitt.",
		titles: [2]string{"fylkesordførar", "ordførar"},
	},
}
