using System.CommandLine;
using XacThuc.Cli.Sample.Damages;

namespace XacThuc.Cli.Sample;

/// <summary>The command <c>sample</c>.</summary>
internal static class SampleCommand
{
    private const long MostPeople = 120_000_000;

    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The folder to write register.csv, records.csv and truth.csv to", Required = true };
        var people = new Option<long>("--people") { Description = "People of the register", DefaultValueFactory = _ => 80_000 };
        var records = new Option<long?>("--records") { Description = "Vaccination records; four for five people if not given" };
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same files", DefaultValueFactory = _ => 1 };
        var place = new Option<string>("--place") { Description = "cao-loc or nation", DefaultValueFactory = _ => "cao-loc" };
        var damage = new Option<string>("--damage") { Description = "none, national, ordinary or hard", DefaultValueFactory = _ => "national" };
        var strangers = new Option<double?>("--strangers") { Description = "The share of records whose person is not in the register, 0-1" };
        var hamlets = new Option<bool>("--hamlets") { Description = "Write the hamlet of residence too, a column beyond those of the contract" };
        place.AcceptOnlyFromAmong("cao-loc", "nation");
        damage.AcceptOnlyFromAmong("none", "national", "ordinary", "hard");
        people.Within(1, MostPeople);

        var command = new Command("sample", "Invent a district or a nation, its records, and the truth about them")
        {
            output, people, records, seed, place, damage, strangers, hamlets,
        };
        command.SetAction((parsed, stop) =>
        {
            var profile = DamageProfile.Find(parsed.GetRequiredValue(damage))!;
            if (parsed.GetValue(strangers) is { } share) profile = profile with { Strangers = Math.Clamp(share, 0, 1) };
            return Task.FromResult(new SampleWork(
                new SampleOptions(
                    parsed.GetRequiredValue(output), parsed.GetValue(people),
                    parsed.GetValue(records) ?? parsed.GetValue(people) * 4 / 5, parsed.GetValue(seed),
                    parsed.GetRequiredValue(place) is "nation" ? Place.Nation : Place.CaoLocDistrict, profile, parsed.GetValue(hamlets)),
                Terminal.Own, stop).Run());
        });
        return command;
    }
}
