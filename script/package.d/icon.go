package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	xdraw "golang.org/x/image/draw"
)

// iconSizes are those that Windows asks for, in pixels.
var iconSizes = []int{256, 64, 48, 32, 24, 16}

// writeIcon draws a picture of curves and writes it in each size as one icon for Windows (ICO with PNGs, which Windows has
// read since Vista).
func writeIcon(svg, ico string) error {
	whole, err := draw(svg)
	if err != nil {
		return err
	}
	var pictures [][]byte
	for _, size := range iconSizes {
		// Made smaller, not drawn smaller: lines would keep their width.
		scaled := image.NewRGBA(image.Rect(0, 0, size, size))
		xdraw.CatmullRom.Scale(scaled, scaled.Bounds(), whole, whole.Bounds(), xdraw.Src, nil)
		var picture bytes.Buffer
		if err := png.Encode(&picture, scaled); err != nil {
			return err
		}
		pictures = append(pictures, picture.Bytes())
	}
	const head, entry = 6, 16
	var file bytes.Buffer
	number := func(v any) { _ = binary.Write(&file, binary.LittleEndian, v) } // a buffer takes everything
	number([]uint16{0, 1, uint16(len(pictures))})
	at := head + entry*len(pictures)
	for i, picture := range pictures {
		side := uint8(iconSizes[i] % 256) // 0 stands for 256
		number([]uint8{side, side, 0, 0})
		number([]uint16{1, 32})
		number([]uint32{uint32(len(picture)), uint32(at)})
		at += len(picture)
	}
	for _, picture := range pictures {
		file.Write(picture)
	}
	return os.WriteFile(ico, file.Bytes(), 0o644)
}

// draw draws a picture of curves in its own size.
func draw(svg string) (image.Image, error) {
	f, err := os.Open(svg)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	icon, err := oksvg.ReadIconStream(f)
	if err != nil {
		return nil, err
	}
	width, height := int(icon.ViewBox.W), int(icon.ViewBox.H)
	canvas := image.NewRGBA(image.Rect(0, 0, width, height))
	icon.Draw(rasterx.NewDasher(width, height, rasterx.NewScannerGV(width, height, canvas, canvas.Bounds())), 1)
	return canvas, nil
}
