using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Register.Tests.Houses;
using XacThuc.Register.Verification;
using XacThuc.Register.Verification.Missing;
using XacThuc.Register.Verification.Return;
using XacThuc.Register.Verification.Sign;
using XacThuc.Register.Verification.Verify;
using Xunit;
using static XacThuc.Register.Tests.Verification.GivenLists;

namespace XacThuc.Register.Tests.Verification;

/// <summary>Lists of people to be vaccinated (dispatch 8938) at the commune police.</summary>
public sealed class SurveyVerificationTests
{
    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_is_verified_at_once_signed_for_its_own_purpose_and_posted(string kind)
    {
        await using var given = await Start(kind);
        var list = await given.Survey(AsRegistered(1), AsRegistered(2));

        await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [], Officer, Stop));
        var signed = await given.Use((SignList sign) => sign.Run(list.Id, Officer, Stop));

        Assert.Null(signed.Refusal);
        var after = await given.List();
        var seal = given.House.Services.GetRequiredService<HouseSeal>();
        Assert.Equal(
            (SealState.Right, SealState.Wrong),
            (seal.Check(SignedList.SurveyPurpose, after.Content, after.Signature), seal.Check(SignedList.CleaningPurpose, after.Content, after.Signature)));
        Assert.Equal(1, await given.InDb(db => db.Set<KeptMessage>().CountAsync(message => message.Kind == "survey.signed.v1")));
        Assert.Equal((ListKind.Survey, "Mũi 1 thôn Nà Nùng"), (after.Kind, after.Title));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_is_given_back_once_with_a_reason_by_the_commune_police(string kind)
    {
        await using var given = await Start(kind);
        var list = await given.Survey(AsRegistered(1));

        var silent = await Return(given, list, " ", Officer);
        var district = await Return(given, list, "sai xã", District);
        var done = await Return(given, list, "sai xã", Officer);
        var again = await Return(given, list, "sai xã", Officer);

        Assert.Equal(
            ["list.no_reason", "list.may_not_return", null, "list.may_not_return"],
            new[] { silent, district, done, again }.Select(result => result.Refusal?.Code).ToArray());
        Assert.Equal((ListState.Returned, "sai xã"), ((await given.List()).State, (await given.List()).ReturnReason));
        Assert.Equal(1, await given.InDb(db => db.Set<KeptMessage>().CountAsync(message => message.Kind == "survey.returned.v1")));
    }

    [Fact]
    public async Task A_cleaning_list_is_not_given_back()
    {
        await using var given = await Start("sqlite");
        var list = await given.Come(Line(1, RightName(1)));

        Assert.Equal("list.may_not_return", (await Return(given, list, "sai xã", Officer)).Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Residents_whom_no_list_names_are_shown_to_the_police(string kind)
    {
        await using var given = await Start(kind);
        await given.InDb(db => db.People.ExecuteUpdateAsync(person => person.SetProperty(one => one.CommuneCode, "06226"), Stop));
        await given.Survey(AsRegistered(1), AsRegistered(2));

        var missing = await given.Use((MissingResidents residents) => residents.Of("06226", 0, Stop));
        var old = await given.Use((MissingResidents residents) => residents.Of("06226", 120, Stop));

        var all = await given.InDb(db => db.People.CountAsync(Stop));
        Assert.Equal(all - 2, missing.Count);
        Assert.DoesNotContain(missing, person => person.FullName.Equals(GivenPeople.Person(1).FullName, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(old);
    }

    private static Task<Web.Acts.Result<VerificationList>> Return(GivenLists given, VerificationList list, string reason, Web.Accounts.SignedIn who) =>
        given.Use((ReturnList back) => back.Run(list.Id, reason, who, Stop));
}
