using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Portal.LookUp;

/// <summary>A citizen finds their record by what they know and the phone they hold; a stranger learns nothing.</summary>
public sealed partial class LookUpTests
{
    private const string Known = "020078000011";
    private const string Unknown = "020078999999";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Whoever_holds_the_phone_on_record_sees_the_record_and_nobody_before(Database database)
    {
        await using var given = await GivenLookUp.Open(database);

        var asked = await given.Ask(GivenLookUp.Form());
        var before = await GivenPortal.Read(given.Citizen.GetAsync("/portal/my", GivenHouse.Stop));
        var own = await given.Type(asked.Address, await given.LastCode());

        Assert.Equal("/portal/look-up", before.Address);
        Assert.Equal(("0912000001", "/portal/my"), (given.House.Sent().Single().Phone, own.Address));
        Assert.Contains("Lý Văn Quân", own.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("0001", asked.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ly van quan", "02/09/1978", "Nam", Known, true)]
    [InlineData("Lý Văn Quân", "02/09/1979", "Nam", Known, true)]
    [InlineData("Lý Văn Quang", "1978", "Nam", "0912000001", true)]
    [InlineData("Lý Văn Quân", "02/09/1978", "Nữ", "+84 912 000 001", true)]
    [InlineData("Lý Văn Quang", "02/09/1979", "Nam", Known, false)]
    [InlineData("Lý Văn Quân", "02/09/1978", "Nam", "0912000003", false)]
    public async Task Number_or_phone_and_two_of_the_others_find_it(string name, string date, string sex, string known, bool isFound)
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);

        var asked = await given.Ask(GivenLookUp.Form(name, date, sex, known));

        Assert.StartsWith("/portal/look-up/", asked.Address, StringComparison.Ordinal);
        var sent = await given.House.InDb(db => db.Set<ShortMessage>().SingleAsync());
        Assert.Equal(isFound, sent.State != MessageState.Withdrawn);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task For_nobody_every_answer_and_every_statement_is_the_same(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        await given.Ask(GivenLookUp.Form(known: "020060000003"));

        var somebody = await Steps(given, Known, "somebody");
        var nobody = await Steps(given, Unknown, "nobody");

        Assert.Equal(somebody.Select(Plain), nobody.Select(Plain), StringComparer.Ordinal);
        Assert.Equal(given.Counted.Of("somebody"), given.Counted.Of("nobody"), StringComparer.Ordinal);
        Assert.True(given.Counted.Of("nobody").Count > 20, "The statements are not counted.");
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_phone_gets_three_codes_an_hour_and_whoever_asks_on_is_told_nothing_of_it(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        var page = await given.Citizen.GetStringAsync("/portal/look-up", GivenHouse.Stop);

        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => GivenPortal.Read(given.Citizen.Submit("/portal/look-up", page, GivenLookUp.Form()))));
        var later = await given.Ask(GivenLookUp.Form());

        Assert.All(many.Append(later), one => Assert.Equal(Plain(later), Plain(one)));
        await given.LastCode();
        Assert.InRange(given.House.Sent().Count, 1, 3);
        var more = await given.Ask(GivenLookUp.Form());
        await given.Ask(GivenLookUp.Form());
        Assert.Equal(Plain(later), Plain(more));
        await given.LastCode();
        Assert.InRange(given.House.Sent().Count, 1, 3);
    }

    [Fact]
    public async Task One_number_is_asked_for_so_often_an_hour_whether_somebody_has_it_or_not()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);

        var known = await Asked(given, Known);
        var unknown = await Asked(given, Unknown);

        Assert.Equal(known.Select(Plain), unknown.Select(Plain), StringComparer.Ordinal);
        Assert.Equal(10, known.Count(one => one.Status == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, known[^1].Status);
    }

    [Fact]
    public async Task Of_a_family_with_one_phone_only_the_one_asked_for_is_shown()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);

        var own = await given.SignIn(GivenLookUp.Form("Nông Thị Hoa", "1950", "Nữ", "0912 000 001"));

        Assert.Contains("Nông Thị Hoa", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Quân", own, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task After_five_tries_the_right_code_is_of_no_use_though_all_come_at_once(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        var asked = await given.Ask(GivenLookUp.Form());
        var code = await given.LastCode();
        var wrong = code[0] == '1' ? "2" + code[1..] : "1" + code[1..];

        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => given.Type(asked.Address, wrong)));
        var right = await given.Type(asked.Address, code);

        Assert.Equal(5, tries.Count(one => one.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.Conflict, right.Status);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_code_opens_one_session_though_it_is_sent_twice_at_once(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        var asked = await given.Ask(GivenLookUp.Form());
        var code = await given.LastCode();
        using HttpClient one = given.Another(), other = given.Another();

        var both = await Task.WhenAll(given.Type(asked.Address, code, one), given.Type(asked.Address, code, other));

        Assert.Single(both, own => own.Address == "/portal/my");
    }

    [Fact]
    public async Task A_form_that_cannot_be_asked_is_told_field_by_field()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);

        var asked = await given.Ask(GivenLookUp.Form("", "31/02/1978", "", "12345"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        foreach (var field in (string[])["name", "date", "sex-male", "known"]) Assert.Contains($"href=\"#{field}\"", asked.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_house_that_sends_no_messages_says_where_else_to_go()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite, messages: """{"channel":"print"}""");

        var page = await given.Citizen.GetStringAsync("/portal/look-up", GivenHouse.Stop);

        Assert.Contains("sign in with VNeID", page, StringComparison.Ordinal);
    }

    // The look-up, a wrong code, another code, wrong ones until it is over.
    private static async Task<List<(HttpStatusCode Status, string Address, string Page)>> Steps(GivenLookUp given, string number, string name)
    {
        using var caller = given.Another();
        caller.DefaultRequestHeaders.Add(CountedCommands.Header, name);
        var asked = await given.Ask(GivenLookUp.Form(known: number), caller);
        List<(HttpStatusCode, string, string)> steps = [asked, await given.Type(asked.Address, "12", caller)];
        steps.Add(await GivenPortal.Read(caller.Submit($"{asked.Address}?handler=again", await caller.GetStringAsync(asked.Address, GivenHouse.Stop))));
        for (var tries = 0; tries < 6; tries++) steps.Add(await given.Type(asked.Address, "1234567", caller));

        // Beyond what a phone gets in an hour.
        for (var more = 0; more < 3; more++) steps.Add(await given.Ask(GivenLookUp.Form(known: number), caller));
        return steps;
    }

    private static async Task<List<(HttpStatusCode Status, string Address, string Page)>> Asked(GivenLookUp given, string number)
    {
        var all = new List<(HttpStatusCode, string, string)>();
        for (var i = 0; i < 11; i++) all.Add(await given.Ask(GivenLookUp.Form(known: number)));
        return all;
    }

    private static string Plain((HttpStatusCode Status, string Address, string Page) one) =>
        $"{one.Status} {Ticket().Replace(one.Address, "TICKET")} {Number().Replace(Token().Replace(Ticket().Replace(one.Page, "TICKET"), "TOKEN"), "NUMBER")}";

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Ticket();

    [GeneratedRegex("(?<=__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("0200789?[0-9]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
