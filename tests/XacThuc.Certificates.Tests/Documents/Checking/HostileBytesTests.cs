using System.Security.Cryptography;
using CsCheck;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Checking;

public sealed class HostileBytesTests
{
    private static readonly Gen<(int Place, int By)> Change = Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 255]);
    private static readonly GivenAuthority Root = new();
    private static readonly GivenAuthority Below = Root.Below("Test issuer");

    public static TheoryData<string> Keys => ["ecdsa", "rsa", "pss"];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_change_of_any_byte_of_the_document_is_seen(string kind)
    {
        var signature = Signed(kind);
        var checker = new SignatureChecker(new TrustAnchors([Root.Certificate]), RevocationLists.None);

        Change.Sample(
            change => Assert.IsType<SignatureCheck.Altered>(
                checker.Check(Changed(GivenSignature.Document, change), signature, Times.Noon)),
            iter: 100, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_change_of_any_byte_of_the_signature_makes_no_exception_and_no_other_signer(string kind)
    {
        var signature = Signed(kind);
        var signer = Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(Root, signature)).Signer;

        // Bytes that nobody signs may differ: the root beside the path, the way lengths are written.
        Change.Sample(
            change => Assert.True(GivenSignature.Check(Root, Changed(signature, change)) is not SignatureCheck.Right right || right.Signer == signer),
            iter: 600, threads: 1);
    }

    [Fact]
    public void A_signature_that_is_cut_anywhere_is_none()
    {
        var signature = Signed("ecdsa");

        Gen.Int[0, signature.Length - 1].Sample(
            length => Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(Root, signature[..length])), iter: 300, threads: 1);
    }

    [Fact]
    public void Any_bytes_are_checked_without_an_exception()
    {
        Gen.Byte.Array[0, 200].Sample(
            bytes => Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(Root, bytes)), iter: 1000, threads: 1);
        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(Root, Nested(100_000)));
        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(Root, new byte[2 << 20]));
    }

    [Fact]
    public void A_damaged_revocation_list_is_refused_or_revokes_nobody_else()
    {
        using var folder = new GivenFolder();
        using var chairman = Root.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        var list = Root.List(Times.Noon.AddDays(30), (chairman, Times.Noon));
        var signature = GivenSignature.Of(chairman);

        Change.Sample(
            change =>
            {
                folder.Add("root.crl", Changed(list, change));
                if (!RevocationLists.TryOpen(folder.Path, out var lists, out _)) return;

                // A list whose signature is broken is nobody's.
                var right = Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(Root, signature, lists));
                Assert.Equal(RevocationKnowledge.NoList, right.Revocation);
            },
            iter: 500, threads: 1);
    }

    private static byte[] Signed(string kind)
    {
        var chairman = Below.Issue("Chủ tịch", kind == "ecdsa" ? GivenAuthority.NewEcdsa() : RSA.Create(2048));
        return GivenSignature.Of(
            chairman, issuers: [Below.Certificate, Root.Certificate], padding: kind == "pss" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
    }

    private static byte[] Changed(byte[] bytes, (int Place, int By) change)
    {
        var changed = (byte[])bytes.Clone();
        changed[change.Place % changed.Length] ^= (byte)change.By;
        return changed;
    }

    // Sequences of no stated length, one in the other.
    private static byte[] Nested(int depth) =>
        [.. Enumerable.Repeat<byte[]>([0x30, 0x80], depth).SelectMany(open => open), .. new byte[2 * depth]];
}
