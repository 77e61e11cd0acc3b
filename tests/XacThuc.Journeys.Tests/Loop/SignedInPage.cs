using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Loop;

/// <summary>Somebody at their screen, signed in as a person would: user name, password, code where the role asks for one.</summary>
internal static class SignedInPage
{
    public static async Task<IPage> SignIn(this Browser browser, TestHouses houses, string role, string? unit, int width)
    {
        var (user, password, secret) = houses.Account(role, unit);
        var page = await browser.Open(width, offline: false);
        await page.GotoAsync((role.EndsWith("Police", StringComparison.Ordinal) ? houses.Register : houses.Platform) + "/sign-in");
        await page.FillAsync("[name=User]", user);
        await page.FillAsync("[name=Password]", password);
        await page.Keyboard.PressAsync("Enter");
        if (secret is not null)
        {
            await page.FillAsync("[name=Code]", CodeOf(secret));
            await page.Keyboard.PressAsync("Enter");
        }

        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Nobody is shut out of the page, and it fits the screen.</summary>
    public static async Task ShouldServeEverybody(this IPage page, string name)
    {
        await Browser.Shoot(page, name);
        var found = await page.RunAxe();
        var violations = string.Join("\n", found.Violations.Select(violation => $"{page.Url} {violation.Id}: {violation.Nodes[0].Html}"));
        Assert.True(violations.Length == 0, violations);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
    }

    // RFC 6238 with thirty seconds and six digits.
    private static string CodeOf(string secret)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Select(letter => Convert.ToString(letters.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard's own hash.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var code = (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[19] & 15)) & 0x7FFF_FFFF) % 1_000_000;
        return code.ToString("000000", CultureInfo.InvariantCulture);
    }
}
