

namespace XacThuc.Matching.Reading;

/// <summary>Reads a commune code of the General Statistics Office: up to five digits; a spreadsheet may drop zeros.</summary>
internal static class CommuneReader
{
    public static bool TryRead(ReadOnlySpan<byte> written, out uint commune)
    {
        commune = 0;
        if (written.Length == 5)
        {
            foreach (var b in written)
            {
                var digit = (uint)(b - '0');
                if (digit > 9) return TryReadSlowly(written, out commune);
                commune = commune * 10 + digit;
            }

            return true;
        }

        return written.IsEmpty || TryReadSlowly(written, out commune);
    }

    private static bool TryReadSlowly(ReadOnlySpan<byte> written, out uint commune)
    {
        commune = 0;
        var number = NumberReader.Read(written);
        if (number.Kind == NumberKind.Missing) return true;
        if (number.Digits is < 1 or > 5) return false;
        commune = (uint)number.Value;
        return true;
    }
}
