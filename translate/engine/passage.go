package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"avtalebok/translate/request"
)

// A processor takes several texts through a stage before it goes on to the next: what the stage needs of its data is at
// hand for all but the first of them then. The data of all stages are more than a processor keeps at hand.
const (
	textsAtOnce = 16
	bytesAtOnce = 4000 // a single text may have more
)

// batches parts texts into what is translated at once: places from the first number to before the second. There are enough
// for all processors.
func batches(texts []string, processors int) (list [][2]int) {
	most := min(max(1, len(texts)/(2*processors)), textsAtOnce)
	for from, to := 0, 0; from < len(texts); from = to {
		for bytes := 0; to < len(texts) && to-from < most; to++ {
			if bytes += len(texts[to]); bytes > bytesAtOnce && to > from {
				break
			}
		}
		list = append(list, [2]int{from, to})
	}
	return list
}

// passage is a text on its way through the stages.
type passage struct {
	block request.Block
	text  string // what the stages have made of it so far
	spent time.Duration
	err   error
}

// translate translates the texts of a batch, each in bounded time. What goes wrong with one costs that one and nothing
// else.
func (e *Engine) translate(ctx context.Context, p *pipeline, begin string, r *request.Request, batch [2]int) {
	select {
	case e.room <- struct{}{}:
		defer func() { <-e.room }()
	case <-ctx.Done():
	}
	passages := make([]passage, batch[1]-batch[0])
	for i := range passages {
		e.encode(&passages[i], begin, r.Texts[batch[0]+i])
	}
	for _, s := range p.stages {
		for i := range passages {
			if passages[i].err == nil && ctx.Err() == nil {
				e.pass(ctx, s, &passages[i])
			}
		}
	}
	for i := range passages {
		answer, err := e.decode(ctx, &passages[i])
		if err != nil {
			r.Lose(batch[0]+i, err)
			continue
		}
		r.Put(batch[0]+i, answer)
	}
}

// guard is deferred by all that is done with a text: a mistake of ours costs that text alone.
func (e *Engine) guard(x *passage) {
	if reason := recover(); reason != nil {
		e.log.Error("the engine failed at a text", "reason", reason, "bytes", len(x.text), "stack", string(debug.Stack()))
		x.err = fmt.Errorf("the engine failed: %v", reason)
	}
}

func (e *Engine) encode(x *passage, begin, text string) {
	defer e.guard(x)
	x.block = request.Encode(1, begin, text)
	x.text = x.block.Text
}

// maxStream bounds what stages pass on to each other, in bytes. Analyses of a text of 4,000 bytes take up to 400,000.
const maxStream = 16 << 20

var errLargeStream = errors.New("what the stages pass on became too large")

// pass takes a text through a stage, in what is left of its time.
func (e *Engine) pass(ctx context.Context, s Stage, x *passage) {
	defer e.guard(x)
	began := time.Now()
	ctx, cancel := context.WithTimeout(ctx, e.limits.Patience-x.spent)
	defer cancel()
	text, err := s.Run(ctx, x.text)
	if err == nil && len(text) > maxStream {
		err = errLargeStream
	}
	if err != nil {
		x.err = fmt.Errorf("%s: %w", s.Call, err)
	}
	x.text = text
	x.spent += time.Since(began)
}

func (e *Engine) decode(ctx context.Context, x *passage) (answer request.Answer, err error) {
	defer func() { err = cmp.Or(x.err, err) }()
	defer e.guard(x)
	if err := cmp.Or(x.err, ctx.Err()); err != nil {
		return request.Answer{}, err
	}
	if len(x.text) > x.block.Limit() {
		return request.Answer{}, errLargeStream
	}
	return x.block.Decode(x.text)
}
