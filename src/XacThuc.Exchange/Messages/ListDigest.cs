using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace XacThuc.Exchange.Messages;

/// <summary>Digests and canonical forms of lists: both houses come to the same bytes.</summary>
public static class ListDigest
{
    /// <summary>SHA-256 of a list as it is sent: its number and all lines, by number.</summary>
    public static string Of(string list, IEnumerable<ListLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(list + "\n"));
        foreach (var line in lines.OrderBy(line => line.Number))
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(line, BorderJsonOptions.Of<ListLine>()));
            hash.AppendData("\n"u8);
        }

        return Base64Url.EncodeToString(hash.GetHashAndReset());
    }

    /// <summary>The canonical form of a list, which is what is signed.</summary>
    public static string ToContent(SignedList list) => JsonSerializer.Serialize(list, BorderJsonOptions.Of<SignedList>());

    /// <summary>SHA-256 of a signed list's content, as people compare it.</summary>
    public static string OfContent(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>Reads a canonical form; what is written in any other way is none.</summary>
    public static SignedList? FindList(string content)
    {
        try
        {
            var read = JsonSerializer.Deserialize(content, BorderJsonOptions.Of<SignedList>());
            return read is not null && string.Equals(ToContent(read), content, StringComparison.Ordinal) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
