using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Matching;
using XacThuc.Platform.Campaigns;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Platform.Tests.Campaigns;

/// <summary>A clock that goes as fast as any, from a time of day in Viet Nam that the test names.</summary>
internal sealed class DayClock : TimeProvider
{
    private TimeSpan _ahead;

    public DayClock(int hour = 9, int minute = 0) => Set(0, hour, minute);

    /// <summary>Sets it to a time so many days from today.</summary>
    public void Set(int days, int hour, int minute = 0) =>
        _ahead = Shown.MomentOf(Shown.Day(System.GetUtcNow()).AddDays(days), new TimeOnly(hour, minute)) - System.GetUtcNow();

    public DateOnly Today => Shown.Day(GetUtcNow());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}

/// <summary>A district whose operator runs campaigns, with records of two stations.</summary>
internal sealed class GivenCampaign : IAsyncDisposable
{
    public const string Operator = "VH-183";

    /// <summary>Seven people of two communes: right, wrong (two of a family), not comparable without a number, wrong elsewhere without a phone, right without a phone.</summary>
    public const string People =
        "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại\n" +
        "r1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,Nà Nùng,0912000001\n" +
        "r2,Nông Thị Hoa,Nữ,03/04/1950,020150000012,06226,Nà Nùng,0912000002\n" +
        "r3,Nông Văn Hùng,Nam,05/06/1948,020048000013,06226,Nà Nùng,0912000002\n" +
        "r4,Vi Thị Lan,Nữ,01/01/1990,,06226,Bản Lành,0912000004\n" +
        "r5,Hoàng Thị Mai,Nữ,07/08/1985,020185000015,06226,Bản Lành,\n";

    public const string OtherPeople =
        "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại\n" +
        "s1,Triệu Thị Pham,Nữ,09/10/1970,020170000016,06229,Cốc Mặn,0912000006\n" +
        "s2,Bế Văn Sơn,Nam,11/12/1960,020060000017,06229,Cốc Mặn,\n";

    private GivenCampaign(GivenHouse house, DayClock clock) => (House, Clock, Me, Station) = (house, clock, house.Caller(Operator, AccountRole.DistrictOperator), house.Caller());

    public GivenHouse House { get; }

    public DayClock Clock { get; }

    public HttpClient Me { get; }

    public HttpClient Station { get; }

    public static async Task<GivenCampaign> Start(Database database, string? messages = null, string? mail = null, DayClock? clock = null, bool withPeople = true)
    {
        clock ??= new DayClock();
        var house = await GivenHouse.Start(database, messages: messages, mail: mail, more: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await house.InDb(async db =>
        {
            db.Units.Add(new Unit { Code = Operator, Kind = UnitKind.DistrictOperator, Name = "Phòng Văn hóa và Thông tin", PlaceCode = "183", Path = "/20/183/" });
            foreach (var (code, name) in new[] { ("06226", "Xã Hợp Thành"), ("06229", "Xã Gia Cát") })
                db.Places.Add(new Place { Code = code, Level = PlaceLevel.Commune, Name = name, Path = $"/20/183/{code}/", ValidFrom = new DateOnly(1976, 1, 1) });
            await db.SaveChangesAsync();
        });
        var given = new GivenCampaign(house, clock);
        if (!withPeople) return given;
        await house.Import(People);
        await house.Import(OtherPeople, GivenHouse.OtherStation);
        foreach (var id in new[] { "r2", "r3", "s2" }) await given.Mark(id, RecordStatus.Mismatched);
        foreach (var id in new[] { "r1", "r5", "s1" }) await given.Mark(id, RecordStatus.Matched);
        await given.Mark("r4", RecordStatus.Unauthenticated);
        return given;
    }

    /// <summary>A form that can be sent as it is; what is named is otherwise.</summary>
    public IEnumerable<(string Name, string Value)> Form(CampaignGroup group, params (string Name, string Value)[] otherwise)
    {
        (string Name, string Value)[] form =
        [
            ("Title", "Sửa hồ sơ tháng này"), ("Group", $"{group}"), ("LateDays", "14"), ("Ways", nameof(CampaignChannels.ShortMessage)), ("From", $"{Clock.Today:yyyy-MM-dd}"), ("Until", $"{Clock.Today.AddDays(7):yyyy-MM-dd}"),
            ("Texts[0].Language", "vi"), ("Texts[0].Short", "{ten}: mang thẻ đến {tram} trước {ngay}."), ("Texts[0].Long", "Mời bà con mang thẻ căn cước đến {tram} trước ngày {ngay}.\n\nXem tại {trang}"),
        ];
        return form.Where(field => !otherwise.Any(other => other.Name.Equals(field.Name, StringComparison.Ordinal))).Concat(otherwise);
    }

    /// <summary>Writes a campaign; where that leads.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Write(CampaignGroup group, params (string Name, string Value)[] otherwise)
    {
        var page = await Me.GetStringAsync("/campaigns/write", GivenHouse.Stop);
        return await Read(Me.Submit("/campaigns/write", page, Form(group, otherwise)));
    }

    /// <summary>Writes a campaign and waits until its people are counted.</summary>
    public async Task<Campaign> Counted(CampaignGroup group, params (string Name, string Value)[] otherwise)
    {
        var (status, _, page) = await Write(group, otherwise);
        Assert.True(status == HttpStatusCode.OK, page);
        return await Until(one => one.DrawnAt is not null);
    }

    /// <summary>The same, approved.</summary>
    public async Task<Campaign> Approved(CampaignGroup group, params (string Name, string Value)[] otherwise)
    {
        var campaign = await Counted(group, otherwise);
        var page = await Me.GetStringAsync($"/campaigns/{campaign.Id}", GivenHouse.Stop);
        var (status, _, shown) = await Read(Me.Submit($"/campaigns/{campaign.Id}?handler=approve", page, ("version", $"{campaign.Version}")));
        Assert.True(status == HttpStatusCode.OK, shown);
        return campaign;
    }

    /// <summary>The last campaign, once something is true of it.</summary>
    public async Task<Campaign> Until(Func<Campaign, bool> isSo)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            var campaign = await House.InDb(db => db.Set<Campaign>().AsNoTracking().OrderByDescending(one => one.Id).FirstAsync());
            if (isSo(campaign)) return campaign;
            await Task.Delay(50, GivenHouse.Stop);
        }

        throw new TimeoutException("The campaign has not come so far within a minute.");
    }

    public Task<List<CampaignPerson>> PeopleOf(Campaign campaign) =>
        House.InDb(db => db.Set<CampaignPerson>().AsNoTracking().Where(person => person.CampaignId == campaign.Id).OrderBy(person => person.RecordId).ToListAsync());

    public Task<List<ShortMessage>> Messages() =>
        House.InDb(db => db.Set<ShortMessage>().AsNoTracking().Where(message => message.Kind == MessageKind.Campaign).OrderBy(message => message.Id).ToListAsync());

    /// <summary>Writes down what an authentication came to.</summary>
    public Task<int> Mark(string id, RecordStatus status, int daysAgo = 1) => House.InDb(db => db.Set<VaccinationRecord>().Where(record => record.ExternalId == id).ExecuteUpdateAsync(
        row => row.SetProperty(record => record.Status, status).SetProperty(record => record.AuthenticatedVersion, record => record.Version)
            .SetProperty(record => record.AuthenticatedAt, Clock.GetUtcNow().AddDays(-daysAgo))));

    /// <summary>Who belongs to it, by the ids of the file.</summary>
    public async Task<string> IdsOf(Campaign campaign)
    {
        var people = (await PeopleOf(campaign)).Select(person => person.RecordId).ToHashSet();
        return string.Join(' ', (await House.Records()).Where(record => people.Contains(record.Id)).Select(record => record.ExternalId));
    }

    public static async Task<(HttpStatusCode Status, string Address, string Page)> Read(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        return (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }

    /// <summary>Rows of many people with a phone each.</summary>
    public static string Many(int count)
    {
        var rows = new StringBuilder("Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại\n");
        for (var i = 1; i <= count; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"m{i},Lý Thị Mẫu,Nữ,01/01/1980,,06226,Nà Nùng,0913{i:000000}\n");
        return rows.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        Me.Dispose();
        Station.Dispose();
        await House.DisposeAsync();
    }
}
