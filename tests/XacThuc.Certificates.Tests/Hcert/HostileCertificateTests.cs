using System.Formats.Cbor;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using CsCheck;
using XacThuc.Certificates.Hcert;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

/// <summary>Whatever is shown to a guard is read or refused with a reason; nothing is thrown.</summary>
public sealed class HostileCertificateTests
{
    [Fact]
    public void A_certificate_of_our_own_is_read_and_its_key_recognised()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var fault = HcertMessage.TryRead(TextOf(key, Claims(certificate: writer => writer.WriteTextString("Lý Văn Quân"))), out var message);

        Assert.Equal(HcertFault.None, fault);
        Assert.Equal(("VN", "Lý Văn Quân", -7), (message!.Claims.Issuer, message.Claims.Certificate.GetProperty("nam").GetString(), message.Algorithm));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), message.Claims.ExpiresAt);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_bursts()
    {
        var packed = Zip(new byte[50_000_000]);

        Assert.Equal(HcertFault.TooLarge, HcertMessage.TryRead($"HC1:{Base45.Encode(packed)}", out _));
    }

    // Found by fuzzing: zlib (RFC 1950, 2.2) may ask for a dictionary.
    [Fact]
    public void What_asks_for_a_dictionary_is_not_compressed_as_certificates_are() =>
        Assert.Equal(HcertFault.NotCompressed, HcertMessage.TryRead($"HC1:{Base45.Encode([0x78, 0xBB, 1, 2, 3, 4, 5, 6, 7, 8])}", out _));

    [Theory]
    [InlineData("", HcertFault.NoPrefix)]
    [InlineData("HC2:ABC", HcertFault.NoPrefix)]
    [InlineData("HC1:abc", HcertFault.NotBase45)]
    [InlineData("HC1:BB8", HcertFault.NotCompressed)]
    public void What_is_no_certificate_is_named(string text, HcertFault fault) => Assert.Equal(fault, HcertMessage.TryRead(text, out _));

    [Fact]
    public void A_name_twice_nesting_without_end_and_a_token_without_certificate_are_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var twice = Claims(writer => writer.WriteTextString("a"), again: true);
        var deep = Claims(writer =>
        {
            for (var i = 0; i < 2000; i++) writer.WriteStartArray(1);
            writer.WriteNull();
            for (var i = 0; i < 2000; i++) writer.WriteEndArray();
        });
        var none = new CborWriter(CborConformanceMode.Lax);
        none.WriteStartMap(1);
        none.WriteInt32(1);
        none.WriteTextString("VN");
        none.WriteEndMap();

        Assert.Equal(
            (HcertFault.NotCbor, HcertFault.NotCbor, HcertFault.NoCertificate),
            (HcertMessage.TryRead(TextOf(key, twice), out _), HcertMessage.TryRead(TextOf(key, deep), out _), HcertMessage.TryRead(TextOf(key, none.Encode()), out _)));
    }

    [Fact]
    public void Whatever_is_changed_in_a_message_it_is_refused_or_read_and_never_throws()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var cose = Sign(key, Claims(writer => writer.WriteTextString("Lý Văn Quân")));
        Gen.Select(Gen.Int[0, cose.Length - 1], Gen.Byte, Gen.Int[0, cose.Length]).Sample((at, value, length) =>
        {
            var changed = cose[..length];
            if (at < length) changed[at] = value;
            _ = HcertMessage.TryRead(changed, out _);
        });
    }

    private static byte[] Claims(Action<CborWriter> certificate, bool again = false)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(3);
        writer.WriteInt32(1);
        writer.WriteTextString("VN");
        writer.WriteInt32(4);
        writer.WriteInt64(1_700_000_000);
        writer.WriteInt32(-260);
        writer.WriteStartMap(1);
        writer.WriteInt32(1);
        writer.WriteStartMap(again ? 2 : 1);
        for (var i = 0; i < (again ? 2 : 1); i++)
        {
            writer.WriteTextString("nam");
            certificate(writer);
        }

        writer.WriteEndMap();
        writer.WriteEndMap();
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static string TextOf(ECDsa key, byte[] claims) => $"HC1:{Base45.Encode(Zip(Sign(key, claims)))}";

    private static byte[] Sign(ECDsa key, byte[] claims) => CoseSign1Message.SignEmbedded(claims, new CoseSigner(key, HashAlgorithmName.SHA256));

    private static byte[] Zip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize)) zlib.Write(bytes);
        return packed.ToArray();
    }
}
