using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Handling;

/// <summary>What was done by one kind of handling: system time is measured, thinking assumed.</summary>
internal sealed class HandledKind(string name)
{
    private readonly List<double> _milliseconds = [];

    public string Name => name;

    public int Cases { get; private set; }

    public double Seconds { get; private set; }

    /// <summary>Notes one step and what of it falls on each of its cases, in seconds.</summary>
    public double Add(int cases, double milliseconds, double thinking)
    {
        _milliseconds.Add(milliseconds);
        Cases += cases;
        var seconds = milliseconds / 1000 + thinking;
        Seconds += seconds;
        return seconds / Math.Max(1, cases);
    }

    public string[] Cells()
    {
        if (_milliseconds.Count == 0) return [name, "0", "0", "", "", "", "", ""];
        _milliseconds.Sort();
        return
        [
            name, $"{_milliseconds.Count}", $"{Cases}", StandingCells.Number(_milliseconds.At(0.5), "0"), StandingCells.Number(_milliseconds.At(0.95), "0"),
            StandingCells.Number(Seconds / 3600, "0.00"), StandingCells.Number(Seconds / Math.Max(1, Cases), "0.0"),
            StandingCells.Number(Cases / Seconds * 3600, "0"),
        ];
    }
}

/// <summary>The whole work, by kind, and how long each case was in somebody's hands.</summary>
internal sealed class HandlingBook
{
    public HandledKind Propose { get; } = new("group: look and propose");

    public HandledKind Approve { get; } = new("group: second officer");

    public HandledKind Release { get; } = new("key 1: this is the person");

    public HandledKind Ask { get; } = new("key a: ask the person");

    public HandledKind NotFound { get; } = new("key n: not found");

    public HandledKind Correct { get; } = new("key r: the register is wrong");

    public HandledKind ApproveCorrection { get; } = new("correction: second officer");

    public HandledKind TakeOver { get; } = new("station: take over what was released");

    public HandledKind Type { get; } = new("station: type what the paper says");

    public HandledKind Open { get; } = new("opening lists");

    /// <summary>Seconds that the police spent on each case that was released, without the station's share.</summary>
    public List<double> Released { get; } = [];

    /// <summary>Likewise on each case whose person is asked or was not found.</summary>
    public List<double> Asked { get; } = [];

    /// <summary>Likewise on each case for which the register was corrected.</summary>
    public List<double> Corrected { get; } = [];

    public int Cases => Released.Count + Asked.Count + Corrected.Count;

    public double Seconds => All.Sum(kind => kind.Seconds);

    private HandledKind[] All => [Propose, Approve, Release, Ask, NotFound, Correct, ApproveCorrection, TakeOver, Type, Open];

    /// <summary>How long each case was in somebody's hands, the station's work shared among those it was done for.</summary>
    public List<double> SecondsOfCases()
    {
        var (taken, typed) = (TakeOver.Seconds / Math.Max(1, Released.Count), Type.Seconds / Math.Max(1, Asked.Count));
        return [.. Released.Select(seconds => seconds + taken).Concat(Asked.Select(seconds => seconds + typed)).Concat(Corrected).Order()];
    }

    public PlainTable Table()
    {
        var table = new PlainTable("handling", "steps", "cases", "system ms", "95 %", "hours", "s a case", "cases an hour");
        foreach (var kind in All) table.Add(kind.Cells());
        return table;
    }
}
