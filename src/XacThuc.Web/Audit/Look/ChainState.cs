using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Data;

namespace XacThuc.Web.Audit.Look;

/// <summary>How far the chain held when it was walked last.</summary>
/// <param name="Links">So many links hold.</param>
/// <param name="Broken">The first that does not; none where all do.</param>
/// <param name="At">When.</param>
/// <param name="By">Who had it walked.</param>
public sealed record ChainState(long Links, long? Broken, DateTimeOffset At, string By)
{
    private const string Fact = "audit.chain";

    /// <summary>The last state; none where it was never walked.</summary>
    public static async Task<ChainState?> Find(HouseDb db, CancellationToken stop) =>
        await db.Facts.AsNoTracking().Where(fact => fact.Name == Fact).Select(fact => fact.Value).FirstOrDefaultAsync(stop) is { } value
            ? JsonSerializer.Deserialize<ChainState>(value, JsonSerializerOptions.Web) : null;

    internal static async Task Keep(HouseDb db, ChainState state, CancellationToken stop)
    {
        var value = JsonSerializer.Serialize(state, JsonSerializerOptions.Web);
        if (await db.Facts.Where(fact => fact.Name == Fact).ExecuteUpdateAsync(row => row.SetProperty(fact => fact.Value, value), stop) > 0) return;
        db.Facts.Add(new HouseFact { Name = Fact, Value = value });
        await db.SaveChangesAsync(stop);
    }
}
