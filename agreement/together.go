package agreement

// Together makes one step of several commands, done in this order. Place says where the step's result is, for the
// screens. If one of the commands can't be carried out, none is.
func Together(name string, place Place, commands ...Command) Command {
	structure := false
	for _, c := range commands {
		structure = structure || c.structure
	}
	return Command{Name: name, Place: place, structure: structure, apply: func(a Agreement) (Agreement, error) {
		changed := a
		for _, c := range commands {
			var err error
			if changed, err = c.apply(changed); err != nil {
				return a, err
			}
		}
		return changed, nil
	}}
}
