using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;
using Xunit;

namespace XacThuc.Web.Tests.Shell;

public sealed partial class FrameTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_lets_the_browser_load_nothing_from_elsewhere_and_nothing_inline()
    {
        await using var shell = await GivenShell.Start();

        using var answer = await shell.Client.GetAsync(new Uri("/", UriKind.Relative), Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("default-src 'none'; script-src 'self';", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.StartsWith("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        Assert.DoesNotMatch(Inline(), page);
    }

    [Fact]
    public async Task Every_file_that_a_page_loads_is_there_for_a_year_and_compressed()
    {
        await using var shell = await GivenShell.Start();
        var page = await shell.Client.GetStringAsync(new Uri("/", UriKind.Relative), Stop);
        var files = AssetPath().Matches(page).Select(file => file.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(files.Count >= 6);
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(file, UriKind.Relative));
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            using var answer = await shell.Client.SendAsync(request, Stop);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", Header(answer, "Cache-Control"));
            if (!file.EndsWith(".woff2", StringComparison.Ordinal)) Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        }
    }

    [Fact]
    public async Task The_script_of_an_ordinary_page_is_under_100_kB_before_compression()
    {
        await using var shell = await GivenShell.Start();
        var page = await shell.Client.GetStringAsync(new Uri("/", UriKind.Relative), Stop);

        var script = AssetPath().Matches(page).Select(file => file.Value).Distinct(StringComparer.Ordinal)
            .Single(file => file.EndsWith(".js", StringComparison.Ordinal));

        Assert.InRange((await shell.Client.GetByteArrayAsync(new Uri(script, UriKind.Relative), Stop)).Length, 10_000, 100_000);
    }

    [Fact]
    public async Task Work_that_is_due_stands_before_work_that_is_much()
    {
        await using var shell = await GivenShell.Start(services => services.AddToday<SomeWork>());

        var page = await shell.Client.GetStringAsync(new Uri("/", UriKind.Relative), Stop);

        Assert.True(page.IndexOf("/feedback/7", StringComparison.Ordinal) < page.IndexOf("/cases/1", StringComparison.Ordinal));
        Assert.Contains("1.112", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/nothing", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_navigation_shows_the_work_of_the_role_alone()
    {
        await using var shell = await GivenShell.Start(services => services
            .AddNav(new([AccountRole.HealthStation], "/records", Bilingual.Same("Records"), "list"))
            .AddNav(new([AccountRole.CommunePolice], "/inbox", Bilingual.Same("Inbox"), "inbox")));

        var page = await shell.Client.GetStringAsync(new Uri("/", UriKind.Relative), Stop);

        Assert.Contains("href=\"/records\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/inbox\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_broke_is_told_with_a_number_that_stands_in_the_log_and_without_the_persons_value()
    {
        await using var shell = await GivenShell.Start(
            routes: app => app.MapGet("/broken", string () => throw new InvalidOperationException("of Nông Thị Mai")));

        using var answer = await shell.Client.GetAsync(new Uri("/broken?q=secret", UriKind.Relative), Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        var reference = Reference().Match(page).Groups["number"].Value;
        Assert.Equal((HttpStatusCode.InternalServerError, 8), (answer.StatusCode, reference.Length));
        var line = Assert.Single(shell.Log.Lines, line => line.Contains(reference, StringComparison.Ordinal));
        Assert.Contains("InvalidOperationException at GET /broken", line, StringComparison.Ordinal);
        Assert.DoesNotContain(shell.Log.Lines, line => line.Contains("Mai", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain("InvalidOperation", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "application/problem+json")]
    [InlineData("text/html", "text/html")]
    public async Task What_is_not_there_is_told_in_the_callers_own_form(string accepts, string type)
    {
        await using var shell = await GivenShell.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/nowhere", UriKind.Relative));
        request.Headers.Accept.ParseAdd(accepts);

        using var answer = await shell.Client.SendAsync(request, Stop);

        Assert.Equal((HttpStatusCode.NotFound, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));

    [GeneratedRegex("""<script(?![^>]*\bsrc=)(?![^>]*application/json)|\sstyle=|\son[a-z]+=|<style""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""/assets/[0-9a-f]+/[a-z0-9.-]+""")]
    private static partial Regex AssetPath();

    [GeneratedRegex("<code>(?<number>[A-Z0-9]+)</code>", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    private sealed class SomeWork : ITodayLines
    {
        public Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop) => Task.FromResult<IReadOnlyList<TodayLine>>(
        [
            new(1112, "wrong records", "/cases/1"),
            new(3, "feedbacks", "/feedback/7") { Due = DateTimeOffset.UnixEpoch.AddYears(100) },
            new(0, "nothing", "/nothing"),
        ]);
    }
}
