using System.Text;
using XacThuc.Cli.Authenticate;
using XacThuc.Cli.Explain;
using XacThuc.Cli.Index;

namespace XacThuc.Cli.Tests.Commands;

/// <summary>A folder of its own in which commands are run as a user runs them; gone afterwards.</summary>
internal sealed class GivenFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-run-");

    public string Path => _folder.FullName;

    /// <summary>The names of all files in it, in order.</summary>
    public string[] Names => [.. _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public byte[] Bytes(string name) => File.ReadAllBytes(this[name]);

    public string Text(string name) => File.ReadAllText(this[name]);

    /// <summary>The rows of a file under its heading.</summary>
    public string[] Rows(string name) => Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];

    /// <summary>Authenticates into <c>results.csv</c>, and <c>suggestions.csv</c> when asked to.</summary>
    public Outcome Authenticate(
        string register = "register.csv", string records = "records.csv", bool suggest = false, int top = 5,
        string? report = null, string? model = null) =>
        Run(Options(register, records) with
        {
            Suggest = suggest ? this["suggestions.csv"] : null,
            Top = top,
            Report = report is null ? null : this[report],
            Model = model is null ? null : this[model],
        });

    public AuthenticateOptions Options(string register = "register.csv", string records = "records.csv") =>
        new(this[register], this[records], this["results.csv"], null, 5, null, null);

    public static Outcome Run(AuthenticateOptions options) => RunUntil(options, CancellationToken.None);

    public static Outcome RunUntil(AuthenticateOptions options, CancellationToken stop) =>
        Heard(terminal => new AuthenticateWork(options, terminal, stop).Run());

    public Outcome Index(string register = "register.csv", string output = "register.xti") =>
        IndexUntil(CancellationToken.None, register, output);

    public Outcome IndexUntil(CancellationToken stop, string register = "register.csv", string output = "register.xti") =>
        Heard(terminal => new IndexWork(this[register], this[output], terminal, stop).Run());

    public Outcome Explain(string record, string register = "register.csv", string? model = null, int top = 5) =>
        Heard(terminal => new ExplainWork(
            this[register], record, top, model is null ? null : this[model], terminal, CancellationToken.None).Run());

    public void Dispose() => _folder.Delete(recursive: true);

    private static Outcome Heard(Func<Terminal, int> command)
    {
        using var said = new StringWriter();
        using var complained = new StringWriter();
        var exit = command(new Terminal(said, false, complained, false, new StandingTime()));
        return new Outcome(exit, said.ToString(), complained.ToString());
    }

    /// <summary>Noon on the second of March 2026, for ever.</summary>
    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 0;
    }
}

/// <summary>What a command told the shell and the person.</summary>
internal sealed record Outcome(int Exit, string Said, string Complained);
