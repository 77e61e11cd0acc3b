using System.CommandLine;
using System.Diagnostics;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Houses;

/// <summary>How fast a population goes into a police house, for the first time and again.</summary>
internal static class HouseImportCommand
{
    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 1_000_000 };
        var data = new Option<string?>("--data") { Description = "Folder with register.csv" };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server; a SQLite file without it" };
        var engine = Engine.Option();
        var command = new Command("house-import", "Import a population into a police house, twice") { people, data, postgres, engine };
        command.SetAction(async (parsed, _) =>
        {
            var given = parsed.GetValue(data) is { } folder && File.Exists(Path.Combine(folder, "register.csv"))
                ? new BenchData(Path.GetFullPath(folder))
                : BenchData.Get(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(data), parsed.GetValue(people), 1000, 1, "ordinary");
            await using var house = await BenchHouse.Start(parsed.GetValue(postgres));
            foreach (var time in (string[])["first", "again"])
            {
                var watch = Stopwatch.StartNew();
                var counts = await house.Import(given.Register);
                var seconds = watch.Elapsed.TotalSeconds;
                Console.WriteLine($"{time}: {counts.Read:N0} rows in {seconds:N1} s, {counts.Read / seconds:N0} rows/s, packed and in use; added {counts.Added:N0}, same {counts.Same:N0}");
            }

            return 0;
        });
        return command;
    }
}
