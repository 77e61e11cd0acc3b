using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.CheckPoints.Protection;

/// <summary>
/// Covers what scans say of people, and gives the keys by which tracing finds somebody again without uncovering anybody: HMAC-SHA-256 over a
/// number, from the house's secret, cut to 16 bytes. What is covered is bound to its scan: moved to another it does not open. From any thread.
/// </summary>
internal sealed class PersonCover
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyLength = 16;

    private readonly byte[] _cover;
    private readonly byte[] _find;

    public PersonCover(HouseSettings house)
    {
        var secret = CoverKey.Read(house);
        _cover = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "check-points cover"u8.ToArray());
        _find = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "check-points find"u8.ToArray());
        CryptographicOperations.ZeroMemory(secret);
    }

    /// <summary>Covers somebody.</summary>
    public byte[] Cover(CoveredPerson person, Guid scan) =>
        Cover(JsonSerializer.SerializeToUtf8Bytes<string[]>([person.Name, person.Born, person.Paper, person.Qid, person.Certificate]), scan);

    /// <summary>Uncovers somebody.</summary>
    public CoveredPerson Uncover(byte[] covered, Guid scan)
    {
        var parts = JsonSerializer.Deserialize<string[]>(Open(covered, scan))!;
        return new CoveredPerson(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /// <summary>Covers a text.</summary>
    public byte[] CoverText(string text, Guid of) => Cover(Encoding.UTF8.GetBytes(text), of);

    /// <summary>Uncovers a text.</summary>
    public string UncoverText(byte[] covered, Guid of) => Encoding.UTF8.GetString(Open(covered, of));

    /// <summary>The key of a paper's number; none where it is masked or too short to name somebody.</summary>
    public byte[]? KeyOfPaper(string paper)
    {
        var plain = string.Concat(paper.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return plain.Length < 7 || paper.Contains('*', StringComparison.Ordinal) || plain.StartsWith("XXX", StringComparison.Ordinal) ? null : KeyOf("paper", plain);
    }

    /// <summary>The key of a QID.</summary>
    public byte[]? KeyOfQid(string qid) => qid.Length == 0 ? null : KeyOf("qid", qid);

    /// <summary>The key of a certificate.</summary>
    public byte[]? KeyOfCertificate(string id) => id.Length == 0 ? null : KeyOf("certificate", id.ToUpperInvariant());

    private byte[] KeyOf(string kind, string value) => HMACSHA256.HashData(_find, Encoding.UTF8.GetBytes($"{kind}:{value}"))[..KeyLength];

    private byte[] Cover(byte[] plain, Guid of)
    {
        using var cipher = new AesGcm(_cover, TagLength);
        var covered = new byte[NonceLength + TagLength + plain.Length];
        var nonce = covered.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, plain, covered.AsSpan(NonceLength + TagLength), covered.AsSpan(NonceLength, TagLength), of.ToByteArray());
        return covered;
    }

    private byte[] Open(byte[] covered, Guid of)
    {
        using var cipher = new AesGcm(_cover, TagLength);
        var plain = new byte[covered.Length - NonceLength - TagLength];
        cipher.Decrypt(covered.AsSpan(0, NonceLength), covered.AsSpan(NonceLength + TagLength), covered.AsSpan(NonceLength, TagLength), plain, of.ToByteArray());
        return plain;
    }
}
