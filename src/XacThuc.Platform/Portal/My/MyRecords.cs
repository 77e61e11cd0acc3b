using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Portal.My.Family;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.My;

/// <summary>
/// The records that a session may see: its own; of children for whom one of its people answers, by name and phone as a list
/// or a registration says; of those who agreed. Asked anew for every page, so that what is taken back is over at once.
/// </summary>
internal sealed class MyRecords(PlatformDb db, TimeProvider time)
{
    /// <summary>All of them, the own ones first.</summary>
    public async Task<IReadOnlyList<SeenRecord>> Of(Citizen citizen, CancellationToken stop)
    {
        var refs = citizen.Records.ToArray();
        var own = refs.Length == 0 ? [] : await db.Set<VaccinationRecord>().AsNoTracking()
            .Where(record => EF.Parameter(refs).Contains(record.Ref) && record.JoinedIntoId == null).OrderBy(record => record.Id).ToListAsync(stop);
        var seen = own.ConvertAll(record => new SeenRecord(record, SeenAs.Own));
        foreach (var (record, seenAs) in await Children(citizen, own, stop)) Add(seen, record, seenAs);
        foreach (var (record, seenAs) in await Agreed(citizen, stop)) Add(seen, record, seenAs);
        return seen;
    }

    /// <summary>One of them; what a session may not see is not there.</summary>
    public async Task<Result<SeenRecord>> Find(Citizen citizen, string reference, CancellationToken stop) =>
        (await Of(citizen, stop)).FirstOrDefault(seen => seen.Record.Ref.Equals(reference, StringComparison.Ordinal)) is { } found ? found : MyRefusals.NotThere;

    private static void Add(List<SeenRecord> seen, VaccinationRecord record, SeenAs seenAs)
    {
        if (!seen.Exists(one => one.Record.Id == record.Id)) seen.Add(new SeenRecord(record, seenAs));
    }

    private async Task<IEnumerable<(VaccinationRecord, SeenAs)>> Children(Citizen citizen, List<VaccinationRecord> own, CancellationToken stop)
    {
        string[] phones = [.. own.Select(record => record.Phone).Append(citizen.Phone).Where(phone => phone.Length > 0).Distinct(StringComparer.Ordinal)];
        if (phones.Length == 0 || own.Count == 0) return [];
        var names = own.Select(record => record.NameSearch).ToHashSet(StringComparer.Ordinal);
        var listed = await db.Set<ListedPerson>().AsNoTracking()
            .Where(person => EF.Parameter(phones).Contains(person.GuardianDigits) && person.RecordId != null && person.State != PersonState.Withdrawn)
            .Select(person => new { person.Guardian, Id = person.RecordId!.Value }).ToListAsync(stop);

        // A family shares a phone: it is not enough that somebody has it.
        var ids = listed.Where(person => names.Contains(NameText.SearchOf(person.Guardian))).Select(person => person.Id).Distinct().ToArray();
        if (ids.Length == 0) return [];
        var children = await db.Set<VaccinationRecord>().AsNoTracking()
            .Where(record => EF.Parameter(ids).Contains(record.Id) && record.JoinedIntoId == null).OrderBy(record => record.Id).ToListAsync(stop);
        var today = Shown.Day(time.GetUtcNow());
        return children.Where(child => child.BornOn != 0 && CheckForm.IsMinor(PartialDate.FromPacked((uint)child.BornOn), today))
            .Select(child => (child, SeenAs.Guardian));
    }

    private async Task<IEnumerable<(VaccinationRecord, SeenAs)>> Agreed(Citizen citizen, CancellationToken stop)
    {
        var (phone, number) = (citizen.Phone, citizen.Way == CitizenWay.VNeId2 ? citizen.Person?.Number ?? "" : "");
        if (phone.Length == 0 && number.Length == 0) return [];
        var records = await db.Set<FamilyConsent>().AsNoTracking()
            .Where(consent => consent.EndedAt == null && consent.To != "" && (consent.To == phone || consent.To == number))
            .Join(db.Set<VaccinationRecord>(), consent => consent.RecordId, record => record.Id, (_, record) => record)
            .Where(record => record.JoinedIntoId == null).OrderBy(record => record.Id).ToListAsync(stop);
        return records.Select(record => (record, SeenAs.Family));
    }
}
