package finish

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// Facts are what the file says about its document.
type Facts struct {
	Language        string // RFC 3066: "nb-NO"
	Title           string
	Parties         []string
	CaseNumber      string
	Identifier      string // of the draft
	Template        string
	TemplateVersion int
	Revision        int
	Updated         time.Time // the only date in the file
}

// producer is the program's name in the metadata; without a version, so that output stays the same over versions
// that print the same.
const producer = "Avtalebok"

// namespace of our own properties.
const namespace = "urn:avtalebok:agreement:1/"

// schemas describes the properties that PDF/A-2 does not know (ISO 19005-2, 6.6.2.3).
const schemas = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>` +
	`<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Agreement</pdfaSchema:schema><pdfaSchema:namespaceURI>` + namespace + `</pdfaSchema:namespaceURI><pdfaSchema:prefix>agreement</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>%s</rdf:Seq></pdfaSchema:property></rdf:li>
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

// properties are our own: name, type, description.
var properties = [...][3]string{
	{"parties", "seq Text", "The parties to the agreement"},
	{"caseNumber", "Text", "Case number in the archive"},
	{"template", "Text", "The template that the agreement was made from"},
	{"templateVersion", "Integer", "The version of that template"},
	{"revision", "Integer", "The revision of the draft that was printed"},
}

// xmp writes the metadata packet (ISO 16684-1).
func xmp(f Facts) []byte {
	var own, described strings.Builder
	for _, p := range properties {
		fmt.Fprintf(&described, `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>%s`+
			`</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>%s`+
			"</pdfaProperty:description></rdf:li>\n", p[0], p[1], p[2])
	}
	write := func(name, value string) {
		fmt.Fprintf(&own, "<%s>%s</%s>\n", name, value, name)
	}
	when := f.Updated.UTC().Format("2006-01-02T15:04:05Z")
	write("pdfaid:part", "2")
	write("pdfaid:conformance", "A")
	write("pdfuaid:part", "1")
	write("dc:format", "application/pdf")
	write("dc:title", `<rdf:Alt><rdf:li xml:lang="x-default">`+escape(f.Title)+`</rdf:li></rdf:Alt>`)
	write("dc:language", `<rdf:Bag><rdf:li>`+escape(f.Language)+`</rdf:li></rdf:Bag>`)
	if f.Identifier != "" {
		write("dc:identifier", escape(f.Identifier))
	}
	if len(f.Parties) > 0 {
		write("dc:creator", sequence(f.Parties))
		write("agreement:parties", sequence(f.Parties))
	}
	if f.CaseNumber != "" {
		write("agreement:caseNumber", escape(f.CaseNumber))
	}
	if f.Template != "" {
		write("agreement:template", escape(f.Template))
		write("agreement:templateVersion", fmt.Sprint(f.TemplateVersion))
	}
	write("agreement:revision", fmt.Sprint(f.Revision))
	write("xmp:CreateDate", when)
	write("xmp:ModifyDate", when)
	write("xmp:MetadataDate", when)
	write("xmp:CreatorTool", producer)
	write("pdf:Producer", producer)

	return []byte("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:agreement="` + namespace + `">` + "\n" +
		own.String() + "</rdf:Description>\n" + fmt.Sprintf(schemas, described.String()) +
		"</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
}

func sequence(list []string) string {
	var b strings.Builder
	b.WriteString("<rdf:Seq>")
	for _, s := range list {
		b.WriteString("<rdf:li>" + escape(s) + "</rdf:li>")
	}
	b.WriteString("</rdf:Seq>")
	return b.String()
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
