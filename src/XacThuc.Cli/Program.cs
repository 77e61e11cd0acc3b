using System.CommandLine;
using System.Runtime.CompilerServices;
using XacThuc.Cli.Authenticate;
using XacThuc.Cli.Evaluate;
using XacThuc.Cli.Explain;
using XacThuc.Cli.Houses.Audit;
using XacThuc.Cli.Houses.Border;
using XacThuc.Cli.Houses.House;
using XacThuc.Cli.Houses.Keys;
using XacThuc.Cli.Houses.Run;
using XacThuc.Cli.Houses.SetUp;
using XacThuc.Cli.Index;
using XacThuc.Cli.Rules;
using XacThuc.Cli.Sample;
using XacThuc.Cli.VerifyQr;
using XacThuc.Cli.VerifySignature;
using XacThuc.Matching.Texts;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli;

internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        var root = new RootCommand("XacThuc: does a vaccination record say the same as the population register?");
        foreach (var command in CommandsFor(args)) root.Add(command);
        var language = new Option<string?>("--language") { Description = "vi or en; without it as the system's locale says", Recursive = true }
            .AcceptOnlyFromAmong("vi", "en");
        root.Add(language);
        Speech.Default = Array.IndexOf(args, language.Name) is >= 0 and var at && at + 1 < args.Length
            ? string.Equals(args[at + 1], "vi", StringComparison.Ordinal) ? Language.Vietnamese : Language.English
            : Terminal.OfEnvironment;
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongestStop(parsed) });

        var said = parsed.Errors[0].Message;
        Console.Error.WriteLine(Speech.Say(
            $"Lệnh viết chưa đúng: {ParserSentences.InVietnamese(said)} Xem: xacthuc {parsed.CommandResult.Command.Name} --help",
            $"{said} See: xacthuc {parsed.CommandResult.Command.Name} --help"));
        return Task.FromResult(ExitCode.Refused);
    }

    // A house finishes what it has in hand; a command over files is expected back at once.
    private static TimeSpan LongestStop(ParseResult parsed) =>
        parsed.CommandResult.Command.Name is "run" or "platform" or "register" ? RunHouses.LongestStop : TimeSpan.FromSeconds(2);

    // The commands over files are made alone where they are asked for: a run of half a second is not to load the houses.
    private static Command[] CommandsFor(string[] args) => args switch
    {
        ["authenticate", ..] => [AuthenticateCommand.Create()],
        ["index", ..] => [IndexCommand.Create()],
        ["verify-signature", ..] => [VerifySignatureCommand.Create()],
        ["rules", ..] => [RulesCommand.Create()],
        ["verify-qr", ..] => [VerifyQrCommand.Create()],
        _ => All(),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Command[] All() =>
    [
        AuthenticateCommand.Create(), IndexCommand.Create(), ExplainCommand.Create(), SampleCommand.Create(),
        EvaluateCommand.Create(), VerifySignatureCommand.Create(), VerifyQrCommand.Create(), RulesCommand.Create(), RunCommand.Create(),
        HouseCommand.Create(HouseKind.Platform), HouseCommand.Create(HouseKind.Register),
        SetUpCommand.Create(), BorderCommand.Create(), KeysCommand.Create(), AuditCommand.Create(),
    ];
}
