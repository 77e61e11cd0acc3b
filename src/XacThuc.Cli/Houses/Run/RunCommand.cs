using System.CommandLine;
using XacThuc.Matching.Texts;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.Run;

/// <summary>The command <c>run</c>: both houses in one process.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder for all that the houses keep", DefaultValueFactory = _ => ".data/run" };
        var platform = Address("--platform", "Address of the health house", "http://localhost:5100");
        var register = Address("--register", "Address of the police house", "http://localhost:5200");
        var sample = new Option<string>("--sample") { Description = "What to start with: none, accounts or district", DefaultValueFactory = _ => "district" };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server (two databases); SQLite files without it" };
        var unsigned = new Option<bool>("--unsigned-border") { Description = "Border messages without signatures: only to measure, only with a sample" };
        var only = new Option<string?>("--only") { Description = "platform or register: serve this one, the other runs as a process of its own" };
        only.AcceptOnlyFromAmong("platform", "register");
        sample.AcceptOnlyFromAmong("none", "accounts", "district");

        var command = new Command("run", "Serve both houses on this machine, with a sample district on first use")
        {
            data, platform, register, sample, postgres, unsigned, only,
        };
        command.SetAction((parsed, stop) => new RunHouses(
            new RunOptions(
                parsed.GetRequiredValue(data), parsed.GetRequiredValue(platform), parsed.GetRequiredValue(register),
                Enum.Parse<SampleSize>(parsed.GetRequiredValue(sample), ignoreCase: true), parsed.GetValue(postgres),
                !parsed.GetValue(unsigned)),
            Terminal.Own,
            parsed.GetValue(only) is { } house ? [Enum.Parse<HouseKind>(house, ignoreCase: true)] : []).Run(stop));
        return command;
    }

    internal static Option<Uri> Address(string name, string description, string standard) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => new Uri(standard),
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[^1].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
            result.AddError(Speech.Say($"{name} nhận một địa chỉ như {standard}.", $"{name} takes an address such as {standard}."));
            return null;
        },
    };
}
