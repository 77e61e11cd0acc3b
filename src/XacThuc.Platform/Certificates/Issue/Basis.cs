using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Certificates.Confirm;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Vaccines;

namespace XacThuc.Platform.Certificates.Issue;

/// <summary>A dose that counts, and whether somebody answers for it with a signature.</summary>
/// <param name="Given">The dose.</param>
/// <param name="IsSigned">Whether its day, or a list that it stands on, is signed.</param>
internal readonly record struct AnsweredDose(DoseGiven Given, bool IsSigned);

/// <summary>What a person's certificate would rest on: the record, and the doses that count.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Version">Its version.</param>
/// <param name="UnitId">The unit that works on it.</param>
/// <param name="FullName">The name.</param>
/// <param name="Born">The date of birth.</param>
/// <param name="Status">What the last authentication came to.</param>
/// <param name="IsUpToDate">Whether that was of the present version.</param>
/// <param name="IsJoined">Whether the record stands in another one.</param>
/// <param name="Doses">The doses that count, by day.</param>
internal sealed record Basis(
    long RecordId, int Version, long UnitId, string FullName, PartialDate Born, RecordStatus? Status, bool IsUpToDate, bool IsJoined, IReadOnlyList<AnsweredDose> Doses)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Basis);

    /// <summary>Of records; three questions whatever their number.</summary>
    public static async Task<List<Basis>> Of(PlatformDb db, IQueryable<VaccinationRecord> records, CancellationToken stop)
    {
        var people = await records.AsNoTracking().OrderBy(record => record.Id)
            .Select(record => new { record.Id, record.UnitId, record.FullName, record.BornOn, record.Status, record.Version, record.AuthenticatedVersion, record.JoinedIntoId }).ToListAsync(stop);
        var ids = people.Select(person => person.Id).ToArray();
        var doses = await (from dose in db.Set<Dose>().AsNoTracking()
                           where EF.Parameter(ids).Contains(dose.RecordId) && dose.State == DoseState.Valid
                           join session in db.Set<VaccinationSession>() on dose.SessionId equals session.Id into sessions
                           from session in sessions.DefaultIfEmpty()
                           join list in db.Set<DoseConfirmation>() on dose.ConfirmationId equals list.Id into lists
                           from list in lists.DefaultIfEmpty()
                           orderby dose.RecordId, dose.GivenOn, dose.Id
                           select new { dose.RecordId, dose.Product, dose.GivenOn, dose.Number, IsSigned = session!.State == SessionState.Signed || list!.SignedAt != null }).ToListAsync(stop);
        var byRecord = doses.GroupBy(dose => dose.RecordId).ToDictionary(
            group => group.Key, group => (IReadOnlyList<AnsweredDose>)[.. group.Select(dose => new AnsweredDose(new DoseGiven(ProductCode.Parse(dose.Product), dose.GivenOn, dose.Number), dose.IsSigned))]);
        return people.ConvertAll(person => new Basis(
            person.Id, person.Version, person.UnitId, person.FullName, person.BornOn == 0 ? default : PartialDate.FromPacked((uint)person.BornOn), person.Status,
            person.Status is not null && person.AuthenticatedVersion == person.Version, person.JoinedIntoId is not null, byRecord.GetValueOrDefault(person.Id) ?? []));
    }
}
