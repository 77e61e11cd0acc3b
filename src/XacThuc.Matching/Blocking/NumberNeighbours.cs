using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Blocking;

/// <summary>
/// Finds the people whose number differs from a written one by one digit: another, one dropped, one too many, or two
/// neighbours exchanged. All are asked for at once, so that the look-ups overlap.
/// </summary>
internal sealed class NumberNeighbours(PopulationIndex index)
{
    private const int Most = 512;

    private readonly ulong[] _numbers = new ulong[Most];
    private int _count;

    public void Add(ReadNumber number, CandidateSet to)
    {
        if (number.Digits is < 8 or > 13) return;
        _count = 0;
        if (number.Digits >= 11)
        {
            Neighbours(number, 12);
            Seek(to);
        }

        if (number.Digits > 10) return;
        _count = 0;
        Neighbours(number, 9);
        SeekOld(to);
    }

    private void Neighbours(ReadNumber number, int digits)
    {
        if (number.Digits == digits) Changed(number.Value, digits);
        else if (number.Digits == digits - 1) Longer(number.Value, digits);
        else if (number.Digits == digits + 1) Shorter(number.Value, digits);
    }

    private void Changed(ulong value, int digits)
    {
        ulong power = 1;
        ulong before = 10;
        for (var i = 0; i < digits; i++, power *= 10)
        {
            var digit = value / power % 10;
            var without = value - digit * power;
            for (ulong other = 0; other < 10; other++)
                if (other != digit) _numbers[_count++] = without + other * power;
            if (i > 0 && digit != before)
                _numbers[_count++] = without - before * (power / 10) + before * power + digit * (power / 10);
            before = digit;
        }
    }

    // One digit was dropped: put each digit in at each place.
    private void Longer(ulong value, int digits)
    {
        ulong power = 1;
        for (var i = 0; i < digits; i++, power *= 10)
            for (ulong digit = 0; digit < 10; digit++)
                _numbers[_count++] = value / power * power * 10 + digit * power + value % power;
    }

    private void Shorter(ulong value, int digits)
    {
        ulong power = 1;
        for (var i = 0; i <= digits; i++, power *= 10) _numbers[_count++] = value / power / 10 * power + value % power;
    }

    private void Seek(CandidateSet to)
    {
        for (var i = 0; i < _count; i++) index.Slots.Prefetch(_numbers[i]);
        for (var i = 0; i < _count; i++)
        {
            var place = index.Slots.Find(_numbers[i]);
            if (place >= 0) to.Add(place);
        }
    }

    private void SeekOld(CandidateSet to)
    {
        for (var i = 0; i < _count; i++) index.OldIds.Prefetch((uint)_numbers[i]);
        for (var i = 0; i < _count; i++)
            foreach (var place in index.OldIds.Find((uint)_numbers[i])) to.Add(place);
    }
}
