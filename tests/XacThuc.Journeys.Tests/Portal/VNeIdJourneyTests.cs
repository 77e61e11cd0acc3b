using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Web.Accounts.SecondFactor;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>From the commune police's counter to the own record, on a phone.</summary>
public sealed class VNeIdJourneyTests(Browser browser)
{
    [Fact]
    public async Task A_resident_gets_an_e_identity_activates_it_and_comes_in_with_it_on_a_phone()
    {
        await using var given = await GivenVNeId.Open();
        var officer = await browser.SignIn(given.Houses, "CommunePolice", "CAX-06226", 390);
        var resident = await browser.Open(390, offline: false);

        await officer.GotoAsync($"{given.Houses.Register}/identities");
        await officer.ShouldServeEverybody("identities-phone");
        await officer.FillAsync("#number", GivenVNeId.Number);
        await officer.Keyboard.PressAsync("Enter");
        await officer.CheckAsync("[name=Level][value='2']");
        await officer.ShouldServeEverybody("identities-found-phone");
        await officer.Locator("section form button.btn-primary").ClickAsync();
        await officer.WaitForSelectorAsync("#problem");
        await officer.ShouldServeEverybody("identities-card-not-seen-phone");
        await officer.CheckAsync("[name=CardSeen]");
        await officer.Locator("section form button.btn-primary").ClickAsync();
        await officer.WaitForSelectorAsync(".slip");
        await officer.ShouldServeEverybody("identities-slip-phone");
        var slip = await officer.Locator(".slip-facts div:nth-child(2) dd").InnerTextAsync();

        await resident.GotoAsync($"{given.Houses.Register}/identity/activate");
        await resident.ShouldServeEverybody("identity-activate-phone");
        await resident.FillAsync("#number", GivenVNeId.Number);
        await resident.FillAsync("#code", slip);
        await resident.Keyboard.PressAsync("Enter");
        await resident.WaitForSelectorAsync("#again");
        await resident.ShouldServeEverybody("identity-choose-phone");
        var secret = (await resident.Locator("#secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await resident.FillAsync("#password", GivenVNeId.Password);
        await resident.FillAsync("#again", GivenVNeId.Password);
        await resident.FillAsync("#code", CodeOf(secret));
        await resident.Keyboard.PressAsync("Enter");
        await resident.WaitForSelectorAsync("#password", new() { State = WaitForSelectorState.Detached });
        await resident.ShouldServeEverybody("identity-activated-phone");

        await resident.GotoAsync($"{given.Houses.Platform}/portal/sign-in/vneid");
        await resident.ShouldServeEverybody("identity-sign-in-phone");
        await resident.FillAsync("#number", GivenVNeId.Number);
        await resident.FillAsync("#password", GivenVNeId.Password);
        await resident.Keyboard.PressAsync("Enter");
        await resident.WaitForSelectorAsync("#code");
        await resident.ShouldServeEverybody("identity-code-phone");
        await resident.FillAsync("#code", CodeOf(secret));
        await resident.Keyboard.PressAsync("Enter");
        await resident.WaitForSelectorAsync("button[name=answer]");
        await resident.ShouldServeEverybody("identity-consent-phone");
        await resident.Locator("button[name=answer][value=yes]").ClickAsync();

        // Chromium holds the redirects of a form to form-action: this is where another origin must be named.
        await resident.WaitForURLAsync(url => url.StartsWith($"{given.Houses.Platform}/portal/my", StringComparison.Ordinal));
        await Browser.Shoot(resident, "identity-back-phone");
        Assert.Equal("citizen:VNeId2", Assert.Single(await given.Begun()).Subject);

        await resident.GotoAsync($"{given.Houses.Platform}/portal/sign-in/vneid/failed?why=Declined");
        await resident.ShouldServeEverybody("identity-declined-phone");
    }

    private static string CodeOf(string secret) => OneTimeCode.At(secret, TimeProvider.System.GetUtcNow());
}
