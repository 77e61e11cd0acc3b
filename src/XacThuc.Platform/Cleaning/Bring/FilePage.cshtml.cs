using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Cleaning.Bring;

/// <summary>A filled file against its list, before it is taken over and after.</summary>
[Authorize(Policy = RecordsAccess.Write)]
internal sealed class FilePage(PlatformDb db, TakeFilled take, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public CleaningList List { get; private set; } = null!;

    /// <summary>The file.</summary>
    public CleaningFile Brought { get; private set; } = null!;

    /// <summary>What it says otherwise than the list now.</summary>
    public FileDifferences Found { get; private set; } = new(0, [], []);

    /// <summary>Why nothing was taken over.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, long file, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, file, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "cleaning.view", $"cleaning:{List.Code}"), stop);
        return Page();
    }

    /// <summary>Takes it over.</summary>
    public async Task<IActionResult> OnPostAsync(long id, long file, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var taken = await take.TakeOver(id, file, me, stop);
        if (taken.Refusal is null) return LocalRedirect($"/cleaning/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, file, me, stop)) return NotFound();
        Refusal = taken.Refusal;
        Response.StatusCode = Refusals.StatusOf(taken.Refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, long file, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindList(id, me, stop)).TryGet(out var list, out _)) return false;
        db.ChangeTracker.Clear();
        if (await db.Set<CleaningFile>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == file && one.ListId == id, stop) is not { } brought)
            return false;
        (List, Brought) = (list, brought);
        var compared = await take.Compare(list, brought, stop);
        if (compared.TryGet(out var found, out var refusal)) Found = found;
        else Refusal = refusal;
        return true;
    }
}
