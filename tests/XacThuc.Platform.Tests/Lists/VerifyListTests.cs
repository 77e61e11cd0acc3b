using System.Net;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Lists;

public sealed class VerifyListTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Each_commune_gets_its_own_people_and_foreigners_stay_at_home(Database database)
    {
        await using var given = await GivenSurvey.Brought(database);

        await given.Send();

        var parts = await given.Parts();
        Assert.Equal([("06226", 3), ("06229", 1)], parts.Select(part => (part.CommuneCode, part.People)).ToArray());
        Assert.All(given.Partner.Surveys, sent => Assert.Equal(sent.Digest, ListDigest.Of(sent.List, sent.Lines)));
        var states = (await given.People()).Select(person => person.State).ToArray();
        Assert.Equal([PersonState.WithPolice, PersonState.WithPolice, PersonState.WithPolice, PersonState.Foreigner, PersonState.WithPolice], states);
        Assert.Equal(ListState.Sent, (await given.List()).State);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_the_police_sign_becomes_the_state_of_each_row_and_their_corrections_are_taken_over(Database database)
    {
        await using var given = await GivenSurvey.Brought(database);
        await given.Send();
        var parts = await given.Parts();

        var first = await given.Answer(parts[0].Code, line => line.Number switch
        {
            1 => GivenSurvey.Said(line, LineVerdict.Confirmed),
            2 => GivenSurvey.Said(line, LineVerdict.AskPerson, note: "mang giấy khai sinh"),
            _ => GivenSurvey.Said(line, LineVerdict.Released, date: "03/02/1990"),
        });
        var between = (await given.List()).State;
        var second = await given.Answer(parts[1].Code, line => GivenSurvey.Said(line, LineVerdict.NotFound));

        Assert.True(first.IsTaken && second.IsTaken);
        Assert.Equal((ListState.Sent, ListState.Verified), (between, (await given.List()).State));
        var people = await given.People();
        Assert.Equal(
            [PersonState.Confirmed, PersonState.ToComplete, PersonState.NotFound, PersonState.Foreigner, PersonState.Corrected],
            people.Select(person => person.State).ToArray());
        Assert.Equal("mang giấy khai sinh", people[1].OfficerNote);
        Assert.Equal(("03/02/1990", false, 2), (people[4].DateOfBirth, people[4].IsDoubtful, people[4].RowVersion));
    }

    [Fact]
    public async Task A_signature_for_another_purpose_or_over_other_rows_changes_nothing()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        await given.Send();
        var part = (await given.Parts())[0];

        var purpose = await given.Answer(part.Code, line => GivenSurvey.Said(line, LineVerdict.Confirmed), SignedList.CleaningPurpose);
        var rows = await given.Answer(part.Code, line => GivenSurvey.Said(line, LineVerdict.Confirmed) with { Version = 7 });

        Assert.Equal(("signed.signature_wrong", "signed.other_list"), (purpose.Code, rows.Code));
        Assert.Equal(PersonState.WithPolice, (await given.People())[0].State);
        Assert.Contains("not the one that was sent", (await given.Press("send")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_brought_papers_is_corrected_and_sent_again_alone()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        await given.Send();
        foreach (var part in await given.Parts())
            await given.Answer(part.Code, line => GivenSurvey.Said(line, line.Number == 2 ? LineVerdict.AskPerson : LineVerdict.Confirmed));

        var saved = await given.Save(2, ("name", "Nông Thị Hoa"), ("sex", "Nữ"), ("date", "01/03/1950"), ("idNumber", "020150000012"), ("commune", "06226"));
        await given.Send();

        Assert.Equal(HttpStatusCode.OK, saved);
        var again = given.Partner.Surveys.Last();
        Assert.EndsWith("-03", again.List, StringComparison.Ordinal);
        Assert.Equal(("020150000012", 2), (Assert.Single(again.Lines).Recorded.IdNumber, again.Lines[0].Recorded.Version));
    }

    [Fact]
    public async Task A_list_that_is_given_back_can_be_put_right_and_sent_again()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        await given.Send();
        foreach (var part in await given.Parts())
        {
            await given.Partner.Tell<SurveyListReturned, Receipt>(
                new SurveyListReturned(part.Code, "mất cột số CCCD", "CAX-06226", DateTimeOffset.UnixEpoch.AddYears(56)));
        }

        var page = await given.Station.GetStringAsync($"/lists/{(await given.List()).Id}", GivenHouse.Stop);
        var draft = (await given.List()).State;
        await given.Send();

        Assert.Contains("mất cột số CCCD", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(ListState.Draft, draft);
        Assert.Equal(4, (await given.Parts()).Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_committee_approves_once_the_police_have_answered_all_and_then_nothing_changes(Database database)
    {
        await using var given = await GivenSurvey.Brought(database);
        await given.Send();
        var early = await given.Press("approve", given.Committee);
        foreach (var part in await given.Parts()) await given.Answer(part.Code, line => GivenSurvey.Said(line, LineVerdict.Confirmed));

        var station = await given.Press("approve");
        var committee = await given.Press("approve", given.Committee);
        var late = await given.Save(1, ("name", "Lý Văn Khác"));

        Assert.Equal(
            (HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict),
            (early.Status, station.Status, committee.Status, late));
        Assert.Equal(ListState.Approved, (await given.List()).State);
        Assert.Equal("Lý Văn Quân", (await given.People())[0].FullName);
    }

    [Fact]
    public async Task Nobody_is_changed_while_the_police_have_them()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        await given.Send();

        var saved = await given.Save(1, ("name", "Lý Văn Khác"));

        Assert.Equal(HttpStatusCode.Conflict, saved);
        Assert.Equal("Lý Văn Quân", (await given.People())[0].FullName);
    }
}
