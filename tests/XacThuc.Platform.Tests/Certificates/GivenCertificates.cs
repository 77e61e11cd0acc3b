using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Rules;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.Certificates.Follow;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Portal.LookUp;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Platform.Tests.Certificates;

/// <summary>
/// Four people whose doses came in a file: r1 has two and is right, r2 has one and is right, r3 has two and is wrong, r4 has none and is right.
/// </summary>
internal sealed class GivenCertificates : IAsyncDisposable
{
    private const string Doses = """
        STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Mũi,Tên vắc xin,Số lô,Ngày tiêm,Nơi tiêm
        1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A1,01/07/2021,Trạm
        2,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,2,AZ,A2,15/09/2021,Trạm
        3,Nông Thị Hoa,Nữ,1950,020150000002,06226,1,AZ,A1,01/07/2021,Trạm
        4,Vi Văn X,Nam,01/02/1960,020060000003,06226,1,AZ,A1,01/07/2021,Trạm
        5,Vi Văn X,Nam,01/02/1960,020060000003,06226,2,AZ,A2,15/09/2021,Trạm

        """;

    private GivenCertificates(GivenLookUp people)
    {
        People = people;
        (Station, Committee, District) = (
            House.Caller(), House.Caller("UBND-06226", AccountRole.CommuneCommittee), House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre));
    }

    public GivenLookUp People { get; }

    public GivenHouse House => People.House;

    public HttpClient Station { get; }

    public HttpClient Committee { get; }

    public HttpClient District { get; }

    public static async Task<GivenCertificates> Start(Database database)
    {
        var given = new GivenCertificates(await GivenLookUp.Open(database));
        await given.House.Authenticate();
        using var brought = await given.Station.Upload("/doses", await given.Station.GetStringAsync("/doses", GivenHouse.Stop), "mui-tiem.csv", Encoding.UTF8.GetBytes(Doses));
        Assert.Equal(5, await given.House.InDb(db => db.Set<Dose>().CountAsync()));
        return given;
    }

    /// <summary>The same with all doses of right people signed by the chairman.</summary>
    public static async Task<GivenCertificates> Signed(Database database)
    {
        var given = await Start(database);
        await given.Sign(await given.Draw());
        return given;
    }

    /// <summary>Draws a list up at the station; its number.</summary>
    public async Task<string> Draw()
    {
        using var drawn = await Station.Submit("/certificates?handler=draw", await Station.GetStringAsync("/certificates", GivenHouse.Stop));
        Assert.Equal(HttpStatusCode.OK, drawn.StatusCode);
        return drawn.RequestMessage!.RequestUri!.Segments[^1];
    }

    /// <summary>Has the committee sign it with a certificate of the sample.</summary>
    public async Task Sign(string list)
    {
        var address = $"/certificates/confirm/{list}";
        using var signed = await Committee.Submit($"{address}?handler=sample", await Committee.GetStringAsync(address, GivenHouse.Stop));
        Assert.True(signed.IsSuccessStatusCode, await signed.Content.ReadAsStringAsync(GivenHouse.Stop));
    }

    /// <summary>Presses the button at the station.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Issue(string id)
    {
        var address = $"/records/{(await People.Record(id)).Ref}/certificate";
        var page = await Station.GetStringAsync(address, GivenHouse.Stop);
        using var answer = await Station.Submit(address, page.Contains("__RequestVerificationToken", StringComparison.Ordinal) ? page : await Station.GetStringAsync("/doses", GivenHouse.Stop));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }

    /// <summary>Issues to all and waits.</summary>
    public async Task<Dictionary<string, long>> IssueAll()
    {
        using var asked = await District.Submit("/certificates?handler=issue", await District.GetStringAsync("/certificates", GivenHouse.Stop));
        var job = await House.Ended(long.Parse(asked.RequestMessage!.RequestUri!.Segments[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(job.State == JobState.Done, job.Problem);
        return GivenHouse.CountsOf(job);
    }

    /// <summary>All certificates, the first one first.</summary>
    public Task<List<IssuedCertificate>> Issued() => House.InDb(db => db.Set<IssuedCertificate>().AsNoTracking().OrderBy(one => one.Id).ToListAsync());

    /// <summary>Changes a record as the station's pages do: tracked, with an act.</summary>
    public async Task Change(string id, Action<VaccinationRecord> change)
    {
        var reference = (await People.Record(id)).Ref;
        await House.InDb(async db =>
        {
            var record = await db.Set<VaccinationRecord>().SingleAsync(one => one.Ref == reference);
            change(record);
            record.Version++;
            await db.Save(new Act(Actor.House, TimeProvider.System.GetUtcNow(), "record.correct", $"record:{reference}", "theo thẻ"), GivenHouse.Stop);
        });
    }

    /// <summary>Looks at what is due, now and not in some seconds.</summary>
    public Task Follow() => House.InScope(async services =>
    {
        // What was awaited is looked at once more.
        await services.GetRequiredService<PlatformDb>().Set<CertificateDue>().ExecuteUpdateAsync(row => row.SetProperty(one => one.NextAt, DateTimeOffset.UnixEpoch));
        return await services.GetRequiredService<FollowChanges>().Run(GivenHouse.Stop);
    });

    /// <summary>What a guard is told who has the published lists of this moment.</summary>
    public async Task<CheckedCode> Check(string text)
    {
        using var anybody = House.Anybody();
        Assert.True(TrustList.TryRead(await anybody.GetByteArrayAsync("/certificates/trust.json", GivenHouse.Stop), out var trust));
        var revoked = RevocationList.Make(
            (await House.InDb(db => db.Set<IssuedCertificate>().Where(one => one.State != CertificateState.Valid).Select(one => one.Uvci).ToListAsync())).Select(RevocationHash.OfId), TimeProvider.System.GetUtcNow());
        return CodeChecker.Check(text, new CheckedAgainst(trust, revoked, RuleBook.Empty), TimeProvider.System.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        Station.Dispose();
        Committee.Dispose();
        District.Dispose();
        await People.DisposeAsync();
    }
}
