using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Cases;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Decide;
using XacThuc.Register.Cases.SecondLook;
using XacThuc.Register.Tests.Houses;
using XacThuc.Register.Tests.Verification;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using Xunit;
using static XacThuc.Register.Tests.Verification.GivenLists;

namespace XacThuc.Register.Tests.Cases;

public sealed class ProposeBulkTests
{
    private static readonly SignedIn SecondOfficer = Officer with { Name = "ca9" };

    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_proposed_is_in_nobodys_list_until_a_second_officer_refused_it(string kind)
    {
        await using var given = await GivenLists.Start(kind);
        var filter = await GivenCases.Come(given, [.. Enumerable.Range(1, 4).Select(GivenCases.YearOnly)]);

        var proposed = Get(await given.Use((ProposeBulk propose) => propose.Run(filter, First(2, 3, 4), Officer, Stop)));
        var alone = await given.Use((DecideCase decide) => decide.Run(new Decision(2, 1, DecisionKind.AskPerson, null, ""), Officer, Stop));
        var during = await States(given);
        _ = Get(await given.Use((LookAtProposal look) => look.Run(proposed.Id, false, SecondOfficer, Stop)));

        Assert.Equal(3, proposed.Count);
        Assert.Equal("case.proposed", alone.Refusal!.Code);
        Assert.Equal([CaseState.Open, CaseState.Proposed, CaseState.Proposed, CaseState.Proposed], during);
        Assert.All(await States(given), state => Assert.Equal(CaseState.Open, state));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_the_officer_did_not_see_is_not_proposed_nor_what_changed_since(string kind)
    {
        await using var given = await GivenLists.Start(kind);
        var filter = await GivenCases.Come(given, [.. Enumerable.Range(1, 4).Select(GivenCases.YearOnly)]);
        var seen = SeenCases.Read("1.1 2.7 3.1 x 4 .1 9.1");

        var proposed = Get(await given.Use((ProposeBulk propose) => propose.Run(filter, seen, Officer, Stop)));

        Assert.Equal(2, proposed.Count);
        Assert.Equal([CaseState.Proposed, CaseState.Open, CaseState.Proposed, CaseState.Open], await States(given));
    }

    [Fact]
    public async Task Whoever_does_not_reach_the_place_or_proposed_may_not_approve()
    {
        await using var given = await GivenLists.Start("sqlite");
        var filter = await GivenCases.Come(given, GivenCases.YearOnly(1));
        var proposed = Get(await given.Use((ProposeBulk propose) => propose.Run(filter, First(1), District, Stop)));

        var below = await given.Use((LookAtProposal look) => look.Run(proposed.Id, true, Officer, Stop));
        var same = await given.Use((LookAtProposal look) => look.Run(proposed.Id, true, District, Stop));
        var another = await given.Use((LookAtProposal look) => look.Run(proposed.Id, true, District with { Name = "ca8" }, Stop));

        Assert.Equal("case.not_there", below.Refusal!.Code);
        Assert.Equal("second_look.same_person", same.Refusal!.Code);
        Assert.Null(another.Refusal);
    }

    [Fact]
    public async Task Who_lacks_a_number_is_in_no_group_where_nobody_is_sure()
    {
        await using var given = await GivenLists.Start("sqlite");
        var right = GivenPeople.Right(GivenPeople.Person(1));
        var filter = await GivenCases.Come(given, right with { IdNumber = "" });

        var preview = await given.Use((ProposeBulk propose) => propose.Preview(filter, Officer, Stop));
        var proposed = await given.Use((ProposeBulk propose) => propose.Run(filter, First(1), Officer, Stop));

        Assert.Empty(preview);
        Assert.Equal("bulk.nothing", proposed.Refusal!.Code);
    }

    // Cases in their first version, as a preview showed them.
    private static IEnumerable<ProposedCase> First(params long[] cases) => cases.Select(id => new ProposedCase(id, 1));

    private static Task<List<CaseState>> States(GivenLists given) =>
        given.InDb(db => db.Cases.AsNoTracking().OrderBy(one => one.Id).Select(one => one.State).ToListAsync());

    private static T Get<T>(Result<T> result) => result.Match(value => value, refusal => throw new InvalidOperationException(refusal.Code));
}
