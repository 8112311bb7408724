package ui

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/data/parties"
)

// PartyStore is what the window needs of the place where the register of parties is kept.
type PartyStore interface {
	ListedParties(ctx context.Context) ([]data.ListedParty, error)
	KnownParties(ctx context.Context) ([]agreement.Party, error)
	AgreementsWith(ctx context.Context, body parties.Entry) ([]*register.Entry, error)
	LearnParty(ctx context.Context, body parties.Entry) (parties.Entry, error)
	Parties(ctx context.Context) ([]parties.Entry, error)
	SaveParty(ctx context.Context, e parties.Entry) (parties.Entry, error)
	DeleteParty(ctx context.Context, id int64) error
	RestoreParty(ctx context.Context, id int64) error
	ChangeParties(ctx context.Context, c data.PartyChange) error
	MergeParties(ctx context.Context, id, other int64, fromOther ...parties.Fact) (parties.Entry, data.PartyChange, error)
	ImportParties(ctx context.Context, plan []parties.Planned, overwrite bool) (data.PartiesImported, error)
	PartyGroups(ctx context.Context) ([]parties.Group, error)
	SavePartyGroup(ctx context.Context, g parties.Group) (parties.Group, error)
	PersonTraces(ctx context.Context, name string) (data.PersonTraces, error)
	RemovePerson(ctx context.Context, name string, appearances ...data.Appearance) (data.PersonTraces, error)
}
