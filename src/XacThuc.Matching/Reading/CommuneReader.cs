using System.Buffers.Binary;

namespace XacThuc.Matching.Reading;

/// <summary>Reads a commune code of the General Statistics Office: up to five digits; a spreadsheet may drop zeros.</summary>
internal static class CommuneReader
{
    public static bool TryRead(ReadOnlySpan<byte> written, out uint commune)
    {
        commune = 0;
        if (written.Length == 5)
        {
            var digits = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(written) << 24 | (ulong)written[4] << 56 |
                EightDigits.FourZeros >> 8;
            if (!EightDigits.Are(digits)) return TryReadSlowly(written, out commune);
            commune = (uint)EightDigits.Value(digits);
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
