using System.CommandLine;

namespace XacThuc.Cli.Explain;

/// <summary>The command <c>explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var register = new Option<string>("--register") { Description = "The population register: CSV, Excel or packed (.xti)", Required = true };
        var record = new Option<string>("--record")
        {
            Description = "One record: \"full name, sex, date of birth, number[, commune code]\"",
            Required = true,
        };
        var top = new Option<int>("--top") { Description = "The most suggestions", DefaultValueFactory = _ => 5 };
        var model = new Option<string?>("--model") { Description = "A linkage model written by authenticate --model" };
        var command = new Command("explain", "Explain the authentication of one record, and whom it may be about")
        {
            register, record, top, model,
        };
        command.SetAction((parsed, stop) => Task.FromResult(new ExplainWork(
            parsed.GetRequiredValue(register), parsed.GetRequiredValue(record), Math.Clamp(parsed.GetValue(top), 1, 50),
            parsed.GetValue(model), Terminal.Own, stop).Run()));
        return command;
    }
}
