package finish

// form writes the interactive form's entry of the catalog (ISO 32000-1, 12.7.2).
func (f *file) form() {
	if len(f.fields) == 0 {
		return
	}
	w := f.writer
	w.text("\n/AcroForm <</SigFlags 1 /Fields [")
	for i := range f.fields {
		w.ref(f.annotations + i)
		w.text(" ")
	}
	w.text("]>>")
}

// annotationsOf writes a page's entry for its signature fields.
func (f *file) annotationsOf(page int) {
	w := f.writer
	open := false
	for i, one := range f.fields {
		if one.page != page {
			continue
		}
		if !open {
			w.text(" /Annots [")
			open = true
		}
		w.ref(f.annotations + i)
		w.text(" ")
	}
	if open {
		w.text("]")
	}
}

// signatures writes the signature fields, each merged with its widget, with an appearance that shows nothing until
// somebody signs (ISO 32000-1, 12.7.4.5).
func (f *file) signatures() {
	w := f.writer
	for i, one := range f.fields {
		appearance := w.reserve(1)
		w.object(f.annotations+i, "<</Type /Annot /Subtype /Widget /FT /Sig /T %s /TU %s /Rect [%s %s %s %s] /F 4 /P %d 0 R "+
			"/StructParent %d /AP <</N %d 0 R>>>>",
			textString(one.Name), textString(one.Tooltip),
			number(one.X), number(f.layout.Height-one.Bottom()), number(one.Right()), number(f.layout.Height-one.Y),
			f.pages+one.page, len(f.layout.Pages)+i, appearance)
		w.stream(appearance, "/Type /XObject /Subtype /Form /BBox [0 0 "+number(one.Width)+" "+number(one.Height)+"] ", nil)
	}
}
