using XacThuc.Bench.Peers;

namespace XacThuc.Bench.Suggest;

/// <summary>
/// Record linkage in DuckDB as Splink generates it: blocking rules, comparison levels with a fixed weight in bits each,
/// the first five. Results go to the named file, suggestions beside it.
/// </summary>
internal static class SplinkStyle
{
    public static string SuggestionsBeside(string results) => results + ".suggestions";

    public static void Run(PeerFiles files, string[] rules, string distance) => DuckDb.Run(
    [
        $"SET threads = {Environment.ProcessorCount}",
        "SET preserve_insertion_order = false",
        $"CREATE TABLE person AS {Prepared(files.Register, "personal_id", "personal_id", "old_id")}",
        $"CREATE TABLE record AS {Prepared(files.Records, "record_id", "id_number", "NULL")}",
        """
        CREATE TABLE decided AS SELECT *, place IN (
            SELECT r.place FROM record r JOIN person p
              ON r.id = p.id AND r.name = p.name AND r.sex = p.sex AND r.born = p.born
            UNION ALL SELECT r.place FROM record r JOIN person p
              ON r.id = p.old AND r.name = p.name AND r.sex = p.sex AND r.born = p.born) AS matched
          FROM record
        """,
        $$"""
        COPY (SELECT key AS record_id, CASE WHEN matched THEN 'matched' ELSE 'mismatched' END AS status FROM decided)
          TO {{PeerFiles.Quoted(files.Out)}} (HEADER, DELIMITER ',')
        """,
        "CREATE TABLE sought AS SELECT * FROM decided WHERE NOT matched",
        $"CREATE TABLE pair AS {Blocked(rules)}",
        $$"""
        COPY (
          SELECT key AS record_id, rank, id AS personal_id, round(probability, 6) AS probability, '' AS reasons
          FROM (SELECT key, id, row_number() OVER best AS rank,
                  pow(2, bits) / (sum(pow(2, bits)) OVER (PARTITION BY key) + {{ChanceOfNone}}) AS probability
                FROM ({{Weighed(distance)}}) WINDOW best AS (PARTITION BY key ORDER BY bits DESC, id))
          WHERE rank <= 5
        ) TO {{PeerFiles.Quoted(SuggestionsBeside(files.Out))}} (HEADER, DELIMITER ',')
        """,
    ]);

    // Odds against anybody in particular, and the small chance that the person is not in the register.
    private const string ChanceOfNone = "(SELECT count(*) FROM person) * 0.05";

    private static string Prepared(string path, string key, string number, string old) => $$"""
        SELECT row_number() OVER () AS place, *, split_part(plain, ' ', 1) AS family, split_part(plain, ' ', -1) AS given,
          try_cast(born[1:4] AS INT) AS y, try_cast(born[6:7] AS INT) AS m, try_cast(born[9:10] AS INT) AS d
        FROM (
          SELECT {{key}} AS key, lpad(nullif({{number}}, ''), 12, '0') AS id,
            lpad(nullif({{old}}, ''), 12, '0') AS old, upper(nfc_normalize(trim(full_name))) AS name,
            replace(strip_accents(lower(nfc_normalize(trim(full_name)))), 'đ', 'd') AS plain,
            CASE WHEN lower(sex) IN ('nam', 'm', 'male', '1') THEN 'M' ELSE 'F' END AS sex,
            CASE WHEN date_of_birth[3] = '/' AND length(date_of_birth) = 10
              THEN date_of_birth[7:10] || '-' || date_of_birth[4:5] || '-' || date_of_birth[1:2]
              ELSE date_of_birth END AS born,
            commune_code AS commune
          FROM read_csv({{PeerFiles.Quoted(path)}}, all_varchar = true))
        """;

    private static string Blocked(string[] rules) => string.Join(
        " UNION ", rules.Select(rule => $"SELECT r.place AS r, p.place AS p FROM sought r JOIN person p ON {rule}"));

    private static string Weighed(string distance) => $$"""
        SELECT r.key, p.id,
          CASE WHEN r.name = p.name THEN 14 WHEN r.plain = p.plain THEN 9
               WHEN {{distance}}(r.plain, p.plain) <= 1 THEN 7
               WHEN jaro_winkler_similarity(r.plain, p.plain) >= 0.92 THEN 3
               WHEN jaro_winkler_similarity(r.plain, p.plain) >= 0.8 THEN -1 ELSE -7 END
          + CASE WHEN r.born IS NULL OR r.born = '' THEN 0
                 WHEN r.born = p.born THEN 14
                 WHEN r.y = p.y AND r.m = p.d AND r.d = p.m THEN 9
                 WHEN {{distance}}(r.born, p.born) <= 1 THEN 7
                 WHEN r.m = p.m AND r.d = p.d THEN 5
                 WHEN r.y = p.y THEN 2 ELSE -6 END
          + CASE WHEN r.sex = p.sex THEN 1 ELSE -5 END
          + CASE WHEN r.id IS NULL THEN 0 WHEN r.id = p.id THEN 18 WHEN r.id = p.old THEN 16
                 WHEN {{distance}}(r.id, p.id) <= 1 THEN 16
                 WHEN {{distance}}(r.id, p.id) <= 2 THEN 9 ELSE -4 END
          + CASE WHEN r.commune IS NULL OR r.commune = '' THEN 0 WHEN r.commune = p.commune THEN 4 ELSE -2 END AS bits
        FROM pair JOIN sought r ON r.place = pair.r JOIN person p ON p.place = pair.p
        """;
}
