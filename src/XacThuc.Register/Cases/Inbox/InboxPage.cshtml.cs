using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Tables;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>The wrong records of residents of the officer's place: in groups of one reason, and as a list.</summary>
[Authorize(Policy = CasesAccess.Decide)]
internal sealed class InboxPage(RegisterDb db, TimeProvider time) : PageModel
{
    /// <summary>So many groups are shown at once; the others are a click away.</summary>
    public const int GroupsAtOnce = 12;

    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    /// <summary>Groups of one reason, the largest first; none where a name is sought that many have.</summary>
    public IReadOnlyList<ReasonGroup> Groups { get; private set; } = [];

    /// <summary>What is asked for, oldest first unless asked otherwise.</summary>
    public ListView List { get; private set; } = null!;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var communes = await db.CommunesOf(me, stop);
        if (InboxList.Shape.WantsWorkbook(Request))
        {
            await db.Save(me.NewAct(time, "cases.export", "cases:open"), stop);
            return InboxList.Shape.Workbook(Filter.Of(db.CasesOf(communes).AsNoTracking()), Request, "cases");
        }

        (var open, Groups, var count) = await AskedCases.Of(db, Filter, communes, stop);
        List = (await InboxList.Shape.Read(open, Request, stop, await Choices(communes, me, stop), count)).WithLinks(address => address + Filter.Query) with
        {
            Empty = Speech.Say(
                "Không còn hồ sơ sai nào trong địa bàn. Hồ sơ mới sẽ hiện ở đây sau lần xác thực tới.",
                "No wrong record is left in your area. New ones appear here after the next authentication."),
        };
        await db.Save(me.NewAct(time, "cases.list", "cases:open"), stop);
        return Page();
    }

    private async Task<Dictionary<string, IReadOnlyList<ListChoice>>> Choices(string[] communes, SignedIn me, CancellationToken stop)
    {
        var codes = await db.OpenAmong(communes, stop);
        var names = await db.NamesOf(codes, me, stop);
        // Hamlets of several communes share names: there is a choice once the commune is clear.
        var commune = codes is [var only] ? only : Filter.Commune;
        var hamlets = await db.CasesOf(communes).Where(one => one.State == CaseState.Open && one.CommuneCode == commune && one.Hamlet != "")
            .Select(one => one.Hamlet).Distinct().OrderBy(hamlet => hamlet).ToListAsync(stop);
        var reasons = Groups.Count > 0 ? Groups : await db.GroupsOf(communes, stop);
        return new(StringComparer.Ordinal)
        {
            ["reason"] = [.. reasons.Select(group => Choice(group.Reason, CaseTexts.OfKey(group.Reason)))],
            ["commune"] = [.. codes.Select(code => Choice(code, names.GetValueOrDefault(code, code)))],
            ["hamlet"] = [.. hamlets.Select(hamlet => Choice(hamlet, hamlet))],
        };
    }

    private static ListChoice Choice(string key, string name) => new(key, Bilingual.Same(name));
}
