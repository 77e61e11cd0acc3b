namespace XacThuc.Cli.Progress;

/// <summary>
/// How far a run is. Workers add what they did once a chunk; whoever shows it looks when it wants to. Safe for all threads.
/// </summary>
internal sealed class RunProgress
{
    private readonly Lock _turning = new();
    private Stage _stage;
    private int _stages;
    private long _total;
    private long _done;
    private long _rows;

    /// <summary>Begins a stage of so much work, in any unit (bytes, say); 0 where it is not known.</summary>
    public void Begin(Stage stage, long total)
    {
        lock (_turning)
        {
            _stage = stage;
            _stages++;
            _total = total;
            Interlocked.Exchange(ref _done, 0);
            Interlocked.Exchange(ref _rows, 0);
        }
    }

    /// <summary>So much work more is done, and so many people or records with it.</summary>
    public void Advance(long done, long rows)
    {
        Interlocked.Add(ref _done, done);
        Interlocked.Add(ref _rows, rows);
    }

    public ProgressSnapshot Now()
    {
        lock (_turning) return new(_stages, _stage, _total, Interlocked.Read(ref _done), Interlocked.Read(ref _rows));
    }
}

/// <summary>How far a run was at one moment; <paramref name="Stages"/> counts the stages begun, 0 before the first.</summary>
internal readonly record struct ProgressSnapshot(int Stages, Stage Stage, long Total, long Done, long Rows);
