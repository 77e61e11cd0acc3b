using System.Runtime.CompilerServices;

namespace XacThuc.Matching.Reading;

/// <summary>Reads a sex: Nam/Nữ, M/F, male/female, 1/0, in any case, with or without marks.</summary>
internal static class SexReader
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadState Read(ReadOnlySpan<byte> written, out Sex sex)
    {
        sex = default;
        // "Nam" and "Nữ" (NFC) in ordinary case, without further ado.
        if (written.Length == 3 && written[0] == 'N' && written[1] == 'a' && written[2] == 'm')
        {
            sex = Sex.Male;
            return ReadState.Read;
        }

        if (written.Length == 4 && written[0] == 'N' && written[1] == 0xE1 && written[2] == 0xBB && written[3] == 0xAF)
        {
            sex = Sex.Female;
            return ReadState.Read;
        }

        return ReadSlowly(written, out sex);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadState ReadSlowly(ReadOnlySpan<byte> written, out Sex sex)
    {
        sex = default;
        Span<char> plain = stackalloc char[16];
        var length = PlainText.Read(written, plain);
        if (length == 0) return ReadState.Missing;
        if (length < 0) return ReadState.Unreadable;

        sex = plain[..length] switch
        {
            "NAM" or "M" or "MALE" or "1" => Sex.Male,
            "NU" or "F" or "FEMALE" or "0" => Sex.Female,
            _ => default,
        };
        return sex == default ? ReadState.Unreadable : ReadState.Read;
    }
}
