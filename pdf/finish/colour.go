package finish

import (
	"encoding/binary"
	"math"
)

// sRGB makes an ICC profile of the sRGB colour space (IEC 61966-2-1) of version 4, with the primaries adapted to D50
// as ICC.1:2010 asks for.
func sRGB() []byte {
	xyz := func(x, y, z float64) []byte {
		return fixed(append([]byte("XYZ "), 0, 0, 0, 0), x, y, z)
	}
	// Type 3: Y = (aX+b)^g where X ≥ d, else cX.
	curve := fixed([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	adaptation := fixed([]byte("sf32\x00\x00\x00\x00"),
		1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"chad", adaptation},
		{"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	}
	start := 128 + 4 + 12*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	for i, t := range tags {
		at := start + len(data)
		if i > 0 && tags[i-1].name[1:] == "TRC" && t.name[1:] == "TRC" {
			at -= len(curve) // the three curves are one
		} else {
			data = append(data, t.data...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	return append(append(profileHeader(start+len(data)), table...), data...)
}

func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	copy(h[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	copy(h[24:], "\x07\xE0\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00") // 1 January 2016, a date that never changes
	copy(h[36:], "acsp")
	copy(h[68:], fixed(nil, 0.9642, 1, 0.8249))
	return h
}

// fixed appends numbers as s15Fixed16.
func fixed(b []byte, values ...float64) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// localized makes a multiLocalizedUnicodeType of one English text, padded to whole words.
func localized(s string) []byte {
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, r := range s {
		b = append(b, 0, byte(r))
	}
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
