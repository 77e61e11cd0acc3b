using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>The wrong records of residents of the officer's place: in groups of one reason, and as a list.</summary>
[Authorize(Policy = CasesAccess.Decide)]
internal sealed class InboxPage(RegisterDb db, TimeProvider time) : PageModel
{
    private const int Most = 50;

    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    /// <summary>Groups of one reason, the largest first.</summary>
    public IReadOnlyList<ReasonGroup> Groups { get; private set; } = [];

    /// <summary>The first of what is asked for, oldest first.</summary>
    public IReadOnlyList<Case> Cases { get; private set; } = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Communes with open cases: code and name.</summary>
    public IReadOnlyList<(string Code, string Name)> Communes { get; private set; } = [];

    /// <summary>Hamlets with open cases, of the commune asked for.</summary>
    public IReadOnlyList<string> Hamlets { get; private set; } = [];

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var mine = db.CasesOf(me).AsNoTracking();
        var open = Filter.Of(mine);
        Count = await open.CountAsync(stop);
        Cases = await open.OrderBy(one => one.Id).Take(Most).ToListAsync(stop);
        Groups = await (Filter with { Reason = null }).Of(mine).GroupBy(one => one.ReasonKey)
            .Select(group => new ReasonGroup(group.Key, group.Count(), group.Min(one => one.OpenedAt)))
            .ToListAsync(stop) is var groups ? [.. groups.OrderByDescending(group => group.Count)] : [];

        var codes = await mine.Where(one => one.State == CaseState.Open).Select(one => one.CommuneCode).Distinct().ToListAsync(stop);
        var names = await db.NamesOf(codes, me, stop);
        Communes = [.. codes.Order(StringComparer.Ordinal).Select(code => (code, names.GetValueOrDefault(code, code)))];
        Hamlets = await mine.Where(one => one.State == CaseState.Open && one.CommuneCode == Filter.Commune && one.Hamlet != "")
            .Select(one => one.Hamlet).Distinct().OrderBy(hamlet => hamlet).ToListAsync(stop);
    }

    /// <summary>The name of a commune by its code.</summary>
    public string NameOf(string commune) => Communes.FirstOrDefault(one => string.Equals(one.Code, commune, StringComparison.Ordinal)).Name ?? commune;
}
