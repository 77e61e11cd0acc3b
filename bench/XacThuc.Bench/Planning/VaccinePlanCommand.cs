using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using XacThuc.Matching;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Bench.Planning;

/// <summary>The next dose of very many people, on one core.</summary>
internal static class VaccinePlanCommand
{
    private static readonly string[] Products = ["astrazeneca", "comirnaty", "spikevax", "vero-cell"];

    public static Command Create()
    {
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("vaccine-plan", "What is due next for each of very many people, on one core") { people };
        command.SetAction(parsed => Run(parsed.GetValue(people)));
        return command;
    }

    private static void Run(int people)
    {
        var schedule = VaccineCatalogue.Standard.FindSchedule("840539006")!;
        _ = Plan(schedule, people / 20);

        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var due = Plan(schedule, people);
        var cpu = Environment.CpuUsage.TotalTime - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{people:N0} people, {due:N0} due: {clock.Elapsed.TotalSeconds:0.00} s wall, {cpu.TotalSeconds:0.00} s CPU"));
    }

    // From no dose to three, a quarter each; ages 16 to 80; four products; first doses over a hundred days.
    private static int Plan(Schedule schedule, int people)
    {
        var due = 0;
        for (var i = 0; i < people; i++)
        {
            _ = PartialDate.TryCreate(1941 + i % 65, 1 + i % 12, 1 + i % 28, out var birth);
            var product = ProductCode.Parse(Products[i % 7 % 4]);
            var first = new DateOnly(2021, 7, 1).AddDays(i % 100);
            var doses = Enumerable.Range(0, i % 4).Select(dose => new DoseGiven(product, first.AddDays(70 * dose), dose + 1));
            if (schedule.FindNextDue(new Vaccinee(birth), [.. doses]) is not null) due++;
        }

        return due;
    }
}
