using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Authentication.Single;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Correct;

/// <summary>What a person wants a record to say.</summary>
/// <param name="Version">The version that the person looked at.</param>
/// <param name="Written">The fields.</param>
/// <param name="Reason">Why; needed where the record is right as it is.</param>
/// <param name="Kind">Whether it is the person's own correction or an officer's release taken over.</param>
internal sealed record Correction(int Version, WrittenRecord Written, string Reason, ChangeKind Kind)
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(Correction);
}

/// <summary>Corrects a record in place and has it authenticated at once.</summary>
internal sealed class CorrectRecord(PlatformDb db, AuthenticateOne authenticate, TimeProvider time)
{
    private const int Longest = 200;

    /// <summary>Does it.</summary>
    /// <returns>What authentication came to; none where the other house is away and will be asked later.</returns>
    public async Task<Result<Outcome?>> Run(string reference, Correction correction, SignedIn me, CancellationToken stop)
    {
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out var refusal)) return refusal;
        if (!(await Change(record, correction, me, stop)).TryGet(out var id, out refusal)) return refusal;
        db.ChangeTracker.Clear();
        return await authenticate.Run(id, me, stop);
    }

    /// <summary>Changes the record without asking anybody about it yet.</summary>
    public async Task<Result<long>> Change(VaccinationRecord record, Correction correction, SignedIn me, CancellationToken stop)
    {
        if (record.Version != correction.Version) return CorrectRefusals.ChangedMeanwhile;
        var written = Tidy(correction.Written);
        if (IsTooLong(written)) return CorrectRefusals.TooLong;
        if (written == record.Written) return record.Id;
        if (record.Status == RecordStatus.Matched && string.IsNullOrWhiteSpace(correction.Reason)) return CorrectRefusals.ReasonNeeded;

        var read = ReadFields.Of(written, new FieldReading(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(7))));
        var act = me.NewAct(time, "record.correct", $"record:{record.Ref}", correction.Reason.Trim());
        db.Add(record.Change(written, read, correction.Kind, act));
        return await db.SaveFirst(act, stop) ? record.Id : CorrectRefusals.ChangedMeanwhile;
    }

    private static WrittenRecord Tidy(WrittenRecord written) => new(
        Plain(written.FullName), Plain(written.Sex), Plain(written.DateOfBirth), Plain(written.IdNumber), Plain(written.CommuneCode));

    private static string Plain(string? text) => (text ?? "").Replace('\0', '\uFFFD').Trim();

    private static bool IsTooLong(WrittenRecord written) =>
        Math.Max(
            Math.Max(written.FullName.Length, written.Sex.Length),
            Math.Max(written.DateOfBirth.Length, Math.Max(written.IdNumber.Length, written.CommuneCode.Length))) > Longest;
}
