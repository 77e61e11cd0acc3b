using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>How often each word, date and commune occurs in the register: shares of all people (term frequencies).</summary>
internal sealed class Frequencies
{
    private const int MiddleBits = 16;

    private readonly double _people;
    private readonly int[] _family;
    private readonly int[] _given;
    private readonly int[] _familyPlain;
    private readonly int[] _givenPlain;
    private readonly int[] _middle;
    private readonly int[] _dates;
    private readonly int[] _months;
    private readonly int[] _years;
    private readonly int[] _days;
    private readonly int[] _communes;
    private readonly int[] _sexes;
    private readonly WordTable _words;
    private readonly float[] _familyNear;
    private readonly float[] _givenNear;
    private readonly int[] _commonFamily;
    private readonly int[] _commonGiven;
    private readonly Frequencies? _packed;

    public Frequencies(PopulationIndex index, WordKeys keys)
    {
        (_middle, _dates, _communes, _sexes) = (new int[1 << MiddleBits], new int[1 << 17], new int[1 << 17], new int[4]);
        (_months, _years, _days) = (new int[1 << 12], new int[1 << 8], new int[1 << 9]);
        _people = Math.Max(1, index.Facts.People);
        _family = new int[index.Words.Count + 1];
        _given = new int[index.Words.Count + 1];
        Count(index, keys);
        _words = index.Words;
        _familyNear = new float[_family.Length];
        _givenNear = new float[_given.Length];
        _commonFamily = Commonest(_words, _family);
        _commonGiven = Commonest(_words, _given);
        _familyPlain = SumByPlain(index.Words, _family);
        _givenPlain = SumByPlain(index.Words, _given);
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
        (_packed, _words, _people) = (packed, words, packed._people);
        (_middle, _dates, _communes, _sexes) = (packed._middle, packed._dates, packed._communes, packed._sexes);
        (_months, _years, _days) = (packed._months, packed._years, packed._days);
        (_commonFamily, _commonGiven) = (packed._commonFamily, packed._commonGiven);
        (_family, _given) = (new int[words.Count + 1], new int[words.Count + 1]);
        (_familyPlain, _givenPlain) = (new int[_family.Length], new int[_family.Length]);
        (_familyNear, _givenNear) = (new float[_family.Length], new float[_family.Length]);
        var plains = packed.Plains();
        for (var code = 1; code <= words.Count; code++)
        {
            var known = packed._words.Find(words[code]);
            (_family[code], _given[code]) = (packed._family[known], packed._given[known]);
            var same = known != 0 ? known : plains.GetValueOrDefault(PlainOf(words[code]));
            (_familyPlain[code], _givenPlain[code]) = (packed._familyPlain[same], packed._givenPlain[same]);
        }
    }

    public double People => _people;

    public double Family(int word) => Share(_family[word]);

    public double Given(int word) => Share(_given[word]);

    public double FamilyPlain(int word) => Share(_familyPlain[word]);

    public double GivenPlain(int word) => Share(_givenPlain[word]);

    /// <summary>The share of people whose family name is one letter away from a word.</summary>
    public double FamilyNear(int word) => Near(word, _familyNear, _commonFamily, (_packed ?? this)._family);

    /// <summary>The share of people whose given name is one letter away from a word.</summary>
    public double GivenNear(int word) => Near(word, _givenNear, _commonGiven, (_packed ?? this)._given);

    public double Middle(uint key) => Share(_middle[PlaceOf(key)]);

    public double Date(uint date) => Share(_dates[date]);

    public double Month(uint date) => Share(_months[date >> 5]);

    public double Year(uint date) => Share(_years[date >> 9]);

    public double DayAndMonth(uint date) => Share(_days[date & 0x1FF]);

    public double Commune(uint commune) => Share(_communes[commune]);

    public double Sex(uint sex) => Share(_sexes[sex]);

    // Computed when first asked for; two threads may both do it, with the same outcome.
    private double Near(int word, float[] known, int[] common, int[] counts)
    {
        if (known[word] > 0) return known[word];
        var commonWords = (_packed ?? this)._words;
        var sum = 0.5;
        foreach (var other in common)
            if (WordComparison.Compare(_words[word], commonWords[other]) == WordLevel.OneLetter) sum += counts[other];
        return known[word] = (float)(sum / _people);
    }

    // Of each plain word, some word that is written so.
    private Dictionary<string, int> Plains()
    {
        var plains = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 1; code <= _words.Count && code < _family.Length; code++) plains.TryAdd(PlainOf(_words[code]), code);
        return plains;
    }

    private static string PlainOf(ReadOnlySpan<byte> word)
    {
        Span<byte> letters = stackalloc byte[LetterCodes.MaxLength + 16];
        return System.Text.Encoding.Latin1.GetString(letters[..WordForms.Plain(word, letters)]);
    }

    // Of equally common words the letters decide: codes depend on which core read which word first.
    private static int[] Commonest(WordTable words, int[] counts)
    {
        const int most = 400;
        return [.. Enumerable.Range(1, words.Count).Where(word => counts[word] > 0).OrderByDescending(word => counts[word])
            .ThenBy(word => System.Text.Encoding.Latin1.GetString(words[word]), StringComparer.Ordinal).Take(most)];
    }

    // Nothing is so rare that it never occurs.
    private double Share(int count) => Math.Max(count, 0.5) / _people;

    private static uint PlaceOf(uint middle) => middle == 0 ? 0 : Math.Max(1, middle >> (32 - MiddleBits));

    private unsafe void Count(PopulationIndex index, WordKeys keys)
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
            _given[codes[count - 1]] += (int)step;
            if (count > 1) _family[codes[0]] += (int)step;
        }
    }

    private static int[] SumByPlain(WordTable words, int[] counts)
    {
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        var plain = new string[words.Count + 1];
        for (var code = 1; code <= words.Count; code++)
        {
            plain[code] = PlainOf(words[code]);
            sums[plain[code]] = sums.GetValueOrDefault(plain[code]) + counts[code];
        }

        var result = new int[words.Count + 1];
        for (var code = 1; code <= words.Count; code++) result[code] = sums[plain[code]];
        return result;
    }
}
