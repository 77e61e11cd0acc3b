using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Reading;

/// <summary>
/// Reads names into word codes. A reader that adds (of a register) gives every new word a code of the shared table; one
/// that does not (of records) gives words that nobody in the register has a code of its own, from
/// <see cref="FirstForeign"/> on. One a thread.
/// </summary>
internal sealed unsafe class NameReader : IDisposable
{
    /// <summary>The first code of words that are not in the table.</summary>
    public const int FirstForeign = 1 << 28;

    /// <summary>No name has more words.</summary>
    public const int MaxWords = 24;

    private const int MaxForeign = 1 << 20;

    // No longer name is read by its remembered words.
    private const int MaxCached = 64;

    private readonly WordTable _words;
    private readonly LongNames _longNames;
    private readonly bool _adds;
    private readonly WordCache _cache = new();
    private readonly char[] _characters = new char[4096];
    private readonly byte[] _letters = new byte[LetterCodes.MaxLength + 16];
    private readonly byte[] _tidied = new byte[2 * MaxCached];

    public NameReader(WordTable words, LongNames longNames, bool adds)
    {
        _words = words;
        _longNames = longNames;
        _adds = adds;
    }

    /// <summary>How the column writes names.</summary>
    public NameEncoding Encoding { get; init; }

    /// <summary>The words that are not in the table; the code of the first is <see cref="FirstForeign"/>.</summary>
    public WordTable Foreign { get; } = new();

    /// <summary>How often the foreign words have been forgotten; their codes mean other words since.</summary>
    public int Generation { get; private set; }

    /// <summary>The letters of a word of either kind.</summary>
    public ReadOnlySpan<byte> this[int code] => code >= FirstForeign ? Foreign[code - FirstForeign + 1] : _words[code];

    /// <summary>Reads a name.</summary>
    /// <param name="written">UTF-8; at least 48 bytes behind its end must be readable.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="codes">Receives the codes; room for <see cref="MaxWords"/>.</param>
    /// <param name="count">The number of words.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadState Read(byte* written, int length, Span<int> codes, out int count)
    {
        if (length is > 0 and <= MaxCached && Encoding == NameEncoding.Unicode && TryReadWords(written, length, codes, out count))
            return ReadState.Read;
        return ReadSlowly(new ReadOnlySpan<byte>(written, length), codes, out count);
    }

    /// <summary>The packed form of a name as read; <see cref="PackedName.Nobody"/> when nobody in the register has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Pack(ReadOnlySpan<int> codes)
    {
        ulong packed = 0;
        var all = 0;
        if (codes.Length <= 4)
        {
            for (var i = 0; i < codes.Length; i++)
            {
                all |= codes[i];
                packed |= (ulong)(uint)codes[i] << (16 * i);
            }

            if (all < PackedName.MaxCode) return packed;
        }

        return PackLong(codes);
    }

    public void Dispose() => _cache.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadWords(byte* written, int length, Span<int> codes, out int count)
    {
        count = 0;
        var spaces = Vector256.Equals(Vector256.Load(written), Vector256.Create((byte)' ')).ExtractMostSignificantBits() |
            (ulong)(length > 32
                ? Vector256.Equals(Vector256.Load(written + 32), Vector256.Create((byte)' ')).ExtractMostSignificantBits()
                : 0u) << 32;
        if (length < 64) spaces = spaces & ((1UL << length) - 1) | 1UL << length;

        var start = 0;
        while (start < length)
        {
            var end = spaces == 0 ? 64 : BitOperations.TrailingZeroCount(spaces);
            spaces &= spaces - 1;
            if (end == start)
            {
                start++;
                continue;
            }

            if (!WordCache.Fits(end - start) || count == MaxWords) return false;
            var code = _cache.Find(written + start, end - start);
            if (code == 0) code = Learn(written + start, end - start);
            if (code == 0) return false;
            codes[count++] = code;
            start = end + 1;
        }

        return count > 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadState ReadSlowly(ReadOnlySpan<byte> written, Span<int> codes, out int count)
    {
        count = 0;
        if (written.Length > _characters.Length) return IsBlank(written) ? ReadState.Missing : ReadState.Unreadable;
        if (written.Length <= MaxCached && Encoding == NameEncoding.Unicode && SpaceText.TryTidy(written, _tidied, out var tidied))
        {
            written = _tidied.AsSpan(0, tidied);
            fixed (byte* tidy = _tidied)
                if (TryReadWords(tidy, tidied, codes, out count)) return ReadState.Read;
        }

        var length = System.Text.Encoding.UTF8.GetChars(written, _characters);
        ReadOnlySpan<char> text = _characters.AsSpan(0, length);
        if (Encoding != NameEncoding.Unicode) text = LegacyText.Decode(text.ToString(), Encoding);

        return ReadWords(text, codes, out count);
    }

    private ReadState ReadWords(ReadOnlySpan<char> text, Span<int> codes, out int count)
    {
        count = 0;
        var letters = 0;
        Span<char> word = stackalloc char[LetterCodes.MaxLength];
        var length = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !LetterCodes.IsSpace(text[i]))
            {
                if (LetterCodes.IsInvisible(text[i])) continue;
                if (text[i] is '\uFFFD' or '\0') return ReadState.Unreadable;
                if (length == word.Length) return ReadState.Unreadable;
                word[length++] = text[i];
                if (char.IsLetter(text[i])) letters++;
                continue;
            }

            if (length == 0) continue;
            if (count == MaxWords) return ReadState.Unreadable;
            var written = LetterCodes.Write(word[..length], _letters);
            if (written < 0 || letters > LetterCodes.MaxLength) return ReadState.Unreadable;
            codes[count++] = CodeOf(_letters.AsSpan(0, written));
            length = 0;
        }

        if (count == 0) return ReadState.Missing;
        return letters > 0 ? ReadState.Read : ReadState.Unreadable;
    }

    private int CodeOf(ReadOnlySpan<byte> letters)
    {
        if (_adds) return _words.GetOrAdd(letters);
        var code = _words.Find(letters);
        if (code != 0) return code;
        return FirstForeign + Foreign.GetOrAdd(letters) - 1;
    }

    /// <summary>Forgets foreign words when there are very many. Codes of earlier names lose their meaning.</summary>
    public bool ForgetForeign()
    {
        if (Foreign.Count < MaxForeign) return false;
        Foreign.Clear();
        _cache.Clear();
        Generation++;
        return true;
    }

    // Reads a word that stands between plain spaces, and remembers it as it was written; 0 when it is not as simple as that.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Learn(byte* written, int length)
    {
        // The first bytes of no-break spaces and of characters without width, and of no letter of a name.
        if (new ReadOnlySpan<byte>(written, length).ContainsAny((byte)0xC2, (byte)0xE2)) return 0;
        Span<char> word = stackalloc char[WordCache.MaxBytes];
        if (!Utf8Is(new ReadOnlySpan<byte>(written, length), word, out var characters)) return 0;

        var letters = LetterCodes.Write(word[..characters], _letters);
        if (letters <= 0) return 0;
        var code = CodeOf(_letters.AsSpan(0, letters));
        _cache.Add(written, length, code);
        return code;
    }

    // Whether the bytes are UTF-8 of characters that all belong to one word with at least a letter.
    private static bool Utf8Is(ReadOnlySpan<byte> part, Span<char> word, out int length)
    {
        length = 0;
        var anyLetter = false;
        if (!System.Text.Unicode.Utf8.IsValid(part)) return false;
        length = System.Text.Encoding.UTF8.GetChars(part, word);
        foreach (var c in word[..length])
        {
            if (LetterCodes.IsSpace(c) || LetterCodes.IsInvisible(c) || c is '\0' or '\uFFFD') return false;
            anyLetter |= char.IsLetter(c);
        }

        return anyLetter;
    }

    private static bool IsBlank(ReadOnlySpan<byte> written)
    {
        Span<char> none = stackalloc char[1];
        return PlainText.Read(written, none) == 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong PackLong(ReadOnlySpan<int> codes)
    {
        var packed = PackedName.TryPack(codes);
        if (packed != 0) return packed;
        if (_adds) return PackedName.OfLong(_longNames.GetOrAdd(codes));
        var place = _longNames.Find(codes);
        return place < 0 ? PackedName.Nobody : PackedName.OfLong(place);
    }
}
