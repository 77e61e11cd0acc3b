using System.Diagnostics;
using XacThuc.Cli.Tests.Commands;
using Xunit;

namespace XacThuc.Cli.Tests.Authenticate;

/// <summary>Results get their name when they are whole; nothing else ever has it.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly GivenFolder _folder = new();

    public OutputTests()
    {
        _folder.Write("register.csv", GivenPeople.ManyInRegister(20_000));
        _folder.Write("records.csv", GivenPeople.ManyRecords(20_000));
    }

    [Theory]
    [InlineData("register.csv", null, "register.csv: The output would replace a file that is read")]
    [InlineData("./records.csv", null, "records.csv: The output would replace a file that is read")]
    [InlineData("results.csv", "records.csv", "records.csv: The output would replace a file that is read")]
    [InlineData("results.csv", "results.csv", "results.csv: Two outputs have the same name")]
    public void No_output_takes_the_place_of_an_input_or_of_another(string output, string? suggestions, string sentence)
    {
        var before = (_folder.Text("register.csv"), _folder.Text("records.csv"));

        var outcome = GivenFolder.Run(_folder.Options() with
        {
            Out = _folder[output],
            Suggest = suggestions is null ? null : _folder[suggestions],
        });

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(sentence, outcome.Complained, StringComparison.Ordinal);
        Assert.Equal(before, (_folder.Text("register.csv"), _folder.Text("records.csv")));
    }

    [Fact]
    public void Packed_register_and_its_file_give_the_same_bytes_run_after_run()
    {
        _folder.Authenticate(suggest: true);
        var (results, suggestions) = (_folder.Bytes("results.csv"), _folder.Bytes("suggestions.csv"));
        _folder.Authenticate(suggest: true);
        Assert.Equal(results, _folder.Bytes("results.csv"));
        Assert.Equal(suggestions, _folder.Bytes("suggestions.csv"));

        _folder.Index();
        _folder.Authenticate("register.xti", suggest: true);

        Assert.Equal(results, _folder.Bytes("results.csv"));
        Assert.Equal(suggestions, _folder.Bytes("suggestions.csv"));
    }

    [Fact]
    public void A_stopped_run_writes_nothing_and_leaves_what_was_there()
    {
        _folder.Write("results.csv", "older");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var outcome = GivenFolder.RunUntil(_folder.Options(), stop.Token);

        Assert.Equal((130, "Stopped. No file was written.\n"), (outcome.Exit, outcome.Complained));
        Assert.Equal("older", _folder.Text("results.csv"));
        Assert.Equal(["records.csv", "register.csv", "results.csv"], _folder.Names);
    }

    [Fact]
    public async Task A_killed_run_leaves_no_results_and_the_next_one_clears_up()
    {
        _folder.Write("records.csv", GivenPeople.ManyRecords(1_000_000));
        var partial = await KillInTheMiddle();
        Assert.False(File.Exists(_folder["results.csv"]));

        var outcome = _folder.Authenticate();

        Assert.Equal(0, outcome.Exit);
        Assert.Equal(1_000_000, _folder.Rows("results.csv").Length);
        Assert.Equal(["records.csv", "register.csv", "results.csv"], _folder.Names);
        Assert.False(File.Exists(partial));
    }

    [Fact]
    public void A_file_that_another_run_is_writing_is_left_alone()
    {
        var partial = _folder["results.csv.partial-abcdefgh"];
        using (File.OpenHandle(partial, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None)) _folder.Authenticate();

        Assert.True(File.Exists(partial));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> KillInTheMiddle()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "xacthuc.dll"), "authenticate", "--register", _folder["register.csv"],
                "--records", _folder["records.csv"], "--out", _folder["results.csv"],
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        while (true)
        {
            if (Directory.GetFiles(_folder.Path, "results.csv.partial-*") is [var partial] && new FileInfo(partial).Length > 0)
            {
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                return partial;
            }

            Assert.False(process.HasExited, "It was over before it could be killed.");
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
