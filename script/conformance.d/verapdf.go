package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"sync"
)

// flavour is a standard that veraPDF knows, with the number of rules that it has for it. The numbers belong to the
// version in verapdf/pom.xml: a run with fewer has not looked.
type flavour struct {
	name  string
	rules int
}

var flavours = []flavour{{"2a", 153}, {"ua1", 106}}

// verdict is veraPDF's judgement of one file.
type verdict struct {
	Path      string
	Status    string // "normal", or what went wrong with the validation itself
	Compliant bool
	Passed    int // rules
	Failed    int
	Checks    int      // single checks that passed
	Broken    []string // the rules that failed: clause, test number, what it asks for
}

func (v verdict) rules() int { return v.Passed + v.Failed }

// verify has veraPDF judge files in one flavour, in the order given.
func (t tools) verify(fl flavour, paths []string) ([]verdict, error) {
	args := append([]string{
		"-Xmx1g", "-cp", filepath.Join(t.verapdf, "*"), "org.verapdf.apps.GreenfieldCliWrapper", "--format", "json", "-f", fl.name,
	}, paths...)
	out, err := exec.Command("java", args...).Output()
	// veraPDF ends with 1 where a file does not conform; whether it ran is to be read in what it printed.
	if len(out) == 0 {
		return nil, fmt.Errorf("veraPDF printed nothing: %w", err)
	}
	found, err := parseVerdicts(out)
	if err != nil {
		return nil, err
	}
	list := make([]verdict, 0, len(paths))
	for _, path := range paths {
		v, ok := found[path]
		if !ok {
			return nil, fmt.Errorf("veraPDF said nothing about %s", path)
		}
		list = append(list, v)
	}
	return list, nil
}

// parseVerdicts reads veraPDF's report, by the files' paths.
func parseVerdicts(report []byte) (map[string]verdict, error) {
	var in struct {
		Report struct {
			Jobs []struct {
				ItemDetails struct {
					Name string `json:"name"`
				} `json:"itemDetails"`
				ValidationResult []struct {
					Details struct {
						PassedRules   int `json:"passedRules"`
						FailedRules   int `json:"failedRules"`
						PassedChecks  int `json:"passedChecks"`
						RuleSummaries []struct {
							Clause      string `json:"clause"`
							TestNumber  int    `json:"testNumber"`
							Description string `json:"description"`
						} `json:"ruleSummaries"`
					} `json:"details"`
					JobEndStatus string `json:"jobEndStatus"`
					Compliant    bool   `json:"compliant"`
				} `json:"validationResult"`
			} `json:"jobs"`
		} `json:"report"`
	}
	if err := json.Unmarshal(report, &in); err != nil {
		return nil, fmt.Errorf("veraPDF's report can't be read: %w", err)
	}
	found := map[string]verdict{}
	for _, job := range in.Report.Jobs {
		v := verdict{Path: job.ItemDetails.Name, Status: "not validated"}
		if len(job.ValidationResult) == 1 {
			r := job.ValidationResult[0]
			v.Status, v.Compliant = r.JobEndStatus, r.Compliant
			v.Passed, v.Failed, v.Checks = r.Details.PassedRules, r.Details.FailedRules, r.Details.PassedChecks
			for _, s := range r.Details.RuleSummaries {
				v.Broken = append(v.Broken, fmt.Sprintf("%s test %d: %s", s.Clause, s.TestNumber, s.Description))
			}
		}
		found[v.Path] = v
	}
	return found, nil
}

// verifyAll judges files in every flavour at once.
func (t tools) verifyAll(paths []string) ([][]verdict, error) {
	lists, errs := make([][]verdict, len(flavours)), make([]error, len(flavours))
	var all sync.WaitGroup
	for i, fl := range flavours {
		all.Go(func() { lists[i], errs[i] = t.verify(fl, paths) })
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return lists, nil
}

// conforms has every file judged in every flavour.
func (t tools) conforms(files []file) outcome {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	return t.conform(paths)
}

// conform wants every file to follow every rule of every flavour.
func (t tools) conform(paths []string) outcome {
	var o outcome
	lists, err := t.verifyAll(paths)
	if err != nil {
		o.wrong("%v", err)
		return o
	}
	for i, list := range lists {
		checks := 0
		for _, v := range list {
			checks += v.Checks
			name := filepath.Base(v.Path)
			switch {
			case v.Status != "normal" || v.rules() != flavours[i].rules:
				o.wrong("%s, %s: %s, %d rules were tried, want %d", name, flavours[i].name, v.Status, v.rules(), flavours[i].rules)
			case !v.Compliant || v.Failed != 0:
				o.wrong("%s, %s: %d rules failed: %v", name, flavours[i].name, v.Failed, v.Broken)
			}
		}
		if i > 0 {
			o.summary += "; "
		}
		o.summary += fmt.Sprintf("%s: %d files, %d rules each, %d checks", flavours[i].name, len(list), flavours[i].rules, checks)
	}
	o.summary += fmt.Sprintf("; %d failures", len(o.problems))
	return o
}
