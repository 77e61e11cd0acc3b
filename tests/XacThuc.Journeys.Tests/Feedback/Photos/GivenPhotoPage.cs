using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using XacThuc.Platform;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Tests.Feedback.Photos;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using Xunit;

namespace XacThuc.Journeys.Tests.Feedback.Photos;

/// <summary>A page of the health house that has the photo field, and one that has the viewer: nothing else of reports.</summary>
internal sealed class GivenPhotoPage : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private GivenPhotoPage(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    /// <summary>Where it is.</summary>
    public string Address => _app.Urls.First();

    /// <summary>What was sent: words, and photos as the house would keep them.</summary>
    public List<(string Words, string Code, List<(string Name, long Size, ReadPhoto Photo)> Photos)> Sent { get; } = [];

    public static async Task<GivenPhotoPage> Open()
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-photos-").FullName;
        var app = PlatformHouse.Build(new HouseSettings
        {
            House = HouseKind.Platform,
            Url = new Uri("http://127.0.0.1:0"),
            PartnerUrl = new Uri("http://127.0.0.1:9"),
            Folder = folder,
            Database = HouseDatabase.Sqlite(Path.Combine(folder, "house.db")),
            IsSample = true,
        });
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PlatformDb>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var page = new GivenPhotoPage(app, folder);
        app.MapGet("/test/report", http => Form(http, "")).AllowAnonymous();
        app.MapPost("/test/report", page.Take).AllowAnonymous();
        app.MapGet("/test/sent", http => Write(http, "<h1 id=\"sent\">Đã gửi</h1>")).AllowAnonymous();
        app.MapGet("/test/viewer", View).AllowAnonymous();
        app.MapGet("/test/photo/{nth:int}", Photo).AllowAnonymous();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Take(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var words = form["words"].ToString();
        var photos = new List<(string, long, ReadPhoto)>();
        var problem = words.Length < 10 ? "Viết rõ hơn." : null;
        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            if ((await PhotoReading.Of(content, http.RequestAborted)).TryGet(out var read, out var refusal)) photos.Add((file.FileName, file.Length, read));
            else problem = refusal.Sentence.ToString();
        }

        if (problem is null)
        {
            Sent.Add((words, form["code"].ToString(), photos));
            http.Response.Redirect("/test/sent");
            return;
        }

        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Form(http, words, problem);
    }

    private static async Task Form(HttpContext http, string words, string? problem = null)
    {
        var field = await Draw(http, "/Feedback/Photos/_Field.cshtml", new PhotoField("photos", "Ảnh giấy tờ", problem));
        await Write(http, $"""
            <h1>Phản ánh</h1>
            <form method="post" action="/test/report" enctype="multipart/form-data" data-draft="feedback" class="card p-3" novalidate>
              <label class="form-label" for="words">Nội dung</label><textarea class="form-control" id="words" name="words">{words}</textarea>
              <label class="form-label" for="kind">Loại</label><select class="form-select" id="kind" name="kind"><option value="">(chọn)</option><option value="a">Sai tên</option></select>
              <label class="form-check"><input class="form-check-input" type="checkbox" id="agree" name="agree" value="yes" /> <span class="form-check-label">Đồng ý</span></label>
              <label class="form-label" for="code">Mã</label><input class="form-control" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" />
              {field}
              <div><button class="btn btn-primary" id="send">Gửi phản ánh</button></div>
            </form>
            """);
    }

    private static async Task View(HttpContext http) => await Write(http, "<h1>Ảnh</h1>" + await Draw(
        http, "/Feedback/Photos/_Viewer.cshtml", (IReadOnlyList<ShownPhoto>)[new("/test/photo/0", "Ảnh 1", 1600, 1200), new("/test/photo/1", "Ảnh 2", 900, 1600)]));

    private static async Task Photo(HttpContext http, int nth)
    {
        http.Response.ContentType = "image/jpeg";
        var (width, height) = nth == 0 ? (1600, 1200) : (900, 1600);
        await http.Response.Body.WriteAsync(GivenPhoto.File(SKEncodedImageFormat.Jpeg, width, height), http.RequestAborted);
    }

    private static async Task Write(HttpContext http, string content)
    {
        var head = await Draw<object?>(http, "/Shell/_Head.cshtml", null);
        var foot = await Draw<object?>(http, "/Shell/_Foot.cshtml", null);
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html><html lang="vi" class="house-platform"><head>{head}</head>
            <body><main id="content" tabindex="-1"><div class="frame portal">{content}</div></main>{foot}</body></html>
            """), http.RequestAborted);
    }

    // The real parts, drawn as a page would.
    private static async Task<string> Draw<T>(HttpContext http, string path, T model)
    {
        var services = http.RequestServices;
        var action = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(null, path, isMainPage: false).View!;
        await using var written = new StringWriter();
        var data = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        var temporary = new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>());
        await view.RenderAsync(new ViewContext(action, view, data, temporary, written, new HtmlHelperOptions()));
        return written.ToString();
    }
}
