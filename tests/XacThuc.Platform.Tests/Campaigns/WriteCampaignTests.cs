using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Campaigns;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Campaigns.Mail;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Testing.Mail;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Campaigns;

/// <summary>Texts are checked before anybody is told; what is announced is text and nothing else; units get e-mail once.</summary>
public sealed class WriteCampaignTests
{
    [Theory]
    [InlineData("Texts[0].Short", "Chào {tên}", "{tên}")]
    [InlineData("Texts[0].Short", "Chào {ten", "{")]
    [InlineData("Texts[0].Long", "Mời {phone} đến", "{phone}")]
    [InlineData("Texts[0].Long", "Mời {ten} đến", "read out")]
    [InlineData("Texts[0].Short", "", "short text in Vietnamese")]
    [InlineData("Title", " ", "name that colleagues recognise")]
    [InlineData("Until", "2020-01-01", "last day")]
    public async Task What_cannot_be_used_is_refused_with_a_sentence_and_the_form_is_kept(string field, string value, string said)
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite, withPeople: false);

        var (status, _, page) = await given.Write(CampaignGroup.WrongData, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("Sửa hồ sơ tháng này".AsSpan(0, field == "Title" ? 0 : 5), page, StringComparison.Ordinal);
        Assert.Equal(0, await given.House.InDb(db => db.Set<Campaign>().CountAsync()));
    }

    [Fact]
    public async Task A_text_of_more_than_two_messages_is_refused()
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite, withPeople: false);

        var (status, _, page) = await given.Write(CampaignGroup.WrongData, ("Texts[0].Short", new string('a', 280)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("longer than 2 messages", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_group_has_texts_to_begin_with_that_can_be_used()
    {
        foreach (var group in Enum.GetValues<CampaignGroup>())
        {
            Assert.NotNull(CampaignLanguages.Template(group, "vi"));
            foreach (var language in CampaignLanguages.All)
                if (CampaignLanguages.Template(group, language.Code) is { } text) Assert.Null(Placeholders.FindProblem(language, text.Short, text.Long));
        }
    }

    [Theory]
    [InlineData("Trung Quốc", false, "zh")]
    [InlineData("Trung Quốc", true, "en")]
    [InlineData("Lào", false, "en")]
    public void Foreigners_are_written_to_in_their_language_where_the_gateway_takes_it(string nationality, bool plainOnly, string language)
    {
        Assert.Equal(language, CampaignLanguages.For(nationality, plainOnly, ["vi", "en", "zh"]).Code);
        Assert.Equal("vi", CampaignLanguages.For(nationality, plainOnly, ["vi"]).Code);
    }

    [Fact]
    public async Task A_draft_that_was_changed_is_counted_anew_and_approved_only_as_it_was_seen()
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite);
        var first = await given.Counted(CampaignGroup.WrongData);
        var page = await given.Me.GetStringAsync($"/campaigns/write/{first.Id}", GivenHouse.Stop);

        var changed = await GivenCampaign.Read(given.Me.Submit($"/campaigns/write/{first.Id}", page, given.Form(CampaignGroup.NoNumber)));
        var counted = await given.Until(one => one.DrawnAt is not null);
        var seen = await given.Me.GetStringAsync($"/campaigns/{first.Id}", GivenHouse.Stop);
        var old = await GivenCampaign.Read(given.Me.Submit($"/campaigns/{first.Id}?handler=approve", seen, ("version", $"{first.Version}")));

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("r4", await given.IdsOf(counted));
        Assert.Equal(HttpStatusCode.Conflict, old.Status);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Units_get_one_e_mail_each_and_one_that_is_refused_holds_no_other_up(Database database)
    {
        await using var server = GivenMailServer.Open();
        server.AnswersTo = to => to.StartsWith("gone@", StringComparison.Ordinal) ? "550 nobody here" : "250 OK";
        await using var given = await GivenCampaign.Start(
            database, mail: server.Settings((GivenHouse.Station, "hopthanh@tyt.example.vn"), (GivenHouse.OtherStation, "gone@tyt.example.vn"), ("TYT-99999", "elsewhere@tyt.example.vn")));

        await given.Approved(CampaignGroup.WrongData, ("Ways", nameof(CampaignChannels.Mail)));
        var campaign = await given.Until(one => one.State == CampaignState.Done);
        await given.House.StartAgain();
        await Task.Delay(1500, GivenHouse.Stop);

        var mail = Assert.Single(server.Taken);
        Assert.Equal(("vanhoa@caoloc.example.vn", "hopthanh@tyt.example.vn"), (mail.From, mail.To));
        Assert.Contains($"Message-Id: <{campaign.Code}.{GivenHouse.Station}@caoloc.example.vn>", mail.Text, StringComparison.OrdinalIgnoreCase);
        var kept = await given.House.InDb(db => db.Set<UnitMail>().AsNoTracking().OrderBy(one => one.UnitId).ToListAsync());
        Assert.Equal([(MessageState.Sent, ""), (MessageState.Failed, "smtp.550")], kept.Select(one => (one.State, one.Problem)));
        using var me = given.House.Caller(GivenCampaign.Operator, AccountRole.DistrictOperator);
        Assert.Contains("smtp.550", await me.GetStringAsync($"/campaigns/{campaign.Id}", GivenHouse.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_house_writes_e_mail_to_its_units_as_files()
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite);

        var campaign = await given.Approved(CampaignGroup.WrongData, ("Ways", nameof(CampaignChannels.Mail)));
        await given.Until(one => one.State == CampaignState.Done);

        var file = Path.Combine(given.House.Folder, "mail", $"{campaign.Code}.{GivenHouse.Station}@mau.example.vn.eml");
        Assert.Contains($"To: {GivenHouse.Station.ToLowerInvariant()}@mau.example.vn", await File.ReadAllTextAsync(file, GivenHouse.Stop), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("{ \"host\": \"\" }", "host is missing")]
    [InlineData("{ \"host\": \"mail.example.vn\", \"from\": \"nobody\" }", "from must be an address")]
    [InlineData("{ \"host\": \"mail.example.vn\", \"from\": \"a@example.vn\", \"to\": {} }", "to names no unit")]
    [InlineData("{ \"host\": \"mail.example.vn\", \"from\": \"a@example.vn\", \"to\": { \"TYT-06226\": \"?\" } }", "TYT-06226")]
    public async Task Mail_settings_that_cannot_be_used_are_refused_at_the_start(string settings, string said)
    {
        var refused = await Assert.ThrowsAsync<Web.Hosting.UnusableSettingsException>(() => GivenHouse.Start(Database.Sqlite, mail: settings));

        Assert.StartsWith("mail.json: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_is_announced_is_shown_as_text_on_its_days_and_its_addresses_can_be_followed(Database database)
    {
        await using var given = await GivenCampaign.Start(database, withPeople: false);
        using var citizen = given.House.Anybody();
        var page = await given.Me.GetStringAsync("/campaigns/announcements", GivenHouse.Stop);
        (string, string)[] form =
        [
            ("From", $"{given.Clock.Today:yyyy-MM-dd}"), ("Until", $"{given.Clock.Today.AddDays(2):yyyy-MM-dd}"), ("Texts[0].Language", "vi"), ("Texts[0].Title", "Lịch tiêm <b>mới</b>"),
            ("Texts[0].Words", "<script>alert(1)</script>\n\nXem https://moh.gov.vn/tin\". javascript:alert(2)"), ("Texts[2].Language", "zh"), ("Texts[1].Language", "en"),
            ("Texts[2].Title", "通知"), ("Texts[2].Words", "请带护照"),
        ];

        var put = await GivenCampaign.Read(given.Me.Submit("/campaigns/announcements", page, form));
        var first = await citizen.GetStringAsync("/portal", GivenHouse.Stop);
        var news = await citizen.GetStringAsync("/portal/news", GivenHouse.Stop);
        var mine = await given.Me.GetStringAsync("/campaigns/announcements", GivenHouse.Stop);
        var down = await GivenCampaign.Read(given.Me.Submit("/campaigns/announcements?handler=down", mine, ("id", "1")));
        var after = await citizen.GetStringAsync("/portal", GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (put.Status, down.Status));
        Assert.DoesNotContain("<script>alert", news + first + mine, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", news, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://moh.gov.vn/tin\" rel=\"noopener noreferrer nofollow\">", news, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", news, StringComparison.Ordinal);
        Assert.Contains("/portal/news#news-1", first, StringComparison.Ordinal);
        Assert.Contains("lang=\"zh\"", news, StringComparison.Ordinal);
        Assert.DoesNotContain("/portal/news#news-1", after, StringComparison.Ordinal);
    }
}
