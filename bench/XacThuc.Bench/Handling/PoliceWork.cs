using System.Text.Json;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Handling;

/// <summary>Two officers of the district: groups first, each proposed by one and approved by the other, then case by case.</summary>
internal sealed class PoliceWork(Desk first, Desk second, HandlingBook book, Thinking thinking, int leastGroup)
{
    /// <summary>Proposes every group that is worth it. A group of more than one proposal takes is proposed again.</summary>
    /// <returns>How many cases were proposed.</returns>
    public async Task<List<(int Cases, double SecondsEach)>> ProposeGroups()
    {
        book.Open.Add(0, await first.Open("/cases"), thinking.Look);
        var groups = await first.Page.EvaluateAsync<string[]>(
            "least => [...document.querySelectorAll('section[aria-labelledby=groups] tbody tr')]" +
            ".filter(row => row.querySelector('a[href^=\"/cases/bulk\"]') && +row.querySelector('.number').textContent.replace(/\\D/g, '') >= least)" +
            ".map(row => row.querySelector('a[href^=\"/cases/bulk\"]').getAttribute('href'))",
            leastGroup);
        var proposed = new List<(int, double)>();
        foreach (var address in groups)
        {
            while (true)
            {
                var milliseconds = await first.Open(address);
                var (count, rows) = await Counts(first);
                if (count < leastGroup)
                {
                    book.Open.Add(0, milliseconds, thinking.Look);
                    break;
                }

                milliseconds += await first.Lead("Enter");
                proposed.Add((count, book.Propose.Add(count, milliseconds, thinking.OfGroup(rows))));
            }
        }

        return proposed;
    }

    /// <summary>The second officer looks at each group and approves it.</summary>
    public async Task ApproveGroups(List<(int Cases, double SecondsEach)> proposed)
    {
        // Newest first, as the list has them.
        foreach (var (cases, seconds) in Enumerable.Reverse(proposed))
        {
            book.Open.Add(0, await second.Open("/cases/second-look"), 0);
            var milliseconds = await second.Lead(() => second.Page.Locator("section[aria-labelledby=bulk] a.btn").First.ClickAsync());
            var (count, rows) = await Counts(second);
            if (count > cases) throw new Refused($"{cases} cases were proposed and {count} are shown to the second officer.");
            milliseconds += await second.Lead("d");

            // What is not sure any more, since the model was fitted meanwhile, comes back into the list.
            var each = book.Approve.Add(count, milliseconds, thinking.OfGroup(rows));
            for (var i = 0; i < count; i++) book.Released.Add(seconds + each);
        }
    }

    /// <summary>Works the whole inbox off, one case after the other, by keys.</summary>
    public async Task DecideAll()
    {
        book.Open.Add(0, await first.Open("/cases"), thinking.Look);
        book.Open.Add(0, await first.Lead("Enter"), 0);
        var (at, times, done) = ("", 0, 0);
        double? led = null;
        while (await See() is { IsOpen: true } seen)
        {
            // What was decided last stands here: the time until then is its system time.
            times = seen.At.Equals(at, StringComparison.Ordinal) ? times + 1 : 1;
            if (times > 3) throw new Refused($"{seen} comes again and again.");
            at = seen.At;
            if (++done % 500 == 0) Console.Error.WriteLine($"{done} decided by key.");
            var key = seen.Decide();
            if (key == Key.Register)
            {
                led = await ProposeCorrection();
                continue;
            }

            await first.Page.Keyboard.PressAsync(key switch { Key.First => "1", Key.Ask => "a", Key.NotFound => "n", Key.Register => "r" });
            await first.Page.WaitForFunctionAsync(
                "at => location.pathname !== at || !document.querySelector('[data-worklist] form[data-decide]')", at, new() { PollingInterval = 2 });
            Note(key, (await See()).Took ?? led ?? 0);
            led = null;
        }
    }

    /// <summary>The second officer approves the corrections of the register.</summary>
    public async Task ApproveCorrections()
    {
        book.Open.Add(0, await second.Open("/cases/second-look"), thinking.Look);
        var approve = second.Page.Locator("section[aria-labelledby=corrections] button[value=true]");
        for (var i = 0; await approve.CountAsync() > 0; i++)
        {
            var seconds = book.ApproveCorrection.Add(1, await second.Lead(() => approve.First.ClickAsync()), thinking.Doubt);
            book.Corrected[i] += seconds;
        }
    }

    private async Task<double> ProposeCorrection()
    {
        var milliseconds = await first.Lead("r");
        var written = await first.Page.Locator("label:has([name=dateOfBirth]) .soft").InnerTextAsync();
        await first.Page.FillAsync("[name=dateOfBirth]", written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        await first.Page.FillAsync("[name=paper]", "Giấy khai sinh");
        milliseconds += await first.Lead("Enter");
        book.Corrected.Add(book.Correct.Add(1, milliseconds, thinking.Correction));
        return milliseconds;
    }

    private void Note(Key key, double milliseconds)
    {
        switch (key)
        {
            case Key.First:
                book.Released.Add(book.Release.Add(1, milliseconds, thinking.Look));
                break;
            case Key.Ask:
                book.Asked.Add(book.Ask.Add(1, milliseconds, thinking.Doubt));
                break;
            case Key.NotFound:
                book.Asked.Add(book.NotFound.Add(1, milliseconds, thinking.Doubt));
                break;
            case Key.Register:
                break;
        }
    }

    private async Task<SeenCase> See() =>
        JsonSerializer.Deserialize<SeenCase>((await first.Page.EvaluateAsync(SeenCase.Script))!.Value, JsonSerializerOptions.Web)!;

    // How many the page speaks of, and how many rows it has drawn.
    private static async Task<(int Count, int Rows)> Counts(Desk desk)
    {
        var bold = desk.Page.Locator("main p b");
        if (await bold.CountAsync() == 0) return (0, 0);
        var count = string.Concat((await bold.First.InnerTextAsync()).Where(char.IsAsciiDigit));
        return (int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), await desk.Page.Locator("section[aria-labelledby=drawn] tbody tr").CountAsync());
    }
}
