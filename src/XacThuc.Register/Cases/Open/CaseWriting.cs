using NpgsqlTypes;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Texts;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Register.Cases.Open;

/// <summary>Writes cases many at a time, in a transaction that is open.</summary>
internal static class CaseWriting
{
    // An older version changes nothing. Other values, or a record that went wrong again, open the case again; the same
    // values keep it where it stands, and only tell what is wrong now; a run over unchanged records writes nothing.
    private const string Again = """
        ON CONFLICT ("Ref") DO UPDATE SET
          "State" = CASE WHEN cases."ValuesKey" <> excluded."ValuesKey" OR cases."State" = 3 THEN 1 ELSE cases."State" END,
          "OpenedAt" = CASE WHEN cases."ValuesKey" <> excluded."ValuesKey" OR cases."State" = 3 THEN excluded."OpenedAt" ELSE cases."OpenedAt" END,
          "ClosedAt" = CASE WHEN cases."ValuesKey" <> excluded."ValuesKey" OR cases."State" = 3 THEN NULL ELSE cases."ClosedAt" END,
          "Version" = excluded."Version", "UnitCode" = excluded."UnitCode", "Run" = excluded."Run",
          "CommuneCode" = excluded."CommuneCode", "Hamlet" = excluded."Hamlet", "FullName" = excluded."FullName",
          "Sex" = excluded."Sex", "DateOfBirth" = excluded."DateOfBirth", "IdNumber" = excluded."IdNumber",
          "NameSort" = excluded."NameSort", "NameSearch" = excluded."NameSearch", "Status" = excluded."Status",
          "Verdicts" = excluded."Verdicts", "Reasons" = excluded."Reasons", "ReasonKey" = excluded."ReasonKey",
          "ValuesKey" = excluded."ValuesKey"
        WHERE excluded."Version" >= cases."Version" AND (cases."State" = 3 OR cases."Version" <> excluded."Version"
          OR cases."ValuesKey" <> excluded."ValuesKey" OR cases."Reasons" <> excluded."Reasons"
          OR cases."Verdicts" <> excluded."Verdicts" OR cases."Status" <> excluded."Status"
          OR cases."CommuneCode" <> excluded."CommuneCode" OR cases."Hamlet" <> excluded."Hamlet"
          OR cases."UnitCode" <> excluded."UnitCode")
        """;

    private static readonly BulkTable<Opening> Opened = new(
        "cases",
        new("Ref", NpgsqlDbType.Text, o => o.Wrong.Row.Ref), new("Version", NpgsqlDbType.Integer, o => o.Wrong.Row.Version),
        new("UnitCode", NpgsqlDbType.Text, o => o.Unit), new("Run", NpgsqlDbType.Text, o => o.Run),
        new("CommuneCode", NpgsqlDbType.Text, o => o.Place.Commune), new("Hamlet", NpgsqlDbType.Text, o => o.Place.Hamlet),
        new("FullName", NpgsqlDbType.Text, o => Kept(o.Wrong.Row.FullName)), new("Sex", NpgsqlDbType.Text, o => Kept(o.Wrong.Row.Sex)),
        new("DateOfBirth", NpgsqlDbType.Text, o => Kept(o.Wrong.Row.DateOfBirth)),
        new("IdNumber", NpgsqlDbType.Text, o => Kept(o.Wrong.Row.IdNumber)), new("NameSort", NpgsqlDbType.Text, o => o.Name.Sort),
        new("NameSearch", NpgsqlDbType.Text, o => o.Name.Search),
        new("Status", NpgsqlDbType.Text, o => ContractWords.Of(o.Wrong.Compared.Status)),
        new("Verdicts", NpgsqlDbType.Text, o => o.Verdicts),
        new("Reasons", NpgsqlDbType.Bigint, o => (long)o.Wrong.Compared.Reasons.Bits),
        new("ReasonKey", NpgsqlDbType.Text, o => o.Wrong.Compared.Reasons.ToString()),
        new("ValuesKey", NpgsqlDbType.Bigint, o => o.ValuesKey),
        new("State", NpgsqlDbType.Integer, _ => (int)CaseState.Open), new("OpenedAt", NpgsqlDbType.TimestampTz, o => o.At))
    {
        Ending = Again,
    };

    /// <summary>Opens a case of each record, or brings the one that is there up to date.</summary>
    public static async Task Open(
        BulkWay way, string unit, string run, IReadOnlyList<WrongRow> rows, DateTimeOffset at,
        CancellationToken stop)
    {
        if (rows.Count == 0) return;
        var places = await OwnerPlaces.Find(way, rows, stop);
        var openings = new List<Opening>(rows.Count);
        foreach (var wrong in rows)
        {
            _ = NameText.Read(wrong.Row.FullName, out var name);
            openings.Add(new Opening(unit, run, wrong, places.Of(wrong.Row), name, GuessingSubject.ValuesKeyOf(wrong.Row), at));
        }

        await Opened.Insert(way, openings, stop);
    }

    // PostgreSQL has no text with a zero character in it.
    private static string Kept(string typed) => typed.Replace('\0', '\uFFFD');

    /// <summary>Closes the open cases of records that are right by now.</summary>
    public static async Task Close(
        BulkWay way, IReadOnlyList<string> refs, DateTimeOffset at, CancellationToken stop)
    {
        if (refs.Count == 0) return;
        await using var command = way.NewCommand();
        BulkList.Put(command, "@at", at);
        var isOne = BulkList.Put(command, "Ref", refs);
        command.CommandText = $"""UPDATE cases SET "State" = 3, "ClosedAt" = @at WHERE "State" <> 3 AND {isOne}""";
        await command.ExecuteNonQueryAsync(stop);
    }

    private sealed record Opening(
        string Unit, string Run, WrongRow Wrong, OwnerPlace Place, NameText Name, long ValuesKey, DateTimeOffset At)
    {
        public string Verdicts { get; } = string.Join(
            ' ', ContractWords.Of(Wrong.Compared.Name), ContractWords.Of(Wrong.Compared.Sex),
            ContractWords.Of(Wrong.Compared.DateOfBirth), ContractWords.Of(Wrong.Compared.Number));
    }
}
