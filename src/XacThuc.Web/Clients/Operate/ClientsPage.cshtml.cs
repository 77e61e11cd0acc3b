using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Clients.Operate;

/// <summary>The programs that use the API for units of the operator's places.</summary>
internal sealed class ClientsPage(ClientDesk desk, HouseDb db, HouseSettings settings, TimeProvider time) : PageModel
{
    /// <summary>The new client's id.</summary>
    [BindProperty]
    public string? Client { get; set; }

    /// <summary>The unit it acts for.</summary>
    [BindProperty]
    public long UnitId { get; set; }

    /// <summary>What it may do.</summary>
    [BindProperty]
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>Those that are there.</summary>
    public IReadOnlyList<KnownClient> Clients { get; private set; } = [];

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>What this house's programs can be allowed to do.</summary>
    public IReadOnlyList<string> AllScopes => ApiScopes.Of(settings.House);

    /// <summary>The secret of the one just made, shown this once.</summary>
    public (string Id, string Secret)? Made { get; private set; }

    /// <summary>Why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGet(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        Clients = await desk.Of(me, stop);
        Units = [.. (await db.Units.AsNoTracking().Where(unit => unit.Path.StartsWith(me.Path))
            .OrderBy(unit => unit.Kind).ThenBy(unit => unit.Name).ToListAsync(stop))
            .Select(unit => new SelectListItem(unit.Name, unit.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>Makes one.</summary>
    public async Task OnPost(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var secret = ClientDesk.NewSecret();
        var id = Client?.Trim() ?? "";
        Show(await desk.Create(me, id, secret, [.. Scopes.Intersect(AllScopes, StringComparer.Ordinal)], UnitId, time, stop), id, secret);
        await OnGet(stop);
    }

    /// <summary>Closes one.</summary>
    public async Task OnPostClose(string? id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        Show(await desk.Close(me, id ?? "", me.NewAct(time, "client.close", $"client:{id}"), stop), null, null);
        await OnGet(stop);
    }

    private void Show(Result<string> result, string? id, string? secret)
    {
        if (result.Refusal is not { } refusal)
        {
            if (id is not null && secret is not null) Made = (id, secret);
            return;
        }

        Problem = refusal.Sentence.ToString();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
    }
}
