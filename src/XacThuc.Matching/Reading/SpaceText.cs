using System.Text.Unicode;

namespace XacThuc.Matching.Reading;

/// <summary>Text in which words may stand between other spaces than the plain one, and characters without width inside them.</summary>
internal static class SpaceText
{
    /// <summary>
    /// Copies text with plain spaces for tabs and no-break spaces, and without characters of no width, as far as these are
    /// what spreadsheets and web pages leave behind.
    /// </summary>
    /// <param name="written">Text.</param>
    /// <param name="to">Receives the copy; as long as the text, and its slack.</param>
    /// <param name="length">The length of the copy.</param>
    /// <returns>Whether the text is UTF-8 and anything was changed.</returns>
    public static bool TryTidy(ReadOnlySpan<byte> written, Span<byte> to, out int length)
    {
        length = 0;
        if (!Utf8.IsValid(written)) return false;

        for (var i = 0; i < written.Length; i++)
        {
            var rest = written[i..];
            if (rest[0] == '\t')
            {
                to[length++] = (byte)' ';
            }
            else if (rest.StartsWith("\u00A0"u8))
            {
                to[length++] = (byte)' ';
                i++;
            }
            else if (rest.StartsWith("\u200B"u8) || rest.StartsWith("\uFEFF"u8))
            {
                i += 2;
            }
            else
            {
                to[length++] = rest[0];
            }
        }

        // A no-break space is shorter afterwards; a tab alone is found by looking.
        return length != written.Length || written.Contains((byte)'\t');
    }
}
