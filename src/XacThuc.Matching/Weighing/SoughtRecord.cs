using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Weighing;

/// <summary>A record whose person is sought: what it says, its words, and their keys.</summary>
internal sealed class SoughtRecord
{
    private readonly int[] _words = new int[NameReader.MaxWords];
    private readonly uint[] _keys = new uint[NameReader.MaxWords];
    private int _count;
    private NameReader? _letters;

    public ReadRecord Fields;

    /// <summary>Place of the slot of whoever has the number as it is written; -1: nobody.</summary>
    public long Owner { get; set; } = -1;

    /// <summary>What can be seen of the record by itself; set once its number's owner is known.</summary>
    public RecordContext Context { get; set; }

    /// <summary>Whether the whole name is written without marks.</summary>
    public bool IsUnmarked { get; private set; }

    public NameKeys Name { get; private set; }

    public ReadOnlySpan<int> Words => _words.AsSpan(0, _count);

    public ReadOnlySpan<uint> Keys => _keys.AsSpan(0, _count);

    public bool HasDate => Fields.DateState == ReadState.Read;

    public uint Date => Fields.Date.Packed;

    /// <summary>The canonical letters of a word.</summary>
    public ReadOnlySpan<byte> LettersOf(int word) => _letters![_words[word]];

    public void Set(in ReadRecord fields, NameReader letters, ReadOnlySpan<int> words, ReadOnlySpan<uint> keys)
    {
        _letters = letters;
        Fields = fields;
        _count = words.Length;
        words.CopyTo(_words);
        keys.CopyTo(_keys);
        Name = NameKeys.Of(keys);
        Owner = -1;
        IsUnmarked = true;
        foreach (var word in words) IsUnmarked &= WordForms.IsPlain(letters[word]);
    }
}
