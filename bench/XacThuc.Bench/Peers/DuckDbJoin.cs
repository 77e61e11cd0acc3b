namespace XacThuc.Bench.Peers;

/// <summary>Exact authentication in DuckDB's SQL, in its fastest form and as a user writes it.</summary>
internal static class DuckDbJoin
{
    private const string Verdicts = """
        CASE WHEN r.id IS NULL THEN 'unauthenticated'
             WHEN p.id IS NOT NULL AND r.name = p.name AND r.sex = p.sex AND r.born = p.born THEN 'matched'
             ELSE 'mismatched' END AS status,
        CASE WHEN p.id IS NULL THEN 'not_compared' WHEN r.name = p.name THEN 'right' ELSE 'wrong' END AS name,
        CASE WHEN p.id IS NULL THEN 'not_compared' WHEN r.sex = p.sex THEN 'right' ELSE 'wrong' END AS sex,
        CASE WHEN p.id IS NULL THEN 'not_compared' WHEN r.born = p.born THEN 'right' ELSE 'wrong' END AS date_of_birth,
        CASE WHEN r.id IS NULL THEN 'missing' WHEN p.id IS NULL THEN 'wrong' ELSE 'right' END AS id_number,
        '' AS reasons
        """;

    /// <summary>
    /// Personal ids only: no order kept, one pass, a whole number as key, columns declared, the cheapest text functions.
    /// </summary>
    public static void RunPersonalOnly(PeerFiles files) => DuckDb.Run(
    [
        $"SET threads = {Environment.ProcessorCount}",
        "SET preserve_insertion_order = false",
        $$"""
        COPY (
          SELECT r.record_id, {{Verdicts}}
          FROM ({{Records(files)}}) r LEFT JOIN ({{People(files)}}) p ON r.id = p.id
        ) TO {{PeerFiles.Quoted(files.Out)}} (HEADER, DELIMITER ',')
        """,
    ]);

    /// <summary>The same with old card numbers: the same answers as the engine on plainly written records.</summary>
    public static void RunFastest(PeerFiles files) => DuckDb.Run(
    [
        $"SET threads = {Environment.ProcessorCount}",
        "SET preserve_insertion_order = false",
        $"CREATE TABLE person AS {People(files)}",
        $$"""
        COPY (
          SELECT r.record_id, {{Verdicts}}
          FROM (
            SELECT r.* REPLACE (coalesce(o.id, r.id) AS id)
            FROM ({{Records(files)}}) r
            LEFT JOIN (SELECT id, old_id, name, sex, born FROM person WHERE old_id IS NOT NULL) o
              ON r.id = o.old_id AND r.name = o.name AND r.sex = o.sex AND r.born = o.born) r
          LEFT JOIN person p ON r.id = p.id
        ) TO {{PeerFiles.Quoted(files.Out)}} (HEADER, DELIMITER ',')
        """,
    ]);

    /// <summary>Readable, careful with what people write, output in the order of the records.</summary>
    public static void RunOrdered(PeerFiles files) => DuckDb.Run(
    [
        $"SET threads = {Environment.ProcessorCount}",
        $$"""
        COPY (
          SELECT r.record_id, {{Verdicts}}
          FROM (SELECT record_id, row_number() OVER () AS place, {{Careful("id_number")}}
                FROM read_csv({{PeerFiles.Quoted(files.Records)}}, all_varchar = true)) r
          LEFT JOIN (SELECT {{Careful("personal_id")}}
                FROM read_csv({{PeerFiles.Quoted(files.Register)}}, all_varchar = true)) p
          ON r.id = p.id
          ORDER BY r.place
        ) TO {{PeerFiles.Quoted(files.Out)}} (HEADER, DELIMITER ',')
        """,
    ]);

    private static string Records(PeerFiles files) => $$"""
        SELECT record_id, try_cast(id_number AS BIGINT) AS id, upper(full_name) AS name, sex,
          CASE WHEN date_of_birth[3] = '/' AND length(date_of_birth) = 10
            THEN date_of_birth[7:10] || '-' || date_of_birth[4:5] || '-' || date_of_birth[1:2]
            ELSE date_of_birth END AS born
        FROM read_csv({{PeerFiles.Quoted(files.Records)}}, header = true, auto_detect = false, delim = ',', quote = '"',
          columns = {record_id: VARCHAR, full_name: VARCHAR, sex: VARCHAR, date_of_birth: VARCHAR,
            id_number: VARCHAR, commune_code: VARCHAR})
        """;

    private static string People(PeerFiles files) => $$"""
        SELECT personal_id AS id, old_id, upper(full_name) AS name, sex, date_of_birth AS born
        FROM read_csv({{PeerFiles.Quoted(files.Register)}}, header = true, auto_detect = false, delim = ',', quote = '"',
          columns = {personal_id: BIGINT, old_id: BIGINT, full_name: VARCHAR, sex: VARCHAR,
            date_of_birth: VARCHAR, commune_code: VARCHAR})
        """;

    private static string Careful(string number) => $$"""
        lpad(nullif(regexp_replace({{number}}, '[^0-9]', '', 'g'), ''), 12, '0') AS id,
        upper(nfc_normalize(trim(regexp_replace(full_name, '\s+', ' ', 'g')))) AS name,
        CASE WHEN lower(sex) IN ('nam', 'm', 'male', '1') THEN 'M'
             WHEN lower(sex) IN ('nữ', 'nu', 'f', 'female', '0') THEN 'F' END AS sex,
        coalesce(strftime(try_strptime(date_of_birth, ['%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y', '%Y-%m-%d']), '%Y-%m-%d'),
          date_of_birth) AS born
        """;
}
