package widgets

// At is the line that the keyboard is on, counted from 0.
func (c *Choices) At() int { return c.at }
