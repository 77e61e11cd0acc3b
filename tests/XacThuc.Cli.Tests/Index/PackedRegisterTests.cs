using XacThuc.Cli.Tests.Commands;
using Xunit;

namespace XacThuc.Cli.Tests.Index;

/// <summary>A packed register that is not as it was written is refused in a sentence.</summary>
public sealed class PackedRegisterTests : IDisposable
{
    private readonly GivenFolder _folder = new();
    private readonly byte[] _whole;

    public PackedRegisterTests()
    {
        _folder.Write("register.csv", GivenPeople.ManyInRegister(500));
        _folder.Write("records.csv", GivenPeople.ManyRecords(500));
        _folder.Index();
        _whole = _folder.Bytes("register.xti");
    }

    [Fact]
    public void Any_altered_byte_is_noticed()
    {
        // A prime stride, so that all sections and the places between them are met.
        for (var at = 0; at < _whole.Length; at += 769)
        {
            var altered = (byte[])_whole.Clone();
            altered[at] ^= 0x10;
            _folder.Write("altered.xti", altered);

            var outcome = _folder.Authenticate("altered.xti", suggest: true);

            Assert.True(outcome.Exit == 2, $"byte {at} of {_whole.Length}");
            Assert.DoesNotContain('\n', outcome.Complained.TrimEnd('\n'));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(20_000)]
    [InlineData(-1)]
    public void A_truncated_one_is_refused(int length)
    {
        _folder.Write("short.xti", length < 0 ? _whole[..^1] : _whole[..length]);

        var outcome = _folder.Authenticate("short.xti");

        Assert.Equal(2, outcome.Exit);
        Assert.False(File.Exists(_folder["results.csv"]));
    }

    [Fact]
    public void One_of_a_newer_form_is_refused_as_such()
    {
        var newer = (byte[])_whole.Clone();
        newer[8]++;
        _folder.Write("newer.xti", newer);

        var outcome = _folder.Authenticate("newer.xti");

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("made by a newer version", outcome.Complained, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
