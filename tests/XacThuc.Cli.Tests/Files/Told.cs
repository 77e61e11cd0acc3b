using XacThuc.Cli.Evaluate;
using XacThuc.Cli.Files;

namespace XacThuc.Cli.Tests.Files;

/// <summary>Sentences by their names, as rows of theories have to name them.</summary>
internal static class Told
{
    public static string Named(string name) =>
        (string)(typeof(FileSentences).GetProperty(name) ?? typeof(EvaluateSentences).GetProperty(name))!.GetValue(null)!;
}
