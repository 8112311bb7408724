package ui_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"avtalebok/ui"
)

// Text keeps the contrast of WCAG 2.2, criterion 1.4.3: 4.5 to 1.
func TestTextCanBeReadInBothAppearances(t *testing.T) {
	test.NewTempApp(t)
	pairs := []struct{ text, behind fyne.ThemeColorName }{
		{theme.ColorNameForeground, theme.ColorNameBackground},
		{theme.ColorNameForeground, theme.ColorNameInputBackground},
		{theme.ColorNameForeground, theme.ColorNameButton},
		{theme.ColorNameForeground, theme.ColorNameOverlayBackground},
		{theme.ColorNameForeground, theme.ColorNameMenuBackground},
		{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground},
		{theme.ColorNameDisabled, theme.ColorNameBackground}, // Fyne writes text of low importance in it
		{theme.ColorNameDisabled, theme.ColorNameInputBackground},
		{theme.ColorNamePrimary, theme.ColorNameBackground},
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
		{theme.ColorNameError, theme.ColorNameBackground},
		{theme.ColorNameForegroundOnError, theme.ColorNameError},
		{theme.ColorNameWarning, theme.ColorNameBackground},
		{theme.ColorNameWarning, theme.ColorNameOverlayBackground},
		{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning},
		{theme.ColorNameSuccess, theme.ColorNameBackground},
		{theme.ColorNameSuccess, theme.ColorNameOverlayBackground},
		{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess},
	}
	for _, appearance := range []ui.Appearance{ui.LightAppearance, ui.DarkAppearance} {
		house := ui.NewTheme(appearance, 100)
		for _, p := range pairs {
			if c := contrast(house.Color(p.text, 0), house.Color(p.behind, 0)); c < 4.5 {
				t.Errorf("%s: %s on %s has contrast %.2f, want 4.5", appearance, p.text, p.behind, c)
			}
		}
	}
}

func TestAChosenAppearanceGoesBeforeTheSystems(t *testing.T) {
	test.NewTempApp(t)
	light := ui.NewTheme(ui.LightAppearance, 100).Color(theme.ColorNameBackground, theme.VariantDark)
	dark := ui.NewTheme(ui.DarkAppearance, 100).Color(theme.ColorNameBackground, theme.VariantLight)
	system := ui.NewTheme(ui.SystemAppearance, 100)
	if light == dark {
		t.Error("light and dark are the same")
	}
	if got := system.Color(theme.ColorNameBackground, theme.VariantDark); got != dark {
		t.Errorf("as the system, dark: %v, want %v", got, dark)
	}
	if got := system.Color(theme.ColorNameBackground, theme.VariantLight); got != light {
		t.Errorf("as the system, light: %v, want %v", got, light)
	}
}

func TestTextSizeScalesTextAndGapsButNotLines(t *testing.T) {
	test.NewTempApp(t)
	normal, large := ui.NewTheme(ui.SystemAppearance, 100), ui.NewTheme(ui.SystemAppearance, 200)
	for _, name := range []fyne.ThemeSizeName{theme.SizeNameText, theme.SizeNamePadding, theme.SizeNameInlineIcon} {
		if got, want := large.Size(name), 2*normal.Size(name); got != want {
			t.Errorf("%s is %v at 200 %%, want %v", name, got, want)
		}
	}
	if got, want := large.Size(theme.SizeNameInputBorder), normal.Size(theme.SizeNameInputBorder); got != want {
		t.Errorf("borders are %v at 200 %%, want %v", got, want)
	}
}

// contrast is that of WCAG 2.2: from 1, the same, to 21, black on white.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	channel := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}
