using System.CommandLine;

namespace XacThuc.Cli.Index;

/// <summary>The command <c>index</c>.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var register = new Option<string>("--register") { Description = "The population register: CSV or Excel", Required = true };
        var output = new Option<string>("--out") { Description = "Where the packed register goes (.xti)", Required = true };
        var command = new Command("index", "Pack a register once, to be opened at once from then on") { register, output };
        command.SetAction((parsed, stop) => Task.FromResult(
            new IndexWork(parsed.GetRequiredValue(register), parsed.GetRequiredValue(output), Terminal.Own, stop).Run()));
        return command;
    }
}
