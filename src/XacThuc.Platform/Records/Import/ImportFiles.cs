using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Import;

/// <summary>Files for people: the template, and the rows that wait with a column of errors. Both can be brought back.</summary>
internal static class ImportFiles
{
    private static readonly string[] Example = ["HS-001", "Nguyễn Thị Thuý", "Nữ", "13/02/1978", "020178763797", "06226", "Nà Nùng", "0912 345 678"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/records/import/template.csv", Template).RequireAuthorization(RecordsAccess.Write).ExcludeFromDescription();
        app.MapGet("/records/import/{id:long}/to-fix.csv", ToFix).RequireAuthorization(RecordsAccess.Write).ExcludeFromDescription();
    }

    // Made of the importer's own wanted columns: what it offers it takes.
    private static FileContentHttpResult Template() => File(
        "mau-nhap-ho-so.csv", Row(WantedColumn.Of(TableKind.Records).Select(column => column.Example)) + Row(Example));

    private static async Task<IResult> ToFix(ClaimsPrincipal user, long id, PlatformDb db, TimeProvider time, CancellationToken stop)
    {
        var me = SignedIn.Get(user);
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        if (!await db.Set<ImportedFile>().AnyAsync(file => file.Id == id && units.Contains(file.UnitId), stop))
            return RecordsRefusals.NoSuchImport.ToHttp();
        await db.Save(me.NewAct(time, "records.export", $"import:{id}"), stop);

        var reading = new FieldReading(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(7)));
        var text = new StringBuilder(Row(
            [.. WantedColumn.Of(TableKind.Records).Select(column => column.Example), Speech.Say("Dòng trong tệp", "Row of the file"),
            Speech.Say("Nội dung dòng", "Content of the row"), Speech.Say("Lỗi", "Error")]));
        await foreach (var row in db.Set<ImportRow>().AsNoTracking()
            .Where(row => row.ImportId == id && row.State == ImportRowState.Waiting).OrderBy(row => row.Line).AsAsyncEnumerable().WithCancellation(stop))
        {
            var problem = row.Problem == RowProblem.Field
                ? ImportTexts.Problems(ReadFields.Of(row.Written, reading))
                : ImportTexts.OfProblem(row.Problem);
            text.Append(Row(
            [
                row.ExternalId, row.FullName, row.Sex, row.DateOfBirth, row.IdNumber, row.CommuneCode, row.Hamlet, row.Phone, $"{row.Line}", row.Raw, problem,
            ]));
        }

        return File($"to-fix-{id}.csv", text.ToString());
    }

    // Excel reads UTF-8 only behind a byte order mark.
    private static FileContentHttpResult File(string name, string text) =>
        TypedResults.File((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", name);

    private static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // A cell that a spreadsheet would take for a formula gets a mark before it, which the importer takes off numbers.
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
