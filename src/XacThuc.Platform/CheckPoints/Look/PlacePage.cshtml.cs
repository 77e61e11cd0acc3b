using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Protection;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Tags;

namespace XacThuc.Platform.CheckPoints.Look;

/// <summary>Somebody who passed, as the owner of the place sees them.</summary>
internal sealed record PassedBy(DateTimeOffset At, string MaskedName, ScanWay Way, ScanVerdict Verdict, string Reasons)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(PassedBy);
}

/// <summary>One place: its day by hour, verdicts, reasons, devices; for the unit that answers for it the last who passed, their names masked.</summary>
[Authorize(Policy = CheckPointsAccess.Look)]
internal sealed class PlacePage(PlatformDb db, WritePlace write, PersonCover cover, CheckPointsSettings settings, TimeProvider time) : PageModel
{
    private const int MostPassed = 30;

    /// <summary>The place.</summary>
    public CheckPoint Place { get; private set; } = null!;

    /// <summary>Today.</summary>
    public PlaceDay Day { get; private set; } = new([]);

    /// <summary>Why, today.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get; private set; } = [];

    /// <summary>Its devices, those that are on first.</summary>
    public IReadOnlyList<CheckDevice> Devices { get; private set; } = [];

    /// <summary>Who passed last; for the owner alone.</summary>
    public IReadOnlyList<PassedBy> Passed { get; private set; } = [];

    /// <summary>Whether names are shown, masked.</summary>
    public bool SeesNames { get; private set; }

    /// <summary>Whether whoever looks keeps the place.</summary>
    public bool MayKeep { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Scans by hour.</summary>
    public Chart Chart => HourChart.Of(Day);

    /// <summary>For how many days scans are kept.</summary>
    public int KeepDays => settings.KeepDays;

    /// <summary>Verdicts of the day.</summary>
    public IReadOnlyList<(ScanVerdict Verdict, long Count)> Verdicts =>
    [
        (ScanVerdict.Genuine, Day.Hours.Sum(hour => hour.Genuine)), (ScanVerdict.RuleNotMet, Day.Hours.Sum(hour => hour.RuleNotMet)),
        (ScanVerdict.CannotKnow, Day.Hours.Sum(hour => hour.CannotKnow)), (ScanVerdict.NotGenuine, Day.Hours.Sum(hour => hour.NotGenuine)),
        (ScanVerdict.NoCertificate, Day.Hours.Sum(hour => hour.NoCertificate)),
    ];

    /// <summary>Whether a device that is on has not been heard of for long.</summary>
    public bool IsSilent(CheckDevice device) => device.OffAt is null && time.GetUtcNow() - device.LastSeenAt > settings.Silence;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostCloseAsync(long id, CancellationToken stop) => await Done(id, await write.Close(id, SignedIn.Get(User), stop), stop);

    /// <summary>Opens it again.</summary>
    public async Task<IActionResult> OnPostOpenAsync(long id, CancellationToken stop) => await Done(id, await write.Open(id, SignedIn.Get(User), stop), stop);

    private async Task<IActionResult> Done(long id, Result<CheckPoint> result, CancellationToken stop)
    {
        if (result.Refusal is not { } refusal) return LocalRedirect($"/check-points/{id}");
        db.ChangeTracker.Clear();
        if (refusal.Kind == RefusalKind.NotThere || !await Load(id, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var (me, now) = (SignedIn.Get(User), time.GetUtcNow());
        if (!(await db.FindCheckPoint(id, me, stop)).TryGet(out var place, out _)) return false;
        (Place, SeesNames, MayKeep) = (place, CheckPointsAccess.SeesNames(me, place), CheckPointsAccess.MayKeep(me, place));
        var today = Shown.Day(now);
        Day = (await PlaceDay.Of(db, [id], today, stop)).GetValueOrDefault(id, Day);
        Reasons = await db.Set<ReasonCount>().AsNoTracking().Where(reason => reason.PlaceId == id && reason.Day == today).OrderByDescending(reason => reason.Count).Take(10).ToListAsync(stop);
        Devices = await db.Set<CheckDevice>().AsNoTracking().Where(device => device.PlaceId == id).OrderBy(device => device.OffAt != null).ThenByDescending(device => device.LastSeenAt).Take(50).ToListAsync(stop);
        if (!SeesNames) return true;
        var scans = await db.Set<Scan>().AsNoTracking().Where(scan => scan.PlaceId == id).OrderByDescending(scan => scan.At).Take(MostPassed).ToListAsync(stop);
        Passed = scans.ConvertAll(scan => new PassedBy(
            scan.At, scan.Person is null ? "" : cover.Uncover(scan.Person, scan.Id).MaskedName, scan.Way, scan.Verdict,
            string.Join(", ", scan.Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(CheckPointsWords.ReasonOf))));
        if (scans.Count > 0) await db.Save(me.NewAct(time, "place.look", place.Subject), stop);
        return true;
    }
}
