using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import;
using XacThuc.Tables;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Tables;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>Many places at once: a file is brought, a template is to be had, and those before are there.</summary>
[Authorize(Policy = CheckPointsAccess.Run)]
[RequestSizeLimit(UploadFolder.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadFolder.Largest)]
internal sealed class BringPage(BringPlaces bring) : PageModel
{
    private const int Most = 20;

    // The template says what is taken by what it holds.
    private static readonly string[][] Examples =
    [
        ["", "Trường THPT Cao Lộc, cổng chính", "Trường học", "Khối 6", "Thị trấn Cao Lộc", "Hoàng Văn Thụ", "0912 345 678", ""],
        ["", "Chợ Đồng Đăng, cổng Nam", "Chợ", "Khu Nam Quan", "Thị trấn Đồng Đăng", "Lương Thị Hạnh", "0987 654 321", ""],
    ];

    /// <summary>Files of the own unit, the last first.</summary>
    public IReadOnlyList<PlaceFile> Files { get; private set; } = [];

    /// <summary>Why the file was not taken.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) =>
        Files = await bring.FilesOf(SignedIn.Get(User)).AsNoTracking().OrderByDescending(file => file.Id).Take(Most).ToListAsync(stop);

    /// <summary>A workbook to be filled in, of the importer's own columns: what it offers it takes.</summary>
    public IActionResult OnGetTemplate() => new WorkbookResult(
        Speech.Say("mau-diem-kiem-soat", "check-points-template"), [.. WantedColumn.Of(TableKind.Places).Select(ImportTexts.OfColumn)], _ => Examples.Select(IReadOnlyList<object?> (string[] row) => row).ToAsyncEnumerable());

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null)
        {
            Refusal = CheckPointsRefusals.NoFile;
        }
        else
        {
            await using var content = file.OpenReadStream();
            if ((await bring.Keep(content, file.FileName, SignedIn.Get(User), stop)).TryGet(out var kept, out var refusal)) return LocalRedirect($"/check-points/bring/{kept.Id}");
            Refusal = refusal;
        }

        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
