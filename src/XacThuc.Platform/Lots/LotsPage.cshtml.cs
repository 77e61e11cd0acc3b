using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lots;

/// <summary>The store of the unit: what is there, and doses that came.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class LotsPage(KeepLots lots, TimeProvider time) : PageModel
{
    /// <summary>The lots.</summary>
    public IReadOnlyList<StoredLot> Lots { get; private set; } = [];

    /// <summary>Products that doses may come of.</summary>
    public IReadOnlyList<Product> Products => VaccineCatalogue.Standard.Products;

    /// <summary>Today.</summary>
    public DateOnly Today => Shown.Day(time.GetUtcNow());

    /// <summary>Whether whoever looks keeps the store.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>Why nothing was entered.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        MayWrite = SessionsAccess.MayVaccinate(me.Role);
        Lots = await lots.Stored(me.UnitId, stop);
    }

    /// <summary>Enters doses that came.</summary>
    public async Task<IActionResult> OnPostAsync(string? product, string? lot, DateOnly expires, int doses, CancellationToken stop)
    {
        var received = await lots.Receive(new LotEntry(product ?? "", lot ?? "", expires, doses), SignedIn.Get(User), stop);
        if (received.Refusal is not { } refusal) return LocalRedirect("/lots");
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
