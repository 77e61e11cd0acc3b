using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Cases.Open;
using XacThuc.Web.Acts;
using XacThuc.Web.Audit;
using XacThuc.Web.Data;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Register.Authentication.Answers;

/// <summary>
/// Writes answers by a connection of its own. A commit is handed to the operating system before anybody is answered, so it
/// survives the death of this process; the disk is waited for twice a second, which bounds what a loss of power may cost
/// (decision 0013).
/// </summary>
internal sealed class AnswerWriting(HouseDatabase database) : IAsyncDisposable
{
    private static readonly BulkTable<SealedAct> Acts = new(
        "audit",
        new("At", NpgsqlDbType.TimestampTz, s => s.Act.At), new("Who", NpgsqlDbType.Text, s => s.Act.By.Name),
        new("UnitCode", NpgsqlDbType.Text, s => s.Act.By.UnitCode), new("Role", NpgsqlDbType.Text, s => s.Act.By.Role),
        new("Kind", NpgsqlDbType.Text, s => s.Act.Kind), new("Subject", NpgsqlDbType.Text, s => s.Act.Subject),
        new("Reason", NpgsqlDbType.Text, s => s.Act.Reason), new("Link", NpgsqlDbType.Bigint, s => s.Link),
        new("Hash", NpgsqlDbType.Bytea, s => s.Hash));

    private DbConnection? _connection;
    private SqliteCommand? _acts;
    private bool _owesDisk;

    /// <summary>Has the disk take what was written. PostgreSQL sees to that by itself.</summary>
    public async Task BringToDisk(CancellationToken stop)
    {
        if (!Interlocked.Exchange(ref _owesDisk, false)) return;
        try
        {
            // A checkpoint brings the log to the disk before anything else; of a connection of its own it holds up no writer.
            await using var connection = await database.Open(stop);
            await Tell("PRAGMA wal_checkpoint(PASSIVE)", connection, stop);
        }
        catch (DbException)
        {
            // Next time: what was answered is with the operating system meanwhile.
            Volatile.Write(ref _owesDisk, true);
        }
    }

    /// <summary>Writes all or none.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Write(List<Answered> answers, CancellationToken stop)
    {
        try
        {
            var connection = _connection ??= await Open(stop);
            await using var all = await connection.BeginTransactionAsync(stop);
            var acts = await Seal(answers, connection, all, stop);
            var way = new BulkWay(connection, all);
            if (_acts is not null) Acts.Insert(_acts, way, acts, stop);
            else await Acts.Insert(way, acts, stop);
            await GuessingTables.Tries.Insert(way, [.. answers.Where(a => a.Try is not null).Select(a => a.Try!)], stop);
            foreach (var unit in answers.Where(a => a.Wrong is not null).GroupBy(a => a.Unit, StringComparer.Ordinal))
                await CaseWriting.Open(way, unit.Key, "", LastOfEach(unit), answers[^1].Act.At, stop);
            await CaseWriting.Close(way, [.. answers.Where(a => a.Matched is not null).Select(a => a.Matched!)], answers[^1].Act.At, stop);
            await all.CommitAsync(stop);
            if (connection is SqliteConnection) Volatile.Write(ref _owesDisk, true);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_acts is not null) await _acts.DisposeAsync();
        if (_connection is not null) await _connection.DisposeAsync();
        (_connection, _acts) = (null, null);
    }

    private static List<WrongRow> LastOfEach(IEnumerable<Answered> answers) =>
        [.. answers.GroupBy(answer => answer.Wrong!.Row.Ref, StringComparer.Ordinal).Select(same => same.Last().Wrong!)];

    // Sealed as they are written: sealing so many afterwards would write each of them twice.
    private static async Task<List<SealedAct>> Seal(
        List<Answered> answers, DbConnection connection, DbTransaction all, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = all;
        if (connection is NpgsqlConnection)
        {
            command.CommandText = AuditChain.Lock;
            await command.ExecuteNonQueryAsync(stop);
        }

        command.CommandText = """SELECT "Link", "Hash" FROM audit WHERE "Link" IS NOT NULL ORDER BY "Link" DESC LIMIT 1""";
        await using var row = await command.ExecuteReaderAsync(stop);
        var (link, hash) = await row.ReadAsync(stop) ? (row.GetInt64(0), (byte[])row.GetValue(1)) : (0, []);
        return answers.ConvertAll(answer => new SealedAct(answer.Act, ++link, hash = AuditChain.HashOf(answer.Act, link, hash)));
    }

    private static async Task Tell(string sql, DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = await database.Open(stop);
        await Tell(
            connection is NpgsqlConnection ? "SET synchronous_commit = off" : "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0",
            connection, stop);
        if (connection is SqliteConnection sqlite) _acts = Acts.PrepareInsert(sqlite);
        return connection;
    }

    private sealed record SealedAct(Act Act, long Link, byte[] Hash);
}
