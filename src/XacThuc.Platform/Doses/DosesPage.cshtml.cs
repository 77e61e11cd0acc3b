using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Doses.Same;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Doses;

/// <summary>Doses given elsewhere: a file is brought, and those before stand with what waits in them.</summary>
[Authorize(Policy = RecordsAccess.Write)]
[RequestSizeLimit(UploadFolder.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadFolder.Largest)]
internal sealed class DosesPage(PlatformDb db, BringDoses bring) : PageModel
{
    private const int Most = 50;

    /// <summary>Files, the last first, each with its unit and how many of its rows wait.</summary>
    public IReadOnlyList<(DoseFile File, string Unit, int Waiting)> Files { get; private set; } = [];

    /// <summary>How many pairs may be one dose recorded twice.</summary>
    public int Twice { get; private set; }

    /// <summary>Why the file was not taken.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        Twice = await (await db.PairsOf(me, stop)).CountAsync(pair => pair.State == SameState.Open || pair.State == SameState.Proposed, stop);
        var files = await db.Set<DoseFile>().AsNoTracking().Where(file => units.Contains(file.UnitId)).OrderByDescending(file => file.Id).Take(Most)
            .Join(db.Units, file => file.UnitId, unit => unit.Id, (file, unit) => new { file, unit.Name }).ToListAsync(stop);
        var ids = files.Select(pair => pair.file.Id).ToArray();
        var waiting = await db.Set<DoseRow>().Where(row => ids.Contains(row.FileId) && (row.State == DoseRowState.Unclear || row.State == DoseRowState.Unsure))
            .GroupBy(row => row.FileId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        Files = [.. files.OrderByDescending(pair => pair.file.Id).Select(pair => (pair.file, pair.Name, waiting.GetValueOrDefault(pair.file.Id)))];
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null)
        {
            Refusal = DosesRefusals.NoFile;
        }
        else
        {
            await using var content = file.OpenReadStream();
            if ((await bring.Take(content, file.FileName, SignedIn.Get(User), stop)).TryGet(out var taken, out var refusal)) return LocalRedirect($"/doses/files/{taken.Id}");
            Refusal = refusal;
        }

        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
