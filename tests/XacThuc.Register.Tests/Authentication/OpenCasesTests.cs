using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Authentication;
using XacThuc.Register.Cases;
using XacThuc.Register.Tests.Houses;
using XacThuc.Testing.Files;
using XacThuc.Web.Acts;
using Xunit;

namespace XacThuc.Register.Tests.Authentication;

public sealed class OpenCasesTests
{
    private static readonly Actor Unit = new("platform", "TYT-06226", "platform");

    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_wrong_record_opens_one_case_which_follows_it_until_it_is_right(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(file.Path);
        var right = GivenPeople.Right(GivenPeople.Person(1));
        var row = new WrittenRow("a", 1, right.FullName, right.Sex, "1931", right.IdNumber, "");

        await Batch(house, row);
        var opened = await CaseOf(house);
        await Batch(house, row with { Version = 2, DateOfBirth = "1932" });
        var followed = await CaseOf(house);
        await Single(house, row with { Version = 3, DateOfBirth = right.DateOfBirth });
        var resolved = await CaseOf(house);
        await Single(house, row with { Version = 4, DateOfBirth = "1931" });
        var again = await CaseOf(house);

        Assert.Equal((CaseState.Open, "1931", "06226"), (opened.State, opened.DateOfBirth, opened.CommuneCode));
        Assert.Equal((CaseState.Open, "1932", 2, opened.Id), (followed.State, followed.DateOfBirth, followed.Version, followed.Id));
        Assert.Equal(CaseState.Resolved, resolved.State);
        Assert.Equal((CaseState.Open, 4), (again.State, again.Version));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_health_side_learns_the_field_and_the_police_the_reason(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(file.Path);
        var right = GivenPeople.Right(GivenPeople.Person(1));

        var verdict = await Batch(house, new WrittenRow("a", 1, right.FullName.ToUpperInvariant() + " A", right.Sex, right.DateOfBirth, right.IdNumber, "06217"));
        var opened = await CaseOf(house);

        Assert.Equal(("mismatched", "wrong", "right", "right", "right"), (verdict.Status, verdict.Name, verdict.Sex, verdict.DateOfBirth, verdict.IdNumber));
        Assert.Empty(verdict.Reasons);
        Assert.Equal(("name.word_added", "06217"), (opened.ReasonKey, opened.CommuneCode));
    }

    private static Task<Case> CaseOf(GivenHouse house) =>
        house.With(services => services.GetRequiredService<RegisterDb>().Set<Case>().AsNoTracking().SingleAsync());

    private static Task<RowVerdict> Batch(GivenHouse house, WrittenRow row) => house.With(async services =>
    {
        var db = services.GetRequiredService<RegisterDb>();
        await using var all = await db.Database.BeginTransactionAsync();
        var verdicts = await services.GetRequiredService<BatchAuthentication>().Run(
            db, Unit, new AuthenticateBatch("run", Unit.UnitCode, [row]), CancellationToken.None);
        await all.CommitAsync();
        return verdicts.Rows[0];
    });

    private static async Task Single(GivenHouse house, WrittenRow row) =>
        _ = await house.Services.GetRequiredService<RecordAuthentication>().Run(Unit, row, opensCases: true, CancellationToken.None);
}
