package batch

import (
	"context"
	"slices"

	"avtalebok/agreement"
	"avtalebok/data"
)

// Store is where templates, drafts and batches are kept; data.Store is one.
type Store interface {
	FindTemplate(ctx context.Context, id string) (agreement.Template, error)
	Load(ctx context.Context, id string) (agreement.Agreement, error)
	Batches(ctx context.Context) ([]data.Batch, error)
	BatchDrafts(ctx context.Context, id string) ([]data.BatchDraft, error)
	BatchCommon(ctx context.Context, number int64) (agreement.Agreement, error)
	SaveBatch(ctx context.Context, b data.BatchSave) ([]data.Kept, error)
}

// Source is what a batch is made from: a template, or a draft with the parties that it has.
type Source struct {
	ID      string // the template's, or the draft's
	IsDraft bool
	Name    agreement.Pair // the template's name, or the draft's title with its parties
	Content agreement.Agreement
}

// Open finds the template or the draft that an ID stands for, a template first. Where there is neither, the error's code
// is NotFound.
func Open(ctx context.Context, s Store, id string) (Source, error) {
	t, err := s.FindTemplate(ctx, id)
	switch {
	case err == nil:
		return FromTemplate(t), nil
	case agreement.CodeOf(err) != agreement.NotFound:
		return Source{}, err
	}
	a, err := s.Load(ctx, id)
	switch {
	case err == nil:
		return FromDraft(a), nil
	case agreement.CodeOf(err) != agreement.NotFound:
		return Source{}, err
	}
	return Source{}, agreement.NewError(agreement.NotFound, "error.batch.source", err, "ID", id)
}

// FromTemplate makes a template a source.
func FromTemplate(t agreement.Template) Source {
	return Source{ID: t.ID, Name: t.Name, Content: agreement.New(t)}
}

// FromDraft makes a draft a source.
func FromDraft(a agreement.Agreement) Source {
	return Source{ID: a.ID, IsDraft: true, Content: a, Name: agreement.Pair{
		NB: agreement.FullTitle(a, agreement.Bokmal), NN: agreement.FullTitle(a, agreement.Nynorsk),
	}}
}

// Roles gives the roles that the counterparts can have, the likeliest first: those for one party of the kind, the last
// one first. The first role of an agreement is its writer's, who is the same in all. An empty kind is any. A role for
// several parties counts if one will do.
func (s Source) Roles(kind agreement.PartyKind) []agreement.Role {
	var out []agreement.Role
	for _, several := range []bool{false, true} {
		for i := len(s.Content.Roles) - 1; i > 0; i-- {
			r := s.Content.Roles[i]
			least, _ := r.Bounds()
			if r.Repeated() == several && least <= 1 && (kind == "" || r.Kind == kind) {
				out = append(out, r)
			}
		}
	}
	return out
}

// Fields gives the questions that can be answered for all counterparts or for each.
func (s Source) Fields() []agreement.Field { return slices.Clone(s.Content.Fields) }

// Common gives the parties that the source has in other roles than the counterparts'.
func (s Source) Common(role string) []agreement.Party {
	var out []agreement.Party
	for _, p := range s.Content.Parties {
		if p.Role != role {
			out = append(out, p)
		}
	}
	return out
}
