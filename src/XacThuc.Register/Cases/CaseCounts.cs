using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Cases;

/// <summary>
/// Counts of cases, so that no page counts a hundred thousand of them. PostgreSQL keeps them with each change; a district's
/// file of SQLite is small enough to be counted (decision 0019).
/// </summary>
internal static class CaseCounts
{
    private const string Counted = """
        CREATE VIEW case_counts AS
        SELECT "CommuneCode", "State", "ReasonKey", COUNT(*) AS "Count" FROM cases GROUP BY "CommuneCode", "State", "ReasonKey"
        """;

    private const string Changes = """
        CREATE TABLE case_changes ("CommuneCode" text NOT NULL, "State" integer NOT NULL, "ReasonKey" text NOT NULL, "Change" bigint NOT NULL);
        CREATE INDEX "IX_case_changes" ON case_changes ("CommuneCode", "State", "ReasonKey") INCLUDE ("Change");
        CREATE VIEW case_counts AS
        SELECT "CommuneCode", "State", "ReasonKey", SUM("Change")::bigint AS "Count" FROM case_changes
        GROUP BY "CommuneCode", "State", "ReasonKey" HAVING SUM("Change") <> 0
        """;

    // Nobody waits for a counter: each statement lays its own change beside the others', and folds those that nobody
    // holds at the moment into it.
    private static readonly string Keeping = $"""
        CREATE FUNCTION count_cases() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'INSERT' THEN {Fold("SELECT *, 1 AS one FROM came")}
          ELSIF TG_OP = 'DELETE' THEN {Fold("SELECT *, -1 AS one FROM went")}
          ELSE {Fold("SELECT *, 1 AS one FROM came UNION ALL SELECT *, -1 AS one FROM went")}
          END IF;
          RETURN NULL;
        END $$;
        CREATE TRIGGER count_new AFTER INSERT ON cases REFERENCING NEW TABLE AS came
          FOR EACH STATEMENT EXECUTE FUNCTION count_cases();
        CREATE TRIGGER count_changed AFTER UPDATE ON cases REFERENCING OLD TABLE AS went NEW TABLE AS came
          FOR EACH STATEMENT EXECUTE FUNCTION count_cases();
        CREATE TRIGGER count_gone AFTER DELETE ON cases REFERENCING OLD TABLE AS went
          FOR EACH STATEMENT EXECUTE FUNCTION count_cases()
        """;

    /// <summary>What makes the counts, for either database.</summary>
    public static IReadOnlyList<string> Statements(bool isSqlite) => isSqlite ? [Counted] : [Changes, Keeping];

    /// <summary>The counts of communes.</summary>
    public static IQueryable<CaseCount> CountsOf(this RegisterDb db, string[] communes) =>
        db.Set<CaseCount>().Where(one => communes.Contains(one.CommuneCode));

    private static string Fold(string rows) => $"""
        WITH mine AS (
            SELECT "CommuneCode", "State", "ReasonKey", SUM(one) AS change FROM ({rows}) AS rows GROUP BY 1, 2, 3 HAVING SUM(one) <> 0),
          free AS (
            SELECT kept.ctid AS at FROM case_changes AS kept JOIN mine USING ("CommuneCode", "State", "ReasonKey") FOR UPDATE OF kept SKIP LOCKED),
          gone AS (DELETE FROM case_changes AS kept USING free WHERE kept.ctid = free.at RETURNING kept.*)
        INSERT INTO case_changes
          SELECT "CommuneCode", "State", "ReasonKey", SUM(change) FROM (SELECT * FROM mine UNION ALL SELECT * FROM gone) AS every
          GROUP BY 1, 2, 3 HAVING SUM(change) <> 0;
        """;
}
