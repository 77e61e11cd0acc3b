using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Data;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Data;

/// <summary>The house's database is known by two names in a scope, and is one context that goes back to the pool once.</summary>
public sealed class PooledDbTests
{
    [Fact]
    public async Task What_a_scope_gave_back_is_not_taken_from_whoever_has_it_next()
    {
        await using var house = await GivenHouse.Start();
        var first = house.Services.CreateAsyncScope();
        var one = first.ServiceProvider.GetRequiredService<GivenDb>();
        Assert.Same(one, first.ServiceProvider.GetRequiredService<HouseDb>());

        // As a scope does at its end, by one name after the other, with somebody coming in between.
        await one.DisposeAsync();
        await using var second = house.Services.CreateAsyncScope();
        var next = second.ServiceProvider.GetRequiredService<GivenDb>();
        await first.DisposeAsync();
        await using var third = house.Services.CreateAsyncScope();

        Assert.NotSame(next, third.ServiceProvider.GetRequiredService<GivenDb>());
        Assert.NotEqual(0, await next.Units.CountAsync(GivenHouse.Stop));
    }
}
