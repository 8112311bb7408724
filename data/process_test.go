package data_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/storetest"
)

// Some tests need several processes, or one that can be ended. The test program then starts itself again with a job.
const (
	jobVariable    = "AVTALEBOK_TEST_JOB"
	folderVariable = "AVTALEBOK_TEST_FOLDER"
	nameVariable   = "AVTALEBOK_TEST_NAME"
)

func TestMain(m *testing.M) {
	job, ok := jobs[os.Getenv(jobVariable)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := job(os.Getenv(folderVariable), os.Getenv(nameVariable)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var jobs = map[string]func(dir, name string) error{
	"write": writeForEver,
	"share": writeAndShare,
	"open":  openOnly,
}

// start gives the command that does a job in a process of its own.
func start(t *testing.T, program, job, dir, name string) *exec.Cmd {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, "-test.run=^$")
	command.Env = append(os.Environ(), jobVariable+"="+job, folderVariable+"="+dir, nameVariable+"="+name)
	return command
}

func thisProgram(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// writeForEver saves drafts as fast as it can, and says of each when it is saved: "saved ID REVISION FINGERPRINT".
func writeForEver(dir, name string) error {
	fmt.Println("started")
	ctx := context.Background()
	s, err := data.Open(ctx, dir)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		id := fmt.Sprint("draft-", i%3)
		a, err := s.Load(ctx, id)
		if agreement.CodeOf(err) == agreement.NotFound {
			a, err = storetest.Draft(id, "Bodø", "", "nynorsk"), nil
		}
		if err != nil {
			return err
		}
		a.Sections[0].Items[0].Text.NB = fmt.Sprint(name, " ", i, " ", noise(4000+i%7*1000))
		saved, err := s.Save(ctx, a)
		if err != nil {
			return err
		}
		fmt.Println("saved", saved.ID, saved.Revision, fingerprint(saved))
	}
}

func fingerprint(a agreement.Agreement) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(a.Sections[0].Items[0].Text.NB)))
}

// TestNoAcknowledgedSaveIsLostWhenTheProgramIsKilled ends a writing process (SIGKILL) at random moments, from its
// first steps on an empty folder to the middle of a save, again and again on the same database.
func TestNoAcknowledgedSaveIsLostWhenTheProgramIsKilled(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 10
	}
	program, dir := thisProgram(t), t.TempDir()
	acknowledged := map[string]string{} // fingerprints by draft and revision
	for i := range kills {
		fresh := killWriter(t, program, dir, fmt.Sprint("writer-", i), i%2)
		checkIntegrity(t, dir)
		s := open(t, dir)
		wantSaved(t, s, fresh)
		for key, print := range fresh {
			acknowledged[key] = print
		}
		if i == kills-1 {
			wantSaved(t, s, acknowledged)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			t.Fatalf("after %d kills", i+1)
		}
	}
	if len(acknowledged) < kills/2 {
		t.Errorf("only %d saves in %d runs: too few to have been ended in the middle of one", len(acknowledged), kills)
	}
	t.Logf("%d kills, %d acknowledged saves, all there", kills, len(acknowledged))
}

// killWriter runs a writer, ends it within 60 ms after it has started or has said that so many drafts are saved, and
// gives what it said was saved. Waiting for a save keeps slow machines from ending every writer before its first.
func killWriter(t *testing.T, program, dir, name string, after int) map[string]string {
	t.Helper()
	command := start(t, program, "write", dir, name)
	var complaint strings.Builder
	command.Stderr = &complaint
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	saved, ending := map[string]string{}, false
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 4 {
			saved[words[1]+" "+words[2]] = words[3]
		}
		if len(saved) >= after && !ending {
			ending = true
			moment := time.Duration(rand.Int64N(int64(60 * time.Millisecond)))
			time.AfterFunc(moment, func() { _ = command.Process.Kill() })
		}
	}
	_ = command.Wait() // it was killed
	if complaint.Len() > 0 {
		t.Errorf("%s: %s", name, complaint.String())
	}
	return saved
}

func checkIntegrity(t *testing.T, dir string) {
	t.Helper()
	if _, err := os.Stat(dir + "/" + databaseName); err != nil {
		return // it was ended before it made one
	}
	db := raw(t, dir)
	defer db.Close()
	var result string
	if err := db.QueryRowContext(t.Context(), `PRAGMA integrity_check`).Scan(&result); err != nil || result != "ok" {
		t.Errorf("integrity: %s, %v", result, err)
	}
	rows, err := db.QueryContext(t.Context(), `PRAGMA foreign_key_check`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	if rows.Next() {
		t.Error("a revision belongs to no draft")
	}
}

func wantSaved(t *testing.T, s *data.Store, saved map[string]string) {
	t.Helper()
	for key, print := range saved {
		id, revision, _ := strings.Cut(key, " ")
		number, err := strconv.Atoi(revision)
		if err != nil {
			t.Fatal(err)
		}
		a, err := s.LoadRevision(t.Context(), id, number)
		if err != nil || fingerprint(a) != print {
			t.Errorf("revision %d of %s was acknowledged, but is gone: %v", number, id, err)
		}
		if newest, err := s.Load(t.Context(), id); err != nil || newest.Revision < number {
			t.Errorf("the newest revision of %s is %d, but %d was acknowledged: %v", id, newest.Revision, number, err)
		}
	}
}

const (
	sharers = 4
	shares  = 8
)

// writeAndShare saves a draft of its own and adds its name to one that several processes write.
func writeAndShare(dir, name string) error {
	ctx := context.Background()
	s, err := data.Open(ctx, dir, data.WithBusyTimeout(time.Minute))
	if err != nil {
		return err
	}
	defer s.Close()
	own := storetest.Draft("own-"+name, "Bodø", "", "nynorsk")
	for i := range shares {
		own.Sections[0].Items[0].Text.NB = fmt.Sprint("own ", i)
		if own, err = s.Save(ctx, own); err != nil {
			return err
		}
		if err := share(ctx, s, name); err != nil {
			return err
		}
	}
	return nil
}

func share(ctx context.Context, s *data.Store, name string) error {
	for {
		a, err := s.Load(ctx, "shared")
		if agreement.CodeOf(err) == agreement.NotFound {
			a, err = storetest.Draft("shared", "Bodø", "", "nynorsk"), nil
		}
		if err != nil {
			return err
		}
		a.Sections[0].Items[0].Text.NB += name + " "
		if _, err = s.Save(ctx, a); agreement.CodeOf(err) != agreement.Conflict {
			return err
		}
	}
}

func TestSeveralProcessesShareAFolderFromTheStart(t *testing.T) {
	program, dir := thisProgram(t), t.TempDir()
	commands := make([]*exec.Cmd, sharers)
	complaints := make([]strings.Builder, sharers)
	for i := range commands {
		commands[i] = start(t, program, "share", dir, fmt.Sprint("p", i))
		commands[i].Stderr = &complaints[i]
		if err := commands[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	for i := range commands {
		if err := commands[i].Wait(); err != nil {
			t.Errorf("process %d: %v: %s", i, err, complaints[i].String())
		}
	}
	s := open(t, dir)
	defer s.Close()
	shared, err := s.Load(t.Context(), "shared")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(shared.Sections[0].Items[0].Text.NB)
	if shared.Revision != sharers*shares || len(words) != sharers*shares {
		t.Errorf("revision %d with %d words, want %d", shared.Revision, len(words), sharers*shares)
	}
	if got, err := s.List(t.Context(), data.Query{}); err != nil || len(got) != sharers+1 {
		t.Errorf("%d drafts, %v; want %d", len(got), err, sharers+1)
	}
	checkIntegrity(t, dir)
}

// openOnly opens and closes a store.
func openOnly(dir, _ string) error {
	s, err := data.Open(context.Background(), dir)
	if err != nil {
		return err
	}
	return s.Close()
}
