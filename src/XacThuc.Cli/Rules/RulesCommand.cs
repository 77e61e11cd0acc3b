using System.CommandLine;

namespace XacThuc.Cli.Rules;

/// <summary>The command <c>rules</c>: business rules of certificates, tried on their own tests.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Folders with rule.json and tests below; with --certlogic files of the specification", Arity = ArgumentArity.OneOrMore };
        var suites = new Option<bool>("--certlogic") { Description = "The paths are suites of the rule language itself" };
        var test = new Command("test", "Run each rule's tests and print one JSON line for each: file, expected, actual, agrees") { paths, suites };
        test.SetAction(parsed => new RulesTest(parsed.GetRequiredValue(paths), parsed.GetValue(suites), Terminal.Own).Run());
        return new Command("rules", "Business rules of certificates (CertLogic)") { test };
    }
}
