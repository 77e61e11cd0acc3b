using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell.Problems;

namespace XacThuc.Web.Api;

/// <summary>
/// Every answer of the API that is not what was asked for says why, as problem details (RFC 9457), whoever noticed it: the
/// server, the routes, the access rules or the work itself.
/// </summary>
internal static partial class ApiProblems
{
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static IApplicationBuilder UseApiProblems(this IApplicationBuilder app) => app.UseWhen(IsApi, api => api.Use(Explain));

    private static async Task Explain(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // A bug becomes a reference number for the caller and a line in the log.
        catch (Exception bug) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Broken(
                context.RequestServices.GetRequiredService<ILogger<ProblemDetails>>(), ReferenceOf(context), Outage.KindsOf(bug), bug.StackTrace ?? "");
            context.Response.Clear();
            context.Response.StatusCode = Outage.StatusOf(bug);
        }

        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentLength > 0 || response.ContentType is not null) return;
        await Write(context, response.StatusCode);
    }

    private static Task Write(HttpContext context, int status)
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:xacthuc:problem:{status}",
            Status = status,
            Title = (SentenceFor(status) ?? new(
                "Yêu cầu không thực hiện được.", "The request could not be carried out.")).ToString(),
            Instance = context.Request.Path,
        };
        if (status >= 500) problem.Extensions["reference"] = ReferenceOf(context);
        return Results.Problem(problem).ExecuteAsync(context);
    }

    private static string ReferenceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    private static Bilingual? SentenceFor(int status) => status switch
    {
        400 => new(
            "Yêu cầu không đúng mẫu: xem mẫu tại /docs.", "The request is not in the documented form: see /docs."),
        401 => new(
            "Chưa có mã truy cập hợp lệ: lấy mã mới tại /connect/token rồi gửi trong Authorization: Bearer.",
            "There is no valid token: get one at /connect/token and send it as Authorization: Bearer."),
        403 => new(
            "Chương trình này không có quyền làm việc đó: cần phạm vi (scope) khác.",
            "This program may not do that: it needs another scope."),
        404 => new("Không có gì ở địa chỉ này.", "There is nothing at this address."),
        405 => new("Địa chỉ này không nhận phương thức đó.", "This address does not take that method."),
        408 => new("Gửi quá lâu: hãy gửi lại.", "Sending took too long: send it again."),
        413 => new("Tệp hoặc nội dung gửi lên quá lớn: chia nhỏ rồi gửi lại.", "What was sent is too large: send it in parts."),
        415 => new("Kiểu nội dung (Content-Type) này không được nhận: xem /docs.", "This Content-Type is not accepted: see /docs."),
        429 => new("Gửi quá nhanh: chờ số giây trong Retry-After rồi gửi lại.", "Too many requests: wait as many seconds as Retry-After says."),
        500 => new(
            "Phần mềm có lỗi khi xử lý yêu cầu này. Báo mã tham chiếu (reference) cho người vận hành.",
            "The software failed on this request. Tell the operator the reference."),
        507 => new(
            "Máy chủ hết chỗ lưu; chưa có gì của yêu cầu này được lưu. Báo mã tham chiếu (reference) cho người vận hành.",
            "The server's disk is full; nothing of this request was saved. Tell the operator the reference."),
        503 => new("Hệ thống đang bận hoặc đang khởi động: thử lại sau ít phút.", "The house is busy or starting: try again in a few minutes."),
        _ => null,
    };

    // An exception's message may quote what was sent: kind and place are enough.
    [LoggerMessage(LogLevel.Error, "A request of the API failed, reference {Reference}: {Kinds}\n{Place}")]
    private static partial void Broken(ILogger log, string reference, string kinds, string place);
}
