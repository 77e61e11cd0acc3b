using Xunit;

namespace XacThuc.Platform.Tests.Portal.VNeId;

/// <summary>How long a citizen's session lasts.</summary>
public sealed class CitizenSessionTests
{
    private const string In = "/portal/my";
    private const string Out = "/portal/look-up";

    [Fact]
    public async Task It_ends_twenty_minutes_after_the_last_page()
    {
        await using var given = await GivenSignIn.Open();
        await given.SignIn();

        given.Clock.Pass(TimeSpan.FromMinutes(19));
        var early = await given.Look();
        given.Clock.Pass(TimeSpan.FromMinutes(19));
        var renewed = await given.Look();
        given.Clock.Pass(TimeSpan.FromMinutes(21));
        var late = await given.Look();

        Assert.Equal([In, In, Out], [early, renewed, late]);
    }

    [Fact]
    public async Task It_ends_two_hours_after_the_first_page_however_busy_it_is()
    {
        await using var given = await GivenSignIn.Open();
        await given.SignIn();

        var seen = new List<string>();
        for (var quarter = 1; quarter <= 9; quarter++)
        {
            given.Clock.Pass(TimeSpan.FromMinutes(quarter == 8 ? 14 : 15));
            seen.Add(await given.Look());
        }

        // Minute 119 is the last that is seen; 134 is past it.
        Assert.Equal([.. Enumerable.Repeat(In, 8), Out], seen);
    }
}
