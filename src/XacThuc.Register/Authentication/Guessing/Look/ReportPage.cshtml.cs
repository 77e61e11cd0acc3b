using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell.Problems;

namespace XacThuc.Register.Authentication.Guessing.Look;

/// <summary>One report: what happened, and that somebody has looked into it.</summary>
internal sealed class ReportPage(RegisterDb db, LookAtReport look, TimeProvider time) : PageModel
{
    /// <summary>The report.</summary>
    public GuessingReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (await GuessingList.Of(db, me).AsNoTracking().FirstOrDefaultAsync(report => report.Id == id, stop) is not { } found)
            return this.Refused(LookAtReport.NotThere);
        Report = found;
        await db.Save(me.NewAct(time, "guessing.view", $"guessing:{id}"), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, string? note, CancellationToken stop)
    {
        const int longest = 300;
        var said = note?.Trim() ?? "";
        var looked = await look.Run(id, said.Length > longest ? said[..longest] : said, SignedIn.Get(User), stop);
        return looked.Refusal is { } refusal ? this.Refused(refusal) : Redirect("/guessing");
    }
}
