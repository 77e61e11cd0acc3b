using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Tests.Houses;
using XacThuc.Register.Verification;
using XacThuc.Register.Verification.Decide;
using XacThuc.Register.Verification.SecondLook;
using XacThuc.Register.Verification.Sign;
using XacThuc.Register.Verification.Verify;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell.Today;
using Xunit;
using static XacThuc.Register.Tests.Verification.GivenLists;

namespace XacThuc.Register.Tests.Verification;

/// <summary>Two officers see each row that matters before a list is signed.</summary>
public sealed class SecondLookTests
{
    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_whose_verdicts_matter_is_signed_only_after_somebody_else_looked(string kind)
    {
        await using var given = await Start(kind);
        var list = await Decided(given);

        var early = await Sign(given);
        await Ask(given);
        var waiting = await Sign(given);
        var looked = await Look(given, Colleague, new LookedRow(2, ""), new LookedRow(3, ""));
        var signed = await Sign(given, Colleague);

        Assert.Equal(
            ["list.second_look_left", "list.second_look_left", null, null],
            new[] { early.Refusal, waiting.Refusal, looked.Refusal, signed.Refusal }.Select(refusal => refusal?.Code).ToArray());
        Assert.Equal(["", "ca4", "ca4"], (await given.Rows()).Select(row => row.LookedAtBy).ToArray());
        Assert.Equal(["Lý Văn C"], ListDigest.FindList((await given.List()).Content)!.SecondLookBy);
        Assert.Equal(list.Id, (await given.List()).Id);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rows_that_the_register_agrees_with_need_no_second_look(string kind)
    {
        await using var given = await Start(kind);
        var list = await given.Survey(AsRegistered(1), AsRegistered(2));
        await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [], Officer, Stop));

        var asked = await Ask(given);
        var signed = await Sign(given);

        Assert.Equal("second_look.not_needed", asked.Refusal?.Code);
        Assert.Null(signed.Refusal);
        Assert.Null(ListDigest.FindList((await given.List()).Content)!.SecondLookBy);
        Assert.DoesNotContain("secondLook", (await given.List()).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LineVerdict.AskPerson, true)]
    [InlineData(LineVerdict.NotFound, true)]
    [InlineData(LineVerdict.Released, true)]
    [InlineData(LineVerdict.RegisterWrong, true)]
    [InlineData(LineVerdict.Confirmed, false)]
    public async Task What_changes_a_record_or_leaves_a_person_unconfirmed_needs_two(LineVerdict verdict, bool needs)
    {
        await using var given = await Start("sqlite");
        await given.Come(Line(1, RightName(1)));

        var decided = await Decide(given, 1, verdict, Officer, GivenPeople.Person(1).PersonalId);

        Assert.Null(decided.Refusal);
        var row = (await given.Rows())[0];
        Assert.Equal((needs, !needs), (row.NeedsSecondLook, row.IsSettled));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whoever_decided_a_row_does_not_give_it_the_second_look(string kind)
    {
        await using var given = await Start(kind);
        await Decided(given);
        await Decide(given, 3, LineVerdict.NotFound, Colleague);
        await Ask(given);

        var own = await Look(given, Officer, new LookedRow(2, ""));
        var elsewhere = await Look(given, Elsewhere, new LookedRow(2, ""));
        var half = await Look(given, Colleague, new LookedRow(2, ""));
        var between = (await given.List()).State;
        var rest = await Look(given, Officer, new LookedRow(3, ""));

        Assert.Equal(
            ["second_look.same_person", "list.not_there", null, null],
            new[] { own, elsewhere, half, rest }.Select(result => result.Refusal?.Code).ToArray());
        Assert.Equal((ListState.SecondLook, ListState.Ready), (between, (await given.List()).State));
        Assert.Equal(["", "ca4", "ca1"], (await given.Rows()).Select(row => row.LookedAtBy).ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_row_sent_back_is_decided_again_and_only_that_one_is_looked_at_again(string kind)
    {
        await using var given = await Start(kind);
        await Decided(given);
        await Ask(given);

        await Look(given, District, new LookedRow(2, " xem lại giấy khai sinh "), new LookedRow(3, ""));
        var back = (await given.Rows())[1];
        var open = (await given.List()).State;
        var early = await Ask(given);
        await Decide(given, 2, LineVerdict.NotFound, Officer);
        await Ask(given);
        var settled = await Look(given, District, new LookedRow(3, ""));
        await Look(given, District, new LookedRow(2, ""));

        Assert.Equal((null, LineVerdict.AskPerson, "xem lại giấy khai sinh", "ca2"), (back.Verdict, back.BackVerdict, back.BackWord, back.BackBy));
        Assert.Equal((ListState.Open, "list.rows_left", "list.changed"), (open, early.Refusal?.Code, settled.Refusal?.Code));
        Assert.Equal(ListState.Ready, (await given.List()).State);
        Assert.Null((await Sign(given)).Refusal);
        Assert.Equal(["Hoàng Thị B"], ListDigest.FindList((await given.List()).Content)!.SecondLookBy);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_new_verdict_clears_the_second_look_and_takes_the_list_back_to_work(string kind)
    {
        await using var given = await Start(kind);
        await Decided(given);
        await Ask(given);
        await Look(given, Colleague, new LookedRow(2, ""), new LookedRow(3, ""));

        await Decide(given, 2, LineVerdict.NotFound, Officer);

        Assert.Equal(ListState.Open, (await given.List()).State);
        Assert.Equal(["", "", "ca4"], (await given.Rows()).Select(row => row.LookedAtBy).ToArray());
        Assert.Equal("list.second_look_left", (await Sign(given)).Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_that_changed_since_it_was_shown_is_not_agreed_with(string kind)
    {
        await using var given = await Start(kind);
        var list = await Decided(given);
        await Ask(given);
        var shown = (await given.List()).Version;
        await Decide(given, 2, null, Officer);
        await Decide(given, 2, LineVerdict.NotFound, Officer);
        await Ask(given);

        var looked = await given.Use((GiveSecondLook look) => look.Run(list.Id, shown, [new LookedRow(2, "")], Colleague, Stop));

        Assert.Equal("list.changed", looked.Refusal?.Code);
        Assert.All(await given.Rows(), row => Assert.Equal("", row.LookedAtBy));
    }

    [Fact]
    public async Task A_list_that_the_health_side_refused_is_signed_again_without_another_look()
    {
        await using var given = await Start("sqlite");
        await Decided(given);
        await Ask(given);
        await Look(given, Colleague, new LookedRow(2, ""), new LookedRow(3, ""));
        await Sign(given);
        var signed = await given.List();

        await given.Use(async (ListAnswered answered) =>
        {
            await answered.Answered(
                new BorderCall(Guid.NewGuid(), "platform", DateTimeOffset.UnixEpoch), new CleaningListSigned(Code, signed.Content, signed.Signature),
                new SignedListReceipt(false, "signed.content", "sai", "wrong"), Stop);
            return 0;
        });

        Assert.Null((await Sign(given)).Refusal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Today_tells_those_who_can_give_the_second_look_and_then_those_who_sign(string kind)
    {
        await using var given = await Start(kind);
        await Decided(given);
        await Ask(given);

        var (own, colleague, district) = (await Today(given, Officer), await Today(given, Colleague), await Today(given, District));
        await Look(given, Colleague, new LookedRow(2, ""), new LookedRow(3, ""));
        var (signs, helps) = (await Today(given, Officer), await Today(given, District));

        var list = await given.List();
        Assert.Equal([0, 0, 0], own.Select(line => line.Count).ToArray());
        Assert.Equal([0, 1, 0], colleague.Select(line => line.Count).ToArray());
        Assert.Equal($"/lists/{list.Id}/second-look", district.Single(line => line.Count > 0).Href);
        Assert.Equal([0, 0, 1], signs.Select(line => line.Count).ToArray());
        Assert.Equal([0, 0, 0], helps.Select(line => line.Count).ToArray());
    }

    // One row agrees; of two others the person is asked.
    private static async Task<VerificationList> Decided(GivenLists given)
    {
        var list = await given.Come(Line(1, RightName(1)), Line(2, Nothing), Line(3, Nothing));
        await given.Use((ConfirmAgreed confirm) => confirm.Run(list.Id, [], Officer, Stop));
        await given.Use((ConfirmAgreed confirm) => confirm.AskRest(list.Id, Officer, Stop));
        return list;
    }

    private static async Task<Result<VerificationRow>> Decide(GivenLists given, int number, LineVerdict? verdict, SignedIn who, string? person = null)
    {
        var list = await given.List();
        return await given.Use((DecideRow decide) => decide.Run(list.Id, number, new RowDecision(verdict, person, ""), who, Stop));
    }

    private static async Task<Result<VerificationList>> Ask(GivenLists given)
    {
        var list = await given.List();
        return await given.Use((AskSecondLook ask) => ask.Run(list.Id, Officer, Stop));
    }

    private static async Task<Result<VerificationList>> Look(GivenLists given, SignedIn who, params LookedRow[] looked)
    {
        var list = await given.List();
        return await given.Use((GiveSecondLook look) => look.Run(list.Id, list.Version, looked, who, Stop));
    }

    private static async Task<Result<VerificationList>> Sign(GivenLists given, SignedIn? who = null)
    {
        var list = await given.List();
        return await given.Use((SignList sign) => sign.Run(list.Id, who ?? Officer, Stop));
    }

    private static Task<IReadOnlyList<TodayLine>> Today(GivenLists given, SignedIn who) => given.InDb(db => new VerificationToday(db).For(who, Stop));
}
