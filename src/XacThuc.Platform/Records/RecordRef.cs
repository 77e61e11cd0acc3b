using System.Buffers.Binary;
using System.Security.Cryptography;

namespace XacThuc.Platform.Records;

/// <summary>Public references of records: later ones sort behind earlier ones, so that indexes grow at their end.</summary>
internal static class RecordRef
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 20;

    /// <summary>A new one: 45 bits of time in milliseconds, 55 bits by chance.</summary>
    public static string New(DateTimeOffset now)
    {
        Span<byte> chance = stackalloc byte[8];
        RandomNumberGenerator.Fill(chance);
        return string.Create(Length, (Time: now.ToUnixTimeMilliseconds(), Chance: BinaryPrimitives.ReadUInt64LittleEndian(chance)),
            static (to, from) =>
            {
                for (var i = 0; i < 9; i++) to[i] = Digits[(int)(from.Time >> (40 - 5 * i) & 31)];
                for (var i = 9; i < Length; i++) to[i] = Digits[(int)(from.Chance >> (5 * (i - 9)) & 31)];
            });
    }

    /// <summary>Whether a text can be one at all.</summary>
    public static bool IsPossible(string text) => text.Length == Length && text.All(c => Digits.Contains(c, StringComparison.Ordinal));
}
