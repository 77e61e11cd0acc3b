using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.My;

/// <summary>A citizen's own page, or that of somebody of the family whose record they may see. Every look is an act.</summary>
internal sealed class MyPage(PlatformDb db, CitizenSessions sessions, MyRecords records, WhoLooked looked, CheckAgain check, TimeProvider time) : PageModel
{
    /// <summary>Whose session it is.</summary>
    public Citizen Citizen { get; private set; } = null!;

    /// <summary>All whose records the session may see.</summary>
    public IReadOnlyList<SeenRecord> All { get; private set; } = [];

    /// <summary>The record shown; none where there is none.</summary>
    public SeenRecord? Seen { get; private set; }

    /// <summary>Where it stands.</summary>
    public MyStatus Status { get; private set; } = null!;

    /// <summary>Its doses, and what is due.</summary>
    public DosesShown Doses { get; private set; } = new([], []);

    /// <summary>Names of the units that gave or brought doses, or keep the record.</summary>
    public IReadOnlyDictionary<long, string> Units { get; private set; } = new Dictionary<long, string>();

    /// <summary>Who looked at it.</summary>
    public IReadOnlyList<MyAct> Looks { get; private set; } = [];

    /// <summary>Whether it was just checked again.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Checked { get; set; }

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The doses that count.</summary>
    public IReadOnlyList<Dose> Valid => [.. Doses.All.Select(told => told.Dose).Where(dose => dose.State == DoseState.Valid)];

    /// <summary>The record's number as this session may see it: whoever has the phone is not always the person.</summary>
    public string NumberShown => Citizen.Way == CitizenWay.VNeId2 && Seen!.As == SeenAs.Own ? Seen.Record.IdNumber : Shown.Masked(Seen!.Record.IdNumber);

    public async Task<IActionResult> OnGetAsync(string? reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        if (!await Load(citizen, reference, stop)) return NotFound();
        return Page();
    }

    /// <summary>Has the record authenticated again.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        var result = await check.Run(citizen, reference, stop);
        if (result.Refusal is not { } refusal) return LocalRedirect($"/portal/my/{reference}?checked=true");
        db.ChangeTracker.Clear();
        if (refusal.Kind == RefusalKind.NotThere || !await Load(citizen, reference, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    /// <summary>What was told of the record beside right and wrong.</summary>
    public IEnumerable<string> Reasons() => new ToldReasons(Seen!.Record.Reasons).Sentences.Select(sentence => sentence.ToString());

    private async Task<bool> Load(Citizen citizen, string? reference, CancellationToken stop)
    {
        (Citizen, All) = (citizen, await records.Of(citizen, stop));
        Seen = reference is null ? All.Count > 0 ? All[0] : null : All.FirstOrDefault(seen => seen.Record.Ref.Equals(reference, StringComparison.Ordinal));
        if (Seen is not { } seen) return reference is null;
        await db.Save(new Act(seen.Actor, time.GetUtcNow(), "record.own_view", seen.Subject), stop);
        Doses = await DosesShown.Of(db, seen.Record, Shown.Day(time.GetUtcNow()), stop);
        Looks = await looked.Of(seen.Record, stop);
        long[] ids = [seen.Record.UnitId, .. Doses.All.Select(told => told.Dose.UnitId)];
        Units = await db.Units.AsNoTracking().Where(unit => EF.Parameter(ids).Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        Status = MyTexts.StatusOf(seen.Record, Valid.Count, Units[seen.Record.UnitId]);
        return true;
    }
}
