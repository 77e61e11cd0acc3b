using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Doses.Correct;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Papers;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses.Evidence;

/// <summary>A dose: where it comes from, as it was written, and the papers that show it.</summary>
[Authorize(Policy = RecordsAccess.Read)]
[RequestSizeLimit(ReadPaper.Largest + (1 << 20))]
internal sealed class DosePage(PlatformDb db, KeepDosePaper keep, CorrectDose correct, TimeProvider time) : PageModel
{
    /// <summary>The dose.</summary>
    public Dose Dose { get; private set; } = null!;

    /// <summary>Its record.</summary>
    public VaccinationRecord Record { get; private set; } = null!;

    /// <summary>Its unit's name.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>The row of the file that it was brought in, as it was written; none where it was entered otherwise.</summary>
    public DoseRow? Row { get; private set; }

    /// <summary>That file; none where it is out of reach.</summary>
    public DoseFile? Source { get; private set; }

    /// <summary>Its papers.</summary>
    public IReadOnlyList<DosePaper> Papers { get; private set; } = [];

    /// <summary>Whether papers may be added.</summary>
    public bool MayAdd { get; private set; }

    /// <summary>Whether it may be corrected here.</summary>
    public bool MayCorrect => MayAdd && Dose is { State: DoseState.Valid, SessionId: null };

    /// <summary>Vaccines to choose from.</summary>
    public IReadOnlyList<Product> Products => VaccineCatalogue.Standard.Products;

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "dose.view", $"dose:{id}"), stop);
        return Page();
    }

    /// <summary>Adds a paper.</summary>
    public async Task<IActionResult> OnPostAsync(long id, IFormFile? paper, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        await using var content = paper?.OpenReadStream();
        Refusal = (await keep.Run(id, content, me, stop)).Refusal;
        if (Refusal is null) return LocalRedirect($"/doses/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, me, stop)) return NotFound();
        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        return Page();
    }

    /// <summary>Corrects it.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(long id, DoseForm form, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        Refusal = (await correct.Run(id, form, me, stop)).Refusal;
        if (Refusal is null) return LocalRedirect($"/doses/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, me, stop)) return NotFound();
        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindDose(id, me, stop)).TryGet(out var found, out _)) return false;
        (Dose, Record) = found;
        Unit = await db.Units.Where(unit => unit.Id == Dose.UnitId).Select(unit => unit.Name).FirstAsync(stop);
        Papers = await db.Set<DosePaper>().AsNoTracking().Where(paper => paper.DoseId == id).OrderBy(paper => paper.Id).ToListAsync(stop);
        MayAdd = RecordsAccess.RightOf(me.Role) == RecordsRight.Write;
        var (key, fileId) = ((Guid?)Dose.EntryKey, Dose.FileId);
        if (fileId is null) return true;
        Row = await db.Set<DoseRow>().AsNoTracking().FirstOrDefaultAsync(row => row.FileId == fileId && row.DoseKey == key, stop);
        var units = MayAdd ? await RecordsAccess.UnitsOf(db, me, stop) : [];
        Source = await db.Set<DoseFile>().AsNoTracking().FirstOrDefaultAsync(file => file.Id == fileId && units.Contains(file.UnitId), stop);
        return true;
    }
}
