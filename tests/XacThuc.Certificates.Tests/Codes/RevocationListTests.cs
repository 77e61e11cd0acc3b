using System.Globalization;
using CsCheck;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Tests.Hcert;
using Xunit;

namespace XacThuc.Certificates.Tests.Codes;

public sealed class RevocationListTests
{
    private static readonly DateTimeOffset Made = GivenSigner.Issued;

    [Fact]
    public void Whatever_is_on_it_is_found_and_hardly_anything_else()
    {
        var list = RevocationList.Make(Enumerable.Range(0, 200_000).Select(Hash), Made);

        Assert.True(RevocationList.TryRead(list.File.ToArray(), out var read));
        Assert.Equal((Made, list.Count), (read.MadeAt, read.Count));
        Assert.All(Enumerable.Range(0, 200_000), nth => Assert.True(read.Contains(Hash(nth))));
        Assert.InRange(Enumerable.Range(200_000, 400_000).Count(nth => read.Contains(Hash(nth))), 0, 5);
    }

    [Fact]
    public void A_million_take_less_than_three_megabytes() =>
        Assert.InRange(RevocationList.Make(Enumerable.Range(0, 1_000_000).Select(Hash), Made).File.Length, 2_000_000, 3_000_000);

    [Fact]
    public void It_holds_a_set_whatever_its_order()
    {
        Gen.Int[0, 50].Array[0, 60].Sample(numbers =>
        {
            var list = RevocationList.Make(numbers.Select(Hash), Made);

            Assert.Equal(RevocationList.Make(numbers.Distinct().Order().Select(Hash), Made).File.ToArray(), list.File.ToArray());
            for (var nth = 0; nth <= 50; nth++) Assert.Equal(numbers.Contains(nth), list.Contains(Hash(nth)));
        }, iter: 200);
    }

    [Fact]
    public void What_is_damaged_is_refused_or_read_and_never_thrown()
    {
        var file = RevocationList.Make(Enumerable.Range(0, 100).Select(Hash), Made).File.ToArray();

        Assert.False(RevocationList.TryRead([], out _));
        Assert.False(RevocationList.TryRead(file[..^1], out _));
        Assert.False(RevocationList.TryRead([.. file, 0], out _));
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte, Gen.Int[0, file.Length]).Sample((at, value, length) =>
        {
            var changed = file[..length];
            if (at < length) changed[at] = value;
            if (RevocationList.TryRead(changed, out var read)) _ = read.Contains(Hash(1));
        }, iter: 300);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("country")]
    [InlineData("signature")]
    public void A_certificate_is_taken_back_by_any_of_three_names(string by)
    {
        using var own = GivenSigner.Ec();
        var text = GivenSigner.Text(own, GivenSigner.Vaccinated());
        _ = HcertMessage.TryRead(text, out var message);
        var hash = by switch
        {
            "id" => RevocationHash.OfId("URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF"),
            "country" => RevocationHash.OfCountryAndId("VN", "URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF"),
            _ => RevocationHash.OfSignature(message!.Signature.Span, isEcdsa: true),
        };
        Assert.True(TrustList.TryRead(own.RawData, out var trust));

        var code = CodeChecker.Check(text, CheckedAgainst.Keys(trust) with { Revoked = RevocationList.Make([hash], Made) }, Made.AddDays(1));

        Assert.Equal((Verdict.NotGenuine, CheckReason.Revoked), (code.Verdict, Assert.Single(code.Reasons)));
        Assert.Equal(Verdict.Genuine, CodeChecker.Check(text, CheckedAgainst.Keys(trust) with { Revoked = RevocationList.Make([Hash(1)], Made) }, Made.AddDays(1)).Verdict);
    }

    private static byte[] Hash(int nth) => RevocationHash.OfId(nth.ToString(CultureInfo.InvariantCulture));
}
