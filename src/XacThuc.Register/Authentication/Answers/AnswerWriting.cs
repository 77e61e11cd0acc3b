using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Bulk;
using XacThuc.Register.Cases.Open;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Register.Authentication.Answers;

/// <summary>
/// Writes answers by a connection of its own. A commit is handed to the operating system before anybody is answered, so it
/// survives the death of this process; the disk is waited for when the audit is sealed, twice a second, which bounds what a
/// loss of power may cost (decision 0011).
/// </summary>
internal sealed class AnswerWriting(HouseDatabase database) : IAsyncDisposable
{
    private static readonly BulkInsert<Act> Acts = new(
        "audit", "",
        new("At", NpgsqlDbType.TimestampTz, act => act.At), new("Who", NpgsqlDbType.Text, act => act.By.Name),
        new("UnitCode", NpgsqlDbType.Text, act => act.By.UnitCode), new("Role", NpgsqlDbType.Text, act => act.By.Role),
        new("Kind", NpgsqlDbType.Text, act => act.Kind), new("Subject", NpgsqlDbType.Text, act => act.Subject),
        new("Reason", NpgsqlDbType.Text, act => act.Reason));

    private DbConnection? _connection;
    private SqliteCommand? _acts;

    /// <summary>Writes all or none.</summary>
    public async Task Write(List<Answered> answers, CancellationToken stop)
    {
        try
        {
            var connection = _connection ??= await Open(stop);
            await using var all = await connection.BeginTransactionAsync(stop);
            var acts = answers.ConvertAll(answer => answer.Act);
            if (_acts is not null) Acts.Write(_acts, (SqliteTransaction)all, acts);
            else await Acts.Write(connection, all, acts, stop);
            await GuessingTables.Tries.Write(connection, all, [.. answers.Where(a => a.Try is not null).Select(a => a.Try!)], stop);
            foreach (var unit in answers.Where(a => a.Wrong is not null).GroupBy(a => a.Unit, StringComparer.Ordinal))
                await CaseWriting.Open(connection, all, unit.Key, "", LastOfEach(unit), answers[^1].Act.At, stop);
            await CaseWriting.Close(connection, all, [.. answers.Where(a => a.Matched is not null).Select(a => a.Matched!)], answers[^1].Act.At, stop);
            await all.CommitAsync(stop);
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

    private async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = await database.Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = connection is NpgsqlConnection ? "SET synchronous_commit = off" : "PRAGMA synchronous = NORMAL";
        await command.ExecuteNonQueryAsync(stop);
        if (connection is SqliteConnection sqlite) _acts = Acts.Prepare(sqlite);
        return connection;
    }
}
