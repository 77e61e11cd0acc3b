using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Reading;

/// <summary>Short texts without marks, in capitals, without any space: what codes and key words are compared by.</summary>
internal static class PlainText
{
    /// <summary>Writes the plain form of UTF-8 text.</summary>
    /// <returns>Its length; -1 when it does not fit or the bytes are not UTF-8.</returns>
    public static int Read(ReadOnlySpan<byte> written, Span<char> to)
    {
        var length = 0;
        while (!written.IsEmpty)
        {
            char c;
            if (written[0] is > (byte)' ' and < 0x80)
            {
                c = (char)written[0];
                written = written[1..];
                if (length == to.Length) return -1;
                to[length++] = c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
                continue;
            }

            if (Rune.DecodeFromUtf8(written, out var rune, out var used) != System.Buffers.OperationStatus.Done) return -1;
            written = written[used..];
            if (!rune.IsBmp) return -1;

            c = (char)rune.Value;
            if (LetterCodes.IsSpace(c) || LetterCodes.IsInvisible(c)) continue;
            if (length > 0 && (Letters.ToneOf(c) is not null || c is '\u0302' or '\u0306' or '\u031B')) continue;
            if (length == to.Length) return -1;
            to[length++] = Letters.TryDecompose(c, out var letter, out _) ? Letters.Plain(letter) : c;
        }

        return length;
    }
}
