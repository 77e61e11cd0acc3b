namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>The doses that a person has had against one disease, by number.</summary>
internal sealed class Series
{
    private readonly DoseGiven[] _doses;

    public Series(params IEnumerable<DoseGiven> doses)
    {
        _doses = [.. doses];
        Array.Sort(_doses, static (one, other) => (one.Number, one.Day).CompareTo((other.Number, other.Day)));
    }

    /// <summary>The dose that the primary series began with, as far as is known.</summary>
    public DoseGiven? First => _doses.Length == 0 ? null : _doses[0];

    /// <summary>The dose of the highest number.</summary>
    public DoseGiven? Last => _doses.Length == 0 ? null : _doses[^1];

    public bool Has(int number)
    {
        foreach (var dose in _doses)
        {
            if (dose.Number == number) return true;
        }

        return false;
    }

    /// <summary>The dose of the highest number below.</summary>
    public DoseGiven? FindBefore(int number)
    {
        for (var i = _doses.Length - 1; i >= 0; i--)
        {
            if (_doses[i].Number < number) return _doses[i];
        }

        return null;
    }

    /// <summary>The dose of the lowest number above.</summary>
    public DoseGiven? FindAfter(int number)
    {
        foreach (var dose in _doses)
        {
            if (dose.Number > number) return dose;
        }

        return null;
    }
}
