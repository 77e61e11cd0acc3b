using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Sessions.Sign;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

/// <summary>The chairman's signature under the results of a day.</summary>
public sealed class SignResultTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_right_signature_over_the_document_that_was_downloaded_signs_the_day(Database database)
    {
        await using var given = await GivenSession.Closed(database);
        var document = await Document(given);

        var signed = await Bring(given, Sign(given, document));

        Assert.Equal(HttpStatusCode.OK, signed.Status);
        var (session, result) = (await given.Session(), await Result(given));
        Assert.Equal((SessionState.Signed, "Nông Văn Chủ Tịch", true), (session.State, result.Signer, result.IsSigned));
        Assert.Equal(document, Encoding.UTF8.GetBytes(result.Content));
        Assert.Contains("Right: signed by Nông Văn Chủ Tịch", signed.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_over_another_document_or_by_a_stranger_signs_nothing()
    {
        await using var given = await GivenSession.Closed(Database.Sqlite);
        var document = await Document(given);
        using var stranger = new StrangeAuthority();

        var altered = await Bring(given, Sign(given, [.. document, (byte)' ']));
        var foreign = await Bring(given, stranger.Sign(document));
        var noise = await Bring(given, "không phải chữ ký"u8.ToArray());

        Assert.All(new[] { altered, foreign, noise }, refused => Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status));
        Assert.Contains("NOT right", altered.Page, StringComparison.Ordinal);
        Assert.Contains("NOT trusted", foreign.Page, StringComparison.Ordinal);
        Assert.False((await Result(given)).IsSigned);
        Assert.Equal(SessionState.Closed, (await given.Session()).State);
    }

    [Fact]
    public async Task A_signature_that_somebody_hands_over_is_checked_and_the_document_is_recognised()
    {
        await using var given = await GivenSession.Closed(Database.Sqlite);
        var document = await Document(given);
        var signature = Sign(given, document);

        var right = await Check(given, document, signature);
        var altered = await Check(given, [.. document, (byte)' '], signature);
        var noise = await Check(given, [0xff, 0xfe], "không phải chữ ký"u8.ToArray());
        var alone = await Check(given, document, null);

        Assert.Contains("Right: signed by Nông Văn Chủ Tịch", right.Page, StringComparison.Ordinal);
        Assert.Contains($"version 1, the last one, of the results of session {(await given.Session()).Code}", right.Page, StringComparison.Ordinal);
        Assert.Contains("NOT right", altered.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("of the results of session", altered.Page, StringComparison.Ordinal);
        Assert.Contains("Not a detached CAdES signature", noise.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.Status);
    }

    [Fact]
    public async Task The_station_does_not_sign_for_the_committee()
    {
        await using var given = await GivenSession.Closed(Database.Sqlite);
        var document = await Document(given);

        var refused = await Bring(given, Sign(given, document), given.Station);

        Assert.Contains("Only the commune committee signs", refused.Page, StringComparison.Ordinal);
        Assert.False((await Result(given)).IsSigned);
    }

    [Fact]
    public async Task What_was_signed_is_shown_as_it_was_though_the_record_changes_and_an_altered_copy_is_found()
    {
        await using var given = await GivenSession.Closed(Database.Sqlite);
        await Bring(given, Sign(given, await Document(given)));

        await given.InDb(db => db.Set<Platform.Records.VaccinationRecord>().ExecuteUpdateAsync(record => record.SetProperty(one => one.FullName, "Tên Khác")));
        var after = await Page(given);
        await given.InDb(db => db.Set<SessionResult>().ExecuteUpdateAsync(result => result.SetProperty(one => one.Content, one => one.Content.Replace("FH8020", "FH8021"))));
        var altered = await Page(given);

        Assert.Contains("Vi Văn Xuân", after, StringComparison.Ordinal);
        Assert.Contains("Right: signed by", after, StringComparison.Ordinal);
        Assert.Contains("NOT right", altered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_results_come_as_PDF_and_as_a_workbook_too()
    {
        await using var given = await GivenSession.Closed(Database.Sqlite);
        var address = $"/sessions/{(await given.Session()).Id}/result?handler=";

        var pdf = await given.Survey.Committee.GetByteArrayAsync($"{address}pdf", GivenHouse.Stop);
        await using var workbook = await given.Survey.Committee.GetStreamAsync($"{address}workbook", GivenHouse.Stop);

        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        using var zip = new ZipArchive(workbook);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var cells = await sheet.ReadToEndAsync(GivenHouse.Stop);
        Assert.All(["Mã hồ sơ", "Vi Văn Xuân", "FH8020"], cell => Assert.Contains(cell, cells, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_there_is_no_certificate_the_minutes_on_paper_are_recorded()
    {
        await using var given = await GivenSession.Closed(Database.Sqlite);
        var session = await given.Session();
        var page = await given.Survey.Committee.GetStringAsync($"/sessions/{session.Id}/result", GivenHouse.Stop);

        using var recorded = await given.Survey.Committee.Upload(
            $"/sessions/{session.Id}/result?handler=minutes&signer=Nông Văn Chủ Tịch", page, "bien ban.pdf", "%PDF-1.7"u8.ToArray());

        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        var result = await Result(given);
        Assert.Equal(("Nông Văn Chủ Tịch", null, true), (result.Signer, result.Signature, result.Minutes is not null));
        Assert.Equal(SessionState.Signed, (await given.Session()).State);
    }

    private static async Task<byte[]> Document(GivenSession given)
    {
        var session = await given.Session();
        return await given.Survey.Committee.GetByteArrayAsync($"/sessions/{session.Id}/result?handler=document", GivenHouse.Stop);
    }

    private static async Task<string> Page(GivenSession given)
    {
        var session = await given.Session();
        return WebUtility.HtmlDecode(await given.Survey.Committee.GetStringAsync($"/sessions/{session.Id}/result", GivenHouse.Stop));
    }

    private static async Task<(HttpStatusCode Status, string Page)> Bring(GivenSession given, byte[] signature, HttpClient? by = null)
    {
        var (session, caller) = (await given.Session(), by ?? given.Survey.Committee);
        var page = await caller.GetStringAsync($"/sessions/{session.Id}/result", GivenHouse.Stop);
        using var response = await caller.Upload($"/sessions/{session.Id}/result?handler=sign", page, "ket qua.p7s", signature);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }

    private static async Task<(HttpStatusCode Status, string Page)> Check(GivenSession given, byte[] document, byte[]? signature)
    {
        var page = await given.Station.GetStringAsync("/signatures", GivenHouse.Stop);
        using var form = new MultipartFormDataContent { { new StringContent(Forms.TokenOf(page)), "__RequestVerificationToken" }, { new ByteArrayContent(document), "document", "ket qua.json" } };
        if (signature is not null) form.Add(new ByteArrayContent(signature), "signature", "ket qua.p7s");
        using var response = await given.Station.PostAsync(new Uri("/signatures", UriKind.Relative), form, GivenHouse.Stop);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }

    private static Task<SessionResult> Result(GivenSession given) => given.InDb(db => db.Set<SessionResult>().AsNoTracking().SingleAsync());

    // The house is a sample's: it believes the authority in its folder.
    private static byte[] Sign(GivenSession given, byte[] document)
    {
        using var authority = SampleAuthority.Open(Path.Combine(given.Survey.House.Folder, "sample-authority"), TimeProvider.System.GetUtcNow());
        return SignBy(authority, document);
    }

    private static byte[] SignBy(SampleAuthority authority, byte[] document)
    {
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        var now = TimeProvider.System.GetUtcNow();
        Assert.True(KeyFiles.TryRead(authority.Issue("Nông Văn Chủ Tịch", "UBND xã Hợp Thành", password, now), password, out var key, out _));
        using (key)
        {
            Assert.True(key.TrySign(document, now, out var signature, out _));
            return signature;
        }
    }

    private sealed class StrangeAuthority : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("xacthuc-strange-").FullName;

        public byte[] Sign(byte[] document)
        {
            using var authority = SampleAuthority.Open(_folder, TimeProvider.System.GetUtcNow());
            return SignBy(authority, document);
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
