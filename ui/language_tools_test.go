package ui

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/translate"
	language "avtalebok/translate/check"
	"avtalebok/translate/engines"
	"avtalebok/translate/settings"
)

// engineOf answers with the style's "we", to tell which engine was asked.
type engineOf struct {
	style  translate.Style
	closed bool
}

func (e *engineOf) Translate(_ context.Context, _ translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	return []translate.Translation{{Text: e.style.Choice(translate.We)}}, nil
}

func (e *engineOf) Close() error {
	e.closed = true
	return nil
}

// newTestLanguage finds an engine in every folder but "/nothing".
func newTestLanguage(t *testing.T) (l *Language, store *data.Store, made *[]*engineOf) {
	t.Helper()
	store, err := data.Open(context.Background(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	made = &[]*engineOf{}
	l = NewLanguage(store, nil, slog.New(slog.DiscardHandler))
	l.find = func(kind engines.Kind, folder string) (engines.Found, error) {
		if folder == "/nothing" {
			return engines.Found{}, agreement.NewError(agreement.Refused, "error.translate.missing", nil)
		}
		return engines.Found{Kind: cmp.Or(kind, engines.Internal), Folder: "/found" + folder}, nil
	}
	l.open = func(_ engines.Found, style translate.Style) translate.Engine {
		e := &engineOf{style: style}
		*made = append(*made, e)
		return e
	}
	t.Cleanup(func() { _ = l.Close() })
	return l, store, made
}

func said(t *testing.T, l *Language) string {
	t.Helper()
	out, err := l.Translate(context.Background(), translate.ToNynorsk, []translate.Segment{{Text: "vi"}})
	if err != nil {
		t.Fatal(err)
	}
	return out[0].Text
}

func TestTheChosenStyleAndFolderAreUsedAtTheNextStart(t *testing.T) {
	l, store, _ := newTestLanguage(t)
	ctx := context.Background()
	style, err := translate.Style{}.With("me")
	if err != nil {
		t.Fatal(err)
	}
	for key, value := range map[string]string{settings.StyleKey: string(translate.WriteStyle(style)), settings.ApertiumKey: "/opt", settings.EngineKey: "apertium"} {
		if err := store.SetSetting(ctx, key, value); err != nil {
			t.Fatal(err)
		}
	}
	l.Start(ctx)
	if got := said(t, l); got != "me" {
		t.Errorf("the engine writes %q", got)
	}
	if c, found, err := l.state(); c.folder != "/opt" || found.Folder != "/found/opt" || found.Kind != engines.Apertium || err != nil {
		t.Errorf("%v, %v, %v", c, found, err)
	}
	findings := l.Checker(language.Options{}).Document([]language.Passage{{NN: "Då skal vi betale."}}, agreement.Nynorsk)
	if len(findings) != 1 || len(findings[0]) == 0 || findings[0][0].Rule != "house-style" {
		t.Errorf("the checker finds %v", findings)
	}
}

func TestASettingThatMakesNoSenseLeavesTheDefault(t *testing.T) {
	l, store, _ := newTestLanguage(t)
	if err := store.SetSetting(context.Background(), settings.StyleKey, "forms = ["); err != nil {
		t.Fatal(err)
	}
	l.Start(context.Background())
	if got := said(t, l); got != "vi" {
		t.Errorf("the engine writes %q", got)
	}
}

func TestAnotherChoiceEndsTheEngineBefore(t *testing.T) {
	l, _, engines := newTestLanguage(t)
	l.Start(context.Background())
	if err := l.use(engineChoice{folder: "/other"}); err != nil {
		t.Fatal(err)
	}
	if len(*engines) != 2 || !(*engines)[0].closed || (*engines)[1].closed {
		t.Errorf("%d engines", len(*engines))
	}
	if err := l.Close(); err != nil || !(*engines)[1].closed {
		t.Errorf("it goes on after the window: %v", err)
	}
	if err := l.use(engineChoice{}); err != nil || !(*engines)[2].closed {
		t.Errorf("one that comes too late goes on: %v", err)
	}
}

func TestWithoutAnEngineTheErrorSaysWhatIsMissing(t *testing.T) {
	l, _, _ := newTestLanguage(t)
	if err := l.use(engineChoice{folder: "/nothing"}); err == nil {
		t.Fatal("something was found")
	}
	_, err := l.Translate(context.Background(), translate.ToNynorsk, nil)
	var said *agreement.Error
	if !errors.As(err, &said) || said.Key != "error.translate.missing" {
		t.Errorf("%v", err)
	}
}

func TestAskingWaitsUntilItIsKnownWhetherThereIsAnEngine(t *testing.T) {
	l, _, _ := newTestLanguage(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Translate(ctx, translate.ToNynorsk, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
