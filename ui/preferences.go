package ui

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"avtalebok/locales"
)

// The keys of the settings in the store.
const (
	languageSetting   = "window.language"
	appearanceSetting = "window.appearance"
	textSizeSetting   = "window.textSize"
	widthSetting      = "window.width"
	heightSetting     = "window.height"
	countySetting     = "new.county"
	folderSetting     = "export.folder"
)

// preferences are what the window remembers from one time to the next.
type preferences struct {
	language   string
	appearance Appearance
	textSize   int // per cent
	size       fyne.Size
}

// The window is at first large enough for both forms side by side and the preview on the smallest office laptop.
const (
	defaultWidth  = 1280
	defaultHeight = 720
	leastWidth    = 640
	leastHeight   = 420
)

// readPreferences reads what the window remembers. What is missing or makes no sense has its default.
func readPreferences(ctx context.Context, store Store) (preferences, error) {
	p := preferences{
		language: locales.System(), appearance: SystemAppearance, textSize: TextSizes[0],
		size: fyne.NewSize(defaultWidth, defaultHeight),
	}
	values := make(map[string]string)
	for _, key := range []string{languageSetting, appearanceSetting, textSizeSetting, widthSetting, heightSetting} {
		value, err := store.Setting(ctx, key)
		if err != nil {
			return p, err
		}
		values[key] = value
	}
	if l := values[languageSetting]; slices.Contains(locales.Languages[:], l) {
		p.language = l
	}
	if a := Appearance(values[appearanceSetting]); slices.Contains(appearances, a) {
		p.appearance = a
	}
	if n, err := strconv.Atoi(values[textSizeSetting]); err == nil && slices.Contains(TextSizes[:], n) {
		p.textSize = n
	}
	width, errW := strconv.ParseFloat(values[widthSetting], 32)
	height, errH := strconv.ParseFloat(values[heightSetting], 32)
	if errW == nil && errH == nil && width >= leastWidth && height >= leastHeight {
		p.size = fyne.NewSize(float32(width), float32(height))
	}
	return p, nil
}

// rememberSize keeps the window's size for the next time.
func rememberSize(ctx context.Context, store Store, size fyne.Size) error {
	if err := store.SetSetting(ctx, widthSetting, strconv.Itoa(int(size.Width))); err != nil {
		return err
	}
	return store.SetSetting(ctx, heightSetting, strconv.Itoa(int(size.Height)))
}
