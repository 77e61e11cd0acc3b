using System.Text;
using Microsoft.Win32.SafeHandles;

namespace XacThuc.Tables.Text;

/// <summary>Tells from a look at a file's beginning, middle and end in which encoding it was written.</summary>
public static class TextEncodings
{
    private const int SampleBytes = 1 << 16;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The origin and, unless the file is UTF-8 already, the encoding that turns it into characters.</summary>
    public static (TextOrigin Origin, Encoding? Encoding) Recognise(SafeFileHandle file, long length)
    {
        var sample = Sample(file, 0, 4 * SampleBytes);
        // Its mark begins as that of UTF-16 does.
        if (sample.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return (TextOrigin.Utf32, new UTF32Encoding(bigEndian: false, true));
        if (sample.AsSpan().StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return (TextOrigin.Utf32, new UTF32Encoding(bigEndian: true, true));
        if (Utf16Of(sample) is { } utf16) return (TextOrigin.Utf16, utf16);

        var (valid, invalid) = CountUtf8(sample);
        if (length > sample.Length)
        {
            foreach (var at in (ReadOnlySpan<long>)[length / 3, length / 3 * 2, Math.Max(0, length - SampleBytes)])
            {
                var further = Sample(file, at, SampleBytes);
                var (moreValid, moreInvalid) = CountUtf8(further);
                (valid, invalid) = (valid + moreValid, invalid + moreInvalid);
                if (moreInvalid > 0) sample = [.. sample, .. further];
            }
        }

        if (invalid <= valid) return (TextOrigin.Utf8, null);
        return ReadsAs(sample, 1258) ? (TextOrigin.Windows1258, Encoding.GetEncoding(1258))
            : (TextOrigin.OldFont, Encoding.GetEncoding(1252));
    }

    private static byte[] Sample(SafeFileHandle file, long at, int most)
    {
        var buffer = new byte[most];
        var read = 0;
        while (read < most && RandomAccess.Read(file, buffer.AsSpan(read), at + read) is > 0 and var more) read += more;
        return buffer[..read];
    }

    // Text in UTF-16 has a zero in one half of most letters; nothing else that is text has many.
    private static UnicodeEncoding? Utf16Of(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new UnicodeEncoding(bigEndian: false, true);
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new UnicodeEncoding(bigEndian: true, true);
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }

        var pairs = sample.Length / 2;
        if (pairs < 8) return null;
        if (odd * 4 >= pairs && even * 20 <= pairs) return new UnicodeEncoding(bigEndian: false, false);
        if (even * 4 >= pairs && odd * 20 <= pairs) return new UnicodeEncoding(bigEndian: true, false);
        return null;
    }

    /// <summary>Letters of several bytes that are well formed, and bytes that belong to none.</summary>
    private static (long Valid, long Invalid) CountUtf8(ReadOnlySpan<byte> sample)
    {
        var (valid, invalid) = (0L, 0L);
        var first = true;
        while (true)
        {
            var next = sample.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0) return (valid, invalid);
            first &= next == 0;
            sample = sample[next..];
            var isWhole = Rune.DecodeFromUtf8(sample, out _, out var used);

            // The sample may begin and end in the middle of a letter.
            if (isWhole == System.Buffers.OperationStatus.Done) valid++;
            else if (isWhole == System.Buffers.OperationStatus.InvalidData && !(first && (sample[0] & 0xC0) == 0x80)) invalid++;
            first &= isWhole != System.Buffers.OperationStatus.Done;
            sample = sample[used..];
        }
    }

    private static bool ReadsAs(byte[] sample, int codePage)
    {
        var text = Encoding.GetEncoding(codePage).GetString(sample);
        var (good, all) = (0, 0);
        foreach (var word in text.AsSpan().SplitAny(" \t\r\n,;|\"'/()-.:0123456789"))
        {
            var letters = text.AsSpan(word);
            if (!letters.ContainsAnyExceptInRange('\0', '\u007F')) continue;
            all++;
            if (VietnameseSyllable.IsPossible(letters)) good++;
        }

        return good * 10 >= all * 7;
    }
}
