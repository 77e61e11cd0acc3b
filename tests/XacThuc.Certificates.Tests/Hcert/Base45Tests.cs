using CsCheck;
using XacThuc.Certificates.Hcert;
using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

public sealed class Base45Tests
{
    [Fact]
    public void Published_vectors_are_read_written_and_refused_as_published()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        var vectors = PublishedSuites.Read(PublishedSuites.At("base45/vectors.json"));
        var (good, bad) = (0, 0);
        foreach (var vector in vectors.GetProperty("good").EnumerateArray())
        {
            var (bytes, text) = (Convert.FromHexString(vector.GetProperty("hex").GetString()!), vector.GetProperty("base45").GetString()!);
            Assert.Equal(text, Base45.Encode(bytes));
            Assert.True(Base45.TryDecode(text, out var read), text);
            Assert.Equal(bytes, read);
            good++;
        }

        foreach (var vector in vectors.GetProperty("bad").EnumerateArray())
        {
            Assert.False(Base45.TryDecode(vector.GetString(), out _), vector.GetString());
            bad++;
        }

        Assert.Equal((18, 13), (good, bad));
    }

    [Fact]
    public void What_is_written_is_read_again() => Gen.Byte.Array[0, 70].Sample(bytes => Base45.TryDecode(Base45.Encode(bytes), out var read) && read.AsSpan().SequenceEqual(bytes));

    [Fact]
    public void Of_any_text_it_reads_what_it_would_write_or_nothing() =>
        Gen.String[Gen.Char[" $%*+-./0:AZaÂ"], 0, 12].Sample(text => !Base45.TryDecode(text, out var read) || Base45.Encode(read).Equals(text, StringComparison.Ordinal));
}
