using Npgsql;

namespace XacThuc.Bench.Peers;

/// <summary>PostgreSQL: both files copied into unlogged tables, joined and copied out.</summary>
internal static class PostgresJoin
{
    /// <summary>How to reach the cluster, handed from the bench to its child.</summary>
    public const string Address = "XACTHUC_BENCH_POSTGRES";

    private const string Join = """
        COPY (
          SELECT r.record_id,
            CASE WHEN r.id IS NULL THEN 'unauthenticated'
                 WHEN r.name = p.name AND r.sex = p.sex AND r.born = p.born THEN 'matched' ELSE 'mismatched' END AS status,
            CASE WHEN p.id IS NULL THEN 'not_compared' WHEN r.name = p.name THEN 'right' ELSE 'wrong' END AS name,
            CASE WHEN p.id IS NULL THEN 'not_compared' WHEN r.sex = p.sex THEN 'right' ELSE 'wrong' END AS sex,
            CASE WHEN p.id IS NULL THEN 'not_compared' WHEN r.born = p.born THEN 'right' ELSE 'wrong' END AS date_of_birth,
            CASE WHEN r.id IS NULL THEN 'missing' WHEN p.id IS NULL THEN 'wrong' ELSE 'right' END AS id_number,
            '' AS reasons
          FROM (SELECT record_id, CASE WHEN id_number ~ '^[0-9]{1,12}$' THEN id_number::bigint END AS id,
                  upper(trim(full_name)) AS name, sex,
                  CASE WHEN date_of_birth LIKE '__/__/____'
                    THEN substr(date_of_birth, 7, 4) || '-' || substr(date_of_birth, 4, 2) || '-' || substr(date_of_birth, 1, 2)
                    ELSE date_of_birth END AS born
                FROM record) r
          LEFT JOIN (SELECT personal_id AS id, upper(full_name) AS name, sex, date_of_birth AS born FROM person) p
            ON r.id = p.id
        ) TO STDOUT (FORMAT csv, HEADER)
        """;

    public static void Run(PeerFiles files)
    {
        using var source = NpgsqlDataSource.Create(
            Environment.GetEnvironmentVariable(Address) ?? throw new InvalidOperationException("No cluster is named."));
        using var connection = source.OpenConnection();
        Execute(connection, """
            DROP TABLE IF EXISTS person, record;
            CREATE UNLOGGED TABLE person (personal_id bigint, old_id text, full_name text, sex text, date_of_birth text,
              commune_code text);
            CREATE UNLOGGED TABLE record (record_id text, full_name text, sex text, date_of_birth text, id_number text,
              commune_code text);
            """);
        CopyIn(connection, "person", files.Register);
        CopyIn(connection, "record", files.Records);
        Execute(connection, "ANALYZE person; ANALYZE record");
        using var joined = (NpgsqlCopyTextReader)connection.BeginTextExport(Join);
        using var output = File.Create(files.Out);
        joined.BaseStream.CopyTo(output, 1 << 16);
    }

    private static void CopyIn(NpgsqlConnection connection, string table, string path)
    {
        using var input = File.OpenRead(path);
        using var copy = (NpgsqlCopyTextWriter)connection.BeginTextImport($"COPY {table} FROM STDIN (FORMAT csv, HEADER)");
        // The bytes as they are, without a detour over strings.
        input.CopyTo(copy.BaseStream, 1 << 16);
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
