using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Tables;

namespace XacThuc.Register.Authentication.Guessing.Look;

/// <summary>Who was stopped or reported for what looks like guessing, the latest first.</summary>
internal sealed class GuessingPage(RegisterDb db, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var rows = GuessingList.Of(db, me);
        if (GuessingList.Shape.WantsWorkbook(Request))
        {
            await db.Save(me.NewAct(time, "guessing.export", "guessing:all"), stop);
            return GuessingList.Shape.Workbook(rows, Request, "guessing");
        }

        List = await GuessingList.Shape.Read(rows, Request, stop) with
        {
            Empty = Speech.Say("Chưa có ai bị dừng.", "Nobody has been stopped yet."),
        };
        await db.Save(me.NewAct(time, "guessing.list", "guessing:all"), stop);
        return Page();
    }
}
