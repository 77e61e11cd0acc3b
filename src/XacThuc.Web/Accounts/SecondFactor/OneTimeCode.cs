using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace XacThuc.Web.Accounts.SecondFactor;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds and six digits, as all apps have it.</summary>
public static class OneTimeCode
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a secret at a moment.</summary>
    public static string At(string secret, DateTimeOffset at) => OfStep(ReadBase32(secret), StepOf(at));

    /// <summary>The step in which a code is right: this one, the one before or the one after; none where it is wrong.</summary>
    public static long? FindStep(string secret, string code, DateTimeOffset at)
    {
        var key = ReadBase32(secret);
        var given = System.Text.Encoding.ASCII.GetBytes(code);
        for (var step = StepOf(at) - 1; step <= StepOf(at) + 1; step++)
        {
            var right = System.Text.Encoding.ASCII.GetBytes(OfStep(key, step));
            if (CryptographicOperations.FixedTimeEquals(given, right)) return step;
        }

        return null;
    }

    /// <summary>Bytes in the alphabet in which apps take secrets (RFC 4648, 6).</summary>
    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in bytes)
        {
            (bits, held) = (bits << 8 | one, held + 8);
            for (; held >= 5; held -= 5) text.Append(Alphabet[bits >> (held - 5) & 31]);
            bits &= 31;
        }

        return (held > 0 ? text.Append(Alphabet[bits << (5 - held) & 31]) : text).ToString();
    }

    private static byte[] ReadBase32(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (bits, held) = (0, 0);
        foreach (var letter in text)
        {
            (bits, held) = (bits << 5 | Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal) & 31, held + 5);
            if (held < 8) continue;
            bytes.Add((byte)(bits >> (held - 8)));
            held -= 8;
            bits &= (1 << held) - 1;
        }

        return [.. bytes];
    }

    private static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 30;

#pragma warning disable CA5350 // RFC 6238 and every authenticator app use HMAC-SHA-1, for which no attack is known.
    private static string OfStep(byte[] key, long step)
    {
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, moment, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350
}
