package main

func (t tools) signedByPyHanko(files []file) outcome { return outcome{} }
func (t tools) signedByPdfsig(files []file) outcome  { return outcome{} }
