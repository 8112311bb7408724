package templates

import (
	"slices"
	"strconv"

	"avtalebok/agreement"
)

// maxSize bounds a template file in bytes; those that ship are a tenth of it.
const maxSize = 256 << 10

// The words that may stand in a template where only a few will do, in the order in which they are suggested.
var (
	kinds        = words(agreement.Partnership, agreement.Cooperation, agreement.Grant)
	partyKinds   = words(agreement.CountyParty, agreement.MunicipalityParty, agreement.OrganisationParty)
	sectionKinds = words(agreement.Prose, agreement.Goals, agreement.Roles, agreement.Focus, agreement.Networks,
		agreement.GrantTerms, agreement.PartyList, agreement.Contacts, agreement.Signatures)
)

func words[S ~string](list ...S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// Parse reads a template. Name is the file's, for messages. Where anything is wrong the error is Problems, each of
// code Invalid.
func Parse(name string, src []byte) (agreement.Template, error) {
	p := &parser{problemList: problemList{file: name}}
	if len(src) > maxSize {
		p.add(1, "tooLarge", "Limit", maxSize>>10)
		return agreement.Template{}, p.err()
	}
	root, syntax := readTree(src)
	if syntax != nil {
		p.add(syntax.line, "syntax", "Column", syntax.column, "Detail", syntax.message)
		return agreement.Template{}, p.err()
	}
	t := p.template(root)
	if err := p.err(); err != nil {
		return agreement.Template{}, err
	}
	return t, nil
}

// parser turns the tree of a file into a template and gathers what is wrong with it.
type parser struct {
	problemList
	mentions *names // that texts may mention
	known    known  // that keys may name
}

func (p *parser) template(root *node) agreement.Template {
	t := p.open("", root, "id", "version", "kind", "name", "about", "title", "theme", "roles", "fields", "sections")
	out := agreement.Template{
		ID:      t.id(),
		Version: p.version(t),
		Kind:    agreement.Kind(t.choice("kind", kinds)),
		Name:    t.wantPair("name", nil),
		About:   t.wantPair("about", nil),
	}
	// Roles and fields come first: the other texts may mention them.
	out.Roles = p.roles(t)
	out.Fields = p.fields(t, out.Roles)
	p.mentions = mentionable(out.Roles, out.Fields)
	p.known = known{roles: out.Roles, fields: out.Fields, partial: p.mentions.partial}

	out.Title = t.wantPair("title", p.mentions)
	out.Theme = t.pair("theme", p.mentions)
	out.Sections = p.sections(t, out.Roles)
	return out
}

func mentionable(roles []agreement.Role, fields []agreement.Field) *names {
	n := names{ids: agreement.PlaceholderIDs(roles, fields)}
	n.partial = slices.Contains(n.ids, "")
	return &n
}

func (p *parser) version(t table) int {
	shape := example("version", "1")
	if _, ok := t.want("version", shape); !ok {
		return 0
	}
	n := t.integer("version")
	if n != nil && (*n < 1 || *n > 1_000_000) {
		p.add(t.lineOf("version"), "wrongType", "Key", "version", "Example", shape)
		return 0
	}
	if n == nil {
		return 0
	}
	return int(*n)
}

func (p *parser) roles(t table) []agreement.Role {
	t.want("roles", "[[roles]]")
	ids := p.ids()
	var out []agreement.Role
	for _, n := range t.tables("roles", "[[roles]]") {
		r := p.open("[[roles]]", n, "id", "kind", "label", "plural", "repeat", "signatories", "contacts")
		role := agreement.Role{
			ID:          ids.read(r),
			Kind:        agreement.PartyKind(r.choice("kind", partyKinds)),
			Label:       r.wantPair("label", nil),
			Plural:      r.pair("plural", nil),
			Repeat:      p.repeat(r),
			Signatories: p.titles(r, "signatories"),
			Contacts:    p.titles(r, "contacts"),
		}
		r.want("signatories", `[[roles.signatories]]`)
		out = append(out, role)
	}
	return out
}

// titles reads [[roles.signatories]] and [[roles.contacts]]: each is a title in both forms.
func (p *parser) titles(r table, key string) []agreement.Pair {
	name := "[[roles." + key + "]]"
	var out []agreement.Pair
	for _, n := range r.tables(key, name) {
		t := p.open(name, n, "nb", "nn")
		out = append(out, t.forms(n, n.line, "", nil))
	}
	return out
}

func (p *parser) sections(t table, roles []agreement.Role) []agreement.Section {
	t.want("sections", "[[sections]]")
	ids := p.ids()
	var out []agreement.Section
	signatures := 0
	for _, n := range t.tables("sections", "[[sections]]") {
		s := p.section(n, ids, roles)
		if s.Kind == agreement.Signatures {
			signatures++
			if signatures > 1 {
				p.add(n.line, "secondSignatures")
			}
		}
		out = append(out, s)
	}
	if signatures == 0 && t.has("sections") {
		p.add(t.lineOf("sections"), "noSignatures")
	}
	return out
}

func (p *parser) section(n *node, ids *identifiers, roles []agreement.Role) agreement.Section {
	t := p.open("[[sections]]", n, "id", "kind", "party", "required", "locked", "lead_locked", "show_if", "heading", "lead",
		"items", "facts", "payments", "total")
	s := agreement.Section{
		ID:       ids.read(t),
		Kind:     agreement.SectionKind(t.choice("kind", sectionKinds)),
		Required: t.boolean("required"),
		Heading:  approved(t.wantPair("heading", p.mentions)),
		Lead:     approved(t.pair("lead", p.mentions)),
		ShowIf:   p.condition(t),
	}
	switch {
	case s.Kind == agreement.Roles:
		s.Party = p.party(t, roles)
	case s.Kind != "" && t.has("party"):
		p.add(t.lineOf("party"), "misplacedKey", "Key", "party", "Kind", string(s.Kind))
	}
	itemIDs := p.ids()
	for _, in := range t.tables("items", "[[sections.items]]") {
		s.Items = append(s.Items, p.item(in, s.Kind, itemIDs))
	}
	p.grant(t, &s, itemIDs)
	if t.boolean("lead_locked") {
		s.Lead = s.Lead.Lock()
	}
	if t.boolean("locked") {
		lock(&s)
	}
	return s
}

func (p *parser) party(t table, roles []agreement.Role) string {
	known := make([]string, len(roles))
	for i, r := range roles {
		known[i] = r.ID
	}
	if len(known) == 0 || slices.Contains(known, "") {
		return "" // said already: a role is missing or has no usable identifier
	}
	if _, ok := t.want("party", example("party", strconv.Quote(known[0]))); !ok {
		return ""
	}
	written := t.line("party")
	if written != "" && !slices.Contains(known, written) {
		p.addChoice(t.lineOf("party"), "unknownRole", written, known)
	}
	return written
}

func (p *parser) item(n *node, kind agreement.SectionKind, ids *identifiers) agreement.Item {
	t := p.open("[[sections.items]]", n, "id", "locked", "show_if", "title", "nb", "nn", "lead", "members")
	item := agreement.Item{
		ID:     ids.read(t),
		Text:   approved(t.forms(n, n.line, "", p.mentions)),
		ShowIf: p.condition(t),
	}
	p.network(t, kind, &item)
	switch {
	case kind.Titled():
		item.Title = approved(t.wantPair("title", p.mentions))
	case kind != "" && t.has("title"):
		p.add(t.lineOf("title"), "misplacedKey", "Key", "title", "Kind", string(kind))
	}
	if t.boolean("locked") {
		item.Title, item.Text = item.Title.Lock(), item.Text.Lock()
	}
	return item
}

// lock makes all that stands under a section's heading agreed wording.
func lock(s *agreement.Section) {
	s.Lead = s.Lead.Lock()
	for i := range s.Items {
		s.Items[i].Title, s.Items[i].Text = s.Items[i].Title.Lock(), s.Items[i].Text.Lock()
	}
}

// approved makes a text of a template's wordings: whoever wrote the template vouches that they say the same.
func approved(p agreement.Pair) agreement.Text { return agreement.Both(p.NB, p.NN) }
