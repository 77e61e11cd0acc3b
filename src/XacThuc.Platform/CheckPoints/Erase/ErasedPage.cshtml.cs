using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Audit;

namespace XacThuc.Platform.CheckPoints.Erase;

/// <summary>A proof as the page shows it.</summary>
/// <param name="Erasure">What was erased.</param>
/// <param name="Counts">How many of the places that somebody sees.</param>
/// <param name="Link">Its place in the chain of the audit; none until it is sealed.</param>
/// <param name="Agrees">Whether the chain says the same.</param>
internal sealed record ShownErasure(Erasure Erasure, IReadOnlyList<string> Counts, long? Link, bool Agrees);

/// <summary>What was erased, and its proofs.</summary>
[Authorize(Policy = CheckPointsAccess.Look)]
internal sealed class ErasedPage(PlatformDb db, CheckPointsSettings settings) : PageModel
{
    private const int Most = 100;

    /// <summary>The last of them first.</summary>
    public IReadOnlyList<ShownErasure> Erasures { get; private set; } = [];

    /// <summary>For how many days scans are kept.</summary>
    public int KeepDays => settings.KeepDays;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var erasures = await db.Set<Erasure>().AsNoTracking().OrderByDescending(one => one.Id).Take(Most).ToListAsync(stop);
        string[] subjects = [.. erasures.Select(one => $"erasure:{one.Digest[..16]}")];
        var acts = (await db.Audit.AsNoTracking().Where(entry => EF.Parameter(subjects).Contains(entry.Subject)).ToListAsync(stop)).ToLookup(entry => entry.Reason, StringComparer.Ordinal);
        var seen = (await db.CheckPointsOf(SignedIn.Get(User)).Select(place => place.Code).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        Erasures = erasures.ConvertAll(one =>
        {
            AuditEntry? act = acts[EraseScans.ReasonOf(one)].FirstOrDefault();
            return new ShownErasure(one, [.. one.Counts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => seen.Contains(line.Split(' ')[0]))], act?.Link, act is not null);
        });
    }
}
