using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Records.Import;

/// <summary>Brings a file; below, those that were brought before.</summary>
[Authorize(Policy = RecordsAccess.Write)]
[RequestSizeLimit(UploadFolder.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadFolder.Largest)]
internal sealed class ImportPage(PlatformDb db, TakeFile files) : PageModel
{
    private const int Shown = 30;

    /// <summary>Files brought before, the last first, each with the state of its job.</summary>
    public IReadOnlyList<(ImportedFile File, Job? Job)> Before { get; private set; } = [];

    /// <summary>Why the file was not taken.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, SignedIn.Get(User), stop);
        var found = await db.Set<ImportedFile>().AsNoTracking().Where(file => units.Contains(file.UnitId))
            .OrderByDescending(file => file.Id).Take(Shown)
            .GroupJoin(db.Jobs, file => file.JobId, job => (long?)job.Id, (file, jobs) => new { file, jobs })
            .SelectMany(pair => pair.jobs.DefaultIfEmpty(), (pair, job) => new { pair.file, job })
            .ToListAsync(stop);
        Before = [.. found.OrderByDescending(pair => pair.file.Id).Select(pair => (pair.file, pair.job))];
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (file is null)
        {
            Refusal = RecordsRefusals.NoFile;
        }
        else
        {
            await using var content = file.OpenReadStream();
            var result = await files.Take(content, file.FileName, me, stop);
            if (result.TryGet(out var taken, out var refusal)) return LocalRedirect($"/records/import/{taken.Id}");
            Refusal = refusal;
        }

        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
