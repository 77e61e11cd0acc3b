using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Lists;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Portal;

/// <summary>The station takes whoever registered; they see how far it is.</summary>
public sealed class TakeRegisteredTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task From_the_form_to_the_approved_list_the_resident_sees_every_step(Database database)
    {
        await using var portal = await GivenPortal.Open(database);
        var follow = await portal.Register([.. GivenPortal.Form(), ("Form.Note", "dị ứng hải sản")]);
        var survey = portal.Survey;

        var today = WebUtility.HtmlDecode(await survey.Station.GetStringAsync("/", GivenHouse.Stop));
        var taken = await portal.Take();
        var listed = await portal.Follow(follow);
        await survey.Send();
        var withPolice = await portal.Follow(follow);
        foreach (var part in await survey.Parts()) await survey.Answer(part.Code, line => GivenSurvey.Said(line, LineVerdict.Confirmed));
        var confirmed = await portal.Follow(follow);
        await survey.Press("approve", survey.Committee);
        var approved = await portal.Follow(follow);

        Assert.Contains("registered by themselves", today, StringComparison.Ordinal);
        Assert.True(taken.Status == HttpStatusCode.OK, taken.Page);
        var person = Assert.Single(await survey.People());
        Assert.Equal(
            ("Lý Văn Quân", "020078000011", "0912000001", "Nà Nùng", "06226", "dị ứng hải sản", Consent.Given),
            (person.FullName, person.Digits, person.Phone, person.Hamlet, person.CommuneCode, person.Note, person.Consent));
        Assert.Contains("On a list", listed.Page, StringComparison.Ordinal);
        Assert.Contains("The commune police are comparing", withPolice.Page, StringComparison.Ordinal);
        Assert.Contains("waits for the commune committee", confirmed.Page, StringComparison.Ordinal);
        Assert.Contains("Confirmed and approved", approved.Page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Who_stands_on_a_list_already_is_marked_before_and_found_by_the_engine_after(Database database)
    {
        await using var portal = await GivenPortal.Open(database);
        await portal.Survey.Open();
        await portal.Survey.Bring(GivenSurvey.File);
        await portal.Register(GivenPortal.Form(name: "Ly Văn Quân"));
        await portal.Register(GivenPortal.Form(name: "Nông Văn Tài", number: "020078000099", date: "03/04/1980"));
        var list = await portal.Survey.List();

        var page = WebUtility.HtmlDecode(await portal.Survey.Station.GetStringAsync("/lists/registrations", GivenHouse.Stop));
        await portal.Take(list: list.Id);

        Assert.Contains("perhaps listed", page, StringComparison.Ordinal);
        var alike = Assert.Single(await portal.Survey.Likenesses(), one => one.OtherKind == OtherKind.SameList);
        Assert.True(alike.HasSameNumber);
        Assert.Equal(7, (await portal.Survey.People()).Count);
    }

    [Fact]
    public async Task Some_are_taken_the_others_wait_and_nobody_is_taken_twice()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        await portal.Register(GivenPortal.Form());
        await portal.Register(GivenPortal.Form(name: "Vi Văn Xuân", number: "020060000001"));
        var first = (await portal.Owns())[0];
        var page = await portal.Survey.Station.GetStringAsync("/lists/registrations", GivenHouse.Stop);
        (string, string)[] only = [("dose", "1"), ("list", ""), ("listTitle", "Tự đăng ký"), ("who", first.Ref)];

        var answers = await Task.WhenAll(GivenPortal.Read(portal.Survey.Station.Submit("/lists/registrations", page, only)), GivenPortal.Read(portal.Survey.Station.Submit("/lists/registrations", page, only)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("Lý Văn Quân", Assert.Single(await portal.House.InDb(db => db.Set<ListedPerson>().ToListAsync())).FullName);
        Assert.Equal(1, await portal.House.InDb(db => db.Set<SurveyList>().CountAsync(list => list.State != ListState.GivenUp)));
        Assert.Equal([RegisteredState.Listed, RegisteredState.Waiting], (await portal.Owns()).Select(own => own.State));
    }

    [Fact]
    public async Task A_list_for_another_dose_does_not_take_them()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        await portal.Survey.Open(dose: "2");
        await portal.Register(GivenPortal.Form());

        var taken = await portal.Take(list: (await portal.Survey.List()).Id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Empty(await portal.Survey.People());
    }

    [Fact]
    public async Task Who_is_not_taken_reads_why_on_the_page_and_not_in_the_message()
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        var follow = await portal.Register(GivenPortal.Form());
        var address = $"/lists/registrations/{(await portal.Owns())[0].Ref}";
        var page = await portal.Survey.Station.GetStringAsync(address, GivenHouse.Stop);

        var silent = await GivenPortal.Read(portal.Survey.Station.Submit(address, page, ("reason", " ")));
        await portal.Survey.Station.Submit(address, page, ("reason", "Mời mang giấy khai sinh."));
        var status = await portal.Follow(follow);
        while (portal.House.Sent().Count < 3) await Task.Delay(50, GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("Why: Mời mang giấy khai sinh.", status.Page, StringComparison.Ordinal);
        var told = portal.House.Sent()[^1].Words;
        Assert.Contains(follow, told, StringComparison.Ordinal);
        Assert.DoesNotContain("khai sinh", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TYT-06226", AccountRole.HealthStation, true)]
    [InlineData("UBND-06226", AccountRole.CommuneCommittee, true)]
    [InlineData("TTYT-183", AccountRole.DistrictHealthCentre, true)]
    [InlineData("TYT-06229", AccountRole.HealthStation, false)]
    [InlineData("TTYT-183", AccountRole.VaccinationFacility, false)]
    public async Task Only_units_of_the_commune_see_them(string unit, AccountRole role, bool sees)
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        await portal.Register(GivenPortal.Form());
        using var caller = portal.House.Caller(unit, role);
        var reference = (await portal.Owns())[0].Ref;

        var page = WebUtility.HtmlDecode(await caller.GetStringAsync("/lists/registrations", GivenHouse.Stop));
        using var one = await caller.GetAsync($"/lists/registrations/{reference}", GivenHouse.Stop);

        Assert.Equal(sees, page.Contains("Lý Văn Quân", StringComparison.Ordinal));
        Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, one.StatusCode);
    }

    [Theory]
    [InlineData(AccountRole.DistrictOperator)]
    [InlineData(AccountRole.DistrictOffice)]
    public async Task Who_draws_no_lists_up_is_kept_out(AccountRole role)
    {
        await using var portal = await GivenPortal.Open(Database.Sqlite);
        using var caller = portal.House.Caller("VP-183", role);

        using var answer = await caller.GetAsync("/lists/registrations", GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
