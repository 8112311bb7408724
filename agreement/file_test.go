package agreement_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"avtalebok/agreement"
)

func TestAFileGivesBackTheSameAgreement(t *testing.T) {
	e := agreement.NewEditor(sample())
	do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Bokmal, "bidra <mer> & «betre» 😀"))
	want := e.Agreement()
	raw := encode(t, want)
	got, err := agreement.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(encode(t, got), raw) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if len(got.Fields) != len(want.Fields) || !reflect.DeepEqual(got.Roles, want.Roles) {
		t.Error("definitions were lost")
	}
}

func TestDecodeSaysWhatIsWrongWithAFile(t *testing.T) {
	good := string(encode(t, sample()))
	for _, c := range []struct {
		name, content, key string
	}{
		{"empty", "", "error.file.truncated"},
		{"cut off", good[:len(good)/2], "error.file.truncated"},
		{"cut off within a string", good[:strings.Index(good, "Partnerskap")+4], "error.file.truncated"},
		{"a picture", "\x89PNG\r\n\x1a\n\xff\xfe", "error.file.encoding"},
		{"other JSON", `{"name":"x"}`, "error.file.kind"},
		{"not an object", `[1,2]`, "error.file.type"},
		{"not JSON", "Hei!", "error.file.syntax"},
		{"a newer version", `{"format":"avtalebok","version":2,"agreement":{"new":true}}`, "error.file.newer"},
		{"version zero", `{"format":"avtalebok","version":0}`, "error.file.version"},
		{"deep nesting", strings.Repeat("[", 100_000), "error.file.depth"},
		{"no agreement", `{"format":"avtalebok","version":1}`, "error.agreement.identifier"},
		{"an unknown key", strings.Replace(good, `"kind"`, `"kinnd"`, 1), "error.file.content"},
		{"a number for a text", strings.Replace(good, `"nb": "Partnerskapsavtale"`, `"nb": 4`, 1), "error.file.type"},
		{"a section kind of the future", strings.Replace(good, `"kind": "focus"`, `"kind": "hologram"`, 1), "error.agreement.kind"},
		{"an identifier twice", strings.Replace(good, `"id": "b"`, `"id": "a"`, 1), "error.agreement.duplicate"},
		{"an identifier with a path", strings.Replace(good, `"id": "sample0001"`, `"id": "../x"`, 1), "error.agreement.identifier"},
		{"a role that is not there", strings.Replace(good, `"party": "municipality"`, `"party": "x"`, 1), "error.agreement.role"},
		{"a control character", strings.Replace(good, "Varighet", `Varig\u0007het`, 1), "error.agreement.characters"},
		{"a text beyond bounds", strings.Replace(good, "Varighet", strings.Repeat("x", 200_000), 1), "error.agreement.long"},
		{"over 20 MB", `{"format":"avtalebok","x":"` + strings.Repeat("x", agreement.MaxFileSize), "error.file.size"},
	} {
		_, err := agreement.Decode(strings.NewReader(c.content))
		var e *agreement.Error
		if !errors.As(err, &e) || e.Key != c.key || e.Code != agreement.Invalid {
			t.Errorf("%s: got %v, want %s", c.name, err, c.key)
		}
	}
}

// Whatever a file holds, decoding it ends with an Error or with an agreement that can be resolved and written again.
func FuzzDecode(f *testing.F) {
	raw, err := agreement.Encode(sample())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add(raw[:len(raw)/2])
	many, err := agreement.Encode(manySample())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(many)
	f.Fuzz(func(t *testing.T, content []byte) {
		a, err := agreement.Decode(bytes.NewReader(content))
		if err != nil {
			var e *agreement.Error
			if !errors.As(err, &e) {
				t.Errorf("an error without a message: %v", err)
			}
			return
		}
		for _, form := range agreement.Forms {
			if _, err := a.Resolve(form); err != nil {
				t.Errorf("a decoded agreement does not resolve: %v", err)
			}
		}
		encode(t, a)
	})
}
