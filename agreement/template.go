package agreement

// Template is what an agreement is made from: the same parts, with texts in both forms and no parties yet.
type Template struct {
	ID       string
	Version  int
	Kind     Kind
	Name     Pair // in the list of templates
	About    Pair // what it is for, one or two sentences
	Title    Pair
	Theme    Pair
	Roles    []Role
	Fields   []Field // with defaults as answers
	Sections []Section
}
