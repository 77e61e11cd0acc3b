using Microsoft.EntityFrameworkCore;
using XacThuc.Certificates.Codes;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Acts;
using Xunit;

namespace XacThuc.Platform.Tests.Certificates;

/// <summary>A certificate stays true: what is corrected gives another one, and the old one is taken back.</summary>
public sealed class FollowTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_corrected_name_gives_another_certificate_and_takes_the_old_one_back(Database database)
    {
        await using var given = await GivenCertificates.Signed(database);
        await given.Issue("r1");

        await given.Change("r1", record => record.FullName = "Lý Văn Quấn");
        await given.Follow();
        var waiting = await given.Issued();
        await given.House.Authenticate();
        await given.Follow();

        // Until the register has answered, what stood stands.
        Assert.Equal(CertificateState.Valid, Assert.Single(waiting).State);
        var issued = await given.Issued();
        Assert.Equal([CertificateState.Replaced, CertificateState.Valid], issued.Select(one => one.State));
        var (old, now) = (await given.Check(issued[0].Text), await given.Check(issued[1].Text));
        Assert.Equal((Verdict.NotGenuine, CheckReason.Revoked), (old.Verdict, Assert.Single(old.Reasons)));
        Assert.Equal("Văn Quấn", now.Payload!.Value.GetProperty("nam").GetProperty("gn").GetString());
    }

    [Fact]
    public async Task A_record_that_the_register_calls_wrong_loses_its_certificate()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        await given.Issue("r1");

        await given.Change("r1", record => record.FullName = "Lý Văn X");
        await given.House.Authenticate();
        await given.Follow();

        Assert.Equal(CertificateState.Withdrawn, Assert.Single(await given.Issued()).State);
    }

    [Fact]
    public async Task A_corrected_dose_takes_it_back_until_it_is_signed_again()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        await given.Issue("r1");

        await given.House.InDb(async db =>
        {
            var dose = await db.Set<Dose>().FirstAsync(one => one.Lot == "A2");
            (dose.GivenOn, dose.Version) = (new DateOnly(2021, 9, 16), dose.Version + 1);
            await db.Save(new Act(Actor.House, TimeProvider.System.GetUtcNow(), "dose.correct", $"dose:{dose.Id}", "theo sổ"), GivenHouse.Stop);
        });
        await given.Follow();
        var taken = Assert.Single(await given.Issued());
        await given.Sign(await given.Draw());
        await given.Follow();

        Assert.Equal(CertificateState.Withdrawn, taken.State);
        var issued = await given.Issued();
        Assert.Equal([CertificateState.Withdrawn, CertificateState.Valid], issued.Select(one => one.State));
        Assert.Equal("2021-09-16", (await given.Check(issued[1].Text)).Payload!.Value.GetProperty("v")[0].GetProperty("dt").GetString());
    }

    [Fact]
    public async Task What_was_changed_without_a_certificate_is_settled_at_once()
    {
        await using var given = await GivenCertificates.Start(Database.Sqlite);

        await given.Change("r4", record => record.Hamlet = "Nà Pàn");
        await given.Follow();

        Assert.Equal(0, await given.House.InDb(db => db.Set<XacThuc.Platform.Certificates.Follow.CertificateDue>().CountAsync()));
        Assert.Empty(await given.Issued());
    }
}
