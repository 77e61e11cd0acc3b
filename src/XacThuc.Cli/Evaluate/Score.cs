

namespace XacThuc.Cli.Evaluate;

/// <summary>Counts of a set of records laid beside their truth.</summary>
internal sealed class Score
{
    public const int Bins = 20;

    public static readonly double[] Bands = [0.5, 0.9, 0.99, 0.999];

    private readonly long[,] _decisions = new long[5, 5];
    private readonly long[] _inBand = new long[Bands.Length], _rightInBand = new long[Bands.Length];
    private readonly long[] _inBin = new long[Bins], _rightInBin = new long[Bins];
    private readonly double[] _probabilityInBin = new double[Bins];

    public long Records { get; private set; }

    public long FalseMatched { get; private set; }

    public long MissedMatched { get; private set; }

    /// <summary>Records not matched whose person is in the register: those that suggestions should find.</summary>
    public long Findable { get; private set; }

    public long FoundFirst { get; private set; }

    public long FoundInFive { get; private set; }

    /// <summary>Records not matched of people who are not in the register.</summary>
    public long Strangers { get; private set; }

    public long StrangersNearlySure { get; private set; }

    /// <summary>Records not matched with a first suggestion.</summary>
    public long Suggested { get; private set; }

    /// <summary>Records by what was expected and what was given; <see cref="JudgedStatus.Other"/> given is no result.</summary>
    public long Decided(JudgedStatus expected, JudgedStatus given) => _decisions[(int)expected, (int)given];

    public long InBand(int band) => _inBand[band];

    public long RightInBand(int band) => _rightInBand[band];

    public long InBin(int bin) => _inBin[bin];

    public long RightInBin(int bin) => _rightInBin[bin];

    public double MeanProbabilityInBin(int bin) => _inBin[bin] == 0 ? 0 : _probabilityInBin[bin] / _inBin[bin];

    public void Add(in Judged row)
    {
        Records++;
        var given = row.Given == Judged.NotGiven ? JudgedStatus.Other : (JudgedStatus)row.Given;
        _decisions[(int)row.Expected, (int)given]++;
        if (row.Given == Judged.NotGiven) return;
        if (given == JudgedStatus.Matched)
        {
            if (row.Expected != JudgedStatus.Matched) FalseMatched++;
            return;
        }

        if (row.Expected == JudgedStatus.Matched) MissedMatched++;
        if (row.Person == 0) Strangers++;
        else Find(row);
        if (row.HasFirst) Weigh(row);
    }

    /// <summary>Distance between what is said and what is so, over all first suggestions.</summary>
    public double CalibrationError()
    {
        var sum = 0.0;
        for (var bin = 0; bin < Bins; bin++) sum += Math.Abs(_probabilityInBin[bin] - _rightInBin[bin]);
        return Suggested == 0 ? 0 : sum / Suggested;
    }

    private void Find(in Judged row)
    {
        Findable++;
        if (row.RightRank == 1) FoundFirst++;
        if (row.RightRank is >= 1 and <= 5) FoundInFive++;
    }

    private void Weigh(in Judged row)
    {
        Suggested++;
        var right = row.IsFirstRight ? 1 : 0;
        for (var band = 0; band < Bands.Length; band++)
        {
            if (row.FirstProbability < Bands[band]) continue;
            _inBand[band]++;
            _rightInBand[band] += right;
        }

        if (row.Person == 0 && row.FirstProbability >= 0.99) StrangersNearlySure++;
        var bin = Math.Min((int)(row.FirstProbability * Bins), Bins - 1);
        _inBin[bin]++;
        _rightInBin[bin] += right;
        _probabilityInBin[bin] += row.FirstProbability;
    }
}
