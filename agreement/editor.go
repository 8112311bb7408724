package agreement

import "slices"

// Editor owns one open agreement. Every change goes through it as a Command, which gives undo, redo, autosave and
// the screens' refreshing from one mechanism. It is used from one goroutine; the Agreement values that it hands out
// never change and may go anywhere.
type Editor struct {
	current   Agreement
	undo      []step
	redo      []step
	sealed    bool // the next command starts a step of its own even where it could join the last one
	listeners map[int]func(Change)
	next      int
}

// step remembers the agreement as it was before and after a command. Undoing is putting the former value back:
// there are no inverse operations that could be wrong. Unchanged parts are shared between steps.
type step struct {
	command       Command
	before, after Agreement
}

// maxSteps bounds the memory of the undo list; no user has been seen to go back that far.
const maxSteps = 1000

// Origin says how a change came about.
type Origin string

// The origins of a change.
const (
	Done   Origin = "done"
	Undone Origin = "undone"
	Redone Origin = "redone"
)

// Change tells a listener what has just happened.
type Change struct {
	Name      string // the command's name, a message key under "command"
	Place     Place  // where it happened
	Structure bool   // items, people or parties came, went or moved; otherwise only a wording or an answer changed
	Origin    Origin
}

// NewEditor opens an agreement for editing.
func NewEditor(a Agreement) *Editor {
	return &Editor{current: a, listeners: make(map[int]func(Change))}
}

// Agreement gives the agreement as it is now.
func (e *Editor) Agreement() Agreement { return e.current }

// OnChange calls f after every change, until the returned function is called.
func (e *Editor) OnChange(f func(Change)) (cancel func()) {
	id := e.next
	e.next++
	e.listeners[id] = f
	return func() { delete(e.listeners, id) }
}

// Do carries out a command. On an error the agreement is as it was. A command that changes nothing leaves no step.
func (e *Editor) Do(c Command) error {
	after, err := c.apply(e.current)
	if err != nil {
		return err
	}
	if equal(e.current, after) {
		return nil
	}
	if !e.join(c, after) {
		e.undo = append(e.undo, step{command: c, before: e.current, after: after})
		if len(e.undo) > maxSteps {
			e.undo = slices.Delete(e.undo, 0, len(e.undo)-maxSteps)
		}
	}
	e.redo = nil
	e.sealed = false
	e.current = after
	e.tell(c, Done)
	return nil
}

// join makes typing on in the same passage part of the last step, so that one undo takes back a stretch of writing
// and not a letter.
func (e *Editor) join(c Command, after Agreement) bool {
	if e.sealed || c.merge == "" || len(e.undo) == 0 || len(e.redo) > 0 {
		return false
	}
	last := &e.undo[len(e.undo)-1]
	if last.command.merge != c.merge {
		return false
	}
	last.after = after
	return true
}

// Seal ends the present step: the next change is undone by itself. Screens call it when the user pauses, moves to
// another passage, or has written a good stretch.
func (e *Editor) Seal() { e.sealed = true }

// Undo takes back the last step and reports whether there was one.
func (e *Editor) Undo() bool {
	if len(e.undo) == 0 {
		return false
	}
	s := e.undo[len(e.undo)-1]
	e.undo = e.undo[:len(e.undo)-1]
	e.redo = append(e.redo, s)
	e.restore(s.before)
	e.tell(s.command, Undone)
	return true
}

// Redo does again what was undone last and reports whether there was anything.
func (e *Editor) Redo() bool {
	if len(e.redo) == 0 {
		return false
	}
	s := e.redo[len(e.redo)-1]
	e.redo = e.redo[:len(e.redo)-1]
	e.undo = append(e.undo, s)
	e.restore(s.after)
	e.tell(s.command, Redone)
	return true
}

// restore brings back the content of a. The record of saves does not go back in time with it.
func (e *Editor) restore(a Agreement) {
	a.ID, a.Revision, a.Updated = e.current.ID, e.current.Revision, e.current.Updated
	e.current = a
	e.sealed = true
}

// UndoName gives the name of what Undo would take back, or "".
func (e *Editor) UndoName() string { return lastName(e.undo) }

// RedoName gives the name of what Redo would do again, or "".
func (e *Editor) RedoName() string { return lastName(e.redo) }

func lastName(steps []step) string {
	if len(steps) == 0 {
		return ""
	}
	return steps[len(steps)-1].command.Name
}

// Saved takes over the revision and time that the store gave a saved value of this agreement. Changes made since
// that value was handed out stay as they are.
func (e *Editor) Saved(saved Agreement) {
	e.current.Revision, e.current.Updated = saved.Revision, saved.Updated
}

func (e *Editor) tell(c Command, o Origin) {
	change := Change{Name: c.Name, Place: c.Place, Structure: c.structure, Origin: o}
	for id := range e.next {
		if f := e.listeners[id]; f != nil {
			f(change)
		}
	}
}
