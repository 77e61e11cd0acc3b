using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Blocking.Keys;

/// <summary>The keys of words of the register and of records alike. One a thread.</summary>
internal sealed class RecordWordKeys(NameReader names, WordKeys keys)
{
    private readonly List<WordKey> _foreign = [];

    public WordKey this[int code]
    {
        get
        {
            if (code < NameReader.FirstForeign) return keys[code];
            var foreign = code - NameReader.FirstForeign;
            while (_foreign.Count <= foreign) _foreign.Add(default);
            if (_foreign[foreign].Length == 0) _foreign[foreign] = new WordKey(names[code]);
            return _foreign[foreign];
        }
    }

    /// <summary>Forgets the keys of foreign words, whose codes will be given anew.</summary>
    public void Forget() => _foreign.Clear();
}
