package agreement

import (
	"reflect"
	"slices"
)

// fields gives the questions of the newer version with the draft's answers. An answer that the draft began with and that
// the newer version has another one for is a change like any wording.
func (u *update) fields() []Field {
	var out []Field
	for _, is := range u.newer.Fields {
		was, wasThere := u.old.Field(is.ID)
		mine, there := u.mine.Field(is.ID)
		if !there {
			if !wasThere {
				u.wants(TemplateChange{Kind: UpdateQuestion, Place: Place{Field: is.ID, Part: PartAnswer}, After: label(is.Label)})
			}
			out = append(out, is)
			continue
		}
		if wasThere && !sameQuestion(was, is) {
			u.wants(TemplateChange{
				Kind: UpdateQuestion, Place: Place{Field: is.ID, Part: PartAnswer},
				Before: label(was.Label), After: label(is.Label), Mine: label(mine.Label),
			})
		}
		answer := mine.Answer
		if wasThere && was.Type == is.Type && mine.Type == is.Type {
			answer = u.answer(mine, was, is)
		}
		f := is
		f.Answer = answer
		out = append(out, f)
	}
	for _, f := range u.mine.Fields {
		_, wasThere := u.old.Field(f.ID)
		_, isThere := u.newer.Field(f.ID)
		if wasThere && !isThere {
			u.wants(TemplateChange{Kind: UpdateQuestion, Place: Place{Field: f.ID, Part: PartAnswer}, Before: label(f.Label), Mine: label(f.Label)})
		}
		if !wasThere && !isThere {
			out = append(out, f)
		}
	}
	return out
}

func label(p Pair) Text { return Text{Pair: p} }

func (u *update) answer(mine, old, newer Field) Answer {
	same := func(x, y Field) bool {
		return x.Answer.Value == y.Answer.Value && x.Answer.Text.Pair == y.Answer.Text.Pair && x.Answer.ByHand == y.Answer.ByHand
	}
	if same(old, newer) || same(mine, newer) {
		return mine.Answer
	}
	c := TemplateChange{
		Kind: UpdateReworded, Place: Place{Field: mine.ID, Part: PartAnswer}, ByHand: !same(mine, old),
		Before: writtenAnswer(old), After: writtenAnswer(newer), Mine: writtenAnswer(mine),
	}
	if u.wants(c) {
		return newer.Answer
	}
	return mine.Answer
}

// writtenAnswer gives an answer as it is printed.
func writtenAnswer(f Field) Text {
	return Text{Pair: Pair{NB: f.Written(Bokmal), NN: f.Written(Nynorsk)}}
}

// sameQuestion reports whether two versions of a field ask the same, whatever the answer.
func sameQuestion(x, y Field) bool {
	x.Answer, y.Answer = Answer{}, Answer{}
	return reflect.DeepEqual(x, y)
}

// roles gives the roles of the newer version.
func (u *update) roles() []Role {
	for _, is := range u.newer.Roles {
		was, wasThere := u.old.Role(is.ID)
		if _, there := u.mine.Role(is.ID); !there || wasThere && was.Label != is.Label {
			u.wants(TemplateChange{Kind: UpdateRole, Place: Place{Party: is.ID}, Before: label(was.Label), After: label(is.Label), Mine: label(was.Label)})
		}
	}
	out := slices.Clone(u.newer.Roles)
	for _, r := range u.mine.Roles {
		if _, isThere := u.newer.Role(r.ID); isThere {
			continue
		}
		// Who is a party stays one until the user says otherwise.
		if _, wasThere := u.old.Role(r.ID); !wasThere || len(u.mine.PartiesIn(r.ID)) > 0 {
			out = append(out, r)
			continue
		}
		u.wants(TemplateChange{Kind: UpdateRole, Place: Place{Party: r.ID}, Before: label(r.Label), Mine: label(r.Label)})
	}
	return out
}

// keepMentioned brings back the questions and roles that went with the template but that texts which the draft keeps
// still speak of.
func (u *update) keepMentioned() {
	for _, f := range u.mine.Fields {
		if _, there := u.out.Field(f.ID); !there && u.out.speaksOf(f.ID) {
			u.out.Fields = append(u.out.Fields, f)
		}
	}
	for _, r := range u.mine.Roles {
		_, there := u.out.Role(r.ID)
		duties := slices.ContainsFunc(u.out.Sections, func(s Section) bool { return s.Kind == Roles && s.Party == r.ID })
		if !there && (duties || u.out.speaksOf(r.ID) || u.out.speaksOf(r.ID+".name") || u.out.speaksOf(r.ID+".count")) {
			u.out.Roles = append(u.out.Roles, r)
		}
	}
}

// speaksOf reports whether a text mentions a value, or a condition or a table needs it.
func (a Agreement) speaksOf(id string) bool {
	for _, t := range a.Passages() {
		if uses(t, id) {
			return true
		}
	}
	return a.Decides(id) || slices.ContainsFunc(a.Sections, func(s Section) bool { return s.Total == id || slices.Contains(s.Facts, id) })
}

// inOrderOfRoles gives the parties in the order of the roles; within a role the order stays.
func inOrderOfRoles(roles []Role, parties []Party) []Party {
	var out []Party
	for _, r := range roles {
		for _, p := range parties {
			if p.Role == r.ID {
				out = append(out, p)
			}
		}
	}
	return out
}
