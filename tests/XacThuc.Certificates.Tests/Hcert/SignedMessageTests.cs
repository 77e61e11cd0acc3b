using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using CsCheck;
using XacThuc.Certificates.Checking;
using XacThuc.Certificates.Hcert.Signatures;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

/// <summary>Signed messages are read and checked by us (decision 0043) as the platform reads and checks them.</summary>
public sealed class SignedMessageTests : IDisposable
{
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);

    public void Dispose()
    {
        _ec.Dispose();
        _rsa.Dispose();
    }

    [Fact]
    public void Whatever_happens_to_a_message_it_is_signed_or_not_as_the_platform_says() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Bool, Gen.Int[0, 2000], Gen.Byte).Sample(
            (content, isRsa, at, other) =>
            {
                var cose = Signed(content, isRsa);
                if (at < cose.Length) cose[at] = other;
                Assert.Equal(ByPlatform(cose, isRsa), IsSigned(cose, isRsa));
            },
            iter: 400);

    [Fact]
    public void A_signature_of_another_length_is_none()
    {
        var (digest, key) = (SHA256.HashData("a"u8), CheckingKey.Of(_ec));
        var signature = _ec.SignHash(digest);

        Assert.Equal(
            (true, false, false, false),
            (key.IsSigned(digest, signature), key.IsSigned(digest, [.. signature, 0]), key.IsSigned(digest, signature.AsSpan(1)), key.IsSigned(digest, [])));
    }

    [Fact]
    public void Numbers_that_begin_with_zeros_are_read()
    {
        var key = CheckingKey.Of(_ec);
        for (var nth = 0; nth < 2000; nth++)
        {
            var digest = SHA256.HashData(BitConverter.GetBytes(nth));
            Assert.True(key.IsSigned(digest, _ec.SignHash(digest)));
        }
    }

    [Fact]
    public void A_signature_of_zeros_is_none() => Assert.False(CheckingKey.Of(_ec).IsSigned(SHA256.HashData("a"u8), new byte[64]));

    [Fact]
    public void Many_threads_check_with_one_key()
    {
        var (digest, key) = (SHA256.HashData("a"u8), CheckingKey.Of(_rsa));
        var (good, bad) = (_rsa.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), _rsa.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        Parallel.For(0, 2000, nth => Assert.Equal(nth % 2 == 0, key.IsSigned(digest, nth % 2 == 0 ? good : bad)));
    }

    [Fact]
    public void A_message_that_asks_for_something_to_be_understood_is_refused()
    {
        var headers = new CborWriter();
        headers.WriteStartMap(2);
        headers.WriteInt32(1);
        headers.WriteInt32(-7);
        headers.WriteInt32(2);
        headers.WriteStartArray(1);
        headers.WriteInt32(100);
        headers.WriteEndArray();
        headers.WriteEndMap();

        Assert.Throws<CborContentException>(() => Read(Message(headers.Encode())));
    }

    [Theory]
    [InlineData("0101", "not a map")]
    [InlineData("A2010101 26", "a label twice")]
    [InlineData("A1012600", "something behind")]
    public void Headers_that_are_none_are_refused(string hex, string why)
    {
        var refused = Record.Exception(() => Read(Message(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)))));

        Assert.True(refused is CborContentException or InvalidOperationException, why);
    }

    private static SignedMessage Read(byte[] cose) => SignedMessage.Read(new CborReader(cose, CborConformanceMode.Lax));

    private static byte[] Message(byte[] headers)
    {
        var writer = new CborWriter();
        writer.WriteStartArray(4);
        writer.WriteByteString(headers);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString([1]);
        writer.WriteByteString(new byte[64]);
        writer.WriteEndArray();
        return writer.Encode();
    }

    private byte[] Signed(byte[] content, bool isRsa) => CoseSign1Message.SignEmbedded(
        content, isRsa ? new CoseSigner(_rsa, RSASignaturePadding.Pss, HashAlgorithmName.SHA256) : new CoseSigner(_ec, HashAlgorithmName.SHA256));

    private bool IsSigned(byte[] cose, bool isRsa)
    {
        try
        {
            var message = Read(cose);
            return message.Algorithm == (isRsa ? -37 : -7) && CheckingKey.Of(isRsa ? _rsa : _ec).IsSigned(message.Digest(), message.Signature.Span);
        }
        catch (Exception damaged) when (damaged is CborContentException or InvalidOperationException or OverflowException)
        {
            return false;
        }
    }

    private bool ByPlatform(byte[] cose, bool isRsa)
    {
        try
        {
            return CoseMessage.DecodeSign1(cose).VerifyEmbedded(isRsa ? _rsa : _ec);
        }
        catch (Exception damaged) when (damaged is CryptographicException or InvalidOperationException)
        {
            return false;
        }
    }
}
