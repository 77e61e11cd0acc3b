using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Records.Slips;

/// <summary>People who must bring papers, and those the register does not know: a slip for each, to be printed.</summary>
[Authorize(Policy = RecordsAccess.Read)]
internal sealed class SlipsPage(PlatformDb db, TimeProvider time) : PageModel
{
    /// <summary>The slips, by name.</summary>
    public IReadOnlyList<Proposal> Slips { get; private set; } = [];

    /// <summary>Names of the units that ask, by key.</summary>
    public IReadOnlyDictionary<long, string> Units { get; private set; } = new Dictionary<long, string>();

    /// <summary>Names of communes by code.</summary>
    public IReadOnlyDictionary<string, string> Communes { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var pairs = await db.Set<RecordDecision>().AsNoTracking()
            .Where(decision => units.Contains(decision.UnitId) && decision.State == DecisionState.Open &&
                (decision.Kind == DecisionKind.AskPerson || decision.Kind == DecisionKind.NotFound))
            .Join(db.Set<VaccinationRecord>(), decision => decision.RecordId, record => record.Id, (decision, record) => new { decision, record })
            .Where(pair => pair.record.Version == pair.decision.Version)
            .OrderBy(pair => pair.record.NameSort).Take(ApplyDecisions.Most).ToListAsync(stop);
        Slips = [.. pairs.Select(pair => new Proposal(pair.decision, pair.record))];
        var codes = Slips.Select(slip => slip.Record.CommuneCode).Distinct(StringComparer.Ordinal).ToArray();
        Units = await db.Units.Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        Communes = (await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && codes.Contains(place.Code)).ToListAsync(stop))
            .OrderByDescending(place => place.ValidFrom).DistinctBy(place => place.Code, StringComparer.Ordinal)
            .ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal);
        await db.Save(me.NewAct(time, "records.list", "records:slips"), stop);
    }
}
