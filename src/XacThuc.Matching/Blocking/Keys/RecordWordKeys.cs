using System.Runtime.CompilerServices;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Blocking.Keys;

/// <summary>The keys of words of the register and of records alike. One a thread.</summary>
internal sealed class RecordWordKeys(NameReader names, WordKeys keys)
{
    private WordKey[] _foreign = new WordKey[64];

    /// <summary>The key of a word. Valid until the next word is asked for.</summary>
    public ref readonly WordKey this[int code]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref code < NameReader.FirstForeign ? ref keys[code] : ref Foreign(code);
    }

    /// <summary>Forgets the keys of foreign words, whose codes will be given anew.</summary>
    public void Forget() => Array.Clear(_foreign);

    private ref readonly WordKey Foreign(int code)
    {
        var place = code - NameReader.FirstForeign;
        if (place >= _foreign.Length) Array.Resize(ref _foreign, Math.Max(place + 1, _foreign.Length * 2));
        ref var key = ref _foreign[place];
        if (key.Length == 0) key = new WordKey(names[code]);
        return ref key;
    }
}
