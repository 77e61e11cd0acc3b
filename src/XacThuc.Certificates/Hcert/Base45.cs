using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Certificates.Hcert;

/// <summary>Bytes as the forty-five signs that a QR code packs densest (RFC 9285): three signs for two bytes, two for the last one.</summary>
public static class Base45
{
    private const string Signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int Base = 45;

    private static readonly sbyte[] Values = ValuesOf();

    /// <summary>Writes bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var length = (bytes.Length / 2 * 3) + (bytes.Length % 2 * 2);
        return string.Create(length, bytes, static (text, from) =>
        {
            for (var at = 0; at + 1 < from.Length; at += 2)
            {
                var two = (from[at] << 8) | from[at + 1];
                (text[0], text[1], text[2]) = (Signs[two % Base], Signs[two / Base % Base], Signs[two / (Base * Base)]);
                text = text[3..];
            }

            if (from.Length % 2 == 1) (text[0], text[1]) = (Signs[from[^1] % Base], Signs[from[^1] / Base]);
        });
    }

    /// <summary>Reads signs; not where one is none of the forty-five, one stands alone, or two or three are more than a byte or two.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length % 3 == 1) return false;
        var read = new byte[(text.Length / 3 * 2) + (text.Length % 3 / 2)];
        var rest = text;
        var to = read.AsSpan();
        for (; rest.Length > 2; rest = rest[3..], to = to[2..])
        {
            var (ones, tens, hundreds) = (ValueOf(rest[0]), ValueOf(rest[1]), ValueOf(rest[2]));
            var two = ones + (tens * Base) + (hundreds * Base * Base);
            if ((ones | tens | hundreds) < 0 || two > ushort.MaxValue) return false;
            BinaryPrimitives.WriteUInt16BigEndian(to, (ushort)two);
        }

        if (rest.Length > 0)
        {
            if (ValueOf(rest[0]) is not (>= 0 and var ones) || ValueOf(rest[1]) is not (>= 0 and var tens)) return false;
            var one = ones + (tens * Base);
            if (one > byte.MaxValue) return false;
            to[0] = (byte)one;
        }

        bytes = read;
        return true;
    }

    private static int ValueOf(char sign) => sign < Values.Length ? Values[sign] : -1;

    private static sbyte[] ValuesOf()
    {
        var values = new sbyte[128];
        Array.Fill(values, (sbyte)-1);
        for (var i = 0; i < Signs.Length; i++) values[Signs[i]] = (sbyte)i;
        return values;
    }
}
