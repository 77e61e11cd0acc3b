using System.Data;
using System.IO.Pipelines;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Tables.Rows;

namespace XacThuc.Platform.Authentication.Results;

/// <summary>
/// Writes the contract's file of results (RFC 4180) as it is read. Ids stand as their file had them: a mark against
/// formulas would make them others.
/// </summary>
internal static class ResultsFile
{
    private const int Piece = 1 << 15;

    /// <summary>The rows of a run, in the order of the records' import.</summary>
    public static async Task Write(PlatformDb db, long run, PipeWriter to, CancellationToken stop)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT COALESCE(v."ExternalId", v."Ref"), r."Outcome", r."Reasons"
            FROM "run_results" AS r JOIN "records" AS v ON v."Id" = r."RecordId"
            WHERE r."RunId" = @run ORDER BY r."RecordId"
            """;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@run", run);
        command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, stop);

        var text = new TextBuffer();
        var lines = new Dictionary<(short, long), byte[]>();
        text.Add("record_id,status,name,sex,date_of_birth,id_number,reasons\n"u8);
        while (await rows.ReadAsync(stop))
        {
            text.AddCell(Encoding.UTF8.GetBytes(rows.GetString(0)));
            var (outcome, reasons) = (rows.GetInt16(1), rows.GetInt64(2));
            if (!lines.TryGetValue((outcome, reasons), out var line))
                lines[(outcome, reasons)] = line = Encoding.UTF8.GetBytes(LineOf(new Outcome(outcome), reasons));
            text.Add(line);
            if (text.Length > Piece) await Flush(text, to, stop);
        }

        await Flush(text, to, stop);
    }

    private static string LineOf(Outcome outcome, long reasons) =>
        $",{ContractWords.Of(outcome.Status)},{ContractWords.Of(outcome.Name)},{ContractWords.Of(outcome.Sex)}," +
        $"{ContractWords.Of(outcome.Date)},{ContractWords.Of(outcome.Number)},{new ToldReasons(reasons).Codes}\n";

    private static async Task Flush(TextBuffer text, PipeWriter to, CancellationToken stop)
    {
        await to.WriteAsync(text.Written.ToArray(), stop);
        text.Clear();
    }
}
