using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>The e-identities that the sample district comes with.</summary>
public sealed class SampleCitizensTests
{
    [Fact]
    public async Task Everybody_of_the_sample_signs_in_and_whose_record_is_right_sees_it()
    {
        await using var given = await GivenVNeId.OpenDistrict();
        var citizens = given.Houses.Citizens;

        var came = new List<(string Subject, string Record, int Seen)>();
        foreach (var citizen in citizens)
        {
            using var browser = new GivenBrowser();
            var back = await given.Answer(await given.SignIn(citizen.TotpSecret, citizen.Number, citizen.Password, browser), browser: browser);
            Assert.StartsWith("/portal/my", back.Address.AbsolutePath, StringComparison.Ordinal);
            var (subject, records) = (await given.Begun())[^1];
            came.Add((subject, citizen.Record, records.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
        }

        Assert.Equal(["right", "right", "wrong", "wrong", "none"], citizens.Select(citizen => citizen.Record), StringComparer.Ordinal);
        Assert.Equal(citizens.Select(citizen => $"citizen:VNeId{citizen.Level}"), came.Select(one => one.Subject), StringComparer.Ordinal);
        Assert.All(came.Where(one => one.Record is "right"), one => Assert.True(one.Seen > 0));
        Assert.All(came.Where(one => one.Record is "none"), one => Assert.Equal(0, one.Seen));
    }
}
