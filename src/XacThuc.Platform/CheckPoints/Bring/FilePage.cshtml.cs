using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Tables;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>A file of places, row by row: what is wrong, what would be registered, what is there already.</summary>
[Authorize(Policy = CheckPointsAccess.Run)]
internal sealed class FilePage(PlatformDb db, BringPlaces bring) : PageModel
{
    /// <summary>So many rows are shown of each sort.</summary>
    public const int Most = 300;

    /// <summary>The file.</summary>
    public PlaceFile Brought { get; private set; } = null!;

    /// <summary>What it says; none where its columns are not clear.</summary>
    public PlacesRead? Found { get; private set; }

    /// <summary>Asks for the columns, while they are not clear.</summary>
    public ColumnsForm? Columns { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>A column as people know it.</summary>
    public static string NameOf(int column) => ImportTexts.OfColumn(WantedColumn.Of(TableKind.Places)[column]);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!await Find(id, stop)) return NotFound();
        await Look(stop);
        return Page();
    }

    /// <summary>Registers what is right.</summary>
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken stop)
    {
        if (!await Find(id, stop)) return NotFound();
        if ((await bring.Register(Brought, SignedIn.Get(User), stop)).Refusal is not { } refusal) return LocalRedirect($"/check-points/bring/{id}");
        db.ChangeTracker.Clear();
        await Look(stop);
        Refusal ??= refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    /// <summary>Says which column is which.</summary>
    public async Task<IActionResult> OnPostColumnsAsync(long id, string? headings, int[] column, CancellationToken stop)
    {
        if (!await Find(id, stop)) return NotFound();
        if (ColumnsForm.Read(headings, column) is { } choice) await bring.Point(Brought, choice, SignedIn.Get(User), stop);
        return LocalRedirect($"/check-points/bring/{id}");
    }

    private async Task<bool> Find(long id, CancellationToken stop)
    {
        if (await bring.FilesOf(SignedIn.Get(User)).FirstOrDefaultAsync(file => file.Id == id, stop) is not { } file) return false;
        Brought = file;
        return true;
    }

    private async Task Look(CancellationToken stop)
    {
        var looked = await bring.Look(Brought, SignedIn.Get(User), stop);
        if (looked.TryGet(out var found, out var refusal))
        {
            Found = found;
            return;
        }

        Refusal = refusal;
        Columns = bring.HeadingsOf(Brought) is { } form ? form with { Handler = "columns" } : null;
    }
}
