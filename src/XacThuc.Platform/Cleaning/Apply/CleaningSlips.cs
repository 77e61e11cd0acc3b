using XacThuc.Exchange.Messages;
using XacThuc.Platform.Authentication.Decisions;

namespace XacThuc.Platform.Cleaning.Apply;

/// <summary>People whom the police could not settle on a list get a slip, as those of a single case do.</summary>
internal static class CleaningSlips
{
    public static void Add(PlatformDb db, CleaningList list, CleaningRow row, SignedLine line, DateTimeOffset now)
    {
        if (row.State != RowState.Unchanged) return;
        if (line.Verdict is not (LineVerdict.AskPerson or LineVerdict.NotFound)) return;
        db.Add(new RecordDecision
        {
            CaseId = 0,
            RecordId = row.RecordId,
            UnitId = list.UnitId,
            Version = row.RecordVersion,
            Kind = line.Verdict == LineVerdict.AskPerson ? DecisionKind.AskPerson : DecisionKind.NotFound,
            Note = line.Note,
            DecidedBy = list.SignerUnit,
            DecidedAt = list.SignedAt ?? now,
            CameAt = now,
            State = DecisionState.Open,
        });
    }
}
