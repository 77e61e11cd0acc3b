using System.CommandLine;

namespace XacThuc.Cli.Authenticate;

/// <summary>The command <c>authenticate</c>.</summary>
internal static class AuthenticateCommand
{
    private const int MostSuggestions = 50;

    public static Command Create()
    {
        var register = new Option<string>("--register")
        {
            Description = "The population register: CSV, Excel, or a packed register (.xti)",
            Required = true,
        };
        var records = new Option<string>("--records") { Description = "The vaccination records: CSV or Excel", Required = true };
        var output = new Option<string>("--out") { Description = "Where the results go (CSV); - for standard output", Required = true };
        var suggest = new Option<string?>("--suggest") { Description = "Where suggestions for records not matched go (CSV)" };
        var top = new Option<int>("--top") { Description = "The most suggestions for a record", DefaultValueFactory = _ => 5 };
        var report = new Option<string?>("--report") { Description = "Where a report for people goes (HTML)" };
        var model = new Option<string?>("--model")
        {
            Description = "The linkage model: used when the file is there, fitted and written when it is not",
        };
        top.Within(1, MostSuggestions);

        var command = new Command("authenticate", "Compare records with the register, field by field")
        {
            register, records, output, suggest, top, report, model,
        };
        command.SetAction((parsed, stop) => Task.FromResult(new AuthenticateWork(
            new AuthenticateOptions(
                parsed.GetRequiredValue(register), parsed.GetRequiredValue(records), parsed.GetRequiredValue(output),
                parsed.GetValue(suggest), parsed.GetValue(top), parsed.GetValue(report), parsed.GetValue(model)),
            Terminal.Own, stop).Run()));
        return command;
    }
}
