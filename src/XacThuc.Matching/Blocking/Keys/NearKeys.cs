using XacThuc.Matching.Weighing;

namespace XacThuc.Matching.Blocking.Keys;

/// <summary>The keys of words one letter off one of a record's. One a thread.</summary>
internal sealed class NearKeys(NearWords words)
{
    // Beyond this a word is like too many to be told apart by a letter.
    private const int Most = 64;

    private readonly HashSet<uint> _keys = [];
    private readonly uint[] _few = new uint[Most];
    private readonly bool[] _bytes = new bool[256];
    private int _count;

    /// <summary>The keys.</summary>
    public ReadOnlySpan<uint> Keys => _few.AsSpan(0, _count);

    /// <summary>Whether a key's byte, as tags hold it, is of one of the keys; 256 of them.</summary>
    public ReadOnlySpan<bool> Bytes => _bytes;

    /// <summary>Finds the keys for a record's last word, its given name.</summary>
    public void FindGiven(SoughtRecord record) => Find(record, record.Words.Length - 1);

    /// <summary>Finds the keys for a word of a record.</summary>
    public void Find(SoughtRecord record, int word)
    {
        _keys.Clear();
        _count = 0;
        Array.Clear(_bytes);
        if (record.Words.IsEmpty) return;

        words.Find(record.LettersOf(word), _keys);
        foreach (var key in _keys)
        {
            _bytes[NameKeys.Byte(key)] = true;
            if (_count < Most) _few[_count++] = key;
        }
    }
}
