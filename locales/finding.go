package locales

import "avtalebok/agreement"

// Finding gives the message for a finding: what is missing and what to do about it. Where it is, the caller knows.
func (l *Localizer) Finding(f agreement.Finding) string {
	data := make(map[string]any, len(f.Args)+2)
	for name, value := range f.Args {
		data[name] = value
	}
	data["Form"] = l.FormName(f.Form)
	data["Other"] = l.FormName(f.Form.Other())
	if problem := f.Args["Problem"]; problem != "" {
		return l.look("problem."+problem, nil, data)
	}
	return l.look("finding."+string(f.Code), nil, data)
}

// Problem gives the message for an answer that will not do, in the words of Finding.
func (l *Localizer) Problem(field agreement.Field, problem agreement.Problem) string {
	return l.T("problem."+string(problem), "Field", field.Label.In(l.form()), "Limit", field.Limit(problem))
}

// FormName gives the name of a written form: "nynorsk".
func (l *Localizer) FormName(f agreement.Form) string { return l.T("form." + string(f)) }

func (l *Localizer) form() agreement.Form {
	if l.Language == "nb" {
		return agreement.Bokmal
	}
	return agreement.Nynorsk
}
