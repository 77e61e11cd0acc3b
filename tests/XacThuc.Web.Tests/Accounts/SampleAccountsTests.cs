using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Tests.Houses;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Web.Tests.Accounts;

public sealed class SampleAccountsTests
{
    [Fact]
    public async Task Every_unit_has_an_account_for_each_of_its_roles_named_after_it_and_the_district_police_a_second_officer()
    {
        await using var house = await GivenHouse.Start(HouseKind.Register);

        Assert.Equal("cah.183 cah.183.2 cax.06226 operator", string.Join(' ', house.Accounts.Select(account => account.User).Order(StringComparer.Ordinal)));
        Assert.All(house.Accounts, account => Assert.NotNull(account.TotpSecret));
    }

    [Fact]
    public async Task Ninety_accounts_cost_one_hash()
    {
        await using var house = await GivenHouse.Start();
        await house.Change(async db =>
        {
            var units = Enumerable.Range(7000, 90).Select(code => new Unit
            {
                Code = $"TYT-0{code}",
                Kind = UnitKind.HealthStation,
                Name = $"0{code}",
                PlaceCode = $"0{code}",
                Path = $"/20/183/0{code}/",
            }).ToList();
            db.Units.AddRange(units);
            await db.Save(new Act(Actor.House, house.Clock.GetUtcNow(), "unit.load", "units"), GivenHouse.Stop);

            var made = await SampleAccounts.Create(db, units, house.Clock, GivenHouse.Stop);

            Assert.Equal(90, made.Count);
            // Hashed once: ninety hashes would take as many tenths of a second.
            Assert.Single((await db.Users.Where(account => account.IsSample).Select(account => account.PasswordHash)
                .ToListAsync(GivenHouse.Stop)).TakeLast(90).Distinct(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task A_house_for_real_people_does_not_start_with_sample_accounts()
    {
        await using var house = await GivenHouse.Start();

        await Assert.ThrowsAsync<SampleDataException>(() => house.Restart(isSample: false));
    }

    [Fact]
    public async Task A_house_for_real_people_does_not_start_with_sample_clients()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("sample-client", "secret everybody knows", "TYT-06226", "runs");
        await house.Change(db => db.Users.ExecuteUpdateAsync(
            row => row.SetProperty(account => account.IsSample, false), GivenHouse.Stop));

        await Assert.ThrowsAsync<SampleDataException>(() => house.Restart(isSample: false));
    }
}
