using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Tables.Tests;

public sealed class AtomicOutputTests
{
    [Fact]
    public void The_name_appears_only_when_the_file_is_complete()
    {
        using var given = new GivenFile("old", "results.csv");
        Assert.True(AtomicOutput.TryOpen(given.Path, out var output, out _));
        RandomAccess.Write(output.Handle, "new"u8, output.Start);
        var before = File.ReadAllText(given.Path);

        var committed = output.TryCommit(out _);
        output.Dispose();

        Assert.True(committed);
        Assert.Equal("old", before);
        Assert.Equal("new", File.ReadAllText(given.Path));
        Assert.Single(Directory.GetFiles(given.Folder));
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing_behind()
    {
        using var given = new GivenFile("old", "results.csv");
        Assert.True(AtomicOutput.TryOpen(given.Path, out var output, out _));
        RandomAccess.Write(output.Handle, "half"u8, output.Start);

        output.Dispose();

        Assert.Equal("old", File.ReadAllText(given.Path));
        Assert.Single(Directory.GetFiles(given.Folder));
    }

    [Theory]
    [InlineData("nowhere/results.csv", nameof(FileSentences.NoOutputFolder))]
    [InlineData(".", nameof(FileSentences.OutputIsFolder))]
    [InlineData("folder/", nameof(FileSentences.OutputIsFolder))]
    [InlineData("a\0b", nameof(FileSentences.NoFileName))]
    public void What_cannot_be_written_is_refused_in_one_sentence(string name, string sentence)
    {
        sentence = Told.Named(sentence);
        using var given = new GivenFile("old", "results.csv");

        var opened = AtomicOutput.TryOpen(Path.Join(given.Folder, name), out _, out var refusal);

        Assert.False(opened);
        Assert.EndsWith(sentence, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_longer_than_the_system_allows_is_refused()
    {
        using var given = new GivenFile("old", "results.csv");

        var opened = AtomicOutput.TryOpen(Path.Join(given.Folder, new string('a', 300)), out _, out var refusal);

        Assert.False(opened);
        Assert.EndsWith(FileSentences.NameTooLong, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_written_to_directly_and_a_full_disk_has_a_sentence()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        Assert.True(AtomicOutput.TryOpen("/dev/full", out var output, out _));

        var failure = Record.Exception(() => RandomAccess.Write(output.Handle, "x"u8, output.Start));
        output.Dispose();

        Assert.True(output.IsDirect);
        Assert.Equal(FileSentences.DiskFull, AtomicOutput.SentenceOf(failure!));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_file_is_replaced()
    {
        using var given = new GivenFile("old", "results.csv");
        var link = Path.Join(given.Folder, "link.csv");
        File.CreateSymbolicLink(link, given.Path);
        Assert.True(AtomicOutput.TryOpen(link, out var output, out _));
        RandomAccess.Write(output.Handle, "new"u8, output.Start);

        var committed = output.TryCommit(out _);
        output.Dispose();

        Assert.True(committed);
        Assert.Equal("new", File.ReadAllText(given.Path));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }
}
