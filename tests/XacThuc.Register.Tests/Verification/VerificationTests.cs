using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Register.Authentication;
using XacThuc.Register.Cases;
using XacThuc.Register.Tests.Houses;
using XacThuc.Register.Verification;
using XacThuc.Register.Verification.Decide;
using XacThuc.Register.Verification.SecondLook;
using XacThuc.Register.Verification.Sign;
using XacThuc.Register.Verification.Verify;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using Xunit;
using static XacThuc.Register.Tests.Verification.GivenLists;

namespace XacThuc.Register.Tests.Verification;

public sealed class VerificationTests
{
    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_is_open_once_all_its_parts_came_however_often_one_comes(string kind)
    {
        await using var given = await Start(kind);
        var parts = Parts(Line(1, RightName(1)), Line(2, Nothing), Line(3, RightName(3)));

        await given.Come(parts[0]);
        await given.Come(parts[0]);
        var before = (await given.List()).State;
        await given.Come(parts[1]);

        Assert.Equal(ListState.Arriving, before);
        Assert.Equal(ListState.Open, (await given.List()).State);
        var rows = await given.Rows();
        Assert.Equal([1, 2, 3], rows.Select(row => row.Number).ToArray());
    }

    [Fact]
    public async Task A_part_that_is_not_of_the_list_is_refused()
    {
        await using var given = await Start("sqlite");
        var parts = Parts(Line(1, RightName(1)), Line(2, Nothing), Line(3, RightName(3)));
        await given.Come(parts[0]);

        var refused = await Assert.ThrowsAsync<BorderRefusedException>(
            () => given.Come(parts[1] with { Lines = [parts[1].Lines[0] with { Filled = RightName(5) }] }));

        Assert.Equal("list.other_list", refused.Code);
        Assert.Equal(ListState.Arriving, (await given.List()).State);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rows_that_agree_are_confirmed_together_but_for_those_that_are_left_and_no_other(string kind)
    {
        await using var given = await Start(kind);
        var list = await given.Come(Line(1, RightName(1)), Line(2, RightName(5)), Line(3, RightName(3)));

        var confirmed = await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [3], Officer, Stop));

        Assert.Equal(1, confirmed.Match(count => count, _ => -1));
        var rows = await given.Rows();
        Assert.Equal([LineVerdict.Confirmed, null, null], rows.Select(row => row.Verdict).ToArray());
        Assert.Equal(RightName(1).FullName, rows[0].RightName);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_the_register_holds_is_released_for_a_row_only_where_it_differs(string kind)
    {
        await using var given = await Start(kind);
        var list = await given.Come(Line(1, Nothing));

        var person = GivenPeople.Person(1);
        var decided = await Decide(given, list, 1, LineVerdict.Released, person.PersonalId);

        Assert.Null(decided.Refusal);
        var row = (await given.Rows())[0];
        Assert.Equal(person.FullName, row.RightName, ignoreCase: true);
        Assert.Equal((null, null, null), (row.RightSex, row.RightDate, row.RightNumber));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_is_signed_once_by_the_commune_police_when_every_row_has_a_verdict(string kind)
    {
        await using var given = await Start(kind);
        var list = await given.Come(Line(1, RightName(1)), Line(2, Nothing));
        await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [], Officer, Stop));

        var early = await Sign(given, list, Officer);
        await Decide(given, list, 2, LineVerdict.AskPerson);
        await given.Use((AskSecondLook ask) => ask.Run(list.Id, Officer, Stop));
        var version = (await given.List()).Version;
        await given.Use((GiveSecondLook look) => look.Run(list.Id, version, [new LookedRow(2, "")], Colleague, Stop));
        var district = await Sign(given, list, District);
        var elsewhere = await Sign(given, list, Elsewhere);
        var signed = await Sign(given, list, Officer);
        var again = await Sign(given, list, Officer);
        var late = await Decide(given, list, 2, LineVerdict.NotFound);

        Assert.Equal(
            ["list.rows_left", "list.may_not_sign", "list.not_there", null, "list.signed", "list.signed"],
            new[] { early.Refusal, district.Refusal, elsewhere.Refusal, signed.Refusal, again.Refusal, late.Refusal }.Select(refusal => refusal?.Code).ToArray());
        Assert.Equal(1, await given.InDb(db => db.Set<KeptMessage>().CountAsync(message => message.Kind == "cleaning.signed.v1")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_signature_is_over_who_signed_when_and_every_verdict(string kind)
    {
        await using var given = await Start(kind);
        var list = await given.Come(Line(1, RightName(1)));
        await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [], Officer, Stop));
        await Sign(given, list, Officer);

        var signed = await given.List();
        var seal = given.House.Services.GetRequiredService<HouseSeal>();

        Assert.Equal(SealState.Right, seal.Check(SignedList.CleaningPurpose, signed.Content, signed.Signature));
        Assert.Equal(SealState.Wrong, seal.Check(SignedList.CleaningPurpose, signed.Content.Replace("Nông Văn A", "Nông Văn B", StringComparison.Ordinal), signed.Signature));
        var read = ListDigest.FindList(signed.Content)!;
        Assert.Equal(("Nông Văn A", "CAX-06226", list.Digest), (read.Signer, read.UnitCode, read.Digest));
        Assert.Equal(LineVerdict.Confirmed, Assert.Single(read.Lines).Verdict);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_whose_rows_were_changed_in_the_database_is_not_signed(string kind)
    {
        await using var given = await Start(kind);
        var list = await given.Come(Line(1, RightName(1)));
        await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [], Officer, Stop));
        await given.InDb(db => db.Set<VerificationRow>().ExecuteUpdateAsync(row => row.SetProperty(one => one.FilledName, "Kẻ Gian"), Stop));

        var signed = await Sign(given, list, Officer);

        Assert.Equal("list.altered", signed.Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_list_settles_is_asked_no_more_in_the_inbox(string kind)
    {
        await using var given = await Start(kind);
        var line = Line(1, RightName(1));
        await given.House.With(async services =>
        {
            var db = services.GetRequiredService<RegisterDb>();
            await using var all = await db.Database.BeginTransactionAsync(Stop);
            await services.GetRequiredService<BatchAuthentication>().Run(
                db, new Actor("platform", "TYT-06226", "platform"), new AuthenticateBatch("run:1", "TYT-06226", [line.Recorded]), Stop);
            await all.CommitAsync(Stop);
            return 0;
        });
        var list = await given.Come(line);
        await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [], Officer, Stop));

        await Sign(given, list, Officer);

        Assert.Equal(CaseState.Decided, (await given.InDb(db => db.Cases.SingleAsync(Stop))).State);
    }

    [Fact]
    public async Task A_list_that_the_health_side_refused_is_open_again_with_the_reason()
    {
        await using var given = await Start("sqlite");
        var list = await given.Come(Line(1, RightName(1)));
        await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [], Officer, Stop));
        await Sign(given, list, Officer);
        var signed = await given.List();

        await given.Use(async (ListAnswered answered) =>
        {
            await answered.Answered(
                new BorderCall(Guid.NewGuid(), "platform", DateTimeOffset.UnixEpoch), new CleaningListSigned(Code, signed.Content, signed.Signature),
                new SignedListReceipt(false, "list.signature_wrong", "sai", "wrong"), Stop);
            return 0;
        });
        var again = await Sign(given, list, Officer);

        Assert.Null(again.Refusal);
        Assert.Equal(ListState.Signed, (await given.List()).State);
    }

    [Theory]
    [InlineData(AccountRole.CommunePolice, true, true)]
    [InlineData(AccountRole.DistrictPolice, true, false)]
    [InlineData(AccountRole.RegisterOperator, false, false)]
    public void The_police_of_the_place_verify_and_the_commune_police_sign(AccountRole role, bool verifies, bool signs)
    {
        Assert.Equal((verifies, signs), (VerificationAccess.MayVerify(role), VerificationAccess.MaySign(role)));
    }

    private static Task<Result<VerificationRow>> Decide(GivenLists given, VerificationList list, int number, LineVerdict verdict, string? person = null) =>
        given.Use((DecideRow decide) => decide.Run(list.Id, number, new RowDecision(verdict, person, ""), Officer, Stop));

    private static Task<Result<VerificationList>> Sign(GivenLists given, VerificationList list, SignedIn who) =>
        given.Use((SignList sign) => sign.Run(list.Id, who, Stop));
}
