package export

import (
	"context"
	"encoding/json"

	"avtalebok/agreement"
	"avtalebok/pdf"
)

// Looks are an organisation's accent colour and logo, as they are kept between sessions. The zero Looks are the
// program's own.
type Looks struct {
	Accent   string         `json:"accent,omitempty"` // "#1f4e5f"
	Logo     []byte         `json:"logo,omitempty"`   // a PNG or JPEG file
	LogoText agreement.Pair `json:"logoText"`         // what the logo shows, for those who can't see it
}

// Settings is where looks are kept; data.Store is one.
type Settings interface {
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
}

const looksSetting = "organisation.looks"

// LoadLooks reads the looks that SaveLooks kept. Looks that can't be read any more count as none.
func LoadLooks(ctx context.Context, s Settings) (Looks, error) {
	raw, err := s.Setting(ctx, looksSetting)
	if err != nil || raw == "" {
		return Looks{}, err
	}
	var l Looks
	if json.Unmarshal([]byte(raw), &l) != nil {
		return Looks{}, nil
	}
	return l, nil
}

// SaveLooks keeps looks, after making sure that PDFs can be made with them: a colour with enough contrast, a picture
// that can be read and has a text in both forms.
func SaveLooks(ctx context.Context, s Settings, l Looks) error {
	for _, form := range agreement.Forms {
		o, err := l.Options(form)
		if err != nil {
			return err
		}
		if _, err := pdf.Render(agreement.Document{Form: form, Labels: agreement.LabelsIn(form)}, o); err != nil {
			return err
		}
	}
	if l.empty() {
		return s.SetSetting(ctx, looksSetting, "")
	}
	raw, err := json.Marshal(l)
	if err != nil {
		return agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return s.SetSetting(ctx, looksSetting, string(raw))
}

func (l Looks) empty() bool { return l.Accent == "" && len(l.Logo) == 0 }

// Options gives the looks as the PDF writer takes them, for documents in one form.
func (l Looks) Options(form agreement.Form) (pdf.Options, error) {
	o := pdf.Options{Accent: l.Accent}
	if len(l.Logo) == 0 {
		return o, nil
	}
	logo, err := pdf.NewLogo(l.Logo, l.LogoText.In(form))
	o.Logo = logo
	return o, err
}
