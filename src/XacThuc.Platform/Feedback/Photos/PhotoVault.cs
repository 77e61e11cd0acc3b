using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace XacThuc.Platform.Feedback.Photos;

/// <summary>
/// Covers photos with AES-256-GCM under a key of their own, which is itself covered by the house's keys; those are not in the
/// database. A photo cannot be moved to another report or replaced without it being noticed.
/// </summary>
internal sealed class PhotoVault(IDataProtectionProvider protection)
{
    private const byte Form = 1;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly IDataProtector _cover = protection.CreateProtector("feedback-photos");

    /// <summary>Covers the picture of a report.</summary>
    public byte[] Cover(long caseId, string digest, ReadOnlySpan<byte> picture)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var wrapped = _cover.Protect(key);
        var covered = new byte[1 + 2 + wrapped.Length + NonceLength + TagLength + picture.Length];
        covered[0] = Form;
        BinaryPrimitives.WriteUInt16BigEndian(covered.AsSpan(1), checked((ushort)wrapped.Length));
        wrapped.CopyTo(covered.AsSpan(3));
        var rest = covered.AsSpan(3 + wrapped.Length);
        RandomNumberGenerator.Fill(rest[..NonceLength]);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(rest[..NonceLength], picture, rest[(NonceLength + TagLength)..], rest.Slice(NonceLength, TagLength), About(caseId, digest));
        CryptographicOperations.ZeroMemory(key);
        return covered;
    }

    /// <summary>The picture of a report.</summary>
    /// <exception cref="CryptographicException">It was changed or moved, or other keys covered it.</exception>
    public byte[] Uncover(FeedbackPhoto photo) => Uncover(photo.CaseId, photo.Digest, photo.Covered);

    /// <summary>The same from its parts.</summary>
    /// <exception cref="CryptographicException">It was changed or moved, or other keys covered it.</exception>
    public byte[] Uncover(long caseId, string digest, byte[] covered)
    {
        if (covered.Length < 3 || covered[0] != Form) throw new CryptographicException("Not a covered photo.");
        var length = BinaryPrimitives.ReadUInt16BigEndian(covered.AsSpan(1));
        if (covered.Length < 3 + length + NonceLength + TagLength) throw new CryptographicException("Not a covered photo.");
        var key = _cover.Unprotect(covered[3..(3 + length)]);
        var rest = covered.AsSpan(3 + length);
        var picture = new byte[rest.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(rest[..NonceLength], rest[(NonceLength + TagLength)..], rest.Slice(NonceLength, TagLength), picture, About(caseId, digest));
        CryptographicOperations.ZeroMemory(key);
        return picture;
    }

    private static byte[] About(long caseId, string digest) => Encoding.ASCII.GetBytes($"feedback-photo:{caseId}:{digest}");
}
