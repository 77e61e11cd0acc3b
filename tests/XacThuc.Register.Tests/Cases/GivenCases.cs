using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Register.Authentication;
using XacThuc.Register.Cases.Inbox;
using XacThuc.Register.Tests.Houses;
using XacThuc.Register.Tests.Verification;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Tests.Cases;

/// <summary>Cases of records that a station sent, with the references ref0, ref1 and so on.</summary>
internal static class GivenCases
{
    private static readonly Actor Unit = new("platform", "TYT-06226", "platform");

    /// <summary>Lets them come.</summary>
    /// <returns>The cases of the first one's reason.</returns>
    public static Task<CaseFilter> Come(GivenLists given, params WrittenRecord[] records) => given.House.With(async services =>
    {
        var db = services.GetRequiredService<RegisterDb>();
        await using var all = await db.Database.BeginTransactionAsync();
        var rows = records.Select((record, i) => new WrittenRow($"ref{i}", 1, record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode));
        _ = await services.GetRequiredService<BatchAuthentication>().Run(db, Unit, new AuthenticateBatch("run", Unit.UnitCode, [.. rows]), CancellationToken.None);
        await all.CommitAsync();
        return new CaseFilter { Reason = (await db.Cases.OrderBy(one => one.Id).FirstAsync()).ReasonKey };
    });

    /// <summary>A record that tells only the year of birth.</summary>
    public static WrittenRecord YearOnly(int number)
    {
        var right = GivenPeople.Right(GivenPeople.Person(number));
        return right with { DateOfBirth = right.DateOfBirth[..4] };
    }
}
