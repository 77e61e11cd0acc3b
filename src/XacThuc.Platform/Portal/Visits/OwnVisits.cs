using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Protection;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.CheckPoints.Status;
using XacThuc.Platform.Portal.PersonalCode;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Portal.Visits;

/// <summary>One line of somebody's visits.</summary>
/// <param name="At">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Way">Which way; none where a guard's device asked for the doses.</param>
/// <param name="IsDeclared">Whether they declared it themselves.</param>
internal sealed record OwnVisit(DateTimeOffset At, string Place, ScanWay? Way, bool IsDeclared);

/// <summary>Where a person was, as far as it is still kept and is surely theirs: by QID, and by a number that the police found right.</summary>
internal sealed class OwnVisits(PlatformDb db, Qids qids, PersonCover cover)
{
    private const int Most = 200;

    /// <summary>The last first.</summary>
    public async Task<IReadOnlyList<OwnVisit>> Of(VaccinationRecord record, CancellationToken stop)
    {
        byte[]?[] qidKeys = [.. (await qids.AllOf(record, stop)).Select(cover.KeyOfQid)];
        var paperKey = DeclareVisit.IsRight(record) ? cover.KeyOfPaper(record.Digits) : null;
        var places = db.Set<CheckPoint>().AsNoTracking();
        var scans = await db.Set<Scan>().AsNoTracking()
            .Where(scan => (scan.QidKey != null && EF.Parameter(qidKeys).Contains(scan.QidKey)) || (paperKey != null && scan.PaperKey == paperKey))
            .OrderByDescending(scan => scan.At).Take(Most)
            .Join(places, scan => scan.PlaceId, place => place.Id, (scan, place) => new { scan.At, place.Name, scan.Way, scan.DeviceId }).ToListAsync(stop);
        var id = record.Id;
        var looks = await db.Set<StatusLook>().AsNoTracking().Where(look => look.RecordId == id).OrderByDescending(look => look.At).Take(Most)
            .Join(places, look => look.PlaceId, place => place.Id, (look, place) => new { look.At, place.Name }).ToListAsync(stop);
        return
        [
            .. scans.Select(scan => new OwnVisit(scan.At, scan.Name, scan.Way, scan.DeviceId is null)).Concat(looks.Select(look => new OwnVisit(look.At, look.Name, Way: null, IsDeclared: false)))
                .OrderByDescending(visit => visit.At).Take(Most),
        ];
    }
}
