using Microsoft.Playwright;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Loop;

/// <summary>
/// An officer has worked the whole inbox off by keys, each case in another way; the second officer has approved the
/// correction of the register, and the grace of the last decision is over.
/// </summary>
public sealed class DecidedByKey(Browser browser) : IAsyncLifetime
{
    /// <summary>Wrong in the date: the officer asks the person.</summary>
    public const string Asked = "Vi Thị Hoa";

    /// <summary>Nobody has this number, and nobody is like it.</summary>
    public const string Unknown = "Hoàng Kim Không";

    /// <summary>One person's name and date with another's number: the officer takes the second suggestion.</summary>
    public const string Second = "Lý Văn Quang";

    /// <summary>The register knows only the year: the officer has it corrected.</summary>
    public const string RegisterWrong = "Nông Thị Hòa";

    /// <summary>What the officer tells the station of the person who is asked.</summary>
    public const string Word = "mang giấy khai sinh";

    private const string Records =
        $"""
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        k1,{RegisterWrong},Nữ,01/01/1950,020150000012,06226
        k2,{Asked},Nữ,01/07/1998,020199000013,06226
        k3,{Unknown},Nam,03/03/1931,020031999999,06226
        k4,{Second},Nam,05/06/1987,020078000011,06226

        """;

    private TestHouses? _houses;

    /// <summary>Both houses.</summary>
    public TestHouses Houses => _houses!;

    /// <summary>What was going to be released of the second suggestion, as the officer's page said.</summary>
    public string Released { get; private set; } = "";

    /// <summary>Whether the skipped case came again at the end of the list.</summary>
    public bool SkippedCameAgain { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _houses = await GivenWrongRecords.Open(Records);
        var officer = await browser.SignIn(Houses, "CommunePolice", "CAX-06226", 1366);
        await officer.GotoAsync($"{Houses.Register}/cases");
        await officer.Keyboard.PressAsync("Enter");
        await officer.WaitForURLAsync("**/cases/*");
        await Decide(officer);

        var district = await browser.SignIn(Houses, "DistrictPolice", null, 1366);
        await district.GotoAsync($"{Houses.Register}/cases/second-look");
        await district.Locator("section[aria-labelledby=corrections] button[value=true]").ClickAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_houses is not null) await _houses.DisposeAsync();
    }

    // The correction of the register leads away from the list: it is skipped until it is the last that is left.
    private async Task Decide(IPage officer)
    {
        for (var left = 3; left > 0;)
        {
            var (name, at) = (await NameOf(officer), officer.Url);
            switch (name)
            {
                case Asked:
                    await officer.Locator("input[name=note]").FillAsync(Word);
                    await officer.Keyboard.PressAsync("Escape");
                    await officer.Keyboard.PressAsync("a");
                    break;
                case Unknown:
                    await officer.Keyboard.PressAsync("n");
                    break;
                case Second:
                    Released = await officer.Locator("form:has(button[data-key='2']) small").InnerTextAsync();
                    await officer.Keyboard.PressAsync("2");
                    break;
                case RegisterWrong:
                    await officer.Keyboard.PressAsync("s");
                    left++;
                    break;
            }

            left--;
            await officer.WaitForURLAsync(url => url != at);
        }

        SkippedCameAgain = await NameOf(officer) is RegisterWrong;
        await officer.Keyboard.PressAsync("r");
        await officer.WaitForURLAsync("**/register");
        await officer.FillAsync("[name=dateOfBirth]", "01/01/1950");
        await officer.FillAsync("[name=paper]", "Giấy khai sinh số 1");
        await officer.Keyboard.PressAsync("Enter");
        await officer.WaitForURLAsync("**/cases/second-look?*");
    }

    // The page writes names in capital letters, as the register does.
    private static async Task<string> NameOf(IPage officer)
    {
        var shown = await officer.Locator("table.side-by-side tbody tr:first-child td").First.InnerTextAsync();
        return ((string[])[Asked, Unknown, Second, RegisterWrong]).First(name => name.Equals(shown, StringComparison.OrdinalIgnoreCase));
    }
}
