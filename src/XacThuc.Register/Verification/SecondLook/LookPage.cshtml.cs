using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.SecondLook;

/// <summary>The rows of a list that a second officer looks at: as recorded, as filled in, what was decided, by whom and why.</summary>
[Authorize(Policy = VerificationAccess.Verify)]
internal sealed class LookPage(RegisterDb db, GiveSecondLook look, TimeProvider time) : PageModel
{
    /// <summary>More rows than this nobody looks at closely before the next press of a button.</summary>
    internal const int Most = 100;

    /// <summary>The list.</summary>
    public VerificationList List { get; private set; } = null!;

    /// <summary>Rows that wait for whoever looks, the first of them.</summary>
    public IReadOnlyList<VerificationRow> Rows { get; private set; } = [];

    /// <summary>How many do.</summary>
    public int Waiting { get; private set; }

    /// <summary>How many wait for somebody else, for they were decided by whoever looks.</summary>
    public int Own { get; private set; }

    /// <summary>How many have been looked at.</summary>
    public int LookedAt { get; private set; }

    /// <summary>How many need no second look, for they agree with the register.</summary>
    public int Agreed { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await db.Save(SignedIn.Get(User).NewAct(time, "list.view_second_look", $"list:{List.Code}", $"{Rows.Count}"), stop);
        return Page();
    }

    /// <summary>Agrees with the rows shown, and sends back those with a word.</summary>
    public async Task<IActionResult> OnPostAsync(long id, int version, int[] row, string?[] word, CancellationToken stop)
    {
        var looked = row.Select((number, place) => new LookedRow(number, place < word.Length ? word[place] ?? "" : "")).ToList();
        var done = await look.Run(id, version, looked, SignedIn.Get(User), stop);
        if (done.TryGet(out var list, out var refusal))
            return LocalRedirect(list.State == ListState.SecondLook ? $"/lists/{id}/second-look" : $"/lists/{id}");
        Refusal = refusal;
        db.ChangeTracker.Clear();
        if (!await Load(id, stop)) return NotFound();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (await db.ListsOf(me).AsNoTracking().FirstOrDefaultAsync(list => list.Id == id, stop) is not { } list) return false;
        List = list;
        var rows = db.Set<VerificationRow>().AsNoTracking().Where(row => row.ListId == id);
        Agreed = await rows.CountAsync(row => row.Verdict == LineVerdict.Confirmed, stop);
        LookedAt = await rows.CountAsync(row => row.LookedAtAt != null, stop);
        if (list.State != ListState.SecondLook) return true;
        var waiting = rows.Unlooked().Where(row => row.DecidedBy != me.Name);
        Waiting = await waiting.CountAsync(stop);
        Rows = await waiting.OrderBy(row => row.Number).Take(Most).ToListAsync(stop);
        Own = await rows.Unlooked().CountAsync(stop) - Waiting;
        return true;
    }
}
