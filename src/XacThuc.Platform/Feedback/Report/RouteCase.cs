using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>
/// Finds whose case it is: the facility that was named; the unit that keeps the record, where it is surely known; the station of
/// the commune; else the district's health centre. Nothing waits for somebody to assign it.
/// </summary>
internal sealed class RouteCase(PlatformDb db)
{
    /// <summary>Notes record, unit and rule on the case.</summary>
    public async Task Run(FeedbackCase one, ReadFields read, CancellationToken stop)
    {
        one.RecordId ??= await FindRecord(read, stop);
        (one.UnitId, one.Route) = await Find(one, stop);
    }

    /// <summary>Units that can be named as the place where a dose was given.</summary>
    public static IQueryable<Unit> Facilities(PlatformDb db) =>
        db.Units.Where(unit => unit.Kind == UnitKind.HealthStation || unit.Kind == UnitKind.VaccinationFacility);

    private async Task<(long? Unit, FeedbackRoute Route)> Find(FeedbackCase one, CancellationToken stop)
    {
        if (one.FacilityId is { } named && await Facilities(db).AnyAsync(unit => unit.Id == named, stop)) return (named, FeedbackRoute.Facility);
        if (one.RecordId is { } recordId)
        {
            var keeper = await db.Set<VaccinationRecord>().Where(record => record.Id == recordId)
                .Join(db.Units, record => record.UnitId, unit => unit.Id, (record, unit) => new { unit.Id, unit.Kind }).FirstOrDefaultAsync(stop);
            if (keeper is { Kind: UnitKind.HealthStation or UnitKind.VaccinationFacility or UnitKind.DistrictHealthCentre }) return (keeper.Id, FeedbackRoute.Record);
        }

        var code = one.CommuneCode;
        if (code.Length > 0 && await Of(UnitKind.HealthStation, code, stop) is { } station) return (station, FeedbackRoute.Commune);
        var district = await db.Units.Where(unit => unit.Kind == UnitKind.DistrictHealthCentre).OrderBy(unit => unit.Id).Select(unit => (long?)unit.Id).FirstOrDefaultAsync(stop);
        return (district, district is null ? FeedbackRoute.None : FeedbackRoute.District);
    }

    private Task<long?> Of(UnitKind kind, string placeCode, CancellationToken stop) =>
        db.Units.Where(unit => unit.Kind == kind && unit.PlaceCode == placeCode).OrderBy(unit => unit.Id).Select(unit => (long?)unit.Id).FirstOrDefaultAsync(stop);

    // Surely: the number with name or date of birth, or, without a number, all of name, day and sex; and nobody else like that.
    private async Task<long?> FindRecord(ReadFields read, CancellationToken stop)
    {
        var (digits, name, born) = (read.Digits, read.NameText.Search, (int)read.Born.Packed);
        var records = db.Set<VaccinationRecord>().Where(record => record.JoinedIntoId == null);
        var found = digits.Length > 0
            ? await records.Where(record => record.Digits == digits && (record.NameSearch == name || record.BornOn == born)).Select(record => record.Id).Take(2).ToListAsync(stop)
            : [];
        if (found.Count == 0 && read.Born.Day > 0)
            found = await records.Where(record => record.NameSearch == name && record.BornOn == born && (record.Digits == "" || digits == "")).Select(record => record.Id).Take(2).ToListAsync(stop);
        return found is [var only] ? only : null;
    }
}
