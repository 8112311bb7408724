package transfer

import "errors"

// textAtMost bounds each text that rules make, in bytes.
const textAtMost = 1 << 20

// outAtMost bounds what rules make of a text of so many bytes. Rules that are right stay far below.
func outAtMost(length int) int { return 4<<20 + 64*length }

var errLong = errors.New("the rules make a text that is too long")

// bound stops the run where a text of so many bytes, or all that was written, is too long, and reports whether it is
// stopped. Rules could double a variable with each word.
func (r *run) bound(length int) bool {
	if r.err == nil && (length > textAtMost || r.out.Len() > r.outAtMost) {
		r.err = errLong
	}
	return r.err != nil
}

// stopped looks now and then whether the run is still wanted: macros that call each other could go on for as good as
// ever.
func (r *run) stopped() bool {
	if r.done++; r.done&0xff == 0 && r.err == nil {
		r.err = r.ctx.Err()
	}
	return r.err != nil
}
