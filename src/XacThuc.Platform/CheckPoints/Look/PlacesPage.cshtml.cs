using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Tags;

namespace XacThuc.Platform.CheckPoints.Look;

/// <summary>A place with its day.</summary>
internal sealed record PlaceLine(CheckPoint Place, string Unit, PlaceDay Day, PlaceDevices Devices);

/// <summary>All places that somebody sees, with what passed them today: counts, and nobody's name.</summary>
[Authorize(Policy = CheckPointsAccess.Look)]
internal sealed class PlacesPage(PlatformDb db, CheckPointsSettings settings, TimeProvider time) : PageModel
{
    private const int Most = 500;

    /// <summary>The places, those where most passes first.</summary>
    public IReadOnlyList<PlaceLine> Places { get; private set; } = [];

    /// <summary>All of them together, by hour.</summary>
    public PlaceDay All { get; private set; } = new([]);

    /// <summary>Whether whoever looks registers places.</summary>
    public bool MayRun => CheckPointsAccess.MayRun(SignedIn.Get(User).Role);

    /// <summary>Whether they trace.</summary>
    public bool MayTrace => CheckPointsAccess.MayTrace(SignedIn.Get(User).Role);

    /// <summary>Scans by hour.</summary>
    public Chart Chart => HourChart.Of(All);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (me, now) = (SignedIn.Get(User), time.GetUtcNow());
        var today = Shown.Day(now);
        var all = db.CheckPointsOf(me);
        var hours = await (
            from hour in db.Set<HourCount>().AsNoTracking()
            where hour.Day == today && all.Any(place => place.Id == hour.PlaceId)
            group hour by hour.Hour into one
            select new HourCount
            {
                PlaceId = 0,
                Day = today,
                Hour = one.Key,
                In = one.Sum(hour => hour.In),
                Out = one.Sum(hour => hour.Out),
                Looks = one.Sum(hour => hour.Looks),
                Genuine = one.Sum(hour => hour.Genuine),
                RuleNotMet = one.Sum(hour => hour.RuleNotMet),
                CannotKnow = one.Sum(hour => hour.CannotKnow),
                NotGenuine = one.Sum(hour => hour.NotGenuine),
                NoCertificate = one.Sum(hour => hour.NoCertificate),
            }).ToListAsync(stop);
        All = new PlaceDay([.. hours.OrderBy(hour => hour.Hour)]);
        var places = await all.AsNoTracking().OrderBy(place => place.ClosedAt != null).ThenByDescending(place => place.Id).Take(Most).ToListAsync(stop);
        var ids = places.Select(place => place.Id).ToArray();
        var days = await PlaceDay.Of(db, ids, today, stop);
        var devices = await PlaceDevices.Of(db, ids, now - settings.Silence, stop);
        var unitIds = places.Select(place => place.UnitId).Distinct().ToArray();
        var units = await db.Units.Where(unit => EF.Parameter(unitIds).Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        Places =
        [
            .. places.Select(place => new PlaceLine(
                    place, units[place.UnitId], days.GetValueOrDefault(place.Id, new PlaceDay([])), devices.GetValueOrDefault(place.Id, new PlaceDevices(0, null, 0))))
                .OrderBy(line => !line.Place.IsOpen).ThenByDescending(line => line.Day.All).ThenBy(line => line.Place.Id),
        ];
    }
}
