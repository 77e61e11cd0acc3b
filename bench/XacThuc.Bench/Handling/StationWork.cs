namespace XacThuc.Bench.Handling;

/// <summary>A health unit's clerk: takes over what the police released, then types what the papers say of those who were asked.</summary>
internal sealed class StationWork(Desk desk, HandlingBook book, Thinking thinking)
{
    private const int Drawn = 20;

    /// <summary>Records that were right after they were typed.</summary>
    public int Right { get; private set; }

    /// <summary>People who were asked and whom the register does not know: nothing to type.</summary>
    public int Strangers { get; private set; }

    /// <summary>Takes over page by page, looking closely at some rows of each.</summary>
    public async Task TakeOver()
    {
        var milliseconds = await desk.Open("/records/released");
        while (await desk.Page.Locator("input[name=decision]").CountAsync() is var count and > 0)
        {
            milliseconds += await desk.Lead("a");
            book.TakeOver.Add(count, milliseconds, thinking.OfGroup(Math.Min(Drawn, count)));
            milliseconds = 0;
        }
    }

    /// <summary>Goes through the slips: everybody comes with their papers.</summary>
    public async Task TypePapers(SampleTruth truth)
    {
        book.Open.Add(0, await desk.Open("/records/slips"), thinking.Look);
        var slips = await desk.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('section.slip')].map(slip => slip.querySelector('a').getAttribute('href') + ' ' + slip.querySelector('dl div:last-child dd').textContent.trim())");
        foreach (var slip in slips.Select(slip => slip.Split(' ')))
        {
            if (truth.FindPerson(slip[1]) is not { } person)
            {
                Strangers++;
                continue;
            }

            var milliseconds = await desk.Open(slip[0]);
            foreach (var (field, value) in ((string, string)[])
                [("#name", person.FullName), ("#sex", person.Sex), ("#date", person.DateOfBirth), ("#number", person.PersonalId)])
            {
                var box = desk.Page.Locator(field);
                if (!value.Equals(await box.InputValueAsync(), StringComparison.OrdinalIgnoreCase)) await box.FillAsync(value);
            }

            await desk.Page.Keyboard.PressAsync("Escape");
            milliseconds += await desk.Lead("s");
            book.Type.Add(1, milliseconds, thinking.Paper);
            if (await desk.Page.Locator(".notice.is-right").CountAsync() > 0) Right++;
        }
    }
}
