using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace XacThuc.Journeys.Tests;

/// <summary>Who is shut out of a page, as axe finds it. Our pages have no frames: it runs in the page itself, and no second one puts answers together.</summary>
internal static class Axe
{
    private const string Ask = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map((one) => `${one.id}: ${one.nodes[0].html}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong, each rule with the first element that breaks it.</summary>
    public static async Task<string[]> Violations(this IPage page)
    {
        Assert.Single(page.Frames);
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Ask);
    }
}
