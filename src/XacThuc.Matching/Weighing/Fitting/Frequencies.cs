using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>How often each word, date and commune occurs in the register: shares of all people (term frequencies).</summary>
internal sealed class Frequencies
{
    private const int MiddleBits = 16;

    private readonly double _people;
    private readonly int[] _middle;
    private readonly int[] _dates;
    private readonly int[] _months;
    private readonly int[] _years;
    private readonly int[] _days;
    private readonly int[] _communes;
    private readonly int[] _sexes;
    private readonly WordTable _words;

    public Frequencies(PopulationIndex index, WordKeys keys)
    {
        (_middle, _dates, _communes, _sexes) = (new int[1 << MiddleBits], new int[1 << 17], new int[1 << 17], new int[4]);
        (_months, _years, _days) = (new int[1 << 12], new int[1 << 8], new int[1 << 9]);
        (_words, _people) = (index.Words, Math.Max(1, index.Facts.People));
        var (family, given) = (new int[_words.Count + 1], new int[_words.Count + 1]);
        Count(index, keys, family, given);
        (Family, Given) = (new WordShares(_words, family, _people), new WordShares(_words, given, _people));
        for (var date = 0; date < _dates.Length; date++)
        {
            _months[date >> 5] += _dates[date];
            _years[date >> 9] += _dates[date];
            _days[date & 0x1FF] += _dates[date];
        }
    }

    /// <summary>
    /// The frequencies of a packed register for the words of those who changed since: they are few, and what is common
    /// among them says nothing.
    /// </summary>
    public Frequencies(WordTable words, Frequencies packed)
    {
        (_words, _people) = (words, packed._people);
        (_middle, _dates, _communes, _sexes) = (packed._middle, packed._dates, packed._communes, packed._sexes);
        (_months, _years, _days) = (packed._months, packed._years, packed._days);
        var known = KnownWord.Of(words, packed._words);
        (Family, Given) = (packed.Family.Of(words, known), packed.Given.Of(words, known));
    }

    public double People => _people;

    /// <summary>Words as family names.</summary>
    public WordShares Family { get; }

    /// <summary>Words as given names.</summary>
    public WordShares Given { get; }

    public double Middle(uint key) => Share(_middle[PlaceOf(key)]);

    public double Date(uint date) => Share(_dates[date]);

    public double Month(uint date) => Share(_months[date >> 5]);

    public double Year(uint date) => Share(_years[date >> 9]);

    public double DayAndMonth(uint date) => Share(_days[date & 0x1FF]);

    public double Commune(uint commune) => Share(_communes[commune]);

    public double Sex(uint sex) => Share(_sexes[sex]);

    // Nothing is so rare that it never occurs.
    internal static double Share(int count, double people) => Math.Max(count, 0.5) / people;

    private double Share(int count) => Share(count, _people);

    private static uint PlaceOf(uint middle) => middle == 0 ? 0 : Math.Max(1, middle >> (32 - MiddleBits));

    private unsafe void Count(PopulationIndex index, WordKeys keys, int[] family, int[] given)
    {
        // A sample of a few million tells shares as well as everybody.
        var length = index.Slots.Length;
        var step = Math.Max(1, index.Facts.People / 4_000_000);
        Span<int> codes = stackalloc int[NameReader.MaxWords];
        Span<uint> words = stackalloc uint[NameReader.MaxWords];
        for (long place = 0; place < length; place += step)
        {
            ref readonly var slot = ref index.Slots.Pointer[place];
            if (slot.IsEmpty) continue;
            _dates[slot.Date] += (int)step;
            _sexes[slot.Sex] += (int)step;
            _communes[index.Extras[place].Commune] += (int)step;

            var count = index.WordsOf(slot.Name, codes);
            if (count == 0) continue;
            for (var i = 0; i < count; i++) words[i] = keys[codes[i]].Sound;
            _middle[PlaceOf(NameKeys.Of(words[..count]).Middle)] += (int)step;
            given[codes[count - 1]] += (int)step;
            if (count > 1) family[codes[0]] += (int)step;
        }
    }
}
