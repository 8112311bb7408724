package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Appearance says whether the window is light or dark.
type Appearance string

// The appearances, in the order in which Settings shows them. The values are what the store keeps.
const (
	SystemAppearance Appearance = "system"
	LightAppearance  Appearance = "light"
	DarkAppearance   Appearance = "dark"
)

var appearances = []Appearance{SystemAppearance, LightAppearance, DarkAppearance}

// TextSizes lists the text sizes that Settings offers, in per cent.
var TextSizes = [...]int{100, 115, 130, 150, 175, 200}

// house is the program's own theme: one calm accent colour, everything else in greys, contrast by WCAG 2.2
// criterion 1.4.3 (4.5:1 for text; a test holds it). Sizes grow with the text size, so that nothing gets cramped.
type house struct {
	appearance Appearance
	percent    int
}

// NewTheme gives the theme for an appearance and a text size in per cent of the normal one.
func NewTheme(appearance Appearance, percent int) fyne.Theme {
	return &house{appearance: appearance, percent: percent}
}

// palette holds one colour a name. A name that is not in it has Fyne's own colour.
type palette map[fyne.ThemeColorName]color.NRGBA

var lightPalette = palette{
	theme.ColorNameBackground:          rgb(0xF5F6F7),
	theme.ColorNameForeground:          rgb(0x1B2327),
	theme.ColorNamePrimary:             rgb(0x17607A),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameHyperlink:           rgb(0x17607A),
	theme.ColorNameFocus:               rgba(0x17607A, 0x50),
	theme.ColorNameSelection:           rgba(0x17607A, 0x38),
	theme.ColorNameButton:              rgb(0xE3E8EB),
	theme.ColorNameDisabledButton:      rgb(0xECEFF1),
	theme.ColorNameDisabled:            rgb(0x626D74),
	theme.ColorNamePlaceHolder:         rgb(0x566168),
	theme.ColorNameHover:               rgba(0x17607A, 0x14),
	theme.ColorNamePressed:             rgba(0x17607A, 0x30),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0xA9B4BA),
	theme.ColorNameSeparator:           rgb(0xD6DCE0),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameHeaderBackground:    rgb(0xE9EDEF),
	theme.ColorNameScrollBar:           rgba(0x1B2327, 0x70),
	theme.ColorNameError:               rgb(0xB3261E),
	theme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
	theme.ColorNameWarning:             rgb(0x8A5300),
	theme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
	theme.ColorNameSuccess:             rgb(0x276738),
	theme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
	theme.ColorNameShadow:              rgba(0x000000, 0x33),
}

var darkPalette = palette{
	theme.ColorNameBackground:          rgb(0x171C1F),
	theme.ColorNameForeground:          rgb(0xE7ECEE),
	theme.ColorNamePrimary:             rgb(0x7FC4DC),
	theme.ColorNameForegroundOnPrimary: rgb(0x06242F),
	theme.ColorNameHyperlink:           rgb(0x7FC4DC),
	theme.ColorNameFocus:               rgba(0x7FC4DC, 0x58),
	theme.ColorNameSelection:           rgba(0x7FC4DC, 0x40),
	theme.ColorNameButton:              rgb(0x2B3338),
	theme.ColorNameDisabledButton:      rgb(0x22292D),
	theme.ColorNameDisabled:            rgb(0x93A0A7),
	theme.ColorNamePlaceHolder:         rgb(0xA3AFB5),
	theme.ColorNameHover:               rgba(0x7FC4DC, 0x1A),
	theme.ColorNamePressed:             rgba(0x7FC4DC, 0x38),
	theme.ColorNameInputBackground:     rgb(0x20272B),
	theme.ColorNameInputBorder:         rgb(0x55626A),
	theme.ColorNameSeparator:           rgb(0x353F45),
	theme.ColorNameMenuBackground:      rgb(0x20272B),
	theme.ColorNameOverlayBackground:   rgb(0x20272B),
	theme.ColorNameHeaderBackground:    rgb(0x1E2428),
	theme.ColorNameScrollBar:           rgba(0xE7ECEE, 0x70),
	theme.ColorNameError:               rgb(0xFFB1A8),
	theme.ColorNameForegroundOnError:   rgb(0x4A0E09),
	theme.ColorNameWarning:             rgb(0xF0C067),
	theme.ColorNameForegroundOnWarning: rgb(0x3A2700),
	theme.ColorNameSuccess:             rgb(0x8FD3A0),
	theme.ColorNameForegroundOnSuccess: rgb(0x0B2E15),
	theme.ColorNameShadow:              rgba(0x000000, 0x80),
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}

// Color gives a colour. The variant is the system's; a chosen appearance goes before it.
func (h *house) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch h.appearance {
	case LightAppearance:
		variant = theme.VariantLight
	case DarkAppearance:
		variant = theme.VariantDark
	}
	colours := lightPalette
	if variant == theme.VariantDark {
		colours = darkPalette
	}
	if c, ok := colours[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font gives Fyne's own fonts: Noto Sans, which has every Norwegian and Sámi letter.
func (h *house) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon gives Fyne's own icons.
func (h *house) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size gives a size in Fyne's device-independent pixels.
func (h *house) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return theme.DefaultTheme().Size(name) // lines stay thin
	}
	return houseSize(name) * float32(h.percent) / 100
}

func houseSize(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameHeadingText:
		return 22
	case theme.SizeNameSubHeadingText:
		return 17
	case theme.SizeNameCaptionText:
		return 12
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 5
	}
	return theme.DefaultTheme().Size(name)
}

// textScale gives how much larger than normal the text is, for what must grow with it.
func textScale() float32 { return theme.TextSize() / theme.DefaultTheme().Size(theme.SizeNameText) }
