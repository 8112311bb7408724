package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// signJob is what the signing script is asked to do with a file. It only judges it where Out is empty.
type signJob struct {
	Path   string   `json:"path"`
	Out    string   `json:"out"`
	Fields []string `json:"fields"`
	Tamper bool     `json:"tamper"` // try forgeries of the signed file, which must be noticed
}

// signResult is what it found.
type signResult struct {
	Path       string   `json:"path"`
	Signatures int      `json:"signatures"`
	Judgements int      `json:"judgements"` // of a signature, after each that was made
	Level      string   `json:"level"`      // of the gravest change after a signature, as pyHanko names it
	Tampered   int      `json:"tampered"`   // changes made on purpose, all to be noticed
	Problems   []string `json:"problems"`
}

// signed is the path of a file after signing by somebody.
func (t tools) signed(f file, by string) string {
	return filepath.Join(t.work, "signed-"+by, f.Name+".pdf")
}

// toSign lists the files that have signature fields.
func toSign(files []file) []file {
	var list []file
	for _, f := range files {
		if len(f.fields()) > 0 {
			list = append(list, f)
		}
	}
	return list
}

// pyHanko has jobs done by the signing script, and adds what was wrong to o.
func (t tools) pyHanko(jobs []signJob, o *outcome) (total signResult) {
	in, err := json.Marshal(jobs)
	if err != nil {
		o.wrong("%v", err)
		return total
	}
	var out, errs bytes.Buffer
	c := exec.Command(t.python, t.sign, t.font)
	c.Stdin, c.Stdout, c.Stderr = bytes.NewReader(in), &out, &errs
	if err := c.Run(); err != nil {
		o.wrong("%s: %v: %s", t.sign, err, errs.String())
		return total
	}
	var results []signResult
	if err := json.Unmarshal(out.Bytes(), &results); err != nil {
		o.wrong("%s: %v", t.sign, err)
		return total
	}
	if len(results) != len(jobs) {
		o.wrong("%s: %d results for %d files", t.sign, len(results), len(jobs))
	}
	levels := map[string]bool{}
	for _, r := range results {
		total.Signatures += r.Signatures
		total.Judgements += r.Judgements
		total.Tampered += r.Tampered
		levels[r.Level] = true
		for _, p := range r.Problems {
			o.wrong("%s: %s", filepath.Base(r.Path), p)
		}
	}
	// From the gravest down.
	for _, level := range []string{"OTHER", "ANNOTATIONS", "FORM_FILLING", "LTA_UPDATES", "NONE"} {
		if levels[level] {
			total.Level = level
			break
		}
	}
	return total
}

// signedByPyHanko signs every field of every file in turn, and wants all signatures to hold after each.
func (t tools) signedByPyHanko(files []file) outcome {
	var o outcome
	if err := os.MkdirAll(filepath.Join(t.work, "signed-pyhanko"), 0o755); err != nil {
		o.wrong("%v", err)
		return o
	}
	var jobs []signJob
	for i, f := range toSign(files) {
		jobs = append(jobs, signJob{Path: f.Path, Out: t.signed(f, "pyhanko"), Fields: f.fields(), Tamper: i == 0})
	}
	r := t.pyHanko(jobs, &o)
	if r.Signatures == 0 || r.Tampered == 0 {
		o.wrong("nothing was signed")
	}
	o.summary = fmt.Sprintf("%d PAdES signatures in %d files, all intact and valid in %d judgements, later changes at most %s; %d forgeries noticed",
		r.Signatures, len(jobs), r.Judgements, r.Level, r.Tampered)
	return o
}

// signedByPdfsig does the same with poppler's pdfsig, and has the result judged by pyHanko too.
func (t tools) signedByPdfsig(files []file) outcome {
	store, err := t.makeKey()
	if err != nil {
		return outcome{problems: []string{err.Error()}}
	}
	list := toSign(files)
	o := each(list, func(f file) []string {
		if err := t.pdfsig(store, f); err != nil {
			return []string{err.Error()}
		}
		return nil
	})
	var jobs []signJob
	for _, f := range list {
		jobs = append(jobs, signJob{Path: t.signed(f, "pdfsig"), Fields: f.fields()})
	}
	r := t.pyHanko(jobs, &o)
	if r.Signatures == 0 {
		o.wrong("nothing was signed")
	}
	o.summary = fmt.Sprintf("%d signatures in %d files, all valid after each; %d intact and valid to pyHanko", r.Signatures, len(list), r.Judgements)
	return o
}

// nickname of the key in the store.
const nickname = "signer"

// makeKey makes an NSS key store with one key and a certificate that it has signed itself.
func (t tools) makeKey() (store string, err error) {
	dir := filepath.Join(t.work, "nss")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Join(t.work, "signed-pdfsig"), 0o755); err != nil {
		return "", err
	}
	noise := filepath.Join(dir, "noise")
	// certutil wants its randomness typed, or from a file; the key signs nothing but test files.
	if err := os.WriteFile(noise, bytes.Repeat([]byte("noise"), 20), 0o600); err != nil {
		return "", err
	}
	store = "sql:" + dir
	if _, err := command("certutil", "-N", "-d", store, "--empty-password"); err != nil {
		return "", err
	}
	_, err = command("certutil", "-S", "-x", "-d", store, "-n", nickname, "-s", "CN=Kari Nordmann,C=NO", "-t", "CTu,Cu,Cu",
		"-v", "12", "-g", "2048", "-Z", "SHA256", "-z", noise, "-m", "1", "--keyUsage", "digitalSignature,nonRepudiation")
	return store, err
}

// pdfsig signs every field of a file in turn, and wants all signatures to be valid after each.
func (t tools) pdfsig(store string, f file) error {
	before, out := f.Path, t.signed(f, "pdfsig")
	for i, field := range f.fields() {
		after := fmt.Sprintf("%s.%d", out, i+1)
		if _, err := command("pdfsig", "-nssdir", store, "-no-ocsp", "-nick", nickname, "-sign", field, before, after); err != nil {
			return err
		}
		if before != f.Path {
			os.Remove(before)
		}
		before = after
		said, err := command("pdfsig", "-nssdir", store, "-no-ocsp", "-nocert", after)
		if err != nil {
			return err
		}
		valid, whole := strings.Count(said, "Signature is Valid."), strings.Count(said, "- Total document signed")
		if valid != i+1 || whole != 1 {
			return fmt.Errorf("after signing %s, %d of %d signatures are valid and %d cover the whole file", field, valid, i+1, whole)
		}
	}
	return os.Rename(before, out)
}

// signedConform wants the files to follow both standards after all their signatures.
func (t tools) signedConform(files []file) outcome {
	var paths []string
	for _, by := range []string{"pyhanko", "pdfsig"} {
		for _, f := range toSign(files) {
			paths = append(paths, t.signed(f, by))
		}
	}
	return t.conform(paths)
}
