using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>The communes that have open cases.</summary>
internal static class OpenCommunes
{
    // From one code to the next by the index, however many cases there are of each.
    private const string Between = """
        WITH RECURSIVE codes AS (
          SELECT MIN("CommuneCode") AS code FROM cases WHERE "State" = {0} AND "CommuneCode" >= {1}
          UNION ALL
          SELECT (SELECT MIN("CommuneCode") FROM cases WHERE "State" = {0} AND "CommuneCode" > codes.code)
          FROM codes WHERE codes.code < {2})
        SELECT code AS "Value" FROM codes WHERE code IS NOT NULL
        """;

    /// <summary>Those among communes, in order.</summary>
    public static async Task<List<string>> OpenAmong(this RegisterDb db, string[] communes, CancellationToken stop)
    {
        if (communes.Length == 0) return [];
        var known = communes.ToHashSet(StringComparer.Ordinal);
        var found = await db.Database.SqlQueryRaw<string>(
            Between, (int)CaseState.Open, known.Min(StringComparer.Ordinal)!, known.Max(StringComparer.Ordinal)!).ToListAsync(stop);
        return found.FindAll(known.Contains);
    }
}
