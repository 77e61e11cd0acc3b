using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using XacThuc.Web.Tables.Workbooks;

namespace XacThuc.Web.Tables;

/// <summary>A workbook, written while it is read from the database.</summary>
/// <param name="fileName">The name of the file, without ending.</param>
/// <param name="headings">The first row.</param>
/// <param name="rows">The other rows: texts, whole numbers, days, moments.</param>
public sealed class WorkbookResult(
    string fileName, IReadOnlyList<string> headings, Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<object?>>> rows)
    : IActionResult
{
    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileNameStar = fileName + ".xlsx",
        }.ToString();
        return WriteTo(http.Response.Body, http.RequestAborted);
    }

    internal Task WriteTo(Stream to, CancellationToken stop) => WorkbookWriter.Write(to, headings, rows(stop), stop);
}
