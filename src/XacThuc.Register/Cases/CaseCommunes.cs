using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Cases;

/// <summary>The communes that cases are of, found from one code to the next by the index, however many cases each has.</summary>
internal static class CaseCommunes
{
    private static readonly string Every = CodesWhere("TRUE");
    private static readonly string Open = CodesWhere("""
        "State" = {0} AND "CommuneCode" BETWEEN {1} AND {2}
        """);

    /// <summary>Codes of all cases, in order.</summary>
    public static Task<List<string>> CodesOfCases(this RegisterDb db, CancellationToken stop) =>
        db.Database.SqlQueryRaw<string>(Every).ToListAsync(stop);

    /// <summary>Those among communes that have open cases, in order.</summary>
    public static async Task<List<string>> OpenAmong(this RegisterDb db, string[] communes, CancellationToken stop)
    {
        if (communes.Length == 0) return [];
        var known = communes.ToHashSet(StringComparer.Ordinal);
        var found = await db.Database.SqlQueryRaw<string>(
            Open, (int)CaseState.Open, known.Min(StringComparer.Ordinal)!, known.Max(StringComparer.Ordinal)!).ToListAsync(stop);
        return found.FindAll(known.Contains);
    }

    private static string CodesWhere(string condition) => $"""
        WITH RECURSIVE codes AS (
          SELECT MIN("CommuneCode") AS code FROM cases WHERE {condition}
          UNION ALL
          SELECT (SELECT MIN("CommuneCode") FROM cases WHERE {condition} AND "CommuneCode" > codes.code)
          FROM codes WHERE codes.code IS NOT NULL)
        SELECT code AS "Value" FROM codes WHERE code IS NOT NULL
        """;
}
