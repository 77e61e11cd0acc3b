using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Protection;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.Portal.My;
using XacThuc.Platform.Portal.PersonalCode;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Visits;

/// <summary>A visitor scanned a place's code and says that they go in or out: kept as the guards' scans are, and as long.</summary>
internal sealed class DeclareVisit(PlatformDb db, MyRecords records, Qids qids, TakeScans take, TimeProvider time)
{
    /// <summary>Keeps it. Sent twice, it is one visit.</summary>
    /// <param name="citizen">Whose session it is.</param>
    /// <param name="code">The place's code.</param>
    /// <param name="reference">Whose visit: their own, or a child's.</param>
    /// <param name="way">In or out.</param>
    /// <param name="id">Given by the form.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<CheckPoint>> Run(Citizen citizen, string code, string reference, ScanWay way, Guid id, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        if (!seen.MayAct || way == ScanWay.Look || !Enum.IsDefined(way) || id == Guid.Empty) return MyRefusals.NotThere;
        if (await db.Set<CheckPoint>().AsNoTracking().FirstOrDefaultAsync(place => place.Code == code, stop) is not { } place) return VisitRefusals.NotThere;
        if (!place.IsOpen) return VisitRefusals.Closed;
        var record = seen.Record;
        var qid = await qids.Of(record, seen.Actor, stop);

        // A number that the police have not found right may be another person's.
        var paper = IsRight(record) ? record.Digits : "";
        var born = record.BornOn == 0 ? "" : $"{PartialDate.FromPacked((uint)record.BornOn).Year:0000}";
        var person = new CoveredPerson(record.FullName, born, paper, qid, "");
        await take.Run(place, deviceId: null, [new ReadScan(id, time.GetUtcNow(), way, ScanKind.Place, ScanVerdict.None, "", person)]);
        return place;
    }

    /// <summary>Whether a record's number is its person's.</summary>
    public static bool IsRight(Records.VaccinationRecord record) => record.IsUpToDate && record.NumberVerdict == FieldVerdict.Right && record.Digits.Length > 0;
}

/// <summary>Every refusal of visits.</summary>
internal static class VisitRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere("visit.no_place", "Không có điểm kiểm soát này. Quét lại mã ở cửa.", "There is no such check point. Scan the code at the door again.");

    public static Refusal Closed { get; } = Refusal.Conflicting("visit.closed", "Điểm kiểm soát này đang đóng.", "This check point is closed.");
}
