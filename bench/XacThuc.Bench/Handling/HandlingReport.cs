using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Handling;

/// <summary>What the run knows beside the book.</summary>
internal sealed record HandlingFacts(long Opened, double DeliveredSeconds, int Right, int Strangers, TimeSpan Took, Thinking Thinking);

/// <summary>The sums: hours for one person, seconds a case, beside what was asked and what 2022 took; and whether it was right.</summary>
internal static class HandlingReport
{
    // A province had cleaned 11.7 % of its wrong records by hand after three weeks of 2022: fifteen working days of eight hours.
    private const double DoneIn2022 = 0.117, DaysIn2022 = 15;

    public static async Task Print(HandlingBook book, HandlingFacts facts, HouseRows rows, SampleTruth truth)
    {
        var seconds = book.SecondsOfCases();
        if (seconds.Count != facts.Opened) throw new Refused($"{facts.Opened} cases were opened and {seconds.Count} handled.");
        var decided = await rows.Count("register", "SELECT COUNT(*) FROM case_decisions");
        if (decided != facts.Opened) throw new Refused($"{facts.Opened} cases were opened and {decided} decided.");

        var hours = book.Seconds / 3600;
        var day = hours / book.Cases * 15_000 / HouseCasesCommand.Asked.Hours;
        var median = seconds.At(0.5);
        var thinking = facts.Thinking;
        Console.WriteLine($"{facts.Opened} cases opened, {book.Cases} handled, none left: {book.Approve.Cases} together, {book.Cases - book.Approve.Cases} one by one.");
        Console.WriteLine($"One person, all steps of police and stations: {Say(hours, "0.0")} hours.");
        Console.WriteLine($"At this rate 15000 take {Say(hours / book.Cases * 15_000, "0.0")} hours, asked {HouseCasesCommand.Asked.Hours} ({Say(day, "0.00")} of it). Fewer cases fall into smaller groups: the rate of few is no rate of many.");
        Console.WriteLine($"A case: median {Say(median, "0.0")} s, asked {HouseCasesCommand.Asked.Seconds}; 95 % {Say(seconds.At(0.95), "0.0")} s; {Say(book.Cases / hours, "0")} an hour.");
        Console.WriteLine($"By hand in 2022, at the rate of a province (11.7 % in three weeks): {Say(DaysIn2022 / DoneIn2022, "0")} working days, {Say(DaysIn2022 / DoneIn2022 / day, "0")} times as long.");
        Console.WriteLine($"Thinking is assumed: a look {thinking.Look} s, in doubt {thinking.Doubt}, a group {thinking.Group} and a look at each row drawn, a correction {thinking.Correction}, a paper {thinking.Paper}. System times are measured. Not counted: fetching papers, waiting for people.");
        Console.WriteLine($"Decisions were all at the stations {Say(facts.DeliveredSeconds, "0")} s after the last. Typed from papers and right: {facts.Right}; unknown to the register, nothing to type: {facts.Strangers}.");
        await Check(rows, truth);
        Console.WriteLine($"The run itself took {Say(facts.Took.TotalMinutes, "0.0")} minutes.");
    }

    // The sample knows who each record is about: what was released of somebody else is a fault.
    private static async Task Check(HouseRows rows, SampleTruth truth)
    {
        var externals = (await rows.Read("platform", "SELECT \"Ref\", \"ExternalId\" FROM records", row => (Ref: row.GetString(0), Id: row.GetString(1))))
            .ToDictionary(record => record.Ref, record => record.Id, StringComparer.Ordinal);
        var released = await rows.Read(
            "register",
            "SELECT c.\"Ref\", d.\"PersonalId\", d.\"ProposalId\" FROM case_decisions AS d JOIN cases AS c ON c.\"Id\" = d.\"CaseId\" WHERE d.\"Kind\" = 1",
            row => (Ref: row.GetString(0), Person: row.GetInt64(1), IsBulk: !row.IsDBNull(2)));
        foreach (var (name, isBulk) in ((string, bool)[])[("together", true), ("by key", false)])
        {
            var those = released.Where(one => one.IsBulk == isBulk).ToList();
            var wrong = those.Count(one => !truth.PersonOf(externals[one.Ref]).Equals($"{one.Person:000000000000}", StringComparison.Ordinal));
            Console.WriteLine($"Released {name}: {those.Count}, of somebody else's {wrong}.");
        }

        var right = await rows.Count("platform", "SELECT COUNT(*) FROM decisions AS d JOIN records AS r ON r.\"Id\" = d.\"RecordId\" WHERE r.\"Status\" = 0");
        var again = await rows.Count("register", "SELECT COUNT(*) FROM cases WHERE \"State\" = 1");
        Console.WriteLine($"Records right in the end: {right}. Cases open again by now: {again}.");
    }

    private static string Say(double value, string form) => StandingCells.Number(value, form);
}
