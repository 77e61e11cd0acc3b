using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Register.Population.Import;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Jobs.Pages;
using XacThuc.Web.Tables;
using XacThuc.Web.Uploads;

namespace XacThuc.Register.Population.Bring;

/// <summary>Brings a file of the population; below, those that were brought before.</summary>
[RequestSizeLimit(UploadFolder.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadFolder.Largest)]
internal sealed class PopulationPage(RegisterDb db, BringPopulation bring, JobList jobs) : PageModel
{
    /// <summary>Imports, the last first.</summary>
    public ListView List { get; private set; } = null!;

    /// <summary>Why the file was not taken.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => List = await jobs.Of(db, ImportPopulation.Kind, SignedIn.Get(User), Request, stop) with
    {
        Empty = Speech.Say("Chưa có tệp nào. Tệp đưa lên sẽ hiện ở đây cùng kết quả nhập.", "No file yet. Files appear here with what became of them."),
    };

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null)
        {
            Refusal = UploadRefusals.Empty;
        }
        else
        {
            await using var content = file.OpenReadStream();
            var asked = await bring.Run(content, new IdempotencyKey(null), SignedIn.Get(User), stop);
            if (asked.TryGet(out var job, out var refusal)) return LocalRedirect($"/jobs/{job.Id}");
            Refusal = refusal;
        }

        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
