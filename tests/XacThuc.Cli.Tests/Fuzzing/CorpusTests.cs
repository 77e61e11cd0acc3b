using XacThuc.Fuzzing;
using Xunit;

namespace XacThuc.Cli.Tests.Fuzzing;

/// <summary>
/// What fuzzing starts from, and what it once found, run once over: the targets of <c>./xacthuc fuzz</c> on their corpus.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_promise_holds_on_the_corpus(string target)
    {
        var files = Directory.GetFiles(Path.Combine(Corpus, target));

        var broken = files.Where(file => !Holds(FuzzTargets.All[target], file)).Select(Path.GetFileName);

        Assert.NotEmpty(files);
        Assert.Empty(broken);
    }

    private static bool Holds(Action<byte[]> target, string file)
    {
        try
        {
            target(File.ReadAllBytes(file));
            return true;
        }
#pragma warning disable CA1031 // Whatever escapes breaks the promise that nothing does.
        catch
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
