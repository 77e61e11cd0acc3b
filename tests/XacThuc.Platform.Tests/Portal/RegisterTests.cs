using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Portal;

/// <summary>Residents register by themselves: a form, a code to the phone, a code to follow it.</summary>
public sealed partial class RegisterTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_form_stands_once_the_code_from_the_phone_is_entered_and_not_before(Database database)
    {
        await using var portal = await GivenPortal.Open(database);

        var sent = await portal.Send(GivenPortal.Form());
        var before = (await portal.Owns()).Single().State;
        var confirmed = await portal.Type(sent.Address, await portal.LastCode());

        Assert.Contains("phone ending in 0001", sent.Page, StringComparison.Ordinal);
        Assert.Equal((RegisteredState.Unconfirmed, RegisteredState.Waiting), (before, (await portal.Owns()).Single().State));
        var follow = OneTimeCodes.Shown((await portal.Owns()).Single().FollowCode);
        Assert.Contains(follow, confirmed.Page, StringComparison.Ordinal);
        var status = await portal.Follow(follow.ToLowerInvariant().Replace('-', ' '));
        Assert.Contains("The health station has your registration", status.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once_each_at_its_field()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);

        var sent = await portal.Send(("Form.Name", "Lý"), ("Form.Date", "31/02/1978"), ("Form.IdNumber", "12345"), ("Form.Phone", "0205 381 234"), ("Form.Commune", "99999"), ("Form.Dose", "7"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        foreach (var field in (string[])["name", "date", "sex-male", "idNumber", "phone", "commune", "hamlet", "dose", "consent"])
            Assert.Contains($"href=\"#{field}\"", sent.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"31/02/1978\"", sent.Page, StringComparison.Ordinal);
        Assert.Empty(await portal.Owns());
    }

    [Fact]
    public async Task Who_is_under_18_needs_a_guardian_with_a_phone()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        var child = GivenPortal.Form(date: $"01/01/{TimeProvider.System.GetUtcNow().Year - 15}", number: "");

        var alone = await portal.Send(child);
        var guarded = await portal.Send([.. child, ("Form.Guardian", "Lý Thị Hoa"), ("Form.GuardianPhone", "0912000009")]);

        Assert.Contains("href=\"#guardian\"", alone.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"#guardianPhone\"", alone.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, guarded.Status);
    }

    [Fact]
    public async Task Scanning_the_card_fills_the_form_in()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);

        var read = await GivenPortal.Read(portal.Resident.Submit("/portal/register?handler=scan", await portal.PageOf("/portal/register"), ("Card", "020078000011||Lý Văn Quân|02091978|Nam|Nà Nùng|25042021")));

        Assert.Contains("value=\"Lý Văn Quân\"", read.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"02/09/1978\"", read.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"020078000011\"", read.Page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task After_five_tries_the_right_code_is_of_no_use_though_all_come_at_once(Database database)
    {
        await using var portal = await GivenPortal.Open(database);
        var sent = await portal.Send(GivenPortal.Form());
        var code = await portal.LastCode();
        var wrong = code[0] == '1' ? "2" + code[1..] : "1" + code[1..];

        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => portal.Type(sent.Address, wrong)));
        var right = await portal.Type(sent.Address, code);

        Assert.Equal(5, tries.Count(one => one.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.Conflict, right.Status);
        Assert.Contains("was tried too often", right.Page, StringComparison.Ordinal);
        Assert.Equal(RegisteredState.Unconfirmed, (await portal.Owns()).Single().State);
    }

    [Fact]
    public async Task A_code_is_over_after_ten_minutes_and_when_a_new_one_was_sent()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        var sent = await portal.Send(GivenPortal.Form());
        var first = await portal.LastCode();

        await portal.House.InDb(db => db.Set<PhoneCode>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Until, TimeProvider.System.GetUtcNow().AddSeconds(-1))));
        var late = await portal.Type(sent.Address, first);
        await portal.Resident.Submit(sent.Address + "?handler=again", await portal.PageOf(sent.Address));
        var second = await portal.LastCode();
        var old = await portal.Type(sent.Address, first);
        var fresh = await portal.Type(sent.Address, second);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (late.Status, first == second ? HttpStatusCode.UnprocessableEntity : old.Status, fresh.Status));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_phone_is_sent_three_codes_an_hour_though_many_are_asked_for_at_once(Database database)
    {
        await using var portal = await GivenPortal.Open(database);
        var page = await portal.PageOf("/portal/register");

        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GivenPortal.Read(portal.Resident.Submit("/portal/register", page, GivenPortal.Form()))));
        var codes = await portal.House.InDb(db => db.Set<PhoneCode>().CountAsync());
        for (var more = codes; more < 3; more++) Assert.Equal(HttpStatusCode.OK, (await portal.Send(GivenPortal.Form())).Status);
        var later = await portal.Send(GivenPortal.Form());

        Assert.Equal(codes, asked.Count(one => one.Status == HttpStatusCode.OK));
        Assert.All(asked.Where(one => one.Status != HttpStatusCode.OK).Append(later), one => Assert.Equal(HttpStatusCode.TooManyRequests, one.Status));
        Assert.Contains("sent several codes within the last hour", later.Page, StringComparison.Ordinal);
        Assert.Equal(3, (await portal.Owns()).Count);
    }

    [Fact]
    public void A_network_address_has_so_many_codes_an_hour_and_a_household_is_one_network()
    {
        using var meters = new AddressMeters(new PortalLimits { CodesOfAddress = 2 });

        var sixth = (string[])["2405:4800::1", "2405:4800::2", "2405:4800::3", "2405:4800:0:1::1"];
        var fourth = (string[])["113.160.0.1", "::ffff:113.160.0.1", "113.160.0.1", "113.160.0.2"];

        Assert.Equal([true, true, false, true], sixth.Select(address => meters.MaySendCode(IPAddress.Parse(address))));
        Assert.Equal([true, true, false, true], fourth.Select(address => meters.MaySendCode(IPAddress.Parse(address))));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_same_person_with_the_same_phone_is_one_registration_with_what_was_said_last(Database database)
    {
        await using var portal = await GivenPortal.Open(database);

        var first = await portal.Register(GivenPortal.Form(name: "Ly Van Quan"));
        var second = await portal.Register(GivenPortal.Form(name: "Lý Văn Quân"));
        await portal.Take();
        var third = await portal.Register(GivenPortal.Form(name: "Lý Văn Quàn"));

        Assert.Equal((first, first), (second, third));
        Assert.Equal("Lý Văn Quân", Assert.Single(await portal.Survey.People()).FullName);
        Assert.Equal([RegisteredState.Listed, RegisteredState.SameAsBefore, RegisteredState.SameAsBefore], (await portal.Owns()).Select(own => own.State));
        Assert.All((await portal.Owns()).Skip(1), own => Assert.Equal("", own.FullName + own.IdNumber));
    }

    [Fact]
    public async Task A_stranger_learns_nothing_of_who_is_known_and_changes_nothing()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        await portal.Register(GivenPortal.Form());
        await portal.Take();

        var known = await portal.Send(GivenPortal.Form(phone: "0987000001"));
        var unknown = await portal.Send(GivenPortal.Form(name: "Vi Văn Xuân", number: "020060000001", phone: "0986000001"));

        Assert.Equal(Plain(unknown.Page), Plain(known.Page));
        Assert.Equal(GivenPortal.Phone.Replace(" ", "", StringComparison.Ordinal), Assert.Single(await portal.Survey.People()).Phone);
    }

    [Fact]
    public async Task A_wrong_code_and_wrong_digits_are_answered_alike()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        var follow = await portal.Register(GivenPortal.Form());

        var digits = await portal.Follow(follow, "0002");
        var code = await portal.Follow("BCDF-2345", "0001");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (digits.Status, code.Status));
        Assert.Equal(Plain(digits.Page), Plain(code.Page));
    }

    [Fact]
    public async Task Neither_the_code_nor_who_it_is_for_stands_in_database_or_audit_in_clear()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        var sent = await portal.Send(GivenPortal.Form());
        var code = await portal.LastCode();
        await portal.Type(sent.Address, code);

        var kept = await portal.House.InDb(async db => string.Join('\n', [
            .. await db.Set<PhoneCode>().Select(one => one.Digest).ToListAsync(), .. await db.Set<ShortMessage>().Select(one => one.Words).ToListAsync()]));
        var audit = await portal.House.InDb(db => db.Audit.Select(entry => entry.Who + entry.Kind + entry.Subject + entry.Reason).ToListAsync());

        Assert.DoesNotContain(code, kept, StringComparison.Ordinal);
        Assert.Contains(audit, entry => entry.StartsWith("portalregistration.confirm", StringComparison.Ordinal));
        foreach (var secret in (string[])["0912000001", "020078000011", "Quân", code])
            Assert.DoesNotContain(audit, entry => entry.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_portal_needs_no_account_gives_no_session_and_leads_to_no_page_of_the_staff()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        using var stranger = portal.House.Anybody(followsRedirects: false);

        foreach (var address in (string[])["/portal", "/portal/look-up", "/portal/register", "/portal/status"])
        {
            using var answer = await stranger.GetAsync(address, GivenHouse.Stop);
            var page = await answer.Content.ReadAsStringAsync(GivenHouse.Stop);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain(answer.Headers.Where(header => header.Key == "Set-Cookie").SelectMany(header => header.Value), cookie => cookie.StartsWith("xt-platform=", StringComparison.Ordinal));
            var links = Link().Matches(page).Select(link => link.Groups["to"].Value).Where(to => !to.StartsWith("/assets/", StringComparison.Ordinal));
            Assert.All(links, to => Assert.True(to.StartsWith("/portal/", StringComparison.Ordinal) || to.StartsWith('#') || to is "/language" or "/portal", to));
        }
    }

    [Fact]
    public async Task Where_no_message_can_be_sent_the_page_says_where_to_go()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite, """{ "channel": "print" }""");

        var page = WebUtility.HtmlDecode(await portal.PageOf("/portal/register"));
        var sent = await portal.Send(GivenPortal.Form());

        Assert.Contains("Please register at the health station", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Empty(await portal.Owns());
    }

    [Fact]
    public async Task Forms_that_nobody_confirmed_are_forgotten_after_a_day()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        await portal.Register(GivenPortal.Form());
        await portal.Send(GivenPortal.Form(name: "Vi Văn Xuân", number: "", phone: "0987000001"));

        await portal.House.InDb(db => ForgetUnconfirmed.Run(db, TimeProvider.System.GetUtcNow().AddDays(1.1), GivenHouse.Stop));

        Assert.Equal("Lý Văn Quân", Assert.Single(await portal.Owns()).FullName);
        Assert.Equal(0, await portal.House.InDb(db => db.Set<PhoneCode>().CountAsync()));
    }

    // What differs from one asking to the next: tickets, and the tokens of forms.
    private static string Plain(string page) => Changing().Replace(page, "");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Changing();

    [GeneratedRegex("(?:href|action|src)=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
